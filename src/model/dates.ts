/**
 * Calendar dates as `ccyy-mm-dd` strings, with a day number for arithmetic.
 * Strings of this form compare as dates with < and >, which the rules rely on.
 */
const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const dateTimePattern = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;
// Looked up once: where tests run, each look-up of a global costs more than the arithmetic.
const { floor } = Math;
const daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/** Whether a year of the Gregorian calendar has a 29 February. */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days of a month from 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** True for `ccyy-mm-dd` where the day exists. Year 0000 is no year. */
export function isDate(text: string): boolean {
  if (text.length !== 10) return false;
  const match = datePattern.exec(text);
  if (!match) return false;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** True for `ccyy-mm-ddThh:mm:ss` where the day and the time exist. */
export function isDateTime(text: string): boolean {
  const match = dateTimePattern.exec(text);
  return match !== null && isDate(match[1] ?? '');
}

const twoDigits = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0'));

/** The date of a year from 0 to 9999, a month and a day, which must exist. */
export function makeDate(year: number, month: number, day: number): string {
  const ccyy = year >= 1000 ? `${year}` : `${year}`.padStart(4, '0');
  return `${ccyy}-${twoDigits[month] ?? month}-${twoDigits[day] ?? day}`;
}

// The parts are read character by character, which takes a fifth of the time that slice and Number do.
const zero = '0'.charCodeAt(0);
const digitAt = (text: string, at: number): number => text.charCodeAt(at) - zero;

/** Year of a date, from 1 to 9999. Like the other parts it promises nothing for what is no date. */
export function yearOf(date: string): number {
  return digitAt(date, 0) * 1000 + digitAt(date, 1) * 100 + digitAt(date, 2) * 10 + digitAt(date, 3);
}

/** Month of a date, from 1 to 12. */
export function monthOf(date: string): number {
  return digitAt(date, 5) * 10 + digitAt(date, 6);
}

/** Day of the month of a date, from 1 to 31. */
export function dayOf(date: string): number {
  return digitAt(date, 8) * 10 + digitAt(date, 9);
}

/**
 * Days since 0001-01-01, a Monday, in the proleptic Gregorian calendar; differences of two are days apart, and the
 * remainder by 7 is the day of the week, 0 for Monday.
 */
export function dayNumber(date: string): number {
  const year = yearOf(date);
  const month = monthOf(date);
  const leapDay = month > 2 && isLeapYear(year) ? 1 : 0;
  const before = year - 1;
  const daysBeforeYear = before * 365 + floor(before / 4) - floor(before / 100) + floor(before / 400);
  return daysBeforeYear + (daysBeforeMonth[month - 1] ?? 0) + leapDay + dayOf(date) - 1;
}

/** Days of 400 years, after which the calendar repeats. */
const daysOfEra = 146_097;
/** Days from 0000-03-01 to 0001-01-01. Years are counted from March here, so that the leap day comes last. */
const daysSinceMarch = 306;

/** The date of a day number: the inverse of `dayNumber`. */
export function dateOfDayNumber(days: number): string {
  const since = days + daysSinceMarch;
  const era = floor(since / daysOfEra);
  const dayOfEra = since - era * daysOfEra;
  const leapDays = floor(dayOfEra / 1460) - floor(dayOfEra / 36_524) + floor(dayOfEra / 146_096);
  const yearOfEra = floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (yearOfEra * 365 + floor(yearOfEra / 4) - floor(yearOfEra / 100));
  // From March on, five months have 153 days, whichever five follow each other.
  const monthFromMarch = floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return makeDate(era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day);
}

/** The date a number of days later; earlier where it is negative. */
export function addDays(date: string, days: number): string {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** The date a number of days earlier. Where that may be 0, `addDays` would be given -0, which V8 has no whole number for. */
export function daysBefore(date: string, days: number): string {
  return dateOfDayNumber(dayNumber(date) - days);
}

/** The same day of another month; the last day of that month where it is shorter. */
export function addMonths(date: string, months: number): string {
  const count = yearOf(date) * 12 + monthOf(date) - 1 + months;
  const year = floor(count / 12);
  const month = (count % 12) + 1;
  return makeDate(year, month, Math.min(dayOf(date), daysInMonth(year, month)));
}

/** The n-th birthday. Someone born on 29 February has it on 1 March in years without one. */
export function birthday(birthDate: string, years: number): string {
  const year = yearOf(birthDate) + years;
  if (birthDate.endsWith('02-29') && !isLeapYear(year)) return makeDate(year, 3, 1);
  return makeDate(year, monthOf(birthDate), dayOf(birthDate));
}

/** Age in completed years on a date; negative before birth. */
export function ageOn(birthDate: string, date: string): number {
  const years = yearOf(date) - yearOf(birthDate);
  // In a year without 29 February the day after 28 February is 1 March, so `birthday` need not be asked.
  const isReached = monthOf(date) * 100 + dayOf(date) >= monthOf(birthDate) * 100 + dayOf(birthDate);
  return isReached ? years : years - 1;
}
