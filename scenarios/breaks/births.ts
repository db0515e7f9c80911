import { addDays, addMonths, isLeapYear, makeDate } from '../../src/model/index.js';

/** The latest date of birth of those who are so many years old on a day: in most years, they have their birthday on it. */
export function justTurned(years: number, day: string): string {
  return addMonths(day, -12 * years);
}

/** The earliest date of birth of those who are not yet so many years old on a day. */
export function justUnder(years: number, day: string): string {
  return addDays(justTurned(years, day), 1);
}

/** The last 29 February in or before a year. */
export function leapDayUpTo(year: number): string {
  let leap = year;
  while (!isLeapYear(leap)) leap -= 1;
  return makeDate(leap, 2, 29);
}
