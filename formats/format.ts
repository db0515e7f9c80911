import type { Header, Person } from '../src/return/index.js';

/** The formats of a return: the XML that DfE takes, the COLLECT blade export, DfE's Excel template, and JSON Lines. */
export const formatNames = ['xml', 'csv', 'xlsx', 'jsonl'] as const;

export type FormatName = (typeof formatNames)[number];

/**
 * A return while it is read: the header, then each person in the order of the file, so that no more than one has to be
 * held. Values are as the XML has them, whatever the format: dates are `ccyy-mm-dd`, yes and no are `1` and `0`.
 */
export interface OpenReturn {
  /** Of the header, or the one asked for. */
  readonly year: number;
  readonly header: Header;
  /** Once, from the first to the last. What is read of a damaged file is told by the iteration: FormatError. */
  readonly persons: AsyncIterable<Person>;
}

/** Where something stands, in the words of a format; every number is from 1. */
export type Place =
  | { readonly kind: 'line'; readonly line: number; readonly column: number }
  | {
      readonly kind: 'row';
      /** The name of the file, without its folder. */
      readonly file: string;
      /** The row as a spreadsheet counts it: the row of column names is 1. */
      readonly row: number;
      /** The line that the row begins in, where cells with line breaks before it make that another number. */
      readonly line?: number;
      /** The name of the column; absent where the whole row is meant. */
      readonly column?: string;
    }
  | {
      readonly kind: 'cell';
      readonly sheet: string;
      /** Such as `C14`; a whole row is meant by its first cell. */
      readonly cell: string;
    };

/** Something that a user should know of what was read or written, told once for all of its kind. Never a value. */
export interface Remark {
  readonly text: string;
  /** How often. */
  readonly count: number;
  /** The first. */
  readonly place?: Place;
}

/** Takes what is to be told: remarks with the same text count as one kind. */
export interface RemarkLog {
  add(text: string, place?: Place): void;
  /** In the order in which each was first told. */
  all(): readonly Remark[];
}

export interface OpenOptions {
  /** The collection year; that of the header where absent. */
  readonly year?: number;
  readonly remarks: RemarkLog;
}

export interface WriteOptions {
  readonly remarks: RemarkLog;
  /** Called now and then with the number of persons written so far. */
  readonly onProgress?: (persons: number) => void;
}

/** How a return is read and written in one format. */
export interface Format {
  readonly name: FormatName;
  /** For messages, such as `the COLLECT export`. */
  readonly title: string;
  /** Whether its path is that of a folder. */
  readonly isFolder: boolean;
  /**
   * Opens a return. Nothing is written and nothing left behind.
   * @throws FormatError where it is not of this format or makes no sense, UnreadableFileError where it cannot be opened
   */
  open(path: string, options: OpenOptions): Promise<OpenReturn>;
  /**
   * Writes a return, whole or not at all.
   * @throws OutputError where it cannot be written, FormatError where the format cannot hold it; what the reading of
   * its persons throws comes through
   */
  write(path: string, from: OpenReturn, options: WriteOptions): Promise<void>;
  /**
   * Finds where records and items stand, given their paths as findings have them, such as
   * `/Message/Persons/Person[3]/Requests[1]/ReceivedDate`. An item that is absent is where its record is; a path for
   * which there is no place is left out.
   */
  locate(path: string, paths: Iterable<string>, options: OpenOptions): Promise<ReadonlyMap<string, Place>>;
}

/** A file makes no sense in its format; the message is one line that names the place and what to do, and no value. */
export class FormatError extends Error {
  override readonly name = 'FormatError';
}
