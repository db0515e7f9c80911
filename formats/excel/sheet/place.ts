import { FormatError, type Place } from '../../format.js';
import { cellName } from '../address.js';
import { sheetName } from '../tables.js';

/** A cell of the worksheet; row and column are from 1. */
export function place(row: number, column: number): Place {
  return { kind: 'cell', sheet: sheetName, cell: cellName(row, column) };
}

/** What is wrong with a cell of the worksheet, as an error that names it. */
export function fault(row: number, column: number, text: string): FormatError {
  return new FormatError(`sheet ${sheetName}, cell ${cellName(row, column)}: ${text}`);
}
