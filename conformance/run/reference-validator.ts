import { parseReportedFinding, type ReportedFinding } from '../judge/index.js';
import type { Validator } from './validator.js';

/**
 * Validates a file in this process, as a return of the year given. Rejects where the file cannot be opened; a file that
 * is no XML is a finding.
 */
export type ReferenceCheck = (file: string, year: number) => Promise<readonly ReportedFinding[]>;

/** The validator that comes with the kit, called in this process. */
export function referenceValidator(check: ReferenceCheck): Validator {
  return {
    identity: { kind: 'reference', name: 'reference' },
    capabilities: { granularity: 'path', levels: true },
    validate: async ({ file, year }) => {
      // What is not judged, such as names and values of persons, does not belong in results.
      return { kind: 'findings', findings: (await check(file, year)).map(parseReportedFinding) };
    },
    close: () => Promise.resolve(),
  };
}
