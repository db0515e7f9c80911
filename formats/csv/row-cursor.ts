import { basename } from 'node:path';
import { parse, type CsvError, type Parser } from 'csv-parse';
import { FormatError, type Place } from '../format.js';
import { utf8Pieces, type Encoding } from './decoding.js';

/** A row as it stands in a file. */
export interface RawRow {
  /** As a spreadsheet counts them: the row of column names is mostly 1. */
  readonly row: number;
  /** The line in which it begins. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A file of which rows are to be read. */
export interface CsvFile {
  readonly path: string;
  readonly encoding: Encoding;
}

/** More than the longest row by far: a quotation mark that is never closed does not take the rest of a file for a cell. */
const longestRow = 1_000_000;
const delimiters = [',', ';', '\t', '|'] as const;

/**
 * Reads the rows of a CSV file one after the other, a piece of the file at a time. Rows of nothing but blank cells are
 * passed over. The delimiter is the one that gives most of the column names that are expected.
 */
export class RowCursor {
  readonly #pieces: Iterator<Buffer, void>;
  readonly #parser: Parser;
  readonly #name: string;
  #rows: RawRow[] = [];
  #at = 0;
  #count = 0;
  /** The line that the next row begins in, and what the parser takes for that of the last. */
  #line = 1;
  #lines = 0;
  #isDone = false;

  private constructor(
    private readonly file: CsvFile,
    pieces: Iterator<Buffer, void>,
    delimiter: string,
  ) {
    this.#pieces = pieces;
    this.#name = basename(file.path);
    this.#parser = parse({
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: longestRow,
      on_record: (cells: string[], { lines }) => {
        this.#count += 1;
        const line = this.#line;
        // The parser counts CRLF in a cell for two, but it knows which rows have line breaks at all.
        this.#line += 1 + (lines - this.#lines > 1 ? breaksIn(cells) : 0);
        this.#lines = lines;
        if (cells.some((cell) => cell.trim() !== '')) this.#rows.push({ row: this.#count, line, cells });
        // Nothing is kept by the parser, so that it never waits for a reader.
        return null;
      },
    });
    // Each call that fails says so itself.
    this.#parser.on('error', () => undefined);
  }

  /** @param isKnown whether a name, in lower case, is that of a column that may be expected. @throws FormatError */
  static async open(file: CsvFile, isKnown: (name: string) => boolean): Promise<RowCursor> {
    const pieces = utf8Pieces(file.path, file.encoding);
    const first = pieces.next();
    const beginning = first.done === true ? Buffer.alloc(0) : first.value;
    const cursor = new RowCursor(file, pieces, delimiterOf(beginning, isKnown));
    await cursor.#feed(beginning);
    return cursor;
  }

  /** The next row, which stays the next; undefined at the end. @throws FormatError, UnreadableFileError */
  async peek(): Promise<RawRow | undefined> {
    while (this.#at >= this.#rows.length && !this.#isDone) {
      this.#rows = [];
      this.#at = 0;
      const next = this.#pieces.next();
      if (next.done === true) {
        this.#isDone = true;
        await this.#settled((done) => this.#parser.end(done));
      } else {
        await this.#feed(next.value);
      }
    }
    return this.#rows[this.#at];
  }

  /** Goes on to the row after the next. */
  skip(): void {
    this.#at += 1;
  }

  /** Where a row is, or a cell of it, as messages and findings name it. */
  place({ row, line }: Pick<RawRow, 'row' | 'line'>, column?: string): Place {
    return {
      kind: 'row',
      file: this.#name,
      row,
      ...(line !== row && { line }),
      ...(column !== undefined && { column }),
    };
  }

  /** An error that names the file and a row of it. */
  fault(row: number, why: string, column?: string): FormatError {
    return new FormatError(`${this.file.path}: row ${row}${column === undefined ? '' : `, column ${column}`}: ${why}`);
  }

  /** Closes the file, if not all of it was read. */
  close(): void {
    this.#isDone = true;
    this.#pieces.return?.();
  }

  async #feed(bytes: Buffer): Promise<void> {
    await this.#settled((done) => this.#parser.write(bytes, done));
  }

  /** Errors of the parser quote what they stumble over, which may be a value of a person, so their text is not used. */
  async #settled(work: (done: (error?: Error | null) => void) => void): Promise<void> {
    const error = await new Promise<Error | null | undefined>((settle) => {
      work(settle);
    });
    if (!error) return;
    const code = (error as Partial<CsvError>).code;
    const why =
      code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE'
        ? 'a quotation mark opens a cell and none closes it'
        : `is not CSV (${code ?? error.name})`;
    throw this.fault(this.#count + 1, why);
  }
}

function breaksIn(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
}

function delimiterOf(beginning: Buffer, isKnown: (name: string) => boolean): string {
  const text = beginning.toString('utf8');
  const line = text.split(/[\r\n]+/).find((one) => one.replace(/[\s,;|"]/g, '') !== '') ?? '';
  const known = (delimiter: string): number =>
    line.split(delimiter).filter((cell) => isKnown(cell.replaceAll('"', '').trim().toLowerCase())).length;
  return delimiters.reduce((best: string, one) => (known(one) > known(best) ? one : best), ',');
}
