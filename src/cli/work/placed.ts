import { linePosition, type Place } from '../../../formats/index.js';
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
  return { ...finding, ...linePosition(place), ...(place && { place }) };
}
