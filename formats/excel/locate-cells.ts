import type { OpenOptions, Place } from '../format.js';
import { remarkLog } from '../remark-log.js';
import type { BoundTable } from './sheet/bound-table.js';
import { place } from './sheet/place.js';
import { readWorkbook } from './sheet/read-workbook.js';
import type { TableTag } from './tables.js';

type Fields = Readonly<Record<string, unknown>>;

/** Where a path has led so far: a record with its row, and the table that it stands in. */
interface Found {
  readonly record: Fields;
  readonly row: number;
  readonly table: BoundTable;
}

/** Finds the cells of records and items by their paths, as `Format.locate` says. */
export async function locateCells(
  path: string,
  paths: Iterable<string>,
  options: OpenOptions,
): Promise<ReadonlyMap<string, Place>> {
  const rows = new Map<object, number>();
  // What there is to tell of the file was told when it was opened.
  const read = await readWorkbook(path, { ...options, remarks: remarkLog() }, (record, row) => rows.set(record, row));
  const tableOf = (tag: string): BoundTable | undefined => read.tables.get(tag as TableTag);
  const places = new Map<string, Place>();
  for (const one of paths) {
    const [root, top, ...steps] = one.split('/').slice(1);
    if (root !== 'Message') continue;
    const title = read.titles.get('Person');
    if (top === 'Persons' && steps.length === 0 && title !== undefined) places.set(one, place(title, 1));
    const start: Fields = top === 'Header' ? { Header: read.header } : { Person: read.persons };
    const found = follow(start, top === 'Header' ? ['Header', ...steps] : steps, rows, tableOf);
    if (found) places.set(one, found);
  }
  return places;
}

/** Follows a path from record to record; an item or container that is absent is where its record is. */
function follow(
  start: Fields,
  steps: readonly string[],
  rows: ReadonlyMap<object, number>,
  tableOf: (tag: string) => BoundTable | undefined,
): Place | undefined {
  let found: Found | undefined;
  let record = start;
  for (const step of steps) {
    const [, tag = '', position] = /^(\w+)(?:\[(\d+)\])?$/.exec(step) ?? [];
    const held = record[tag];
    const next: unknown = Array.isArray(held) ? held[Number(position ?? 1) - 1] : held;
    if (!isRecord(next)) {
      // A record of that number is not there at all.
      if (position !== undefined) return undefined;
      return found && place(found.row, typeof next === 'string' ? columnOfItem(found.table, tag) : 1);
    }
    record = next;
    const table = tableOf(tag) ?? found?.table;
    const row = rows.get(next) ?? found?.row;
    if (table === undefined || row === undefined) return undefined;
    found = { record, row, table };
  }
  return found && place(found.row, 1);
}

function columnOfItem({ columns }: BoundTable, tag: string): number {
  for (const [at, column] of columns) if (column.kind === 'item' && column.item.node.tag === tag) return at;
  return 1;
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}
