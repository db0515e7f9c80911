import { addDays, addMonths, daysBefore, makeDate, yearOf } from '../../src/model/index.js';
import type { Random } from '../../src/random/index.js';
import { clamp, dayBetween, earlier, later, workingDayNear } from './calendar.js';
import type { CaseRun } from './case-run.js';
import type { Pace, Plot } from './traits.js';

/** When the steps of a case happened, whatever the return says of them. What has not happened by census day is absent. */
export interface Course {
  /** Absent for a plan of earlier years or of another LA, of whose request the return says nothing. */
  readonly received?: string | undefined;
  /** Decision to assess, or the refusal that was overturned. */
  readonly decided?: string | undefined;
  /** Decision to issue a plan, or the refusal that was overturned. */
  readonly assessed?: string | undefined;
  readonly started?: string | undefined;
  /** Taken over from another LA. */
  readonly movedIn?: string | undefined;
  /** An earlier request that was refused. */
  readonly refusedBefore?: { readonly received: string; readonly decided: string } | undefined;
}

/** Longest of the gaps below, in days: what has to fit between a birth and the last step of a plot. */
const longestDecision = 75;
const shortestDecision = 28;

/** Days from a request to its decision: six weeks by law, kept in five of six. */
function decisionGap(random: Random): number {
  return random.chance(0.85) ? random.int(shortestDecision, 42) : random.int(43, longestDecision);
}

/** The day a request came in that was decided on a given day. */
function receivedBefore({ random, born }: CaseRun, decided: string): string {
  const received = daysBefore(decided, decisionGap(random));
  return workingDayNear(received, later(born, daysBefore(decided, longestDecision)), decided);
}

/** The day a request was decided, clear of the bounds that later steps set. */
function decidedAfter({ random }: CaseRun, received: string, latest: string): string {
  const earliest = addDays(received, shortestDecision);
  return workingDayNear(clamp(addDays(received, decisionGap(random)), earliest, latest), earliest, latest);
}

/** The plan is dated on the day of the decision to issue it, or a few days after. */
function assessedBefore({ random, activityStart }: CaseRun, started: string): string {
  const lag = random.chance(0.8) ? 0 : random.int(1, 10);
  return workingDayNear(later(daysBefore(started, lag), activityStart), activityStart, started);
}

/** Weeks from request to plan, by pace; the bounds are those that the published timeliness figures count by. */
const weeksToPlan: Readonly<Record<Pace, readonly [number, number]>> = {
  'on-time': [14, 20],
  late: [21, 52],
  'very-late': [53, 85],
};

function drawWeeks({ random, traits }: CaseRun, usual: Pace): number {
  const [fewest, most] = weeksToPlan[traits.pace ?? (traits.exception ? 'late' : usual)];
  return random.int(fewest, most);
}

/** Decided in the activity year or after it, and not later than some days before census day. */
function decidedThisYear(run: CaseRun, daysLeft: number): string {
  const earliest = later(run.activityStart, addDays(run.born, longestDecision));
  return dayBetween(run.random, earliest, daysBefore(run.censusDay, daysLeft));
}

/** The last day on which a plan issued in the course of the case may begin. */
function latestStart({ traits, world, censusDay }: CaseRun): string {
  return traits.startedIn === 'activity-year' ? makeDate(world.facts.activityYear, 12, 31) : censusDay;
}

type Step = (run: CaseRun) => Course;

/** Most of what is decided in the activity year was asked for in it. */
const askedThisYear = 0.85;

const decidedOnly: Step = (run) => {
  const { random, born, activityStart, censusDay } = run;
  const since = random.chance(askedThisYear) ? longestDecision : 0;
  const decided = dayBetween(
    random,
    later(addDays(activityStart, since), addDays(born, longestDecision)),
    daysBefore(censusDay, 1),
  );
  return { received: receivedBefore(run, decided), decided };
};

/** A refusal overturned: the plan follows the order or agreement by so many days, that the refusal by so many. */
function overturnedRequest(toAgreement: readonly [number, number]): Step {
  return (run) => {
    const { random, born, activityStart } = run;
    const toPlan: readonly [number, number] = [98, 168];
    const longest = longestDecision + toAgreement[1] + toPlan[1];
    const started = dayBetween(random, later(activityStart, addDays(born, longest)), latestStart(run));
    const decided = addDays(started, -random.int(...toPlan) - random.int(...toAgreement));
    const onWorkingDay = workingDayNear(decided, addDays(born, longestDecision), started);
    return {
      received: receivedBefore(run, onWorkingDay),
      decided: onWorkingDay,
      assessed: assessedBefore(run, started),
      started,
    };
  };
}

/**
 * A refusal to issue overturned. After mediation the request was still decided in the activity year; after a
 * tribunal, which takes longer, it was decided before.
 */
function overturnedAssessment(by: 'mediation' | 'tribunal'): Step {
  const toAgreement: readonly [number, number] = by === 'mediation' ? [40, 90] : [150, 280];
  const toDecision: readonly [number, number] = [100, 150];
  const toPlan: readonly [number, number] = [28, 60];
  const shortest = toDecision[0] + toAgreement[0] + toPlan[0];
  const longest = toDecision[1] + toAgreement[1] + toPlan[1];
  return (run) => {
    const { random, born, activityStart } = run;
    const bornBefore = addDays(born, longest);
    const [from, to] =
      by === 'mediation'
        ? [addDays(activityStart, longest - shortestDecision), latestStart(run)]
        : [activityStart, addDays(activityStart, shortest - longestDecision - 1)];
    const started = dayBetween(random, later(from, bornBefore), to);
    const afterDecision = random.int(...toAgreement) + random.int(...toPlan);
    const assessedGap = random.int(...toDecision);
    const received = addDays(started, -afterDecision - assessedGap);
    const decided = decidedAfter(run, received, addDays(received, longestDecision));
    const assessed = workingDayNear(daysBefore(started, afterDecision), decided, started);
    return { received, decided, assessed, started };
  };
}

