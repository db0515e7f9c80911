import { isXmlText } from '../../output/index.js';
import type { CellHandler } from '../cells/cell-reader.js';
import type { Place, RemarkLog } from '../format.js';
import type { Module } from './modules.js';
import { RowCursor, type CsvFile, type RawRow } from './row-cursor.js';
import { readHead, type HeadItem, type TableHead } from './table-head.js';

/** A row of a table, with the keys that tie it to others. */
export interface TableRow extends RawRow {
  readonly key: string;
  /** Empty for the header, which nothing holds. */
  readonly parent: string;
  /** Place among those of the same parent, where the file says so. */
  readonly order: number | undefined;
}

export interface TableOptions {
  readonly year: number;
  readonly remarks: RemarkLog;
  /** The LA of the header, once that is read: rows of another are told. */
  readonly la?: string | undefined;
  /** Keys are known not to rise from row to row, so that each has to be looked up among all before it. */
  readonly checkKeys?: boolean;
}

/** The table of one module, from its first row to its last. */
export class ModuleTable {
  #last = -Infinity;
  #lastKey: string | undefined;
  #isRising = true;
  readonly #seen: Set<string> | undefined;
  #next: TableRow | undefined;

  private constructor(
    readonly module: Module,
    private readonly cursor: RowCursor,
    readonly head: TableHead,
    private readonly remarks: RemarkLog,
    private readonly la: string | undefined,
    checkKeys: boolean,
  ) {
    this.#seen = checkKeys ? new Set() : undefined;
  }

  /** @throws FormatError, UnreadableFileError */
  static async open(file: CsvFile, module: Module, options: TableOptions): Promise<ModuleTable> {
    const { key, parentKey } = module;
    const known = new Set([key, parentKey, ...module.items.map(({ column }) => column)]);
    const cursor = await RowCursor.open(file, (name) => known.has(name));
    const first = await cursor.peek();
    if (!first) throw cursor.fault(1, 'is empty where the row of column names was expected');
    cursor.skip();
    const head = readHead({ ...options, module }, first, cursor);
    return new ModuleTable(module, cursor, head, options.remarks, options.la, options.checkKeys ?? false);
  }

  /** Whether the keys so far were numbers, each greater than the one before, so that none is doubled. */
  get isRising(): boolean {
    return this.#isRising;
  }

  /** The next row, which stays the next. @throws FormatError */
  async peek(): Promise<TableRow | undefined> {
    if (this.#next) return this.#next;
    const raw = await this.cursor.peek();
    if (raw) this.#next = this.#keyed(raw);
    return this.#next;
  }

  skip(): void {
    this.#next = undefined;
    this.cursor.skip();
  }

  /** The value of an item in a row; undefined where its cell is empty. @throws FormatError */
  value(row: TableRow, item: HeadItem): string | undefined {
    const cell = row.cells[item.at];
    if (cell === undefined || cell === '') return undefined;
    if (!isXmlText(cell))
      throw this.fault(row, 'has a control character, which a return cannot hold; take it out', item.title);
    // One for each cell would be most of the work.
    this.#row = row;
    this.#column = item.title;
    return item.read(cell, this.#handler);
  }

  place(row: TableRow, column?: string): Place {
    return this.cursor.place(row, column);
  }

  fault({ row }: RawRow, why: string, column?: string): Error {
    return this.cursor.fault(row, why, column);
  }

  close(): void {
    this.cursor.close();
  }

  #row: TableRow | undefined;
  #column = '';
  readonly #handler: CellHandler = {
    tell: (text) => {
      this.remarks.add(text, this.#row && this.cursor.place(this.#row, this.#column));
    },
    refuse: (why) => {
      throw this.cursor.fault(this.#row?.row ?? 1, why, this.#column);
    },
  };

  #keyed(raw: RawRow): TableRow {
    const { head, module } = this;
    const { cells, row, line } = raw;
    for (let at = head.width; at < cells.length; at++) {
      if (cells[at] !== '')
        throw this.fault(
          raw,
          'has more cells than there are columns; a cell with a separator in it needs quotation marks',
        );
    }
    const key = cells[head.key]?.trim() ?? '';
    if (key === '') throw this.fault(raw, `has no ${module.key}`);
    this.#checkKey(key, raw);
    const native = head.nativeId === undefined ? '' : (cells[head.nativeId]?.trim() ?? '');
    if (this.la !== undefined && native !== '' && native !== this.la)
      this.remarks.add('a row names another LA than the header; that of the header counts', this.cursor.place(raw));
    const order = head.order === undefined ? '' : (cells[head.order]?.trim() ?? '');
    return {
      row,
      line,
      cells,
      key,
      parent: head.parent === undefined ? '' : (cells[head.parent]?.trim() ?? ''),
      order: /^\d{1,9}$/.test(order) ? Number(order) : undefined,
    };
  }

  #checkKey(key: string, raw: RawRow): void {
    const number = /^\d{1,15}$/.test(key) ? Number(key) : NaN;
    if (!(number > this.#last)) this.#isRising = false;
    this.#last = number;
    if (key === this.#lastKey || this.#seen?.has(key) === true)
      throw this.fault(raw, `has the same ${this.module.key} as a row before it; each row needs its own`);
    this.#lastKey = key;
    this.#seen?.add(key);
  }
}
