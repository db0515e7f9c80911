import type { Break } from './break.js';
import type { Draft } from './draft.js';
import { recordBreak } from './record-break.js';

type Rule = 'PLC-10' | 'PLC-11' | 'PLC-12';

/** What is to be changed in the placements of the parent, by position. */
interface Changes {
  /** Left on census day. */
  readonly left?: readonly number[];
  /** Not left. */
  readonly open?: readonly number[];
  readonly primary?: readonly number[];
  readonly secondary?: readonly number[];
}

function make(draft: Draft, { left = [], open = [], primary = [], secondary = [] }: Changes): void {
  for (const number of left) draft.placement(number).LeavingDate = draft.facts.referenceDate;
  for (const number of open) delete draft.placement(number).LeavingDate;
  for (const number of primary) draft.placement(number).PlacementRank = '1';
  for (const number of secondary) draft.placement(number).PlacementRank = '2';
}

/** Positions of the placement the finding is at, and of others it can as well be said to be at. */
type Places = readonly [place: number, ...others: number[]];

function placements(
  rule: Rule,
  name: string,
  parent: string,
  summary: string,
  changes: Changes,
  places: Places,
): Break {
  return recordBreak(rule, name, parent, summary, (draft) => {
    make(draft, changes);
    return at(draft, places);
  });
}

function at(draft: Draft, [place, ...others]: Places) {
  const path = (number: number): string => draft.at.placement('PlacementRank', number);
  return { at: [path(place)], ...(others.length > 0 && { orAt: others.map(path) }) };
}

const kept = 'ceased-with-placements-kept';

const twoPrimary: readonly Break[] = [
  placements(
    'PLC-10',
    'both-primary',
    'two-placements',
    'Two open placements are of rank 1.',
    { primary: [2] },
    [1, 2],
  ),
  placements(
    'PLC-10',
    'earlier-not-left',
    'moved-placement',
    'The placement before the present one has no LeavingDate.',
    { open: [1] },
    [1, 2],
  ),
  placements(
    'PLC-10',
    'ceased-not-left',
    kept,
    'Two placements of rank 1 of a ceased plan have no LeavingDate.',
    { open: [1, 2] },
    [1, 2],
  ),
  placements(
    'PLC-10',
    'after-one-left',
    'three-placements',
    'Beside a placement that was left, two open ones are of rank 1.',
    { primary: [3] },
    [1, 2, 3],
  ),
];

const noneOpen: readonly Break[] = [
  placements(
    'PLC-11',
    'left-on-census-day',
    'review-maintained',
    'The only placement of an open plan was left on census day.',
    { left: [1] },
    [1],
  ),
  placements(
    'PLC-11',
    'both-left',
    'two-placements',
    'Both placements of an open plan have been left.',
    { left: [1, 2] },
    [1, 2],
  ),
  recordBreak(
    'PLC-11',
    'cease-taken-back',
    kept,
    'A ceased plan whose placements were all left has lost its CeaseDate and CeaseReason.',
    (draft) => {
      delete draft.plan().CeaseDate;
      delete draft.plan().CeaseReason;
      return at(draft, [1, 2, 3]);
    },
  ),
];

const secondaryAlone: readonly Break[] = [
  placements(
    'PLC-12',
    'only-placement-secondary',
    'review-maintained',
    'The only placement of an open plan is of rank 2.',
    { secondary: [1] },
    [1],
  ),
  placements(
    'PLC-12',
    'present-secondary-after-move',
    'moved-placement',
    'Beside a placement of rank 1 that was left, the only open one is of rank 2.',
    { secondary: [2] },
    [2, 1],
  ),
  placements(
    'PLC-12',
    'primary-left',
    'two-placements',
    'The placement of rank 1 has been left, and that of rank 2 is open.',
    { left: [1] },
    [2, 1],
  ),
  placements(
    'PLC-12',
    'ceased-secondary-open',
    kept,
    'Of a ceased plan the first placement is of rank 2 and open, and the others have been left.',
    { open: [1], secondary: [1] },
    [1],
  ),
];

/** Breaks of the rules over all placements of a plan: their ranks, and which of them are open. */
export const openPlacementBreaks: readonly Break[] = [...twoPrimary, ...noneOpen, ...secondaryAlone];
