/**
 * Calendar dates as `ccyy-mm-dd` strings, with a day number for arithmetic.
 * Strings of this form compare as dates with < and >, which the rules rely on.
 */
const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const dateTimePattern = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;
const daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

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

export function makeDate(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

export function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

export function monthOf(date: string): number {
  return Number(date.slice(5, 7));
}

export function dayOf(date: string): number {
  return Number(date.slice(8, 10));
}

/** Days since 0000-03-01 in the proleptic Gregorian calendar; differences of two are days apart. */
export function dayNumber(date: string): number {
  const year = yearOf(date);
  const month = monthOf(date);
  const leapDay = month > 2 && isLeapYear(year) ? 1 : 0;
  const before = year - 1;
  const daysBeforeYear = before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  return daysBeforeYear + (daysBeforeMonth[month - 1] ?? 0) + leapDay + dayOf(date) - 1;
}

export function dateOfDayNumber(days: number): string {
  let year = Math.floor(days / 365.2425) + 1;
  while (dayNumber(makeDate(year, 1, 1)) > days) year -= 1;
  while (dayNumber(makeDate(year + 1, 1, 1)) <= days) year += 1;
  let rest = days - dayNumber(makeDate(year, 1, 1));
  let month = 1;
  while (rest >= daysInMonth(year, month)) {
    rest -= daysInMonth(year, month);
    month += 1;
  }
  return makeDate(year, month, rest + 1);
}

export function addDays(date: string, days: number): string {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** The same day of another month; the last day of that month where it is shorter. */
export function addMonths(date: string, months: number): string {
  const count = yearOf(date) * 12 + monthOf(date) - 1 + months;
  const year = Math.floor(count / 12);
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
  return date >= birthday(birthDate, years) ? years : years - 1;
}
