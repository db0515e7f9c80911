import type { Place } from './format.js';

/**
 * The line and column of a place as far as a format has them: of a worksheet the row and the column. The beginning of the
 * file where nothing is known: never a line of an XML file that the user does not have.
 */
export function linePosition(place: Place | undefined): { readonly line: number; readonly column: number } {
  switch (place?.kind) {
    case undefined:
      return { line: 1, column: 1 };
    case 'line':
      return { line: place.line, column: place.column };
    case 'row':
      // Where the cell begins in the line is not known.
      return { line: place.line ?? place.row, column: 1 };
    case 'cell':
      return positionOfCell(place.cell);
  }
}

const letters = 26;
const beforeA = 'A'.charCodeAt(0) - 1;

/** Row and column of a cell such as `C14`: 14 and 3. */
function positionOfCell(cell: string): { readonly line: number; readonly column: number } {
  const [, name = '', row = '1'] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  const column = Array.from(name).reduce((sum, letter) => sum * letters + letter.charCodeAt(0) - beforeA, 0);
  return { line: Number(row), column: Math.max(1, column) };
}
