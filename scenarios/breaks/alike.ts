import type { Break } from './break.js';
import type { Draft } from './draft.js';
import { recordBreak } from './record-break.js';

/** Name, parent and summary of one break among several that make the same change. */
export type Alike = readonly [name: string, parent: string, summary: string];

/** Breaks of one rule that make the same change to different parents. The change gives the place of the finding. */
export function alike(rule: string, change: (draft: Draft) => string, cases: readonly Alike[]): readonly Break[] {
  return cases.map(([name, parent, summary]) => recordBreak(rule, name, parent, summary, change));
}
