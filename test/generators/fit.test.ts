import { fit, sum } from '../../generators/fit.js';

describe('fit', () => {
  it('meets row and column totals and keeps empty cells empty', () => {
    const cells = fit(
      [
        [1, 2, 0],
        [4, 1, 1],
      ],
      [30, 70],
      [40, 40, 20],
    );
    expect(sum(cells[0] ?? [])).toBeCloseTo(30);
    expect(sum(cells[1] ?? [])).toBeCloseTo(70);
    [40, 40, 20].forEach((total, c) => {
      expect(sum(cells.map((row) => row[c] ?? 0))).toBeCloseTo(total, 3);
    });
    expect(cells[0]?.[2]).toBe(0);
  });

  it('scales the columns to the rows where their sums differ', () => {
    const cells = fit([[1, 1]], [10], [1, 3]);
    expect(cells[0]?.[0]).toBeCloseTo(2.5);
    expect(cells[0]?.[1]).toBeCloseTo(7.5);
  });
});
