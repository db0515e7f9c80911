import { parse } from 'csv-parse/sync';

/** A CSV file of a release of DfE's Explore education statistics. */
export interface ReleaseFile {
  readonly name: string;
  readonly text: string;
}

/** A row by column. */
export type ReleaseRow = Readonly<Record<string, string>>;

/** The rows of one LA in one file, or why there are none. */
export type LaRows =
  | { readonly rows: readonly ReleaseRow[]; readonly columns: ReadonlySet<string>; readonly period: string }
  | { readonly why: string };

const needed = ['time_period', 'geographic_level', 'old_la_code'] as const;

/** Reads the rows of an LA in the latest time period that a file has of it. */
export function laRows({ text }: ReleaseFile, la: string): LaRows {
  let all: readonly ReleaseRow[];
  try {
    all = parse(text, { columns: true, bom: true, skip_empty_lines: true, trim: true, relax_column_count: true });
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return { why: `is not CSV: ${reason}` };
  }
  const [first] = all;
  if (!first) return { why: 'has no rows' };
  const lacking = needed.filter((column) => !(column in first));
  if (lacking.length > 0) return { why: `has no column ${lacking.join(', ')}` };
  const own = all.filter(
    (row) => row['geographic_level']?.toLowerCase() === 'local authority' && row['old_la_code'] === la,
  );
  const period = own.reduce((latest, row) => {
    const at = row['time_period'] ?? '';
    return at > latest ? at : latest;
  }, '');
  if (own.length === 0) return { why: `has no row of LA ${la}` };
  return {
    rows: own.filter((row) => row['time_period'] === period),
    columns: new Set(Object.keys(first)),
    period,
  };
}

/** What stands for no number: low is below what is shown, z not applicable; both are next to nothing. */
const nothing: ReadonlySet<string> = new Set(['low', 'z']);

/** A count; undefined where it is suppressed (c), not available (x, :) or anything but a number. */
export function countIn(row: ReleaseRow | undefined, column: string): number | undefined {
  const text = (row?.[column] ?? '').replaceAll(',', '').toLowerCase();
  if (nothing.has(text)) return 0;
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}
