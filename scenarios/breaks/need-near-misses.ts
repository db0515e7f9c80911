import type { NearMiss } from './break.js';
import { nearMiss } from './near-miss.js';

/** Gives the two needs other types or ranks, in their order. */
function needs(
  rule: string,
  name: string,
  summary: string,
  tag: 'SENtype' | 'SENtypeRank',
  first: string,
  second: string,
): NearMiss {
  return nearMiss(rule, name, 'two-placements', summary, (draft) => {
    draft.need(1)[tag] = first;
    draft.need(2)[tag] = second;
    return draft.at.need(tag);
  });
}

/** Types one of which is part of another, or looks like it. */
const lookAlike = [
  ['SLD', 'SPLD'],
  ['MLD', 'PMLD'],
  ['PMLD', 'MLD'],
  ['SLD', 'SLCN'],
  ['PD', 'SPLD'],
  ['HI', 'VI'],
  ['MSI', 'VI'],
  ['OTH', 'ASD'],
] as const;

/** Near misses of the rules about SEN needs. */
export const needNearMisses: readonly NearMiss[] = [
  nearMiss('PLC-24', 'one-of-two-kept', 'two-placements', 'There is one need where there were two.', (draft) => {
    draft.active().SENneed = [draft.need()];
    return draft.at.active('SENneed');
  }),
  nearMiss('PLC-25', 'shortest-code', 'review-maintained', 'The type is HI, one of the shortest codes.', (draft) => {
    draft.need().SENtype = 'HI';
    return draft.at.need('SENtype');
  }),
  nearMiss(
    'PLC-25',
    'down-syndrome',
    'review-maintained',
    'The type is DS, which is in force.',
    (draft) => {
      draft.need().SENtype = 'DS';
      return draft.at.need('SENtype');
    },
    { from: 2025 },
  ),
  nearMiss(
    'PLC-26',
    'second-in-place-of-first',
    'two-placements',
    'The second need takes the place of the first, of rank 1.',
    (draft) => {
      draft.active().SENneed = [{ ...draft.need(2), SENtypeRank: '1' }];
      return draft.at.need('SENtypeRank');
    },
  ),
  needs(
    'PLC-27',
    'secondary-stands-first',
    'The need of rank 2 stands before that of rank 1.',
    'SENtypeRank',
    '2',
    '1',
  ),
  nearMiss('PLC-27', 'primary-kept', 'two-placements', 'The first need stands alone, of rank 1.', (draft) => {
    draft.active().SENneed = [draft.need()];
    return draft.at.need('SENtypeRank');
  }),
  nearMiss(
    'PLC-27',
    'secondary-added',
    'ceased-with-placements-kept',
    'A need of rank 2 stands beside the one of rank 1 of a ceased plan.',
    (draft) => {
      draft.active().SENneed = [draft.need(), { SENtype: 'MLD', SENtypeRank: '2' }];
      return draft.at.need('SENtypeRank', 2);
    },
  ),
  ...lookAlike.map(([first, second]) =>
    needs(
      'PLC-28',
      `${first.toLowerCase()}-and-${second.toLowerCase()}`,
      `The needs are ${first} and ${second}.`,
      'SENtype',
      first,
      second,
    ),
  ),
];
