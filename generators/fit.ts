const passes = 40;

/**
 * Scales a matrix so that its rows and columns add up to the totals wanted, keeping its pattern as far as
 * that allows (iterative proportional fitting). Cells of 0 stay 0. Where the totals cannot both be met the
 * rows are. Column totals are first brought to the same sum as the row totals.
 */
export function fit(
  pattern: readonly (readonly number[])[],
  rowTotals: readonly number[],
  columnTotals: readonly number[],
): number[][] {
  const cells = pattern.map((row) => [...row]);
  const scale = sum(rowTotals) / (sum(columnTotals) || 1);
  for (let pass = 0; pass < passes; pass++) {
    columnTotals.forEach((wanted, c) => {
      const have = cells.reduce((total, row) => total + (row[c] ?? 0), 0);
      if (have > 0) for (const row of cells) row[c] = ((row[c] ?? 0) * wanted * scale) / have;
    });
    cells.forEach((row, r) => {
      const have = sum(row);
      if (have > 0) row.forEach((cell, c) => (row[c] = (cell * (rowTotals[r] ?? 0)) / have));
    });
  }
  return cells;
}

/** The sum of a list, 0 for an empty one. */
export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
