import type { Header, Person } from '../../../src/return/index.js';
import { fileSource } from '../../../src/validate/index.js';
import { FormatError, type OpenOptions } from '../../format.js';
import type { TableTag } from '../tables.js';
import type { BoundTable } from './bound-table.js';
import { findMerged, MergedCells } from './merged-cells.js';
import { place } from './place.js';
import { readRows } from './read-rows.js';
import { readStrings } from './read-strings.js';
import { readStyles } from './read-styles.js';
import { TableReader, type TableReaderOptions } from './table-reader.js';
import { findParts } from './workbook-parts.js';

/** Bytes of a file at most. The largest there can be with a return in it has some 60 MB. */
const mostBytes = 256 * 2 ** 20;

/** A return as a workbook has it. */
export interface WorkbookReturn {
  readonly year: number;
  readonly header: Header;
  readonly persons: Person[];
  readonly tables: ReadonlyMap<TableTag, BoundTable>;
  /** The rows, from 1, in which the names of the tables stand. */
  readonly titles: ReadonlyMap<TableTag, number>;
}

/**
 * Reads the return in a workbook, all of it: its tables are joined by their IDs, so that no person is whole before the end.
 * @throws FormatError, UnknownYearError, UnreadableFileError
 */
export async function readWorkbook(
  path: string,
  { year, remarks }: OpenOptions,
  onRecord?: TableReaderOptions['onRecord'],
): Promise<WorkbookReturn> {
  try {
    const { sheet, strings, styles, from1904 } = await findParts(bytesOf(path));
    const merged = new MergedCells(await findMerged(sheet.chunks()));
    const context = {
      strings: strings ? await readStrings(strings.chunks(), strings.name) : [],
      isDateStyle: styles ? await readStyles(styles.chunks(), styles.name) : () => false,
    };
    const reader = new TableReader({ year, from1904, remarks, ...(onRecord && { onRecord }) });
    await readRows(sheet.chunks(), sheet.name, context, (given) => {
      const { row, filled } = merged.fill(given);
      for (const column of filled)
        remarks.add('the value of merged cells counts for each of their rows', place(row.number, column));
      reader.row(row);
    });
    const found = reader.end();
    const { builder, tables, titles } = reader;
    return { year: found, header: builder.header ?? {}, persons: builder.persons, tables, titles };
  } catch (error) {
    if (error instanceof FormatError) throw new FormatError(`${path}: ${error.message}`, { cause: error });
    throw error;
  }
}

function bytesOf(path: string): Buffer {
  const source = fileSource(path);
  if (source.size > mostBytes)
    throw new FormatError(`is larger than ${mostBytes / 2 ** 20} MB, which no such workbook is`);
  return Buffer.concat([...source.chunks()]);
}
