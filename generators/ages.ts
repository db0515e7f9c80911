import { ageOn, dateOfDayNumber, dayNumber, makeDate, type CollectionYear } from '../src/model/index.js';
import type { Random } from '../src/random/index.js';
import { birthDayClasses } from './names.js';
import type { BirthSeason } from './plan-cells.js';

/**
 * A date of birth for someone of an age on the 31 August before the census, in a birth day class. Those aged
 * 25 are born late enough not to be 26 on census day, when no plan is open any more. With a season, they are
 * born in September to December or in January to August.
 */
export function drawBirthDate(
  age: number,
  season: BirthSeason | undefined,
  birthDayClass: number,
  facts: CollectionYear,
  random: Random,
): string {
  const { activityYear, referenceDate, year } = facts;
  let from = dayNumber(season === 'rest' ? makeDate(activityYear - age, 1, 1) : makeDate(activityYear - age - 1, 9, 1));
  const to = dayNumber(
    season === 'autumn' ? makeDate(activityYear - age - 1, 12, 31) : makeDate(activityYear - age, 8, 31),
  );
  if (age >= 25) from = Math.max(from, dayNumber(String(year - 26) + referenceDate.slice(4)) + 1);
  const first = from + ((birthDayClass + birthDayClasses - (from % birthDayClasses)) % birthDayClasses);
  const choices = Math.floor((to - first) / birthDayClasses) + 1;
  return dateOfDayNumber(first + birthDayClasses * random.int(0, choices - 1));
}

/** Age in completed years on census day. */
export function censusAge(birthDate: string, facts: CollectionYear): number {
  return ageOn(birthDate, facts.referenceDate);
}
