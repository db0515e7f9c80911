import { addDays, addMonths, makeDate, yearOf } from '../../src/model/index.js';
import type { ActivePlans } from '../../src/return/index.js';
import type { Break } from './break.js';
import type { Draft } from './draft.js';
import { absent, inActive, missing, recordBreak } from './record-break.js';

type ReviewTag =
  'ReviewMeeting' | 'ReviewOutcome' | 'ReviewDraft' | 'LastReview' | 'PhaseTransferDueDate' | 'PhaseTransferFinalDate';

/** Gives an item of the review another value, or one where it had none; the finding is there or at another tag. */
function given(
  rule: string,
  name: string,
  parent: string,
  summary: string,
  tag: ReviewTag,
  value: (active: ActivePlans, draft: Draft) => string,
  at: ReviewTag = tag,
): Break {
  return recordBreak(rule, name, parent, summary, (draft) => {
    const active = draft.active();
    active[tag] = value(active, draft);
    return draft.at.active(at);
  });
}

const daysAfterCensus =
  (days: number) =>
  (_: ActivePlans, draft: Draft): string =>
    addDays(draft.facts.referenceDate, days);
const dayBeforeMeeting = ({ ReviewMeeting = '' }: ActivePlans): string => addDays(ReviewMeeting, -1);
const yearBeforeMeeting = ({ ReviewMeeting = '' }: ActivePlans): string => addMonths(ReviewMeeting, -12);

const annual: readonly Break[] = [
  ...missing('PLC-30', 'ReviewMeeting', 'review-maintained', inActive),
  absent('PLC-30', 'ReviewMeeting', 'review-to-amend', inActive, { prefix: 'amend-', of: ' before an amendment' }),
  absent('PLC-30', 'ReviewMeeting', 'review-to-cease', inActive, {
    prefix: 'cease-',
    of: ' before a decision to cease',
  }),
  ...missing('PLC-31', 'LastReview', 'review-maintained', inActive, { prefix: 'date-' }),
  ...missing('PLC-31', 'ReviewOutcome', 'review-to-amend', inActive, { prefix: 'outcome-' }),
  given(
    'PLC-31',
    'outcome-before-its-date',
    'review-met',
    'A review that has only been held has a ReviewOutcome, and no LastReview.',
    'ReviewOutcome',
    () => 'C',
    'LastReview',
  ),
  given(
    'PLC-31',
    'date-without-outcome',
    'review-met',
    'A review that has only been held has a LastReview, and no ReviewOutcome.',
    'LastReview',
    ({ ReviewMeeting = '' }) => ReviewMeeting,
    'ReviewOutcome',
  ),
  absent('PLC-31', 'ReviewOutcome', 'review-amendment-drafted', inActive, {
    prefix: 'drafted-outcome-',
    of: ' of a plan whose amendment is drafted',
  }),
  given(
    'PLC-32',
    'day-before-meeting',
    'review-maintained',
    'The decision is dated the day before the meeting.',
    'LastReview',
    dayBeforeMeeting,
  ),
  given(
    'PLC-32',
    'year-before-meeting',
    'review-to-cease',
    'The decision to cease is dated a year before the meeting.',
    'LastReview',
    yearBeforeMeeting,
  ),
  given(
    'PLC-33',
    'day-after-census',
    'review-met',
    'The review meeting is the day after census day.',
    'ReviewMeeting',
    daysAfterCensus(1),
  ),
  given(
    'PLC-33',
    'still-to-come',
    'historical-not-reviewed',
    'The first review is given with the day it is planned for, two months after census day.',
    'ReviewMeeting',
    daysAfterCensus(60),
  ),
  given(
    'PLC-34',
    'day-after-census',
    'review-maintained',
    'The review is decided the day after census day.',
    'LastReview',
    daysAfterCensus(1),
  ),
  given(
    'PLC-34',
    'amended-year-after-census',
    'review-to-amend',
    'The decision to amend is dated a year after census day.',
    'LastReview',
    daysAfterCensus(365),
  ),
];

