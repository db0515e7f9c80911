import { addDays, birthday, makeDate, yearOf } from '../../src/model/index.js';
import { maximumAgeFrom } from './ages.js';
import { dayBetween, earlier, later } from './calendar.js';
import type { CaseRun } from './case-run.js';
import type { Course } from './course.js';

/** Reasons that mostly go with the end of a school year: age, needs met, university, work, no wish to go on. */
const atSummer: ReadonlySet<string> = new Set(['1', '2', '3', '4', '6']);

/** The day the plan ceased, in the activity year or after it; undefined for an open plan. */
export function ceaseDate(run: CaseRun, course: Course): string | undefined {
  const { traits, random, born, censusDay, activityStart, world } = run;
  const { started, movedIn } = course;
  if (traits.ceased === undefined || started === undefined) return undefined;

  let earliest = later(activityStart, movedIn ?? earlier(addDays(started, 28), censusDay));
  if (traits.ceased === '1') earliest = later(earliest, maximumAgeFrom(born, world.facts.year));
  if (traits.ceased === '3' || traits.ceased === '4') earliest = later(earliest, birthday(born, 16));

  const summer = later(earliest, makeDate(yearOf(activityStart), 7, 15));
  const schoolYearEnd = makeDate(yearOf(activityStart), 8, 31);
  if (atSummer.has(traits.ceased) && summer <= schoolYearEnd && random.chance(0.6))
    return dayBetween(random, summer, schoolYearEnd);
  // The return is about what ceased in the activity year; what can only have ceased after it did so before census day.
  const yearEnd = makeDate(yearOf(activityStart), 12, 31);
  return dayBetween(random, earliest, earliest <= yearEnd ? yearEnd : censusDay);
}
