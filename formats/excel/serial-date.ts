import { dateOfDayNumber, dayNumber } from '../../src/model/index.js';

/** Day 0 of serial dates, from which 1 March 1900 on is counted right. */
const zero1900 = dayNumber('1899-12-30');
/** Excel takes 1900 for a leap year: this is its 29 February, and what is before it is a day out. */
const noDay1900 = 60;
const zero1904 = dayNumber('1904-01-01');
/** The last day that a worksheet knows. */
const last = dayNumber('9999-12-31');

const secondsOfDay = 86_400;

/** A moment of a worksheet. */
export interface Moment {
  /** `ccyy-mm-dd` */
  readonly date: string;
  /** `hh:mm:ss`, to the nearest second. */
  readonly time: string;
}

/**
 * What a number of a worksheet means as a date; undefined where it means none.
 * @param from1904 whether the workbook counts days from 1904, as some made on a Macintosh do, and not from 1900
 */
export function momentOfSerial(serial: number, from1904: boolean): Moment | undefined {
  const seconds = Math.round(serial * secondsOfDay);
  const day = Math.floor(seconds / secondsOfDay);
  // Day 0 of the system of 1900 is a time of day without a date.
  if (!(day >= (from1904 ? 0 : 1)) || (!from1904 && day === noDay1900)) return undefined;
  const number = from1904 ? zero1904 + day : zero1900 + day + (day < noDay1900 ? 1 : 0);
  if (!(number <= last)) return undefined;
  const left = seconds - day * secondsOfDay;
  const parts = [Math.floor(left / 3600), Math.floor(left / 60) % 60, left % 60];
  return { date: dateOfDayNumber(number), time: parts.map((part) => String(part).padStart(2, '0')).join(':') };
}
