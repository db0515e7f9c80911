import { arrange, type Arrangement } from './arrangement.js';
import type { NearMiss } from './break.js';
import type { Draft } from './draft.js';
import { nearMiss } from './near-miss.js';

const census = (draft: Draft): string => draft.facts.referenceDate;
const kept = 'ceased-with-placements-kept';

function placements(rule: string, name: string, parent: string, summary: string, changes: Arrangement): NearMiss {
  return nearMiss(rule, name, parent, summary, (draft) => {
    arrange(draft, changes);
    return draft.at.placement('PlacementRank');
  });
}

/** Near misses of the rules over all placements of a plan: their ranks, and which of them are open. */
export const openPlacementNearMisses: readonly NearMiss[] = [
  placements(
    'PLC-10',
    'second-left-on-census-day',
    'two-placements',
    'Of two placements of rank 1 the second was left on census day.',
    { primary: [2], left: [2] },
  ),
  placements(
    'PLC-10',
    'two-secondary',
    'three-placements',
    'Beside an open placement of rank 1 two open ones are of rank 2.',
    { open: [1], secondary: [1] },
  ),
  placements(
    'PLC-10',
    'two-left-of-rank-one',
    'three-placements',
    'All three placements are of rank 1, and two of them have been left.',
    { primary: [3], left: [3] },
  ),
  placements('PLC-10', 'ceased-one-open', kept, 'Of a ceased plan one placement of rank 1 is not left.', { open: [2] }),
  placements(
    'PLC-10',
    'ceased-open-of-both-ranks',
    kept,
    'Of a ceased plan one placement of rank 1 and one of rank 2 are not left.',
    { open: [2, 3] },
  ),
  placements('PLC-11', 'second-left', 'two-placements', 'Of two placements of an open plan the second has been left.', {
    left: [2],
  }),
  placements(
    'PLC-11',
    'open-stands-first',
    'moved-placement',
    'The open placement stands before the one that was left.',
    { order: [2, 1] },
  ),
  placements('PLC-11', 'open-stands-between', 'three-placements', 'Of three placements the one between is open.', {
    left: [3],
  }),
  placements(
    'PLC-11',
    'first-left-on-census-day',
    'moved-placement',
    'One placement was left on census day, and one is open.',
    { left: [1] },
  ),
  nearMiss(
    'PLC-11',
    'ceased-on-census-day',
    'review-maintained',
    'The only placement was left on census day, when the plan ceased.',
    (draft) => {
      Object.assign(draft.plan(), { CeaseDate: census(draft), CeaseReason: '9' });
      draft.placement().LeavingDate = census(draft);
      return draft.at.placement('PlacementRank');
    },
  ),
  placements(
    'PLC-12',
    'secondary-stands-first',
    'two-placements',
    'The open placement of rank 2 stands before that of rank 1.',
    { order: [2, 1] },
  ),
  placements(
    'PLC-12',
    'secondary-first-of-three',
    'three-placements',
    'Of three placements those of rank 2 stand first.',
    { secondary: [1], order: [3, 1, 2] },
  ),
  placements(
    'PLC-12',
    'secondary-left',
    'three-placements',
    'A placement of rank 2 was left beside an open one of rank 1.',
    { secondary: [1], left: [3] },
  ),
  placements('PLC-12', 'ceased-secondary-left', kept, 'Of a ceased plan the placement of rank 1 alone is not left.', {
    open: [2],
    secondary: [1],
  }),
  placements('PLC-12', 'ceased-all-secondary-left', kept, 'Of a ceased plan all placements are of rank 2 and left.', {
    secondary: [1, 2],
  }),
  placements(
    'PLC-12',
    'ceased-secondary-beside-primary',
    kept,
    'Of a ceased plan placements of both ranks are not left.',
    { open: [1, 3] },
  ),
];
