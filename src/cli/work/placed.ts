import type { Place } from '../../../formats/index.js';
import type { Finding, Validation } from '../../validate/index.js';
import type { CodedFinding, CodedValidation } from './recoded.js';

/** A finding with where it is in a format other than XML. */
export interface PlacedFinding extends CodedFinding {
  /**
   * In the format's own terms; absent where the return is in XML. `line` and `column` then say the same as far as the
   * format has them: a line of the file with JSON or CSV, the row and column of a worksheet.
   */
  readonly place?: Place;
}

/** What came of a return, in whatever format it was. */
export interface PlacedValidation extends CodedValidation {
  readonly findings: readonly PlacedFinding[];
}

/** Gives findings the places that were found for their paths. */
export function placed(result: Validation, places: ReadonlyMap<string, Place>): Validation {
  return { ...result, findings: result.findings.map((finding) => placedFinding(finding, places.get(finding.path))) };
}

function placedFinding(finding: Finding, place: Place | undefined): PlacedFinding {
  return { ...finding, ...position(place), ...(place && { place }) };
}

/** The beginning of the file where nothing is known: never a line of the XML, which the user does not have. */
function position(place: Place | undefined): { readonly line: number; readonly column: number } {
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
