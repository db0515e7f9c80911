import type { InForce } from '../../src/model/index.js';
import type { Alike } from './alike.js';
import type { NearMiss } from './break.js';
import type { Draft } from './draft.js';

/** A near miss. The change gives the place where the rule nearly fires. */
export function nearMiss(
  rule: string,
  name: string,
  parent: string,
  summary: string,
  near: (draft: Draft) => string,
  years: InForce = {},
): NearMiss {
  return { rule, name, summary, parent, ...years, near };
}

/** Near misses of one rule that make the same change to different parents. */
export function nearAlike(
  rule: string,
  near: (draft: Draft) => string,
  cases: readonly Alike[],
  years: InForce = {},
): readonly NearMiss[] {
  return cases.map(([name, parent, summary]) => nearMiss(rule, name, parent, summary, near, years));
}
