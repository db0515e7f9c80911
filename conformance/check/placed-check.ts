import { linePosition, placeInWords, type Place } from '../../formats/index.js';
import type { CheckDocument, CheckedFinding } from './check-document.js';
import type { Check } from './check-export.js';

/** The paths in the export of which a check tells. */
export function pathsOfCheck({ findings, differences }: CheckDocument): readonly string[] {
  return [...findings.map(({ path }) => path), ...differences.map(({ exportPath }) => exportPath)];
}

/**
 * Gives what a check tells of an export in another format than XML the places that were found for its paths, and what
 * was told when it was read.
 */
export function placedCheck(check: Check, places: ReadonlyMap<string, Place>, reading: readonly string[]): Check {
  const { document } = check;
  const findings = document.findings.map((finding) => {
    const place = places.get(finding.path);
    return { ...finding, ...linePosition(place), ...(place && { place }) };
  });
  const differences = document.differences.map((difference) => {
    const place = places.get(difference.exportPath);
    return place ? { ...difference, text: `${difference.text} (${placeInWords(place)})`, place } : difference;
  });
  return { ...check, document: { ...document, reading, findings, differences } };
}

/** Where a finding is, for people. */
export function placeOfFinding({ place, line }: CheckedFinding): string {
  return place ? placeInWords(place) : `line ${line}`;
}
