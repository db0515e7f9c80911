import { headerFor, makePersonSource } from '../../../generators/index.js';
import { returnToXml } from '../../../output/index.js';
import { planters, plantersIn, type Planter } from '../../../scenarios/index.js';
import { collectionYear, collectionYears } from '../../../src/model/index.js';
import { ruleById } from '../../../src/rules/index.js';
import type { Person } from '../../../src/return/index.js';
import { bytesSource, validate } from '../../../src/validate/index.js';

const persons = 160;

/** Persons with a fault in all that can have it, and where the findings must be. */
function planted(
  planter: Planter,
  year: number,
): { readonly all: readonly Person[]; readonly truth: readonly string[] } {
  const source = makePersonSource({ year, la: '202', seed: 'planters' });
  const truth: string[] = [];
  const all = Array.from({ length: persons }, (_, k) => {
    const person = source.person(k);
    const before = JSON.stringify(person);
    const path = planter.plant(person, collectionYear(year));
    if (path === undefined) expect(JSON.stringify(person)).toBe(before);
    else truth.push(`${planter.rule} /Message/Persons/Person[${k + 1}]${path}`);
    return person;
  });
  return { all, truth };
}

describe('planters', () => {
  it('are one a rule and year, of all modules, and of rules that are in force', () => {
    for (const year of collectionYears) {
      const rules = plantersIn(year).map(({ rule }) => rule);
      expect(new Set(rules).size).toBe(rules.length);
      expect(rules.length).toBeGreaterThanOrEqual(45);
      for (const rule of rules) expect(ruleById(rule)?.from).toBeLessThanOrEqual(year);
    }
    const modules = new Set(planters.map(({ rule }) => rule.slice(0, 3)));
    expect([...modules].sort()).toEqual(['ASM', 'PER', 'PLC', 'PLN', 'REQ', 'VAL']);
  });

  describe.each([...collectionYears])('of %d', (year) => {
    it.each(plantersIn(year).map((planter) => [planter.rule, planter] as const))(
      '%s: the reference finds what was planted and nothing else',
      (_, planter) => {
        const { all, truth } = planted(planter, year);
        const xml = returnToXml({ Header: headerFor({ year, la: '202' }), Persons: { Person: [...all] } }, year);
        const { findings } = validate(bytesSource(new TextEncoder().encode(xml)));
        expect(findings.map(({ rule, path }) => `${rule} ${path}`)).toEqual(truth);
        expect(truth.length).toBeGreaterThan(0);
      },
    );
  });
});
