import type { RemarkLog } from '../format.js';
import { cellReader, type ReadCell } from '../cells/cell-reader.js';
import { columnsOf, nativeIdColumn, otherNames, sourceIdColumn, type Module, type ModuleItem } from './modules.js';
import type { RawRow, RowCursor } from './row-cursor.js';

/** An item in the columns of a file. */
export interface HeadItem extends ModuleItem {
  /** Place among the cells of a row, from 0. */
  readonly at: number;
  /** The name of its column as the file has it. */
  readonly title: string;
  readonly read: ReadCell;
}

/** What the row of column names says. Places are among the cells of a row, from 0. */
export interface TableHead {
  readonly width: number;
  readonly key: number;
  readonly parent: number | undefined;
  readonly order: number | undefined;
  /** The number of the LA, which each row has. */
  readonly nativeId: number | undefined;
  readonly items: readonly HeadItem[];
  readonly byTag: ReadonlyMap<string, HeadItem>;
}

/** Column names in lower case, and under the names that they are written with. */
export function columnName(cell: string): string {
  const name = cell.trim().toLowerCase();
  return otherNames.get(name) ?? name;
}

/** Reads the row of column names; columns may stand in any order and case. @throws FormatError */
export function readHead(
  { year, module, remarks }: { readonly year: number; readonly module: Module; readonly remarks: RemarkLog },
  { cells, row, line }: RawRow,
  cursor: RowCursor,
): TableHead {
  const names = new Map<string, number>();
  for (const [at, cell] of cells.entries()) {
    const name = columnName(cell);
    if (name === '') continue;
    if (names.has(name) && isOf(module, name))
      throw cursor.fault(row, `the column ${name} stands there twice; take one of them out`);
    names.set(name, at);
  }
  const { key, parentKey } = module;
  const needed = parentKey === undefined ? [key] : [key, parentKey];
  const lacking = needed.filter((name) => !names.has(name));
  if (lacking.length > 0)
    throw cursor.fault(
      row,
      `there is no column ${lacking.join(' and no column ')}; its first row has to be that of the column names`,
    );

  const place = cursor.place({ row, line });
  for (const [name, at] of names) {
    if (!isOf(module, name))
      remarks.add(
        `the column ${(cells[at] ?? '').trim()} is not one of ${module.name} in ${year} and is ignored`,
        place,
      );
  }
  const items = module.items.flatMap(({ item, column }): HeadItem[] => {
    const at = names.get(column);
    if (at === undefined) {
      remarks.add(`there is no column ${column} for ${module.name}, so no record has that item`, place);
      return [];
    }
    return [{ item, column, at, title: (cells[at] ?? '').trim(), read: cellReader(item, year) }];
  });
  return {
    width: cells.length,
    key: names.get(key) ?? 0,
    parent: parentKey === undefined ? undefined : names.get(parentKey),
    order: names.get(module.order),
    nativeId: names.get(nativeIdColumn.toLowerCase()),
    items,
    byTag: new Map(items.map((one) => [one.item.tag, one])),
  };
}

const columnSets = new WeakMap<Module, ReadonlySet<string>>();

function isOf(module: Module, name: string): boolean {
  let columns = columnSets.get(module);
  if (!columns) {
    columns = new Set([nativeIdColumn, sourceIdColumn, ...columnsOf(module)].map((one) => one.toLowerCase()));
    columnSets.set(module, columns);
  }
  return columns.has(name);
}
