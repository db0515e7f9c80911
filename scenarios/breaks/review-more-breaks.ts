import { addDays, makeDate, yearOf, type InForce } from '../../src/model/index.js';
import type { Break } from './break.js';
import type { Draft } from './draft.js';
import { recordBreak } from './record-break.js';
import { giveReview, type ReviewItems, type ReviewTag } from './review-items.js';

const census = (draft: Draft): string => draft.facts.referenceDate;
const kept = 'ceased-with-placements-kept';

/** Gives the review other items; the finding is at a tag. */
function review(
  rule: string,
  name: string,
  parent: string,
  summary: string,
  tag: ReviewTag,
  items: ReviewItems,
  years: InForce = {},
): Break {
  const edit = (draft: Draft): string => {
    giveReview(draft, items);
    return draft.at.active(tag);
  };
  return recordBreak(rule, name, parent, summary, edit, years);
}

const afterCensus = (draft: Draft): string => addDays(census(draft), 1);
const due = (draft: Draft, month: number, day: number): string => makeDate(yearOf(census(draft)), month, day);

/** Reviews are looked at of ceased plans too. */
const ceasedReviews: readonly Break[] = [
  review('PLC-30', 'ceased-absent', kept, 'A ceased plan has an outcome without a meeting.', 'ReviewMeeting', () => ({
    ReviewMeeting: undefined,
  })),
  review('PLC-31', 'ceased-date-absent', kept, 'A ceased plan has an outcome without its date.', 'LastReview', () => ({
    LastReview: undefined,
  })),
  review(
    'PLC-31',
    'ceased-outcome-absent',
    kept,
    'A ceased plan has the date of an outcome alone.',
    'ReviewOutcome',
    () => ({ ReviewOutcome: undefined }),
  ),
  review(
    'PLC-32',
    'ceased-day-before-meeting',
    kept,
    'A ceased plan was decided on the day before the meeting.',
    'LastReview',
    ({ ReviewMeeting = '' }) => ({
      LastReview: addDays(ReviewMeeting, -1),
    }),
  ),
  review(
    'PLC-33',
    'ceased-day-after-census',
    kept,
    'The meeting of a ceased plan is the day after census day.',
    'ReviewMeeting',
    (_, draft) => ({
      ReviewMeeting: afterCensus(draft),
      ReviewOutcome: undefined,
      LastReview: undefined,
    }),
  ),
  review(
    'PLC-34',
    'ceased-day-after-census',
    kept,
    'A ceased plan is decided on the day after census day.',
    'LastReview',
    (_, draft) => ({
      LastReview: afterCensus(draft),
    }),
  ),
  review(
    'PLC-35',
    'ceased-to-cease',
    kept,
    'An amendment of a ceased plan is drafted, where the outcome was C.',
    'ReviewDraft',
    ({ LastReview = '' }) => ({
      ReviewDraft: LastReview,
    }),
  ),
  review(
    'PLC-36',
    'ceased-day-before-meeting',
    kept,
    'The amendment of a ceased plan was drafted the day before the meeting.',
    'ReviewDraft',
    ({ ReviewMeeting = '' }) => ({
      ReviewOutcome: 'A',
      ReviewDraft: addDays(ReviewMeeting, -1),
    }),
  ),
  review(
    'PLC-37',
    'ceased-final-date-alone',
    kept,
    'A ceased plan has a PhaseTransferFinalDate alone.',
    'PhaseTransferDueDate',
    (_, draft) => ({
      PhaseTransferFinalDate: census(draft),
    }),
  ),
  review(
    'PLC-38',
    'ceased-30-march',
    kept,
    'The plan was due on 30 March and ceased.',
    'PhaseTransferDueDate',
    (_, draft) => ({
      PhaseTransferDueDate: due(draft, 3, 30),
    }),
  ),
  review(
    'PLC-39',
    'ceased-day-after-census',
    kept,
    'A ceased plan is finalised the day after census day.',
    'PhaseTransferFinalDate',
    (_, draft) => ({
      PhaseTransferDueDate: due(draft, 3, 31),
      PhaseTransferFinalDate: afterCensus(draft),
    }),
  ),
];

const reviews: readonly Break[] = [
  review(
    'PLC-34',
    'transferred-day-after-census',
    'transferred-in',
    'A plan taken over is decided on the day after census day.',
    'LastReview',
    (_, draft) => ({
      LastReview: afterCensus(draft),
      ...(draft.year >= 2024 && { ReviewMeeting: census(draft), ReviewOutcome: 'M' }),
    }),
  ),
  review(
    'PLC-32',
    'amend-day-before-meeting',
    'review-to-amend',
    'The decision to amend is dated the day before the meeting.',
    'LastReview',
    ({ ReviewMeeting = '' }) => ({
      LastReview: addDays(ReviewMeeting, -1),
    }),
  ),
  review(
    'PLC-36',
    'drafted-before-meeting-after-birth',
    'review-amendment-drafted',
    'The amendment is drafted a month before the meeting.',
    'ReviewDraft',
    ({ ReviewMeeting = '' }) => ({
      ReviewDraft: addDays(ReviewMeeting, -30),
    }),
  ),
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
    review(
      'PLC-38',
      name,
      month < 3 ? 'phase-transfer-due' : 'post-16-transfer-due',
      `The plan is due on a ${name.replace('-', ' ')}.`,
      'PhaseTransferDueDate',
      (_, draft) => ({
        PhaseTransferDueDate: due(draft, month, day),
      }),
    ),
  ),
  review(
    'PLC-39',
    'post-16-day-after-census',
    'post-16-transfer-finalised',
    'A plan for post-16 is finalised the day after census day.',
    'PhaseTransferFinalDate',
    (_, draft) => ({
      PhaseTransferFinalDate: afterCensus(draft),
    }),
  ),
];

/** More breaks of the rules about reviews, of ceased plans too. */
export const reviewMoreBreaks: readonly Break[] = [...ceasedReviews, ...reviews];
