/** Columns of a worksheet at most. */
export const mostColumns = 16_384;

const letters = 26;
const beforeA = 'A'.charCodeAt(0) - 1;

/** The letters of a column from 1, such as `AB` for 28. */
export function columnName(column: number): string {
  let name = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / letters)) {
    name = String.fromCharCode(beforeA + 1 + ((left - 1) % letters)) + name;
  }
  return name;
}

/** The address of a cell, such as `C14`; rows and columns are from 1. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row}`;
}

const address = /^\$?([A-Z]{1,3})\$?([0-9]{1,7})$/;

/** Row and column of an address; undefined where it is none, or beyond what a worksheet has. */
export function parseAddress(text: string): { readonly row: number; readonly column: number } | undefined {
  const match = address.exec(text);
  if (!match) return undefined;
  let column = 0;
  for (const letter of match[1] ?? '') column = column * letters + letter.charCodeAt(0) - beforeA;
  const row = Number(match[2]);
  return row >= 1 && column <= mostColumns ? { row, column } : undefined;
}
