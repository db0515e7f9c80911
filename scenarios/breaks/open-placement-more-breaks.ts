import { arrange, type Arrangement } from './arrangement.js';
import type { Break } from './break.js';
import { recordBreak } from './record-break.js';

const kept = 'ceased-with-placements-kept';

/** The finding is at the rank of the first place; it can as well be said to be at the others. */
function placements(
  rule: string,
  name: string,
  parent: string,
  summary: string,
  changes: Arrangement,
  [place, ...others]: readonly [number, ...number[]],
): Break {
  return recordBreak(rule, name, parent, summary, (draft) => {
    arrange(draft, changes);
    const path = (number: number): string => draft.at.placement('PlacementRank', number);
    return { at: [path(place)], orAt: others.map(path) };
  });
}

/** More breaks of the rules over all placements of a plan. */
export const openPlacementMoreBreaks: readonly Break[] = [
  placements(
    'PLC-10',
    'all-three',
    'three-placements',
    'Three open placements are of rank 1.',
    { open: [1], primary: [3] },
    [1, 2, 3],
  ),
  placements(
    'PLC-10',
    'first-and-last',
    'three-placements',
    'Of three placements the first and the last are open and of rank 1.',
    { open: [1], left: [2], primary: [3] },
    [1, 2, 3],
  ),
  placements(
    'PLC-10',
    'ceased-first-and-last',
    kept,
    'Of three placements of a ceased plan the first and the last are open and of rank 1.',
    { open: [1, 3], primary: [3] },
    [1, 2, 3],
  ),
  placements(
    'PLC-10',
    'last-two-of-a-ceased-plan',
    kept,
    'Of three placements of a ceased plan the last two are open and of rank 1.',
    { open: [2, 3], primary: [3] },
    [1, 2, 3],
  ),
  placements(
    'PLC-11',
    'all-three-left',
    'three-placements',
    'All three placements of an open plan have been left.',
    { left: [2, 3] },
    [1, 2, 3],
  ),
  placements(
    'PLC-11',
    'transferred-in-left',
    'transferred-in',
    'The placement of a plan taken over has been left.',
    { left: [1] },
    [1],
  ),
  placements(
    'PLC-11',
    'moved-and-left',
    'moved-placement',
    'Both placements of an open plan have been left in turn.',
    { left: [2] },
    [1, 2],
  ),
  placements(
    'PLC-12',
    'last-of-three-alone',
    'three-placements',
    'Of three placements only the last, of rank 2, is open.',
    { left: [2] },
    [3, 1, 2],
  ),
  placements(
    'PLC-12',
    'first-secondary-second-left',
    'two-placements',
    'The first placement is of rank 2 and open, the second of rank 1 and left.',
    { secondary: [1], primary: [2], left: [2] },
    [1, 2],
  ),
  placements(
    'PLC-12',
    'ceased-last-open',
    kept,
    'Of a ceased plan only the last placement, of rank 2, is open.',
    { open: [3] },
    [3, 1, 2],
  ),
];
