import type { Draft } from './draft.js';

/** What becomes of the placements of the parent, by position. */
export interface Arrangement {
  /** Left on census day. */
  readonly left?: readonly number[];
  /** Not left. */
  readonly open?: readonly number[];
  readonly primary?: readonly number[];
  readonly secondary?: readonly number[];
  /** The order in which those that stay stand; as they are where absent. */
  readonly order?: readonly number[];
}

/** Makes the placements so. */
export function arrange(
  draft: Draft,
  { left = [], open = [], primary = [], secondary = [], order }: Arrangement,
): void {
  for (const number of left) draft.placement(number).LeavingDate = draft.facts.referenceDate;
  for (const number of open) delete draft.placement(number).LeavingDate;
  for (const number of primary) draft.placement(number).PlacementRank = '1';
  for (const number of secondary) draft.placement(number).PlacementRank = '2';
  if (order) draft.active().PlacementDetail = order.map((number) => draft.placement(number));
}
