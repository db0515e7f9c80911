import type { InForce } from '../../src/model/index.js';
import type { Break } from './break.js';
import type { Draft } from './draft.js';
import { recordBreak } from './record-break.js';

/** Makes the change in the repeat at a position, from 1, and gives the place of the finding. */
export type RepeatEdit = (draft: Draft, number: number) => string;

/** Where a change is made in turn: the parent, and the positions in it that the change can be made at. */
export interface Repeats {
  readonly parent: string;
  /** In the plural, as the summaries have it. */
  readonly noun: string;
  readonly count: number;
  readonly positions: readonly number[];
  /** Put before the names, with a hyphen, where one rule is broken in several parents. */
  readonly prefix?: string;
}

/** The same break in each of some repeats of a record, and where there are several, in all of them at once. */
export function inTurn(
  rule: string,
  { parent, noun, count, positions, prefix = '' }: Repeats,
  what: string,
  edit: RepeatEdit,
  years: InForce = {},
): readonly Break[] {
  const single = positions.map((number) =>
    recordBreak(
      rule,
      `${prefix}${number}-of-${count}`,
      parent,
      `Number ${number} of ${count} ${noun} ${what}.`,
      (draft) => edit(draft, number),
      years,
    ),
  );
  if (positions.length < 2) return single;
  const together = recordBreak(
    rule,
    `${prefix}${positions.join('-and-')}-of-${count}`,
    parent,
    `Each of numbers ${positions.join(' and ')} of ${count} ${noun} ${what}.`,
    (draft) => ({ at: positions.map((number) => edit(draft, number)) }),
    years,
  );
  return [...single, together];
}
