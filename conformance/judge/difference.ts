import type { ExpectedFinding } from '../suite/index.js';
import type { Capabilities, ReportedFinding } from './answer.js';
import { askedOf } from './asked.js';
import { agrees, claimKey, claimOf, type Claim } from './claim.js';
import { pair } from './pairing.js';

/** In what two validators differ on one file. */
export interface Difference {
  /** Rules of findings that the other has and this one lacks, at that place and level; each once, in order. */
  readonly missed: readonly string[];
  /** Rules of findings that this one has and the other lacks. */
  readonly raised: readonly string[];
}

/** Stands for the rule of a validator that can only say valid or not. */
const anyRule = '(valid or not)';

/**
 * Holds what a validator reported of a file against what was to be found there, at what it declares and no finer; rules
 * that it cannot report are left out.
 * @param statedBySchema whether a schema can state a rule, for a validator that only says valid or not; any where absent
 */
export function differenceOf(
  expected: readonly ExpectedFinding[],
  reported: readonly ReportedFinding[],
  capabilities: Capabilities,
  year: number,
  statedBySchema: (rule: string) => boolean = () => true,
): Difference {
  if (capabilities.granularity === 'file') {
    const isWrong = expected.some(({ rule }) => statedBySchema(rule));
    const isRefused = reported.length > 0;
    return { missed: isWrong && !isRefused ? [anyRule] : [], raised: isRefused && !isWrong ? [anyRule] : [] };
  }
  const asked = askedOf(
    { id: '', findings: expected, status: 'agreed', note: null, alternatives: [] },
    capabilities,
    year,
  );
  const claims = distinct(reported.map((finding) => claimOf(finding, capabilities, year)));
  const { missing, surplus } = pair(
    asked.sets[0] ?? [],
    claims,
    (c, e) => agrees.rule(c, e) && agrees.place(c, e, year) && agrees.level(c, e),
  );
  return {
    missed: inOrder(missing.map(({ rule }) => rule)),
    raised: inOrder(surplus.map(({ rules }) => rules.join(' or '))),
  };
}

/** Claims that may stand for several findings, and those of two codes that mean the same, count once. */
function distinct(claims: readonly Claim[]): readonly Claim[] {
  const saidBy = new Map<string, string | undefined>();
  return claims.filter((claim) => {
    const key = claimKey(claim);
    const isFirst = !saidBy.has(key);
    if (isFirst) saidBy.set(key, claim.code);
    return isFirst || (claim.single && saidBy.get(key) === claim.code);
  });
}

function inOrder(rules: readonly string[]): readonly string[] {
  return [...new Set(rules)].sort();
}
