import { addDays, makeDate, yearOf, type InForce } from '../../src/model/index.js';
import type { ActivePlans } from '../../src/return/index.js';
import type { Break, Change } from './break.js';
import type { Draft } from './draft.js';
import { recordBreak } from './record-break.js';

const census = (draft: Draft): string => draft.facts.referenceDate;
const kept = 'ceased-with-placements-kept';

/** Which placements of the parent, by position, become left on census day, not left, of rank 1, of rank 2. */
interface Changes {
  readonly left?: readonly number[];
  readonly open?: readonly number[];
  readonly primary?: readonly number[];
  readonly secondary?: readonly number[];
}

/** The finding is at the rank of the first place; it can as well be said to be at the others. */
function placements(
  rule: string,
  name: string,
  parent: string,
  summary: string,
  { left = [], open = [], primary = [], secondary = [] }: Changes,
  [place, ...others]: readonly [number, ...number[]],
): Break {
  return recordBreak(rule, name, parent, summary, (draft) => {
    for (const number of left) draft.placement(number).LeavingDate = census(draft);
    for (const number of open) delete draft.placement(number).LeavingDate;
    for (const number of primary) draft.placement(number).PlacementRank = '1';
    for (const number of secondary) draft.placement(number).PlacementRank = '2';
    const path = (number: number): string => draft.at.placement('PlacementRank', number);
    return { at: [path(place)], orAt: others.map(path) };
  });
}

const together: readonly Break[] = [
  placements('PLC-10', 'all-three', 'three-placements', 'Three open placements are of rank 1.', { open: [1], primary: [3] }, [1, 2, 3]),
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
  placements('PLC-11', 'all-three-left', 'three-placements', 'All three placements of an open plan have been left.', { left: [2, 3] }, [1, 2, 3]),
  placements('PLC-11', 'transferred-in-left', 'transferred-in', 'The placement of a plan taken over has been left.', { left: [1] }, [1]),
  placements('PLC-11', 'moved-and-left', 'moved-placement', 'Both placements of an open plan have been left in turn.', { left: [2] }, [1, 2]),
  placements('PLC-12', 'last-of-three-alone', 'three-placements', 'Of three placements only the last, of rank 2, is open.', { left: [2] }, [3, 1, 2]),
  placements(
    'PLC-12',
    'first-secondary-second-left',
    'two-placements',
    'The first placement is of rank 2 and open, the second of rank 1 and left.',
    { secondary: [1], primary: [2], left: [2] },
    [1, 2],
  ),
  placements('PLC-12', 'ceased-last-open', kept, 'Of a ceased plan only the last placement, of rank 2, is open.', { open: [3] }, [3, 1, 2]),
];

const needs: readonly Break[] = [
  ...(['SENtype', 'SENtypeRank'] as const).flatMap((tag) => {
    const rule = tag === 'SENtype' ? 'PLC-25' : 'PLC-26';
    const without = (name: string, summary: string, numbers: readonly number[]): Break =>
      recordBreak(rule, name, 'two-placements', summary, (draft) => {
        for (const number of numbers) Reflect.deleteProperty(draft.need(number), tag);
        return { at: numbers.map((number) => draft.at.need(tag, number)) };
      });
    return [
      without('first-of-two-absent', `${tag} of the first of two needs is absent.`, [1]),
      without('both-absent', `${tag} of both needs is absent.`, [1, 2]),
      recordBreak(rule, 'ceased-absent', kept, `${tag} of the need of a ceased plan is absent.`, (draft) => {
        Reflect.deleteProperty(draft.need(), tag);
        return draft.at.need(tag);
      }),
    ];
  }),
  recordBreak('PLC-27', 'transferred-only-need-secondary', 'transferred-in', 'The only need of a plan taken over is of rank 2.', (draft) => {
    draft.need().SENtypeRank = '2';
    return draft.at.need('SENtypeRank');
  }),
  ...(['1', '2'] as const).map((rank) =>
    recordBreak('PLC-27', `overturned-both-${rank}`, 'refusal-overturned-by-tribunal', `Both needs are of rank ${rank}.`, (draft): Change => {
      for (const number of [1, 2]) draft.need(number).SENtypeRank = rank;
      return { at: [draft.at.need('SENtypeRank')], orAt: [draft.at.need('SENtypeRank', 2)] };
    }),
  ),
  recordBreak('PLC-28', 'ceased-type-repeated', kept, 'Both needs of a ceased plan are of the same type.', (draft): Change => {
    draft.active().SENneed = [draft.need(), { ...draft.need(), SENtypeRank: '2' }];
    return { at: [draft.at.need('SENtype')], orAt: [draft.at.need('SENtype', 2)] };
  }),
  recordBreak('PLC-28', 'other-repeated', 'two-placements', 'Both needs are of type OTH.', (draft): Change => {
    for (const number of [1, 2]) draft.need(number).SENtype = 'OTH';
    return { at: [draft.at.need('SENtype')], orAt: [draft.at.need('SENtype', 2)] };
  }),
];

type Review = Exclude<keyof ActivePlans, 'PlacementDetail' | 'SENneed'>;