const draftOf: readonly Break[] = [
  given(
    'PLC-35',
    'maintained',
    'review-amendment-drafted',
    'An amendment is drafted where the outcome is M.',
    'ReviewOutcome',
    () => 'M',
    'ReviewDraft',
  ),
  given(
    'PLC-35',
    'to-cease',
    'review-to-cease',
    'An amendment is drafted where the outcome is C.',
    'ReviewDraft',
    ({ LastReview = '' }) => LastReview,
  ),
  given(
    'PLC-35',
    'decision-awaited',
    'review-met',
    'An amendment is drafted on the day of the meeting, and the decision is awaited.',
    'ReviewDraft',
    ({ ReviewMeeting = '' }) => ReviewMeeting,
  ),
  given(
    'PLC-35',
    'never-reviewed',
    'historical-not-reviewed',
    'An amendment is drafted of a plan without a review.',
    'ReviewDraft',
    daysAfterCensus(0),
  ),
  given(
    'PLC-36',
    'day-before-meeting',
    'review-amendment-drafted',
    'The amendment is drafted the day before the meeting.',
    'ReviewDraft',
    dayBeforeMeeting,
  ),
  given(
    'PLC-36',
    'year-before-meeting',
    'review-to-amend',
    'The amendment is drafted a year before the meeting.',
    'ReviewDraft',
    yearBeforeMeeting,
  ),
];

/** A due date some days from the one that is right. */
const daysFromDue =
  (days: number) =>
  ({ PhaseTransferDueDate = '' }: ActivePlans): string =>
    addDays(PhaseTransferDueDate, days);

const due = (name: string, parent: string, summary: string, date: (active: ActivePlans) => string): Break =>
  given('PLC-38', name, parent, summary, 'PhaseTransferDueDate', date);

const phase: readonly Break[] = [
  ...missing('PLC-37', 'PhaseTransferDueDate', 'phase-transfer-finalised', inActive),
  absent('PLC-37', 'PhaseTransferDueDate', 'post-16-transfer-finalised', inActive, {
    prefix: 'post-16-',
    of: ' of a transfer to post-16',
  }),
  given(
    'PLC-37',
    'final-date-added',
    'historical-not-reviewed',
    'A plan without a phase transfer has a PhaseTransferFinalDate.',
    'PhaseTransferFinalDate',
    daysAfterCensus(0),
    'PhaseTransferDueDate',
  ),
  due('day-before-15-february', 'phase-transfer-due', 'The plan is due on 14 February.', daysFromDue(-1)),
  due('day-after-15-february', 'phase-transfer-due', 'The plan is due on 16 February.', daysFromDue(1)),
  due('day-before-31-march', 'post-16-transfer-due', 'The plan is due on 30 March.', daysFromDue(-1)),
  due('day-after-31-march', 'post-16-transfer-due', 'The plan is due on 1 April.', daysFromDue(1)),
  due('15-march', 'phase-transfer-finalised', 'The plan is due on 15 March.', ({ PhaseTransferDueDate = '' }) =>
    makeDate(yearOf(PhaseTransferDueDate), 3, 15),
  ),
  given(
    'PLC-39',
    'day-after-census',
    'phase-transfer-finalised',
    'The plan is finalised the day after census day.',
    'PhaseTransferFinalDate',
    daysAfterCensus(1),
  ),
  given(
    'PLC-39',
    'on-due-date-to-come',
    'post-16-transfer-due',
    'The plan is finalised on its due date, which is after census day.',
    'PhaseTransferFinalDate',
    ({ PhaseTransferDueDate = '' }) => PhaseTransferDueDate,
  ),
];

/** Breaks of the rules about annual reviews and reviews for a change of phase. */
export const reviewBreaks: readonly Break[] = [...annual, ...draftOf, ...phase];
