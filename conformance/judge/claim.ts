import type { ExpectedFinding } from '../suite/index.js';
import type { Capabilities, Granularity, ReportedFinding } from './answer.js';
import {
  endsAtContainer,
  lastTag,
  normalPath,
  normalTag,
  parentPath,
  personOfPath,
  recordPath,
  returnPath,
} from './place.js';
import { findingInWords } from './words.js';

/**
 * What a reported finding says, cut down to what its validator is judged at. A claim that gives one rule and the exact
 * path stands for one finding; any other may stand for every finding it is true of, since how often it is said is
 * then no more judged than where.
 */
export interface Claim {
  /** Every rule that it may mean: more than one where a code of the validator stands for several. */
  readonly rules: readonly string[];
  /** The validator's own code, where it was made a rule of. */
  readonly code: string | undefined;
  readonly level: string | undefined;
  /** Every person that it may be about; undefined where it does not say. */
  readonly persons: readonly number[] | undefined;
  /** The exact path at granularity 'path', that of the record at 'record'. */
  readonly path: string | undefined;
  /** At granularity 'item': those it may be at. */
  readonly items: readonly string[] | undefined;
  readonly exact: boolean;
  /** Stands for no more than one finding. */
  readonly single: boolean;
}

/** Stands for the rule where a validator names none. */
export const unnamedRule = '(no rule named)';

/** Cuts a reported finding down to what its validator declares. */
export function claimOf(finding: ReportedFinding, capabilities: Capabilities, year: number): Claim {
  const { granularity, levels } = capabilities;
  const path = finding.path === undefined ? undefined : normalPath(finding.path);
  const rules = finding.anyRuleOf ?? [finding.rule ?? unnamedRule];
  const exact = granularity === 'path' && path !== undefined;
  return {
    rules,
    code: finding.code,
    level: levels ? finding.level : undefined,
    persons: granularity === 'rule' || granularity === 'file' ? undefined : personsTold(finding),
    path: path === undefined ? undefined : pathTold(granularity, path, year),
    items: granularity === 'item' ? itemsTold(finding, path) : undefined,
    exact,
    single: exact && rules.length === 1,
  };
}

/** Every person that a finding may be about; undefined where it does not say. */
export function personsTold({ person, anyPersonOf, path }: ReportedFinding): readonly number[] | undefined {
  if (anyPersonOf !== undefined) return anyPersonOf;
  const told = typeof person === 'number' ? person : person?.index;
  const one = told ?? (path === undefined ? undefined : personOfPath(path));
  return one === undefined ? undefined : [one];
}

function itemsTold({ anyItemOf }: ReportedFinding, path: string | undefined): readonly string[] | undefined {
  if (anyItemOf !== undefined) return anyItemOf.map(normalTag);
  return path === undefined ? undefined : [lastTag(path)];
}

function pathTold(granularity: Granularity, path: string, year: number): string | undefined {
  if (granularity === 'path') return path;
  return granularity === 'record' ? recordPath(path, year) : undefined;
}

/** Two claims with the same key say the same, be it under the same code or another. */
export function claimKey({ rules, level, persons, path, items }: Claim): string {
  return JSON.stringify([rules, level, persons, path, items]);
}

/** The same for claims about the return as a whole that name one person each of the same group; undefined for others. */
export function groupKey({ rules, level, path, persons }: Claim): string | undefined {
  return path === returnPath && persons !== undefined ? JSON.stringify([rules, level]) : undefined;
}

/** A claim in words, by its rule and, as far as it is known, its place. */
export function claimInWords({ rules, path, persons }: Claim): string {
  return findingInWords({ rule: rules.join(' or '), path, person: persons?.length === 1 ? persons[0] : undefined });
}

/** What two things may be compared by: each part alone, so that a verdict can say which of them was wrong. */
export const agrees = {
  rule: (claim: Claim, expected: ExpectedFinding): boolean => claim.rules.includes(expected.rule),
  level: (claim: Claim, expected: ExpectedFinding): boolean =>
    claim.level === undefined || claim.level === expected.level,
  place: (claim: Claim, expected: ExpectedFinding, year: number): boolean => {
    const path = normalPath(expected.path);
    if (claim.exact && claim.path !== path && !isFirstOf(claim.path, path)) return false;
    // A finding about the return has a group of persons, of which a validator may name any: only its path is judged.
    if (path === returnPath && expected.person === null) return true;
    if (claim.persons && (expected.person === null || !claim.persons.includes(expected.person))) return false;
    if (claim.items && !claim.items.includes(lastTag(path))) return false;
    return claim.exact || claim.path === undefined || recordsOf(path, year).includes(claim.path);
  },
} as const;

/** Whether a path without a position at its end, as tools write that of an only child, is that of the first of its kind. */
function isFirstOf(told: string | undefined, path: string): boolean {
  return told !== undefined && `${told}[1]` === path;
}

/** The records a finding may be said to be in: of a container that is missing, that is also the one it is missing from. */
function recordsOf(path: string, year: number): readonly string[] {
  return endsAtContainer(path, year) ? [path, parentPath(path)] : [parentPath(path)];
}