/** Gives the review other items, or takes those away that are undefined; the finding is at a tag. */
function review(
  rule: string,
  name: string,
  parent: string,
  summary: string,
  tag: Review,
  items: (active: ActivePlans, draft: Draft) => Readonly<Partial<Record<Review, string | undefined>>>,
  years: InForce = {},
): Break {
  const edit = (draft: Draft): string => {
    const active = draft.active();
    for (const [item, value] of Object.entries(items(active, draft))) {
      if (value === undefined) Reflect.deleteProperty(active, item);
      else Object.assign(active, { [item]: value });
    }
    return draft.at.active(tag);
  };
  return recordBreak(rule, name, parent, summary, edit, years);
}

const afterCensus = (draft: Draft): string => addDays(census(draft), 1);
const due = (draft: Draft, month: number, day: number): string => makeDate(yearOf(census(draft)), month, day);

/** Reviews are looked at of ceased plans too. */
const ceasedReviews: readonly Break[] = [
  review('PLC-30', 'ceased-absent', kept, 'A ceased plan has an outcome without a meeting.', 'ReviewMeeting', () => ({ ReviewMeeting: undefined })),
  review('PLC-31', 'ceased-date-absent', kept, 'A ceased plan has an outcome without its date.', 'LastReview', () => ({ LastReview: undefined })),
  review('PLC-31', 'ceased-outcome-absent', kept, 'A ceased plan has the date of an outcome alone.', 'ReviewOutcome', () => ({ ReviewOutcome: undefined })),
  review('PLC-32', 'ceased-day-before-meeting', kept, 'A ceased plan was decided on the day before the meeting.', 'LastReview', ({ ReviewMeeting = '' }) => ({
    LastReview: addDays(ReviewMeeting, -1),
  })),
  review('PLC-33', 'ceased-day-after-census', kept, 'The meeting of a ceased plan is the day after census day.', 'ReviewMeeting', (_, draft) => ({
    ReviewMeeting: afterCensus(draft),
    ReviewOutcome: undefined,
    LastReview: undefined,
  })),
  review('PLC-34', 'ceased-day-after-census', kept, 'A ceased plan is decided on the day after census day.', 'LastReview', (_, draft) => ({
    LastReview: afterCensus(draft),
  })),
  review('PLC-35', 'ceased-to-cease', kept, 'An amendment of a ceased plan is drafted, where the outcome was C.', 'ReviewDraft', ({ LastReview = '' }) => ({
    ReviewDraft: LastReview,
  })),
  review('PLC-36', 'ceased-day-before-meeting', kept, 'The amendment of a ceased plan was drafted the day before the meeting.', 'ReviewDraft', ({ ReviewMeeting = '' }) => ({
    ReviewOutcome: 'A',
    ReviewDraft: addDays(ReviewMeeting, -1),
  })),
  review('PLC-37', 'ceased-final-date-alone', kept, 'A ceased plan has a PhaseTransferFinalDate alone.', 'PhaseTransferDueDate', (_, draft) => ({
    PhaseTransferFinalDate: census(draft),
  })),
  review('PLC-38', 'ceased-30-march', kept, 'The plan was due on 30 March and ceased.', 'PhaseTransferDueDate', (_, draft) => ({
    PhaseTransferDueDate: due(draft, 3, 30),
  })),
  review('PLC-39', 'ceased-day-after-census', kept, 'A ceased plan is finalised the day after census day.', 'PhaseTransferFinalDate', (_, draft) => ({
    PhaseTransferDueDate: due(draft, 3, 31),
    PhaseTransferFinalDate: afterCensus(draft),
  })),
];

const reviews: readonly Break[] = [
  review('PLC-34', 'transferred-day-after-census', 'transferred-in', 'A plan taken over is decided on the day after census day.', 'LastReview', (_, draft) => ({
    LastReview: afterCensus(draft),
    ...(draft.year >= 2024 && { ReviewMeeting: census(draft), ReviewOutcome: 'M' }),
  })),
  review('PLC-32', 'amend-day-before-meeting', 'review-to-amend', 'The decision to amend is dated the day before the meeting.', 'LastReview', ({ ReviewMeeting = '' }) => ({
    LastReview: addDays(ReviewMeeting, -1),
  })),
  review('PLC-36', 'drafted-before-meeting-after-birth', 'review-amendment-drafted', 'The amendment is drafted a month before the meeting.', 'ReviewDraft', ({ ReviewMeeting = '' }) => ({
    ReviewDraft: addDays(ReviewMeeting, -30),
  })),
  ...(
    [
      ['31-january', 1, 31],
      ['1-february', 2, 1],
      ['28-february', 2, 28],
      ['1-march', 3, 1],
      ['15-april', 4, 15],
      ['31-may', 5, 31],
    ] as const
  ).map(([name, month, day]) =>
    review('PLC-38', name, month < 3 ? 'phase-transfer-due' : 'post-16-transfer-due', `The plan is due on a ${name.replace('-', ' ')}.`, 'PhaseTransferDueDate', (_, draft) => ({
      PhaseTransferDueDate: due(draft, month, day),
    })),
  ),
  review('PLC-39', 'post-16-day-after-census', 'post-16-transfer-finalised', 'A plan for post-16 is finalised the day after census day.', 'PhaseTransferFinalDate', (_, draft) => ({
    PhaseTransferFinalDate: afterCensus(draft),
  })),
];

/** More breaks of the rules about the active plans: several placements, needs and reviews, of open and ceased plans. */
export const activeMoreBreaks: readonly Break[] = [...together, ...needs, ...ceasedReviews, ...reviews];
