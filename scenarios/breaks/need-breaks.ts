import type { Break } from './break.js';
import { inNeed, missing, recordBreak } from './record-break.js';

const ofSecond = { prefix: 'second-', of: ' of the second need' };

/** Leaves the active plans without any SENneed. */
function noNeed(name: string, parent: string, summary: string): Break {
  return recordBreak('PLC-24', name, parent, summary, (draft) => {
    delete draft.active().SENneed;
    return draft.at.active('SENneed');
  });
}

/** Gives the needs other ranks, in their order. */
function ranks(name: string, parent: string, summary: string, ...given: readonly ('1' | '2')[]): Break {
  return recordBreak('PLC-27', name, parent, summary, (draft) => {
    given.forEach((rank, i) => {
      draft.need(i + 1).SENtypeRank = rank;
    });
    const [first = '', ...others] = given.map((_, i) => draft.at.need('SENtypeRank', i + 1));
    return { at: [first], orAt: others };
  });
}

/** Gives both needs the type that one of them has. */
function sameType(name: string, parent: string, summary: string, kept: 1 | 2): Break {
  return recordBreak('PLC-28', name, parent, summary, (draft) => {
    draft.need(3 - kept).SENtype = draft.need(kept).SENtype ?? '';
    return { at: [draft.at.need('SENtype')], orAt: [draft.at.need('SENtype', 2)] };
  });
}

/** Breaks of the rules about SEN needs. */
export const needBreaks: readonly Break[] = [
  noNeed('absent', 'review-maintained', 'The active plans of an open plan hold no SENneed.'),
  noNeed('issued-absent', 'issued-on-time', 'The active plans of a plan just issued hold no SENneed.'),
  noNeed('ceased-absent', 'ceased-with-placements-kept', 'The active plans kept of a ceased plan hold no SENneed.'),
  ...missing('PLC-25', 'SENtype', 'review-maintained', inNeed()),
  ...missing('PLC-25', 'SENtype', 'two-placements', inNeed(2), ofSecond),
  ...missing('PLC-26', 'SENtypeRank', 'review-maintained', inNeed()),
  ...missing('PLC-26', 'SENtypeRank', 'two-placements', inNeed(2), ofSecond),
  ranks('only-need-secondary', 'review-maintained', 'The only need is of rank 2.', '2'),
  ranks('both-primary', 'two-placements', 'Both needs are of rank 1.', '1', '1'),
  ranks('both-secondary', 'two-placements', 'Both needs are of rank 2.', '2', '2'),
  ranks(
    'ceased-only-need-secondary',
    'ceased-with-placements-kept',
    'The only need of a ceased plan is of rank 2.',
    '2',
  ),
  sameType('type-repeated', 'two-placements', 'The second need is of the same type as the first.', 1),
  sameType(
    'overturned-type-repeated',
    'refusal-overturned-by-tribunal',
    'The first need of a plan just issued is of the same type as the second.',
    2,
  ),
];
