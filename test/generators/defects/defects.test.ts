import {
  defectSource,
  settleDefects,
  DefectPlanError,
  readDefectPlan,
  type DefectPlan,
} from '../../../generators/defects/index.js';
import { headerFor, makePersonSource } from '../../../generators/index.js';
import { returnToXml } from '../../../output/index.js';
import { plantersIn } from '../../../scenarios/index.js';
import { bytesSource, validate } from '../../../src/validate/index.js';

const key = { year: 2026, la: '202', seed: 'defects' };
const rules = plantersIn(2026).map(({ rule }) => rule);

/** What is planted in a return, and what the reference validator finds in it. */
function run(plan: DefectPlan, count: number): { readonly truth: string[]; readonly found: string[] } {
  const source = makePersonSource(key);
  const defects = defectSource(settleDefects(plan, key, count, source), key);
  const truth: string[] = [];
  const persons = Array.from({ length: count }, (_, k) => {
    const person = source.person(k);
    const fault = defects.plant(k, person);
    if (fault) truth.push(`${fault.rule} /Message/Persons/Person[${k + 1}]${fault.path}`);
    return person;
  });
  const xml = returnToXml({ Header: headerFor(key), Persons: { Person: persons } }, key.year);
  const { findings } = validate(bytesSource(new TextEncoder().encode(xml)), { maxFindings: 100_000 });
  return { truth, found: findings.map(({ rule, path }) => `${rule} ${path}`) };
}

describe('defectSource', () => {
  it.each([1, 99, 100, 101, 1000])('plants exactly %d faults of a rule', (count) => {
    const { truth, found } = run({ format: 1, defects: [{ rule: 'PER-13', count }] }, 1500);
    expect(truth).toHaveLength(count);
    expect(found).toEqual(truth);
  });

  it('plants a realistic mix, and the truth is what the reference finds', () => {
    const mixed = rules.map((rule) => ({ rule, perThousand: 5 }));
    const { truth, found } = run({ format: 1, defects: [{ rule: 'ASM-08', count: 7 }, ...mixed] }, 3000);
    expect(found).toEqual(truth);
    expect(truth.filter((line) => line.startsWith('ASM-08')).length).toBeGreaterThanOrEqual(7);
    expect(new Set(truth.map((line) => line.split(' ')[0])).size).toBeGreaterThan(30);
  });

  it('gives a person the same fault whatever was asked for before', () => {
    const source = makePersonSource(key);
    const plan: DefectPlan = {
      format: 1,
      defects: [
        { rule: 'PER-01', perThousand: 300 },
        { rule: 'PER-02', count: 40 },
      ],
    };
    const settled = settleDefects(plan, key, 300, source);
    const [forwards, backwards] = [defectSource(settled, key), defectSource(settled, key)];
    const all = Array.from({ length: 300 }, (_, k) => forwards.plant(k, source.person(k)));
    for (let k = 299; k >= 0; k--) expect(backwards.plant(k, source.person(k))).toEqual(all[k]);
    expect(all.filter((fault) => fault?.rule === 'PER-02')).toHaveLength(40);
  });

  it('says how many there can be where too many are asked for', () => {
    const source = makePersonSource(key);
    expect(() => settleDefects({ format: 1, defects: [{ rule: 'PER-01', count: 51 }] }, key, 50, source)).toThrow(
      /only 50 of 50 persons can have one/,
    );
  });
});

describe('readDefectPlan', () => {
  it('reads counts and rates', () => {
    const plan = {
      format: 1,
      defects: [
        { rule: 'PER-01', count: 10_001 },
        { rule: 'PLC-05', perThousand: 0.5 },
      ],
    };
    expect(readDefectPlan(JSON.stringify(plan), rules)).toEqual(plan);
  });

  it.each([
    ['nonsense', /is not JSON/],
    ['[]', /is no plan of defects/],
    ['{"format":2,"defects":[]}', /is no plan of defects/],
    ['{"format":1,"defects":[]}', /has no defect/],
    ['{"format":1,"defects":[1]}', /defects\[0\] is not an object/],
    ['{"format":1,"defects":[{"rule":"RET-01","count":1}]}', /no fault of "RET-01" can be planted/],
    ['{"format":1,"defects":[{"rule":"PER-01"}]}', /needs "count" or "perThousand"/],
    ['{"format":1,"defects":[{"rule":"PER-01","count":1,"perThousand":1}]}', /and not both/],
    ['{"format":1,"defects":[{"rule":"PER-01","count":0}]}', /whole number from 1 to 1,000,000/],
    ['{"format":1,"defects":[{"rule":"PER-01","perThousand":0}]}', /above 0/],
    ['{"format":1,"defects":[{"rule":"PER-01","cuont":0}]}', /"cuont", which is not known/],
    ['{"format":1,"defects":[{"rule":"PER-01","perThousand":600},{"rule":"PER-02","perThousand":600}]}', /1000 per/],
  ])('refuses %s', (text, message) => {
    expect(() => readDefectPlan(text, rules)).toThrow(message);
    expect(() => readDefectPlan(text, rules)).toThrow(DefectPlanError);
  });
});
