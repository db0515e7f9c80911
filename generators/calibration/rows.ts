import { blend, blendRecord } from './blend.js';
import { ageColumn, flowAgeColumn, isAboutStart, isAboutYears, isTotal } from './labels.js';
import { countIn, type ReleaseRow } from './release-file.js';

/** Rows by their place in a list, as far as they have one. */
export function place(
  rows: readonly ReleaseRow[],
  at: (row: ReleaseRow) => number,
): ReadonlyMap<number, ReleaseRow> | undefined {
  const found = new Map(rows.map((row) => [at(row), row] as const).filter(([column]) => column >= 0));
  return found.size > 1 ? found : undefined;
}

/** The counts of a column by place; undefined where there is no row or number. */
export const cells = (of: ReadonlyMap<number, ReleaseRow>, column: string, length: number): (number | undefined)[] =>
  Array.from({ length }, (_, i) => countIn(of.get(i), column));

/** The row about all there are. */
export const totalRow = (rows: readonly ReleaseRow[]): ReleaseRow | undefined => rows.find(isTotal);
/** Rows by place in `ages`. */
export const byAge = (rows: readonly ReleaseRow[]): ReadonlyMap<number, ReleaseRow> | undefined =>
  place(
    rows.filter((row) => !isAboutStart(row) && !isAboutYears(row)),
    ageColumn,
  );
/** Rows by place in `flowAges`. */
export const byFlowAge = (rows: readonly ReleaseRow[]): ReadonlyMap<number, ReleaseRow> | undefined =>
  place(rows, flowAgeColumn);

/** A national table by age brought to totals of the LA: its age pattern stays. */
export function toTotal(national: readonly number[], total: number | undefined): readonly number[] {
  return blend([], national, total);
}

/** A table of counts in columns, from its total row. */
export function fromTotal<K extends string>(
  row: ReleaseRow | undefined,
  columns: Readonly<Record<K, string>>,
  national: Readonly<Record<K, number>>,
): Readonly<Record<K, number>> | undefined {
  if (!row) return undefined;
  const known: Partial<Record<K, number | undefined>> = {};
  for (const key of Object.keys(columns) as K[]) known[key] = countIn(row, columns[key]);
  return blendRecord(known, national);
}
