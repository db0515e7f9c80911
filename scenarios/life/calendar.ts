import { addDays, dateOfDayNumber, dayNumber, makeDate, monthOf, yearOf } from '../../src/model/index.js';
import type { Random } from '../../src/random/index.js';

/** The earlier of two dates. */
export function earlier(a: string, b: string): string {
  return a < b ? a : b;
}

/** The later of two dates. */
export function later(a: string, b: string): string {
  return a > b ? a : b;
}

/** The date itself, or the bound it lies beyond. `earliest` must not be after `latest`. */
export function clamp(date: string, earliest: string, latest: string): string {
  return earlier(later(date, earliest), latest);
}

/** Monday to Friday, and not one of the fixed holidays around Christmas and the New Year. */
export function isWorkingDay(date: string): boolean {
  const monthAndDay = date.slice(5);
  return dayNumber(date) % 7 < 5 && monthAndDay !== '01-01' && monthAndDay !== '12-25' && monthAndDay !== '12-26';
}

/** A working day when schools are open: not in late July, August, the first days of September or the Christmas holiday. */
export function isSchoolDay(date: string): boolean {
  const monthAndDay = date.slice(5);
  const summer = monthAndDay > '07-21' && monthAndDay < '09-04';
  const christmas = monthAndDay > '12-19' || monthAndDay < '01-04';
  return !summer && !christmas && isWorkingDay(date);
}

/** Four days are the longest run without a working day: Christmas beside a weekend. */
const nearby = [0, 1, 2, 3, 4, -1, -2, -3, -4];

/** The working day next to a date that lies in the span, later ones first; the date itself where there is none. */
export function workingDayNear(date: string, earliest: string, latest: string): string {
  for (const step of nearby) {
    const day = step === 0 ? date : addDays(date, step);
    if (day >= earliest && day <= latest && isWorkingDay(day)) return day;
  }
  return date;
}

/**
 * A day of the span, both ends included; a working day unless the span has none near.
 * @throws RangeError where the span is empty.
 */
export function dayBetween(random: Random, earliest: string, latest: string): string {
  if (earliest > latest) throw new RangeError(`no day is from ${earliest} to ${latest}`);
  const date = dateOfDayNumber(random.int(dayNumber(earliest), dayNumber(latest)));
  return workingDayNear(date, earliest, latest);
}

/** As `dayBetween`, when schools are open wherever a few draws find such a day. */
export function schoolDayBetween(random: Random, earliest: string, latest: string): string {
  let day = dayBetween(random, earliest, latest);
  for (let tries = 0; tries < 8 && !isSchoolDay(day); tries++) day = dayBetween(random, earliest, latest);
  return day;
}

/** The calendar year in which the school year of a date began: schools start on 1 September. */
export function schoolYearOf(date: string): number {
  return monthOf(date) >= 9 ? yearOf(date) : yearOf(date) - 1;
}

/** The day in September on which a school year begins for its pupils. */
export function firstSchoolDay(year: number): string {
  const day = makeDate(year, 9, 3);
  return workingDayNear(day, day, makeDate(year, 9, 8));
}
