import type { Expectation, ExpectedFinding } from './case.js';

/** A path in one person as it is in the person at another position; any other path as it is. */
export function movePath(path: string, from: number, to: number): string {
  const place = `/Message/Persons/Person[${from}]`;
  return path.startsWith(place) ? `/Message/Persons/Person[${to}]${path.slice(place.length)}` : path;
}

/** What is expected of one person, with the places of the person at another position. */
export function expectationAt(expectation: Expectation, from: number, to: number): Expectation {
  if (from === to) return expectation;
  const moved = (findings: readonly ExpectedFinding[]): ExpectedFinding[] =>
    findings.map((finding) => ({ ...finding, path: movePath(finding.path, from, to), person: to }));
  return {
    ...expectation,
    findings: moved(expectation.findings),
    alternatives: expectation.alternatives.map(moved),
  };
}
