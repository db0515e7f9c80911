import { findingInWords, listInWords, type ReportedFinding } from '../judge/index.js';
import { plainText } from '../shape/index.js';
import type { CaseResult } from './results.js';
import { ruleLabel, type RuleNames } from './rule-label.js';

/** What a case expects, in one line. @param names the header of the results */
export function expectedInWords({ expected }: Pick<CaseResult, 'expected'>, names: RuleNames): string {
  return (
    listInWords(expected.map((finding) => findingInWords({ ...finding, rule: ruleLabel(names, finding.rule) }))) ||
    'nothing'
  );
}

/** What came of a case, in one line: the first few findings, how many there are, and how many were set aside. */
export function reportedInWords(
  { reported, reportedCount, parentReported = [] }: CaseResult,
  names: RuleNames,
): string {
  const words = listInWords(reported.map((finding) => reportedFindingInWords(finding, names))) || 'nothing';
  const all = reportedCount === undefined ? '' : ` (${reportedCount} in all)`;
  const set = parentReported.length === 0 ? '' : ` (${parentReported.length} of them on its parent too, so set aside)`;
  return words + all + set;
}

/** What a validator reported, by its rule or the code that an adapter made a rule of, or else its message. */
function reportedFindingInWords(finding: ReportedFinding, names: RuleNames): string {
  if (finding.rule === undefined) {
    return finding.message === undefined ? 'that the file is not valid' : plainText(finding.message);
  }
  return findingInWords({ rule: ruleLabel(names, finding.rule), path: finding.path, person: personOf(finding) });
}

/** The position of the person a reported finding names. */
export function personOf({ person }: ReportedFinding): number | undefined {
  return typeof person === 'number' ? person : person?.index;
}

/** A number of things: `1 case`, `2 cases`. */
export function plural(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** One line on a known failure. */
export function knownInWords({ owner, reason, until }: NonNullable<CaseResult['known']>): string {
  return `known to fail until ${until} (${owner}): ${reason}`;
}
