import type { InForce } from '../../src/model/index.js';
import type { Break, NearMiss } from './break.js';
import type { Draft } from './draft.js';
import { nearMiss } from './near-miss.js';
import { recordBreak } from './record-break.js';

/** A near miss of a rule over all persons: any of them may be changed, and the place is the return. */
export function nearWhole(
  rule: string,
  name: string,
  parent: string,
  summary: string,
  change: (draft: Draft) => void,
  years: InForce = {},
): NearMiss {
  const near = (draft: Draft): string => {
    change(draft);
    return draft.at.return();
  };
  return nearMiss(rule, name, parent, summary, near, years);
}

/** A break of a rule over all persons: any of them may be changed, and so many findings are about the return. */
export function breakWhole(
  rule: string,
  name: string,
  parent: string,
  summary: string,
  change: (draft: Draft) => void,
  { findings = 1, ...years }: InForce & { readonly findings?: number } = {},
): Break {
  return recordBreak(
    rule,
    name,
    parent,
    summary,
    (draft) => {
      change(draft);
      return { at: Array.from({ length: findings }, () => draft.at.return()) };
    },
    years,
  );
}
