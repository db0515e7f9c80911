import { countsOf, selfCheck } from '../../../conformance/adversaries/index.js';
import { buildCases } from '../../../conformance/suite/index.js';

/**
 * The promise of the suite: every wrong validator that is derived from a rule is killed by a case, or
 * nothing can tell it from the reference, and then it is said why.
 */
export function holdsTheKillScore(year: number): void {
  describe(`the suite of ${year}`, () => {
    it('kills every adversary that is not equivalent', () => {
      const rows = selfCheck(buildCases({ year, seed: '1', kit: 'test' }), year);
      const survived = rows.flatMap(({ rule, survived: alive }) => alive.map(({ operator }) => `${rule} ${operator}`));
      expect(survived).toEqual([]);
      // Of a rule that hangs on an open question as a whole, some can be told by no case.
      const isOpen = ({ equivalent }: (typeof rows)[number]): boolean =>
        equivalent.some(({ reason }) => reason.includes('open question'));
      expect(rows.filter((row) => row.killed < (isOpen(row) ? 2 : 4)).map((row) => row.rule)).toEqual([]);
      expect(countsOf(rows).killed).toBeGreaterThan(2000);
    }, 180_000);
  });
}
