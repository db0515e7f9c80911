import { addDays, dayNumber, daysBefore, makeDate, yearOf } from '../../src/model/index.js';
import { clamp, earlier, later, schoolDayBetween, workingDayNear } from './calendar.js';
import type { CaseRun } from './case-run.js';
import type { ReviewTiming } from './traits.js';

/** When the last review met and, where it did, decided. */
export interface ReviewDates {
  readonly meeting: string;
  readonly decided?: string;
}

/** The decision is due four weeks after the meeting. */
const dueAfter = 28;
/** Days from a meeting to its decision; working days may add a few to either. */
const gaps = { inTime: [7, 24], late: [33, 120] } as const;
/** A first review comes no sooner than so many days after the plan. */
const firstReview = 150;
/** How many years a meeting before the activity year lies back at most. */
const yearsBack = 2;

type Span = readonly [from: string, to: string];

/** Dates of a review of an open plan that began before the activity year. */
export function timedReview(run: CaseRun, timing: ReviewTiming, started: string): ReviewDates {
  const { random, censusDay } = run;
  const met = spanOf(timing.meeting, run, started);
  switch (timing.decision) {
    case 'not-due':
      return { meeting: meetingIn(run, [later(met[0], addDays(censusDay, -dueAfter + 1)), met[1]], started) };
    case 'outstanding':
      return { meeting: meetingIn(run, [met[0], earlier(met[1], addDays(censusDay, -dueAfter - 1))], started) };
    default: {
      const decides = spanOf(timing.decision, run, started);
      const [least, most] = gaps[timing.inTime ? 'inTime' : 'late'];
      let gap = random.int(least, most);
      // Where the years lie too far apart for the gap, the decision follows as soon as they allow.
      if (addDays(met[1], gap) < decides[0]) gap = dayNumber(decides[0]) - dayNumber(met[1]) + random.int(1, 60);
      if (addDays(met[0], gap) > decides[1]) gap = random.int(0, 10);
      const span: Span = [later(met[0], daysBefore(decides[0], gap)), earlier(met[1], daysBefore(decides[1], gap))];
      const meeting = meetingIn(run, span, started);
      const decided = clamp(addDays(meeting, gap), later(meeting, decides[0]), later(meeting, decides[1]));
      return { meeting, decided: workingDayNear(decided, later(meeting, decides[0]), later(meeting, decides[1])) };
    }
  }
}

/** A school day of the span; where the plan began too late for it, the first that there can be. */
function meetingIn({ random, censusDay }: CaseRun, [from, to]: Span, started: string): string {
  if (from <= to) return schoolDayBetween(random, from, to);
  return clamp(to, started, censusDay);
}

/** The days of a year that a step of the review may fall on. */
function spanOf(when: ReviewTiming['meeting'], run: CaseRun, started: string): Span {
  const { activityStart, censusDay } = run;
  const firstDue = addDays(started, firstReview);
  switch (when) {
    case 'census-year':
      return [later(makeDate(yearOf(censusDay), 1, 1), firstDue), censusDay];
    case 'activity-year':
      return [later(activityStart, firstDue), makeDate(yearOf(activityStart), 12, 31)];
    case 'earlier':
      return [later(makeDate(yearOf(activityStart) - yearsBack, 1, 1), firstDue), daysBefore(activityStart, 1)];
  }
}
