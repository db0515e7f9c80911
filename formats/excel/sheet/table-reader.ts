import { collectionYears } from '../../../src/model/index.js';
import { FormatError, type RemarkLog } from '../../format.js';
import { remarkLog } from '../../remark-log.js';
import { cellName } from '../address.js';
import { nameKey } from '../label-key.js';
import { sheetName, tablesOf, type Table, type TableTag } from '../tables.js';
import { bindTable, isLabelRow, type BoundTable } from './bound-table.js';
import { isFilled, type SheetRow } from './cell.js';
import { fault, place } from './place.js';
import { columnOf, RecordReader } from './record-reader.js';
import { ReturnBuilder } from './return-builder.js';

const newest = Math.max(...collectionYears);

export interface TableReaderOptions {
  /** The collection year asked for; that of the header where undefined. */
  readonly year: number | undefined;
  readonly from1904: boolean;
  readonly remarks: RemarkLog;
  /** Told of each record and the row it stands in. */
  readonly onRecord?: (record: object, row: number) => void;
}

/** Makes a return of the rows of the worksheet, which are given from top to bottom. */
export class TableReader {
  readonly builder = new ReturnBuilder();
  readonly #records: RecordReader;
  readonly #tables = new Map<TableTag, BoundTable>();
  readonly #titles = new Map<TableTag, number>();
  #year: number | undefined;
  #known: readonly Table[];
  /** The row before, since what it is shows by the one after. */
  #held: SheetRow | undefined;
  /** A table whose name was in the row before. */
  #titled: Table | undefined;
  #current: BoundTable | undefined;
  /** The labels of the header while its year is not known, which decides which of them belong there. */
  #openLabels: SheetRow | undefined;

  constructor(private readonly options: TableReaderOptions) {
    this.#year = options.year;
    this.#records = new RecordReader(options.from1904, options.remarks);
    // Whatever the year, the header has the same items, but that later years have more.
    this.#known = tablesOf(options.year ?? newest);
  }

  /** The tables with their columns, as they are in the sheet. */
  get tables(): ReadonlyMap<TableTag, BoundTable> {
    return this.#tables;
  }

  /** The rows in which the names of the tables stand. */
  get titles(): ReadonlyMap<TableTag, number> {
    return this.#titles;
  }

  /** @throws FormatError, UnknownYearError */
  row(row: SheetRow): void {
    if (![...row.cells.values()].some(isFilled)) return;
    if (this.#held) this.#take(this.#held, row);
    this.#held = row;
  }

  /** Takes what is left, and gives the year of the return. @throws FormatError, UnknownYearError */
  end(): number {
    if (this.#held) this.#take(this.#held, undefined);
    this.#held = undefined;
    const missing = this.#known.find(({ tag }) => !this.#tables.has(tag));
    if (missing) throw new FormatError(`sheet ${sheetName}: there is no table ${missing.name} (its name in column A)`);
    if (this.#year === undefined || !this.builder.header) throw this.#noHeader();
    return this.#year;
  }

  #take(row: SheetRow, next: SheetRow | undefined): void {
    if (this.#titled) {
      this.#bind(row, this.#titled);
      return;
    }
    const title = this.#titleIn(row);
    if (title && next && isLabelRow(next, title)) this.#begin(title, row.number);
    // In a row of its own table it is the text of its Record Type.
    else if (title && row.cells.size === 1 && title.tag !== this.#current?.table.tag)
      throw fault(row.number, 1, `there is no row of column labels under ${title.name}`);
    else if (this.#current) this.#record(row, this.#current);
  }

  #titleIn({ cells }: SheetRow): Table | undefined {
    const first = cells.get(1);
    if (first?.kind !== 'text') return undefined;
    const key = nameKey(first.text);
    return this.#known.find(({ name }) => nameKey(name) === key);
  }

  #begin(table: Table, row: number): void {
    const { tag, name, parent } = table;
    const former = this.#titles.get(tag);
    if (former !== undefined) throw fault(row, 1, `is a second table ${name}, after ${cellName(former, 1)}`);
    if (tag !== 'Header' && !this.builder.header) throw this.#noHeader();
    if (parent && !this.#tables.has(parent))
      throw fault(row, 1, `${name} stands before the table that it belongs to: put it after`);
    this.#titles.set(tag, row);
    this.#titled = table;
  }

  #noHeader(): FormatError {
    return new FormatError(
      `sheet ${sheetName}: there is no row under Header Record, which comes before the other tables`,
    );
  }

  #bind(labels: SheetRow, table: Table): BoundTable {
    const isOpen = this.#year === undefined;
    this.#openLabels = isOpen ? labels : undefined;
    this.#current = bindTable(labels, table, isOpen ? remarkLog() : this.options.remarks);
    this.#tables.set(table.tag, this.#current);
    this.#titled = undefined;
    return this.#current;
  }

  #record(row: SheetRow, open: BoundTable): void {
    const bound = this.#openLabels ? this.#settleYear(row, open, this.#openLabels) : open;
    const { builder } = this;
    const content = bound && this.#records.content(row, bound, builder.header?.Source?.LEA);
    if (!content) return;
    builder.add({
      tag: bound.table.tag,
      ...content,
      fault: (kind, text) => fault(row.number, columnOf(bound, kind), text),
      remark: (text) => {
        this.options.remarks.add(`${bound.table.name}: ${text}`, place(row.number, columnOf(bound, 'personId')));
      },
    });
    this.options.onRecord?.(content.record, row.number);
  }

  /** Binds the header anew by the year that a row of it says; undefined where the row is blank. */
  #settleYear(row: SheetRow, open: BoundTable, labels: SheetRow): BoundTable | undefined {
    this.#year = this.#records.year(row, open);
    if (this.#year === undefined) return undefined;
    this.#known = tablesOf(this.#year);
    const table = this.#known.find(({ tag }) => tag === open.table.tag);
    return table && this.#bind(labels, table);
  }
}
