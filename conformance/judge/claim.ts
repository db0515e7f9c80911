import type { ExpectedFinding } from '../suite/index.js';
import type { Capabilities, Granularity, ReportedFinding } from './answer.js';
import { endsAtContainer, lastTag, normalPath, parentPath, personOfPath, recordPath, returnPath } from './place.js';

/**
 * What a reported finding says, cut down to what its validator is judged at. A claim that gives the exact path
 * stands for one finding; any other may stand for every finding it is true of, since how often it is said is
 * then no more judged than where.
 */
export interface Claim {
  readonly rule: string;
  readonly level: string | undefined;
  readonly person: number | undefined;
  /** The exact path at granularity 'path', that of the record at 'record'. */
  readonly path: string | undefined;
  /** At granularity 'item'. */
  readonly item: string | undefined;
  readonly exact: boolean;
}

/** Stands for the rule where a validator names none. */
export const unnamedRule = '(no rule named)';

/** Cuts a reported finding down to what its validator declares. */
export function claimOf(finding: ReportedFinding, capabilities: Capabilities, year: number): Claim {
  const { granularity, levels } = capabilities;
  const path = finding.path === undefined ? undefined : normalPath(finding.path);
  const told = typeof finding.person === 'number' ? finding.person : finding.person?.index;
  return {
    rule: finding.rule ?? unnamedRule,
    level: levels ? finding.level : undefined,
    person: personTold(granularity, told, path),
    path: path === undefined ? undefined : pathTold(granularity, path, year),
    item: granularity === 'item' && path !== undefined ? lastTag(path) : undefined,
    exact: granularity === 'path' && path !== undefined,
  };
}

function personTold(granularity: Granularity, told: number | undefined, path: string | undefined): number | undefined {
  if (granularity === 'rule' || granularity === 'file') return undefined;
  return told ?? (path === undefined ? undefined : personOfPath(path));
}

function pathTold(granularity: Granularity, path: string, year: number): string | undefined {
  if (granularity === 'path') return path;
  return granularity === 'record' ? recordPath(path, year) : undefined;
}

/** Two claims with the same key say the same. */
export function claimKey(claim: Claim): string {
  return JSON.stringify([claim.rule, claim.level, claim.person, claim.path, claim.item]);
}

/** What two things may be compared by: each part alone, so that a verdict can say which of them was wrong. */
export const agrees = {
  rule: (claim: Claim, expected: ExpectedFinding): boolean => claim.rule === expected.rule,
  level: (claim: Claim, expected: ExpectedFinding): boolean =>
    claim.level === undefined || claim.level === expected.level,
  place: (claim: Claim, expected: ExpectedFinding, year: number): boolean => {
    const path = normalPath(expected.path);
    if (claim.exact && claim.path !== path) return false;
    // A finding about the return has a group of persons, of which a validator may name any: only its path is judged.
    if (path === returnPath && expected.person === null) return true;
    if (claim.person !== undefined && claim.person !== expected.person) return false;
    if (claim.item !== undefined && claim.item !== lastTag(path)) return false;
    return claim.exact || claim.path === undefined || recordsOf(path, year).includes(claim.path);
  },
} as const;

/** The records a finding may be said to be in: of a container that is missing, that is also the one it is missing from. */
function recordsOf(path: string, year: number): readonly string[] {
  return endsAtContainer(path, year) ? [path, parentPath(path)] : [parentPath(path)];
}
