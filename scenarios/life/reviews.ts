import { addDays, daysBefore, makeDate } from '../../src/model/index.js';
import type { ActivePlans } from '../../src/return/index.js';
import { phaseMove } from './ages.js';
import { dayBetween, earlier, later, schoolDayBetween, workingDayNear } from './calendar.js';
import type { CaseRun } from './case-run.js';
import { timedReview, type ReviewDates } from './review-dates.js';
import type { Course } from './course.js';
import type { ReviewState } from './traits.js';

/** The items of the annual review and of the review for a change of phase. */
export type ReviewItems = Pick<
  ActivePlans,
  'ReviewMeeting' | 'ReviewOutcome' | 'ReviewDraft' | 'LastReview' | 'PhaseTransferDueDate' | 'PhaseTransferFinalDate'
>;

const outcomes: Readonly<Partial<Record<ReviewState, 'M' | 'A' | 'C'>>> = {
  maintain: 'M',
  amend: 'A',
  'amend-drafted': 'A',
  cease: 'C',
};

/** What the return says of the reviews of a plan, up to census day or the day it ceased. */
export function reviewItems(run: CaseRun, course: Course, ceased?: string): ReviewItems {
  const end = ceased ?? run.censusDay;
  const { started } = course;
  if (started === undefined) return {};
  return Object.assign(annualReview(run, started, end), phaseTransfer(run, started, end));
}

function annualReview(run: CaseRun, started: string, end: string): ReviewItems {
  const { traits, random } = run;
  if (traits.review === 'none') return {};
  const outcome = outcomes[traits.review];
  if (traits.reviewTiming && traits.ceased === undefined)
    return reviewWith(run, timedReview(run, traits.reviewTiming, started), end);

  if (outcome === undefined) {
    const since = later(started, addDays(end, random.chance(0.6) ? -28 : -90));
    const meeting = schoolDayBetween(random, since, end);
    return run.has('ActivePlans', 'ReviewMeeting') ? { ReviewMeeting: meeting } : { LastReview: meeting };
  }

  // The decision is due four weeks after the meeting; less than half are in time.
  const gap = random.chance(0.45) ? random.int(7, 28) : random.int(29, 120);
  const meeting = lastMeeting(run, started, daysBefore(end, gap));
  const decided = workingDayNear(earlier(addDays(meeting, gap), end), meeting, end);
  return reviewWith(run, { meeting, decided }, end);
}

/** The items of a review with its dates, in the years that have them. */
function reviewWith(run: CaseRun, { meeting, decided }: ReviewDates, end: string): ReviewItems {
  const { traits, random } = run;
  if (decided === undefined)
    return run.has('ActivePlans', 'ReviewMeeting') ? { ReviewMeeting: meeting } : { LastReview: meeting };
  const outcome = outcomes[traits.review];
  const items: ReviewItems = { LastReview: decided };
  if (run.has('ActivePlans', 'ReviewMeeting')) items.ReviewMeeting = meeting;
  if (outcome !== undefined && run.has('ActivePlans', 'ReviewOutcome')) items.ReviewOutcome = outcome;
  if (traits.review === 'amend-drafted' && run.has('ActivePlans', 'ReviewDraft'))
    items.ReviewDraft = workingDayNear(earlier(addDays(decided, random.int(0, 14)), end), decided, end);
  return items;
}

/** The last meeting: of the activity year mostly, of the year before in about a quarter of plans. */
function lastMeeting({ random, activityStart }: CaseRun, started: string, latest: string): string {
  const firstDue = addDays(started, 150);
  const thisYear = [later(activityStart, firstDue), latest] as const;
  const lastYear = [
    later(daysBefore(activityStart, 365), firstDue),
    earlier(daysBefore(activityStart, 1), latest),
  ] as const;
  const [first, second] = random.chance(0.72) ? [thisYear, lastYear] : [lastYear, thisYear];
  for (const [from, to] of [first, second]) if (from <= to) return schoolDayBetween(random, from, to);
  // A plan that ceased early may have had no time for a review in due course.
  return schoolDayBetween(random, started, later(started, latest));
}

function phaseTransfer(run: CaseRun, started: string, end: string): ReviewItems {
  const { traits, random, born, world, activityStart } = run;
  if (traits.phaseTransfer === 'none' || !run.has('ActivePlans', 'PhaseTransferDueDate')) return {};
  const { next, last } = phaseMove(born, world.facts);
  if (traits.phaseTransfer === 'due') return next === undefined ? {} : { PhaseTransferDueDate: next };

  // Last year's move where there was one; the next one is finalised early only in the autumn before it.
  if (last !== undefined) {
    const final = dayBetween(random, later(started, daysBefore(last, 60)), earlier(end, addDays(last, 60)));
    return { PhaseTransferDueDate: last, PhaseTransferFinalDate: final };
  }
  if (next === undefined) return {};
  const autumn = makeDate(Number(activityStart.slice(0, 4)), 10, 15);
  return { PhaseTransferDueDate: next, PhaseTransferFinalDate: dayBetween(random, later(started, autumn), end) };
}
