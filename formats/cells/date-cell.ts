import { dateOfDayNumber, dayNumber, isDate, isDateTime, makeDate } from '../../src/model/index.js';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2022-Sep-28` or `2022-09-28`, and a time of day if there is one. */
const dated = /^(\d{4})-(\d{2}|[A-Za-z]{3})-(\d{2})(?:[ T](\d{2}:\d{2}:\d{2})(?:\.0+)?)?$/;
/** Five digits are the days from 1927 to 2173; what has fewer is more likely a slip of the pen than a date. */
const serial = /^(\d{5})(\.\d+)?$/;
const dayFirst = /^\s*\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d{2})(?:[ T].*)?$/;

/** Day 0 of Excel, for the days after February 1900, which has a 29th there. */
const dayZero = dayNumber('1899-12-30');
const secondsInDay = 86_400;

/** What a cell has where a date is expected. */
export interface DateCell {
  /** As the XML has it; the cell as it stands where it is no date. */
  readonly value: string;
  /**
   * How it was written, where that is to be told: as the day number that Excel keeps dates as, or with the day, or the
   * month, first, so that nobody can say which date it is.
   */
  readonly odd?: 'serial' | 'day-first';
}

/** The date in a cell: `2022-Sep-28 00:00:00` as COLLECT writes it, `2022-09-28`, or a day number of Excel. */
export function readDate(text: string): DateCell {
  if (isDate(text)) return { value: text };
  const [, year = '', month = '', day = '', time = '00:00:00'] = dated.exec(text) ?? [];
  if (year !== '') {
    const date = dateOf(year, month, day);
    return { value: date !== undefined && time === '00:00:00' ? date : text };
  }
  const [, days = '', fraction = ''] = serial.exec(text) ?? [];
  if (days !== '' && Number(fraction) === 0) return { value: dateOfSerial(Number(days)), odd: 'serial' };
  return dayFirst.test(text) ? { value: text, odd: 'day-first' } : { value: text };
}

/** The date and time in a cell: `2022-Sep-28 10:00:00`, `2022-09-28T10:00:00`, or a day number of Excel. */
export function readDateTime(text: string): DateCell {
  if (isDateTime(text)) return { value: text };
  const [, year = '', month = '', day = '', time] = dated.exec(text) ?? [];
  if (year !== '') {
    const dateTime = `${dateOf(year, month, day) ?? ''}T${time ?? ''}`;
    return { value: isDateTime(dateTime) ? dateTime : text };
  }
  if (serial.test(text)) {
    const seconds = Math.round(Number(text) * secondsInDay);
    const date = dateOfSerial(Math.floor(seconds / secondsInDay));
    return { value: `${date}T${timeOf(seconds % secondsInDay)}`, odd: 'serial' };
  }
  return dayFirst.test(text) ? { value: text, odd: 'day-first' } : { value: text };
}

/** A date, or a date and time, as COLLECT writes it; what is neither comes back as it stands. */
export function writeDate(value: string): string {
  const time = isDate(value) ? '00:00:00' : isDateTime(value) ? value.slice(11) : undefined;
  if (time === undefined) return value;
  return `${value.slice(0, 5)}${monthNames[Number(value.slice(5, 7)) - 1] ?? ''}${value.slice(7, 10)} ${time}`;
}

function dateOf(year: string, month: string, day: string): string | undefined {
  const number = month.length === 2 ? Number(month) : months.indexOf(month.toLowerCase()) + 1;
  const date = makeDate(Number(year), number, Number(day));
  return isDate(date) ? date : undefined;
}

const dateOfSerial = (days: number): string => dateOfDayNumber(dayZero + days);

function timeOf(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
