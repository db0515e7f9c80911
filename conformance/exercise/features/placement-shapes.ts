import type { Shape } from './shapes.js';
import { hasLeft, someActive } from './words.js';

/** How the placements of a plan may stand beside each other. */
export const placementShapes: readonly Shape[] = [
  {
    name: 'open-placement',
    words: 'an open placement',
    never: 'no placement is open',
    stands: (person) => someActive(person, ({ PlacementDetail: all = [] }) => all.some((one) => !hasLeft(one))),
  },
  {
    name: 'left-placement',
    words: 'a placement that was left',
    never: 'no placement was ever left',
    stands: (person) => someActive(person, ({ PlacementDetail: all = [] }) => all.some(hasLeft)),
  },
  {
    name: 'moved-placement',
    words: 'a placement left for another that is open',
    never: 'nobody moved from one placement to another',
    stands: (person) =>
      someActive(
        person,
        ({ PlacementDetail: all = [] }) =>
          all.some((one) => hasLeft(one) && one.PlacementRank === '1') && all.some((one) => !hasLeft(one)),
      ),
  },
  {
    name: 'two-open-placements',
    words: 'an open placement of rank 2 beside one of rank 1',
    never: 'nobody has an open placement of rank 2 beside one of rank 1',
    stands: (person) =>
      someActive(person, ({ PlacementDetail: all = [] }) =>
        ['1', '2'].every((rank) => all.some((one) => !hasLeft(one) && one.PlacementRank === rank)),
      ),
  },
];
