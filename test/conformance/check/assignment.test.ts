import fc from 'fast-check';
import { leastCostPairs } from '../../../conformance/check/assignment.js';

/** The least sum there is, by trying all. */
function leastSum(costs: readonly (readonly number[])[]): number {
  const columns = costs[0]?.length ?? 0;
  const pairs = Math.min(costs.length, columns);
  const best = (row: number, used: ReadonlySet<number>): number => {
    if (used.size === pairs) return 0;
    if (row === costs.length) return Infinity;
    const left = best(row + 1, used);
    const taken = Array.from({ length: columns }, (_, column) =>
      used.has(column) ? Infinity : (costs[row]?.[column] ?? 0) + best(row + 1, new Set([...used, column])),
    );
    return Math.min(left, ...taken);
  };
  return best(0, new Set());
}

const matrices = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).chain(([rows, columns]) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  }),
);

describe('leastCostPairs', () => {
  it('pairs all of the fewer side, none twice, for the least sum there is', () => {
    fc.assert(
      fc.property(matrices, (costs) => {
        const columns = leastCostPairs(costs);
        const paired = columns.flatMap((column, row) => (column < 0 ? [] : [{ row, column }]));
        expect(paired.length).toBe(Math.min(costs.length, costs[0]?.length ?? 0));
        expect(new Set(paired.map(({ column }) => column)).size).toBe(paired.length);
        const sum = paired.reduce((total, { row, column }) => total + (costs[row]?.[column] ?? NaN), 0);
        expect(sum).toBe(leastSum(costs));
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('takes nothing for nothing', () => {
    expect(leastCostPairs([])).toEqual([]);
    expect(leastCostPairs([[], []])).toEqual([-1, -1]);
  });
});
