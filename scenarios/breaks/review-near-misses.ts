import { addDays, addMonths, makeDate, yearOf, type InForce } from '../../src/model/index.js';
import type { ActivePlans } from '../../src/return/index.js';
import type { NearMiss } from './break.js';
import type { Draft } from './draft.js';
import { nearMiss } from './near-miss.js';
import { giveReview, type ReviewItems, type ReviewTag } from './review-items.js';

const census = (draft: Draft): string => draft.facts.referenceDate;
const kept = 'ceased-with-placements-kept';

/** Gives the review other items; the place is at a tag. */
function review(
  rule: string,
  name: string,
  parent: string,
  summary: string,
  tag: ReviewTag,
  items: ReviewItems,
  years: InForce = {},
): NearMiss {
  const near = (draft: Draft): string => {
    giveReview(draft, items);
    return draft.at.active(tag);
  };
  return nearMiss(rule, name, parent, summary, near, years);
}

const meetingAlone = () => ({ ReviewOutcome: undefined, LastReview: undefined });
const notReviewed = () => ({ ReviewMeeting: undefined, ReviewOutcome: undefined, LastReview: undefined });
const decidedAtMeeting = ({ ReviewMeeting = '' }: ActivePlans) => ({ LastReview: ReviewMeeting });
const allOnCensusDay = (_: ActivePlans, draft: Draft) => ({ ReviewMeeting: census(draft), LastReview: census(draft) });

const annual: readonly NearMiss[] = [
  review(
    'PLC-30',
    'meeting-alone',
    'review-maintained',
    'The meeting was held, and there is no outcome.',
    'ReviewMeeting',
    meetingAlone,
  ),
  review(
    'PLC-30',
    'not-reviewed',
    'review-maintained',
    'There is neither meeting nor outcome.',
    'ReviewMeeting',
    notReviewed,
  ),
  review('PLC-31', 'neither', 'review-to-amend', 'There is neither outcome nor date.', 'ReviewOutcome', meetingAlone),
  review(
    'PLC-31',
    'ceased-neither',
    kept,
    'Of a ceased plan there is neither outcome nor date.',
    'ReviewOutcome',
    meetingAlone,
  ),
  ...(['M', 'A', 'C'] as const).map((outcome) =>
    review(
      'PLC-31',
      `both-${outcome.toLowerCase()}`,
      'review-met',
      `A review that was held has outcome ${outcome} and its date.`,
      'ReviewOutcome',
      ({ ReviewMeeting = '' }) => ({
        ReviewOutcome: outcome,
        LastReview: ReviewMeeting,
      }),
    ),
  ),
  review(
    'PLC-32',
    'on-meeting-day',
    'review-maintained',
    'The decision is dated the day of the meeting.',
    'LastReview',
    decidedAtMeeting,
  ),
  review(
    'PLC-32',
    'ceased-on-meeting-day',
    kept,
    'The decision to cease is dated the day of the meeting.',
    'LastReview',
    decidedAtMeeting,
  ),
  review(
    'PLC-33',
    'on-census-day',
    'review-maintained',
    'The review meeting is on census day, and the decision awaited.',
    'ReviewMeeting',
    (_, draft) => ({ ...meetingAlone(), ReviewMeeting: census(draft) }),
  ),
  review(
    'PLC-33',
    'decided-on-census-day-too',
    'review-maintained',
    'Meeting and decision are on census day.',
    'ReviewMeeting',
    allOnCensusDay,
  ),
  review(
    'PLC-34',
    'on-census-day',
    'transferred-in',
    'The review of a plan taken over is decided on census day.',
    'LastReview',
    (_, draft) => ({
      LastReview: census(draft),
      ...(draft.year >= 2024 && { ReviewMeeting: census(draft), ReviewOutcome: 'M' }),
    }),
  ),
  review(
    'PLC-34',
    'ceased-on-census-day',
    kept,
    'The review of a plan that ceased is decided on census day.',
    'LastReview',
    (_, draft) => ({ LastReview: census(draft) }),
  ),
  review(
    'PLC-34',
    'drafted-after-census-day',
    'review-amendment-drafted',
    'The amendment is drafted the day after census day, which no rule asks about.',
    'LastReview',
    (_, draft) => ({ ReviewDraft: addDays(census(draft), 1) }),
  ),
  review(
    'PLC-35',
    'amend',
    'review-to-amend',
    'An amendment is drafted where the outcome is A.',
    'ReviewDraft',
    ({ LastReview = '' }) => ({
      ReviewDraft: LastReview,
    }),
    { from: 2025 },
  ),
  review(
    'PLC-35',
    'maintained-to-amend',
    'review-maintained',
    'The outcome becomes A, and an amendment is drafted.',
    'ReviewDraft',
    ({ LastReview = '' }) => ({
      ReviewOutcome: 'A',
      ReviewDraft: LastReview,
    }),
    { from: 2025 },
  ),
  review(
    'PLC-35',
    'not-drafted',
    'review-amendment-drafted',
    'The outcome is A, and there is no draft.',
    'ReviewDraft',
    () => ({ ReviewDraft: undefined }),
  ),
  review(
    'PLC-36',
    'on-meeting-day',
    'review-amendment-drafted',
    'The amendment is drafted on the day of the meeting, before the decision.',
    'ReviewDraft',
    ({ ReviewMeeting = '' }) => ({
      ReviewDraft: ReviewMeeting,
    }),
  ),
  review(
    'PLC-36',
    'all-on-one-day',
    'review-amendment-drafted',
    'Meeting, decision and draft are on one day.',
    'ReviewDraft',
    ({ ReviewMeeting = '' }) => ({
      ReviewDraft: ReviewMeeting,
      LastReview: ReviewMeeting,
    }),
  ),
];

