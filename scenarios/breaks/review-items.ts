import type { ActivePlans, ItemTag } from '../../src/return/index.js';
import type { Draft } from './draft.js';

export type ReviewTag = ItemTag<'ActivePlans'>;

/** The items that a review is given; those that are undefined are taken away. */
export type ReviewItems = (
  active: ActivePlans,
  draft: Draft,
) => Readonly<Partial<Record<ReviewTag, string | undefined>>>;

/** Gives the active plans the items. */
export function giveReview(draft: Draft, items: ReviewItems): void {
  const active = draft.active();
  for (const [tag, value] of Object.entries(items(active, draft))) {
    if (value === undefined) Reflect.deleteProperty(active, tag);
    else Object.assign(active, { [tag]: value });
  }
}
