import { knownYear } from '../../../src/model/index.js';
import { UnknownYearError } from '../../../src/validate/index.js';
import type { RemarkLog } from '../../format.js';
import type { Column, TableTag } from '../tables.js';
import type { BoundTable } from './bound-table.js';
import { isFilled, type Cell, type SheetRow } from './cell.js';
import { itemValue, type CellNotes } from './cell-value.js';
import { fault, place } from './place.js';
import type { Fields } from './return-builder.js';

/** What a row of a table says. */
export interface RowContent {
  readonly personId: string | undefined;
  readonly requestsId: string | undefined;
  readonly record: Fields;
}

/** Makes records of rows; what is to be told of a cell goes to the log. */
export class RecordReader {
  #row = 0;
  #column = 0;
  readonly #notes: CellNotes = {
    remark: (text) => {
      this.remarks.add(text, place(this.#row, this.#column));
    },
    fault: (text) => fault(this.#row, this.#column, text),
  };

  constructor(
    private readonly from1904: boolean,
    private readonly remarks: RemarkLog,
  ) {}

  /**
   * What a row says; undefined where it says nothing but its record type and LA, which templates fill in ahead.
   * @param la of the header, with which that of the row is compared
   * @throws FormatError where a cell could mean more than one thing or nothing
   */
  content({ number, cells }: SheetRow, bound: BoundTable, la: string | undefined): RowContent | undefined {
    this.#row = number;
    let personId: string | undefined;
    let requestsId: string | undefined;
    const record: Fields = {};
    let isBlank = true;
    for (const [at, column] of bound.columns) {
      const cell = cellAt(at, cells, bound);
      if (!cell || column.kind === 'recordType') continue;
      this.#column = at;
      if (column.kind === 'la') {
        this.#compareLa(cell, la);
        continue;
      }
      isBlank &&= !isFilled(cell);
      if (column.kind === 'item') {
        const value = itemValue(cell, column.item, this.from1904, this.#notes);
        if (value !== undefined) put(record, bound.table.tag, column.item.parent.tag, column.item.tag, value);
      } else if (column.kind === 'personId') personId = this.#id(cell);
      else requestsId = this.#id(cell);
    }
    this.#tellStray(cells, bound);
    return isBlank ? undefined : { personId, requestsId, record };
  }

  /** The collection year in a row of the header; undefined where the row is blank. @throws UnknownYearError, FormatError */
  year({ number, cells }: SheetRow, bound: BoundTable): number | undefined {
    this.#row = number;
    let isBlank = true;
    let given: string | undefined;
    for (const [at, column] of bound.columns) {
      const cell = cellAt(at, cells, bound);
      if (column.kind !== 'item' || !isFilled(cell)) continue;
      isBlank = false;
      this.#column = at;
      if (column.item.node.type === 'year') given = itemValue(cell, column.item, this.from1904, this.#notes);
    }
    if (isBlank) return undefined;
    const year = knownYear(given);
    if (year === undefined) throw new UnknownYearError(given);
    return year;
  }

  /** An ID as text, so that one typed as text and one that is a number are the same. */
  #id(cell: Cell): string | undefined {
    switch (cell.kind) {
      case 'text':
        return cell.text.trim() === '' ? undefined : cell.text.trim();
      case 'number':
        return String(cell.number);
      default:
        throw this.#notes.fault('holds no ID: put the number there');
    }
  }

  #compareLa(cell: Cell, la: string | undefined): void {
    if (la === undefined || (cell.kind !== 'text' && cell.kind !== 'number')) return;
    const given = cell.kind === 'text' ? cell.text.trim() : String(cell.number);
    if (given !== '' && given !== la)
      this.#notes.remark('a row names another LA than the header; that of the header counts');
  }

  #tellStray(cells: ReadonlyMap<number, Cell>, { columns, ignored, table }: BoundTable): void {
    for (const [at, cell] of cells) {
      if (columns.has(at) || ignored.has(at) || !isFilled(cell)) continue;
      this.#column = at;
      this.#notes.remark(`${table.name}: a cell in a column without a label is left out`);
    }
  }
}

/** The column of the sheet in which a table has one of its own kind; its first where it has none. */
export function columnOf({ columns }: BoundTable, kind: Column['kind']): number {
  for (const [at, column] of columns) if (column.kind === kind) return at;
  return 1;
}

/** A cell of a row, unless it is that of the label, merged with those below. */
function cellAt(at: number, cells: ReadonlyMap<number, Cell>, { labels }: BoundTable): Cell | undefined {
  const cell = cells.get(at);
  return cell === labels.get(at) ? undefined : cell;
}

/** Items of the header are in containers of their own. */
function put(record: Fields, table: TableTag, parent: string, item: string, value: string): void {
  if (table !== 'Header') {
    record[item] = value;
    return;
  }
  const inner = record[parent];
  if (typeof inner === 'object' && !Array.isArray(inner)) inner[item] = value;
  else record[parent] = { [item]: value };
}
