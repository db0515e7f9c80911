import type { ModuleTable, TableRow } from './module-table.js';

/** The rows of a table by the row that holds them. */
export interface ChildRows {
  /** The rows under a key, which are asked for once. @throws FormatError */
  under(key: string): Promise<readonly TableRow[]>;
  /** The first row that nobody asked for, once all have been. @throws FormatError */
  leftOver(): Promise<TableRow | undefined>;
}

/** Of a table whose rows stand in the order of those that hold them: no more is held than the rows of one. */
export function streamedRows(table: ModuleTable): ChildRows {
  return {
    under: async (key) => {
      const rows: TableRow[] = [];
      for (let row = await table.peek(); row?.parent === key; row = await table.peek()) {
        rows.push(row);
        table.skip();
      }
      return inOrder(rows);
    },
    leftOver: () => table.peek(),
  };
}

/** Of any other table: all of it is held, and what has been asked for is let go. */
export async function heldRows(table: ModuleTable): Promise<ChildRows> {
  const held = new Map<string, TableRow[]>();
  for (let row = await table.peek(); row; row = await table.peek()) {
    const rows = held.get(row.parent);
    if (rows) rows.push(row);
    else held.set(row.parent, [row]);
    table.skip();
  }
  return {
    under: (key) => {
      const rows = held.get(key) ?? [];
      held.delete(key);
      return Promise.resolve(inOrder(rows));
    },
    leftOver: () => {
      let first: TableRow | undefined;
      for (const [row] of held.values()) if (row && row.row < (first?.row ?? Infinity)) first = row;
      return Promise.resolve(first);
    },
  };
}

/** By the column that says so, where every row has it; as they stand in the file otherwise. */
function inOrder(rows: TableRow[]): readonly TableRow[] {
  if (rows.length < 2 || rows.some((row) => row.order === undefined)) return rows;
  return rows.sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
}
