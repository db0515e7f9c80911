/**
 * Pairs rows with columns so that the costs of the pairs are least in sum: each of the fewer side gets one of the other.
 * Takes time with the third power of the size; the same costs always give the same pairs.
 * @param costs by row, then column; all rows have the same length, and every cost is a finite number
 * @returns the column of each row, -1 for a row that is left over
 */
export function leastCostPairs(costs: readonly (readonly number[])[]): readonly number[] {
  const rows = costs.length;
  const columns = costs[0]?.length ?? 0;
  if (rows <= columns) return pairsOfRows(rows, columns, (row, column) => costs[row]?.[column] ?? 0);
  const rowOf = pairsOfRows(columns, rows, (column, row) => costs[row]?.[column] ?? 0);
  const columnOf = new Array<number>(rows).fill(-1);
  rowOf.forEach((row, column) => {
    columnOf[row] = column;
  });
  return columnOf;
}

/**
 * The Hungarian method with potentials, for no more rows than columns. Row and column 0 are helpers: a path of pairs to
 * be changed begins at column 0.
 */
function pairsOfRows(rows: number, columns: number, cost: (row: number, column: number) => number): readonly number[] {
  const rowPotential = new Float64Array(rows + 1);
  const columnPotential = new Float64Array(columns + 1);
  /** The row that a column is paired with; 0 where it is free. */
  const rowAt = new Int32Array(columns + 1);
  const before = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    rowAt[0] = row;
    const least = new Float64Array(columns + 1).fill(Infinity);
    const isDone = new Uint8Array(columns + 1);
    let at = 0;
    do {
      isDone[at] = 1;
      const from = rowAt[at] ?? 0;
      let delta = Infinity;
      let next = 0;
      for (let column = 1; column <= columns; column++) {
        if (isDone[column] === 1) continue;
        const reduced = cost(from - 1, column - 1) - (rowPotential[from] ?? 0) - (columnPotential[column] ?? 0);
        if (reduced < (least[column] ?? 0)) {
          least[column] = reduced;
          before[column] = at;
        }
        if ((least[column] ?? 0) < delta) {
          delta = least[column] ?? 0;
          next = column;
        }
      }
      for (let column = 0; column <= columns; column++) {
        if (isDone[column] === 1) {
          const paired = rowAt[column] ?? 0;
          rowPotential[paired] = (rowPotential[paired] ?? 0) + delta;
          columnPotential[column] = (columnPotential[column] ?? 0) - delta;
        } else {
          least[column] = (least[column] ?? 0) - delta;
        }
      }
      at = next;
    } while (rowAt[at] !== 0);
    while (at !== 0) {
      const previous = before[at] ?? 0;
      rowAt[at] = rowAt[previous] ?? 0;
      at = previous;
    }
  }
  const columnOf = new Array<number>(rows).fill(-1);
  for (let column = 1; column <= columns; column++) {
    const row = rowAt[column] ?? 0;
    if (row > 0) columnOf[row - 1] = column - 1;
  }
  return columnOf;
}
