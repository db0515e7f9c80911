import { ruleById } from '../../../src/rules/index.js';
import { unnamedRule, type ReportedFinding } from '../../judge/index.js';
import { reportedAtMost } from '../../report/index.js';

/**
 * Characters of JSON that the reported findings of one result may have, and those of them that were set aside. With these
 * the results of 5,000 cases, whatever a validator says, can still be read as one text, which has 512 million at most.
 */
const charactersAtMost = { reported: 30_000, parentReported: 15_000 } as const;

/**
 * The first findings of an answer, as many as a result keeps of them: so many in number, and so long in all; of a first
 * one that is longer by itself no more than its rule and path. They are copies, so that a result does not hold on to all
 * that its validator wrote.
 */
export function keptFindings(
  findings: readonly ReportedFinding[],
  what: keyof typeof charactersAtMost,
): readonly ReportedFinding[] {
  const kept: ReportedFinding[] = [];
  let characters = 0;
  for (const finding of findings) {
    const json = JSON.stringify(finding);
    characters += json.length;
    if (kept.length >= reportedAtMost || characters > charactersAtMost[what]) break;
    kept.push(JSON.parse(json) as ReportedFinding);
  }
  const [first] = findings;
  return first && kept.length === 0 ? [copyOf(inShort(first))] : kept;
}

function inShort({ rule, path }: ReportedFinding): ReportedFinding {
  return { ...(rule !== undefined && { rule }), ...(path !== undefined && { path }) };
}

function copyOf(finding: ReportedFinding): ReportedFinding {
  return JSON.parse(JSON.stringify(finding)) as ReportedFinding;
}

/** How many rules that are in no catalogue a result tells by their name. */
const othersAtMost = 10;

/** Stands for the other rules that a validator made up. */
export const otherRules = '(other rules)';

/**
 * Rules as a result has them: all of the catalogue, then some that are not in it, such as codes that an adapter has no rule
 * for, and one name for the rest, so that no table by rule grows with what a validator makes up.
 */
export function foldedRules(rules: readonly string[]): readonly string[] {
  const known = rules.filter((rule) => ruleById(rule) !== undefined);
  const others = new Set(
    rules.filter((rule) => ruleById(rule) === undefined).map((rule) => (rule === '' ? unnamedRule : rule)),
  );
  const told = [...others].slice(0, othersAtMost);
  return [...known, ...told, ...(others.size > told.length ? [otherRules] : [])];
}