const due = (draft: Draft, years: number, month: number, day: number) => ({
  PhaseTransferDueDate: makeDate(yearOf(census(draft)) + years, month, day),
});

const phase: readonly NearMiss[] = [
  review(
    'PLC-37',
    'not-finalised',
    'phase-transfer-finalised',
    'The plan is due, and not finalised.',
    'PhaseTransferDueDate',
    () => ({
      PhaseTransferFinalDate: undefined,
    }),
  ),
  review(
    'PLC-37',
    'neither',
    'post-16-transfer-finalised',
    'There is neither due date nor final date.',
    'PhaseTransferDueDate',
    () => ({
      PhaseTransferDueDate: undefined,
      PhaseTransferFinalDate: undefined,
    }),
  ),
  review(
    'PLC-38',
    '31-march-at-ten',
    'phase-transfer-due',
    'The plan of a child of 10 is due on 31 March.',
    'PhaseTransferDueDate',
    (_, draft) => due(draft, 0, 3, 31),
  ),
  review(
    'PLC-38',
    '15-february-at-fifteen',
    'post-16-transfer-due',
    'The plan of a pupil of 15 is due on 15 February.',
    'PhaseTransferDueDate',
    (_, draft) => due(draft, 0, 2, 15),
  ),
  review(
    'PLC-38',
    '15-february-years-ago',
    'phase-transfer-due',
    'The plan was due on 15 February five years before.',
    'PhaseTransferDueDate',
    (_, draft) => due(draft, -5, 2, 15),
  ),
  review(
    'PLC-38',
    '31-march-to-come',
    'post-16-transfer-due',
    'The plan is due on 31 March of the next year.',
    'PhaseTransferDueDate',
    (_, draft) => due(draft, 1, 3, 31),
  ),
  review(
    'PLC-39',
    'on-census-day',
    'phase-transfer-finalised',
    'The plan is finalised on census day.',
    'PhaseTransferFinalDate',
    (_, draft) => ({
      PhaseTransferFinalDate: census(draft),
    }),
  ),
  review(
    'PLC-39',
    'years-after-due',
    'post-16-transfer-finalised',
    'The plan is finalised on census day, years after it was due.',
    'PhaseTransferFinalDate',
    (_, draft) => ({
      ...due(draft, -3, 3, 31),
      PhaseTransferFinalDate: census(draft),
    }),
  ),
  review(
    'PLC-39',
    'early-for-a-due-date-to-come',
    'phase-transfer-due',
    'The plan is finalised on census day, before it is due.',
    'PhaseTransferFinalDate',
    (_, draft) => ({
      PhaseTransferFinalDate: census(draft),
    }),
  ),
  review(
    'PLC-39',
    'year-before-due',
    'phase-transfer-finalised',
    'The plan is finalised a year before it is due.',
    'PhaseTransferFinalDate',
    ({ PhaseTransferDueDate = '' }) => ({
      PhaseTransferFinalDate: addMonths(PhaseTransferDueDate, -12),
    }),
  ),
];

/** Near misses of the rules about annual reviews and reviews for a change of phase. */
export const reviewNearMisses: readonly NearMiss[] = [...annual, ...phase];