const courses: Readonly<Record<Plot, Step>> = {
  // Requests are in the return of the year they came in.
  'awaiting-decision': ({ random, censusDay, world }) => {
    const [longest, shortest] = random.chance(0.85) ? [42, 1] : [longestDecision, 43];
    const latest = earlier(daysBefore(censusDay, shortest), makeDate(world.facts.activityYear, 12, 31));
    return { received: dayBetween(random, daysBefore(censusDay, longest), latest) };
  },

  withdrawn: ({ random, born, activityStart, censusDay }) => ({
    received: dayBetween(random, later(born, activityStart), daysBefore(censusDay, 10)),
  }),

  refused: decidedOnly,
  exported: decidedOnly,

  'refused-mediated': overturnedRequest([40, 90]),
  'refused-appealed': overturnedRequest([150, 280]),

  assessing: (run) => {
    const { random, censusDay } = run;
    const decided = dayBetween(random, daysBefore(censusDay, 98), daysBefore(censusDay, 1));
    return { received: receivedBefore(run, decided), decided };
  },

  'assessment-withdrawn': (run) => {
    const decided = decidedThisYear(run, 30);
    return { received: receivedBefore(run, decided), decided };
  },

  'not-issued': (run) => {
    const { random, born, activityStart, censusDay } = run;
    const days = random.chance(0.35) ? random.int(98, 112) : random.int(113, 220);
    const earliest = later(born, daysBefore(activityStart, shortestDecision));
    const received = dayBetween(random, earliest, daysBefore(censusDay, days));
    const decided = decidedAfter(run, received, addDays(received, longestDecision));
    return { received, decided, assessed: workingDayNear(addDays(received, days), decided, censusDay) };
  },

  'not-issued-mediated': overturnedAssessment('mediation'),
  'not-issued-appealed': overturnedAssessment('tribunal'),

  'decided-not-yet-issued': (run) => {
    const { random, censusDay } = run;
    const received = dayBetween(random, daysBefore(censusDay, 150), daysBefore(censusDay, 100));
    return { received, decided: decidedAfter(run, received, addDays(received, longestDecision)) };
  },

  issued: (run) => {
    const { random, born, activityStart, censusDay, traits } = run;
    const days = 7 * drawWeeks(run, random.chance(0.5) ? 'on-time' : 'late');
    const since = addDays(activityStart, random.chance(askedThisYear) ? 0 : -shortestDecision);
    const first = traits.startedIn === 'census-year' ? makeDate(yearOf(censusDay), 1, 1) : activityStart;
    const latest = daysBefore(latestStart(run), days);
    const earliest = earlier(later(later(born, since), daysBefore(first, days)), latest);
    const received = dayBetween(random, later(earliest, daysBefore(activityStart, shortestDecision)), latest);
    const decided = decidedAfter(run, received, addDays(received, longestDecision));
    const started = addDays(received, days);
    return { received, decided, assessed: assessedBefore(run, started), started };
  },

  'issued-on-old-request': (run) => {
    const { random, born, activityStart } = run;
    const days = 7 * drawWeeks(run, random.chance(0.45) ? 'on-time' : random.chance(0.87) ? 'late' : 'very-late');
    const earliest = later(activityStart, addDays(born, days));
    const latest = earlier(latestStart(run), addDays(activityStart, days - shortestDecision - 2));
    const started = dayBetween(random, earliest, latest);
    const received = daysBefore(started, days);
    return {
      received,
      decided: decidedAfter(run, received, daysBefore(activityStart, 1)),
      assessed: assessedBefore(run, started),
      started,
    };
  },

  historical: (run) => ({ started: startOfOlderPlan(run) }),

  'transferred-in': (run) => {
    const { random, born, activityStart, censusDay, traits } = run;
    const started =
      traits.yearsInPlace === 0
        ? dayBetween(random, later(activityStart, addDays(born, 140)), daysBefore(censusDay, 45))
        : startOfOlderPlan(run);
    return {
      started,
      movedIn: dayBetween(random, later(activityStart, addDays(started, 30)), daysBefore(censusDay, 10)),
    };
  },

  'second-request': (run) => {
    const { random, censusDay } = run;
    const refused = decidedThisYear(run, 130);
    const received = dayBetween(random, addDays(refused, 14), daysBefore(censusDay, 80));
    return {
      received,
      decided: decidedAfter(run, received, addDays(received, longestDecision)),
      refusedBefore: { received: receivedBefore(run, refused), decided: refused },
    };
  },
};

/** So many completed years before census day, and in the calendar year so many before the activity year. */
function startOfOlderPlan({ random, traits, world, born, censusDay }: CaseRun): string {
  const years = traits.yearsInPlace;
  const earliest = addDays(addMonths(censusDay, -12 * (years + 1)), 1);
  return dayBetween(random, later(earliest, addDays(born, 140)), makeDate(world.facts.activityYear - years, 12, 31));
}

/** Runs the dates of a case up to the plan forward. The traits must be possible (`whyNot`). */
export function courseOf(run: CaseRun): Course {
  const { received, decided, assessed, started, movedIn, refusedBefore } = courses[run.traits.plot](run);
  // With the same keys for every plot, whatever asks for a step is compiled once.
  return { received, decided, assessed, started, movedIn, refusedBefore };
}
