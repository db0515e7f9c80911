import { FormatError, type RemarkLog } from '../../format.js';
import { cellName, columnName } from '../address.js';
import { labelKey, shortLabel } from '../label-key.js';
import { sheetName, type Column, type Table } from '../tables.js';
import { isFilled, type Cell, type SheetRow } from './cell.js';

/** A table of a worksheet once its row of labels is read. */
export interface BoundTable {
  readonly table: Table;
  /** By column of the sheet, those that the table has. */
  readonly columns: ReadonlyMap<number, Column>;
  /** The cells of the labels; a merged one runs into the rows below. */
  readonly labels: ReadonlyMap<number, Cell>;
  /** Columns whose label is not the table's, which were told. */
  readonly ignored: ReadonlySet<number>;
}

/** Two labels that are the table's make a row that of its labels: one alone may stand anywhere. */
const fewestLabels = 2;

/** Whether a row is that of the labels of a table. */
export function isLabelRow({ cells }: SheetRow, table: Table): boolean {
  const keys = new Set(table.columns.map(({ label }) => labelKey(label)));
  let count = 0;
  for (const cell of cells.values()) if (cell.kind === 'text' && keys.has(labelKey(cell.text))) count += 1;
  return count >= fewestLabels;
}

/**
 * Finds the columns of a table by their labels, in whatever order they stand.
 * @throws FormatError where a label stands twice, or that of an ID is not there
 */
export function bindTable({ number, cells }: SheetRow, table: Table, remarks: RemarkLog): BoundTable {
  const byKey = new Map(table.columns.map((column) => [labelKey(column.label), column]));
  const columns = new Map<number, Column>();
  const placed = new Map<Column, number>();
  const ignored = new Set<number>();
  for (const [at, cell] of cells) {
    if (!isFilled(cell)) continue;
    const column = cell.kind === 'text' ? byKey.get(labelKey(cell.text)) : undefined;
    if (!column) {
      ignored.add(at);
      remarks.add(`${table.name}: column ${columnName(at)} is not one of the template's in this year; it is left out`, {
        kind: 'cell',
        sheet: sheetName,
        cell: cellName(number, at),
      });
      continue;
    }
    const former = placed.get(column);
    if (former !== undefined)
      throw new FormatError(
        `sheet ${sheetName}, cell ${cellName(number, at)}: is a second column ${shortLabel(column.label)} of ${table.name}, after ${cellName(number, former)}: take one away`,
      );
    placed.set(column, at);
    columns.set(at, column);
  }
  for (const column of table.columns) {
    if (!placed.has(column)) tellMissing(column, table, cellName(number, 1), remarks);
  }
  return { table, columns, labels: cells, ignored };
}

function tellMissing({ kind, label }: Column, { name }: Table, cell: string, remarks: RemarkLog): void {
  if (kind === 'item')
    remarks.add(`${name}: there is no column ${shortLabel(label)}`, { kind: 'cell', sheet: sheetName, cell });
  else if (kind === 'personId' || kind === 'requestsId')
    throw new FormatError(`sheet ${sheetName}, cell ${cell}: ${name} has no column ${shortLabel(label)}`);
}
