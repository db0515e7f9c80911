import { adversariesOf, countsOf, selfCheck, selfCheckReport } from '../../../conformance/adversaries/index.js';
import { buildCases } from '../../../conformance/suite/index.js';
import { rulesIn } from '../../../src/rules/index.js';

const year = 2026;
const built = buildCases({ year, seed: '1', kit: 'test', select: ['PER-13', 'PER-12', 'HDR-10'] });

function rowOf(rule: string, cases = built) {
  return selfCheck(cases, year).find((row) => row.rule === rule);
}

describe('the adversaries', () => {
  it('are derived from every rule', () => {
    const without = rulesIn(year).filter((rule) => adversariesOf(rule.id, year).length < 4);
    expect(without.map((rule) => rule.id)).toEqual([]);
  });

  it('have names of their own within a rule, and say how they are wrong', () => {
    for (const { id } of rulesIn(year)) {
      const all = adversariesOf(id, year);
      expect(new Set(all.map((one) => one.operator)).size).toBe(all.length);
      expect(all.every((one) => one.description.length > 10)).toBe(true);
    }
  });
});

describe('the self-check', () => {
  it('finds the adversaries of a rule killed by its cases', () => {
    const row = rowOf('PER-13');
    expect(row?.survived).toEqual([]);
    expect(row?.killed).toBeGreaterThan(5);
  });

  it('finds them alive where the cases that kill them are taken away', () => {
    const fewer = built.filter(({ case: one }) => one.kind === 'valid' || one.rule !== 'PER-13');
    expect(rowOf('PER-13', fewer)?.survived.map((one) => one.operator)).toContain('never-fires');
    const withoutThrice = built.filter(({ case: one }) => !one.id.endsWith('-in-every-person'));
    expect(rowOf('PER-13', withoutThrice)?.survived.map((one) => one.operator)).toContain('first-finding-only');
  });

  it('misses the near miss that tells a day', () => {
    expect(rowOf('HDR-10')?.survived).toEqual([]);
    const without = built.filter(({ case: one }) => one.kind !== 'near-miss' || one.rule !== 'HDR-10');
    expect(rowOf('HDR-10', without)?.survived.map((one) => one.operator)).toContain('a-day-early:Source.DateTime');
  });

  it('says why nothing tells an equivalent one from the reference', () => {
    const row = rowOf('PER-13');
    const blind = row?.equivalent.find(({ adversary }) => adversary.operator === 'census-a-day-late');
    expect(blind?.reason).toBe('census day plays no part in the rule');
  });

  it('is reported by rule, with the survivors and the reasons', () => {
    const rows = selfCheck(built, year).filter((row) => row.rule === 'PER-13' || row.rule === 'PER-01');
    const text = selfCheckReport(year, rows);
    const { killed, survived, equivalent } = countsOf(rows);
    expect(text).toContain(
      `Adversaries of the suite of ${year}: ${killed} killed, ${survived} survived, ${equivalent} equivalent`,
    );
    expect(text).toMatch(/PER-13 +\d+ +0 +\d+/);
    expect(text).toContain('PER-01 never-fires: never reports the rule');
    expect(text).toContain('census day plays no part in the rule');
  });
});
