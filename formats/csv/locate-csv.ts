import type { OpenOptions, Place } from '../format.js';
import { deepest, wantedPaths, type Step } from '../paths/path-steps.js';
import { openExport, type RecordRows } from './export-reader.js';
import type { HeadItem } from './table-head.js';

/** A record, or an item of it. */
interface Spot {
  readonly rows: RecordRows;
  readonly item?: HeadItem;
}

/**
 * Finds the rows and columns of what paths name. What is neither in the header nor in a person is at the column names of
 * the persons.
 * @throws FormatError, UnknownYearError, UnreadableFileError
 */
export async function locateCsv(
  path: string,
  paths: Iterable<string>,
  options: OpenOptions,
): Promise<ReadonlyMap<string, Place>> {
  const reader = await openExport(path, options);
  const wanted = wantedPaths(paths);
  const places = new Map<string, Place>();
  const tellPersons: string[] = [];
  for (const { path: one, steps } of wanted.outside) {
    const [first, , last] = steps;
    if (first?.tag === 'Header') places.set(one, placeOf(inHeader(reader.header, last)));
    else if (first?.tag === 'Persons') tellPersons.push(one);
    else places.set(one, placeOf({ rows: reader.header }));
  }
  let position = 0;
  for await (const rows of reader.persons()) {
    position += 1;
    if (position === 1) {
      const place = placeOf({ rows });
      if (place.kind === 'row')
        for (const one of tellPersons) places.set(one, { kind: 'row', file: place.file, row: 1 });
    }
    for (const { path: one, steps } of wanted.persons.get(position) ?? [])
      places.set(one, placeOf(deepest({ rows }, steps, below)));
    if (position >= wanted.last) break;
  }
  return places;
}

function placeOf({ rows: { table, row }, item }: Spot): Place {
  return table.place(row, item?.title);
}

function inHeader(rows: RecordRows, step: Step | undefined): Spot {
  const item = step && rows.table.head.byTag.get(step.tag);
  return item && isFilled(rows, item) ? { rows, item } : { rows };
}

function below({ rows, item }: Spot, { tag, position }: Step): Spot | undefined {
  if (item) return undefined;
  const { children, group } = rows.table.module;
  const child = group.byTag.get(tag);
  if (child?.kind === 'item') {
    const found = rows.table.head.byTag.get(child.tag);
    return found && position === 1 && isFilled(rows, found) ? { rows, item: found } : undefined;
  }
  const at = children.findIndex((one) => one.group.tag === tag);
  const record = rows.children[at]?.[position - 1];
  return record && { rows: record };
}

function isFilled({ row }: RecordRows, { at }: HeadItem): boolean {
  return (row.cells[at] ?? '') !== '';
}
