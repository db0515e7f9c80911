import type { ExpectedFinding } from '../suite/index.js';
import { groupKey, type Claim } from './claim.js';

/** Whether a claim says what is expected, in the parts that are compared. */
export type Fits = (claim: Claim, expected: ExpectedFinding) => boolean;

/** Which claims stand for which expected findings. */
export interface Pairing {
  readonly pairs: readonly (readonly [Claim, ExpectedFinding])[];
  /** Expected findings without a claim. */
  readonly missing: readonly ExpectedFinding[];
  /** Claims without an expected finding. */
  readonly surplus: readonly Claim[];
}

/**
 * Pairs as many as can be. A claim that stands for one finding goes to one; another to all that it fits, unless told one
 * each. A claim that may stand for several and fits only findings already paired is no surplus: it says nothing
 * untrue.
 */
export function pair(
  expected: readonly ExpectedFinding[],
  claims: readonly Claim[],
  fits: Fits,
  mode: 'as many as fit' | 'one each' = 'as many as fit',
): Pairing {
  const isSingle = (claim: Claim): boolean => claim.single || mode === 'one each';
  const claimed = oneToOne(expected, claims.filter(isSingle), fits);
  const used = new Set<Claim>(claimed.values());
  const pairs: (readonly [Claim, ExpectedFinding])[] = [...claimed].map(([finding, claim]) => [claim, finding]);
  const found = new Set<ExpectedFinding>(claimed.keys());
  for (const claim of claims) {
    if (isSingle(claim)) continue;
    const fitting = expected.filter((finding) => fits(claim, finding));
    if (fitting.length > 0) used.add(claim);
    for (const finding of fitting) {
      if (!found.has(finding)) pairs.push([claim, finding]);
      found.add(finding);
    }
  }
  // Of a group of persons each may be named in a finding of its own.
  const paired = new Set(pairs.flatMap(([claim]) => groupKey(claim) ?? []));
  const isOfGroup = (claim: Claim): boolean => paired.has(groupKey(claim) ?? '');
  return {
    pairs,
    missing: expected.filter((finding) => !found.has(finding)),
    surplus: claims.filter((claim) => !used.has(claim) && !isOfGroup(claim)),
  };
}

/** The largest one-to-one pairing, by augmenting paths: taking the first that fits could leave another without any. */
function oneToOne(
  expected: readonly ExpectedFinding[],
  claims: readonly Claim[],
  fits: Fits,
): ReadonlyMap<ExpectedFinding, Claim> {
  const holder = new Map<Claim, ExpectedFinding>();
  const place = (finding: ExpectedFinding, tried: Set<Claim>): boolean => {
    for (const claim of claims) {
      if (tried.has(claim) || !fits(claim, finding)) continue;
      tried.add(claim);
      const current = holder.get(claim);
      if (current && !place(current, tried)) continue;
      holder.set(claim, finding);
      return true;
    }
    return false;
  };
  for (const finding of expected) place(finding, new Set());
  return new Map([...holder].map(([claim, finding]) => [finding, claim]));
}
