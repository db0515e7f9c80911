import type { CaseTraits, ReviewState, ReviewTiming } from '../scenarios/life/index.js';
import type { Random, Weighted } from '../src/random/index.js';
import type { Figures } from './figures/index.js';
import { sum } from './fit.js';
import { table } from './table.js';

/** How far the last review of a plan came, and when its steps were. */
export type DrawnReview = Pick<CaseTraits, 'review' | 'reviewTiming'>;

/** Draws the review of a plan that was in place for so many years (see `PlanCell`), from 2. */
export type DrawReview = (years: number, random: Random) => DrawnReview;

/** How many of the decisions to amend have a draft out by census day; not published. */
const drafted = 0.6;
/** Of meetings in the census year, how many have led to a decision by census day; not published. */
const decidedAtOnce = 0.13;
/** Of decisions in the census year, how many are of meetings before the activity year; not published. */
const lateDecision = 0.03;

type When = Pick<ReviewTiming, 'meeting' | 'decision'>;

/** Reviews in the proportions of the figures: the year of the meeting, the decision, its outcome and the four weeks. */
export function reviewMix({ reviews, yearsInPlace }: Figures): DrawReview {
  const { none, meeting, decision, outcome, fourWeeks } = reviews;
  const met = sum(Object.values(meeting)) || 1;
  const all = none + met;
  const dated = decision.census + decision.activity + decision.earlier;
  // Decisions without a date cannot stand in a return: they are made half dated and half undecided.
  const withOutcome = outcome.amend + outcome.cease + outcome.maintain;
  const decided = (dated + withOutcome) / 2;
  const up = decided / (dated || 1);
  const down = (met - decided) / (met - dated || 1);

  const fromCensus = Math.min(meeting.census * decidedAtOnce, decision.census * up);
  const fromLong = decision.census * up * lateDecision;
  const notDueNew = meeting.census - fromCensus;
  const notDueOld = Math.max(0, decision.notDue * down - notDueNew);
  const fromActivity = decision.census * up - fromCensus - fromLong;
  const decidedEarlier = Math.min(decision.earlier * up, meeting.earlier);
  const leftEarlier = meeting.earlier - decidedEarlier - fromLong;
  const outstanding = decision.outstanding * down;
  const leftActivity = meeting.activity - notDueOld - fromActivity;
  // What is left of both years of meetings is decided in the activity year or outstanding, alike in both but for age.
  const outstandingEarlier = Math.min(Math.max(0, leftEarlier) * 0.5, outstanding);
  const cells: [When, number][] = [
    [{ meeting: 'census-year', decision: 'census-year' }, fromCensus],
    [{ meeting: 'census-year', decision: 'not-due' }, notDueNew],
    [{ meeting: 'activity-year', decision: 'not-due' }, notDueOld],
    [{ meeting: 'activity-year', decision: 'census-year' }, fromActivity],
    [{ meeting: 'activity-year', decision: 'activity-year' }, leftActivity - (outstanding - outstandingEarlier)],
    [{ meeting: 'activity-year', decision: 'outstanding' }, outstanding - outstandingEarlier],
    [{ meeting: 'earlier', decision: 'census-year' }, fromLong],
    [{ meeting: 'earlier', decision: 'activity-year' }, leftEarlier - outstandingEarlier],
    [{ meeting: 'earlier', decision: 'earlier' }, decidedEarlier],
    [{ meeting: 'earlier', decision: 'outstanding' }, outstandingEarlier],
  ];

  // Plans of the year before the activity year have had no review before it: those of older plans make up for it.
  const young = Math.min(0.9, (yearsInPlace[2] ?? 0) / (sum(yearsInPlace.slice(2)) || 1));
  const earlier = meeting.earlier / all;
  const later = (meeting.census + meeting.activity) / all;
  const youngLater = met / all / (later || 1) || 0;
  const oldLater = Math.max(0, (1 - young * youngLater) / (1 - young));
  const oldEarlier = Math.min(1 / (1 - young), (met / all - later * oldLater) / (earlier || 1));
  // A decision in the census year of a meeting long before is never in time.
  const inTime = Math.min(
    1,
    fourWeeks.within / (fourWeeks.within + fourWeeks.over || 1) / (1 - fromLong / (decided || 1)),
  );
  const outcomes: Weighted<ReviewState> = [
    ['maintain', outcome.maintain],
    ['amend', outcome.amend * (1 - drafted)],
    ['amend-drafted', outcome.amend * drafted],
    ['cease', outcome.cease],
  ];
  // All that a review can be is made once, so that a draw makes nothing.
  const tableOf = (ofEarlier: number, ofLater: number): Weighted<DrawnReview> => [
    [{ review: 'none' }, none],
    ...cells.flatMap(([when, n]): [DrawnReview, number][] => {
      const weight = n * (when.meeting === 'earlier' ? ofEarlier : ofLater);
      if (when.decision === 'not-due' || when.decision === 'outstanding')
        return [[{ review: 'met', reviewTiming: { ...when, inTime: false } }, weight]];
      const share = weight / (withOutcome || 1);
      return outcomes.flatMap(([review, count]): [DrawnReview, number][] => [
        [{ review, reviewTiming: { ...when, inTime: true } }, share * count * inTime],
        [{ review, reviewTiming: { ...when, inTime: false } }, share * count * (1 - inTime)],
      ]);
    }),
  ];
  const ofYoung = table(tableOf(0, youngLater));
  const ofOld = table(tableOf(oldEarlier, oldLater));
  return (years, random) => (years <= 2 ? ofYoung : ofOld).draw(random);
}
