import { isDate, type YearItem } from '../../../src/model/index.js';
import type { FormatError } from '../../format.js';
import { momentOfSerial } from '../serial-date.js';
import { shortLabel } from '../label-key.js';
import type { Cell } from './cell.js';

/** Where what is to be told of a cell goes. */
export interface CellNotes {
  remark(text: string): void;
  /** Makes the error for a cell that cannot be taken for anything. */
  fault(text: string): FormatError;
}

/** A day and a month, which comes first nobody can tell, and a year. */
const ambiguous = /^\s*\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*(?:\d{4}|\d{2})(?:[\sT].*)?$/s;
/** A date as databases write it, with a time of day that says nothing. */
const atMidnight = /^\s*(\d{4}-\d{2}-\d{2})[T ]00:00(?::00(?:\.0+)?)?Z?\s*$/;
/** Digits of values that are all digits, which Excel takes for numbers. */
const fewestDigits = { 'digits:3': 3, urn: 5, ukprn: 8 } as const;
/** The longest code that is all digits: the number of an LA. */
const longestCode = 3;

/**
 * The value of an item as the XML has it; undefined where the cell says nothing. What makes sense in one way alone is
 * taken so, and told where something may be lost; text is never trimmed.
 * @throws what `notes.fault` makes, where the cell could mean more than one thing or nothing
 */
export function itemValue(
  cell: Cell | undefined,
  item: YearItem,
  from1904: boolean,
  notes: CellNotes,
): string | undefined {
  switch (cell?.kind) {
    case undefined:
      return undefined;
    case 'text':
      return textValue(cell.text, item, notes);
    case 'number':
      return isMoment(item) ? momentValue(cell, item, from1904, notes) : numberValue(cell, item, notes);
    case 'boolean':
      return booleanValue(cell.isTrue, item) ?? (cell.isTrue ? 'TRUE' : 'FALSE');
    case 'error':
      throw notes.fault('holds an error of Excel: put the value there');
    case 'noResult':
      throw notes.fault('holds a formula without a result: open the file in Excel and save it, or put the value there');
  }
}

function isMoment({ node: { type } }: YearItem): boolean {
  return type === 'date' || type === 'dateTime';
}

function textValue(text: string, item: YearItem, notes: CellNotes): string {
  if (isMoment(item)) return dateText(text, item, notes);
  if (item.hasValueRule && !item.accepts(text)) {
    const word = text.trim().toLowerCase();
    if (word === 'true' || word === 'false') return booleanValue(word === 'true', item) ?? text;
  }
  return text;
}

function dateText(text: string, item: YearItem, notes: CellNotes): string {
  if (ambiguous.test(text))
    throw notes.fault('holds a date as text in which day and month cannot be told apart: write it as ccyy-mm-dd');
  const [, date] = item.node.type === 'date' ? (atMidnight.exec(text) ?? []) : [];
  if (date === undefined || !isDate(date)) return text;
  notes.remark(`${nameOf(item)}: a time of day beside the date is left out`);
  return date;
}

function momentValue(
  { number, isDate: isShownAsDate }: Cell & { kind: 'number' },
  item: YearItem,
  from1904: boolean,
  notes: CellNotes,
): string {
  const moment = momentOfSerial(number, from1904);
  if (!moment) throw notes.fault('holds a number that is no date of Excel: write the date as ccyy-mm-dd');
  if (!isShownAsDate)
    notes.remark(`${nameOf(item)}: a number that is not shown as a date is taken for a date of Excel`);
  if (item.node.type === 'dateTime') return `${moment.date}T${moment.time}`;
  if (moment.time !== '00:00:00') notes.remark(`${nameOf(item)}: a time of day beside the date is left out`);
  return moment.date;
}

function numberValue(
  { number, isDate: isShownAsDate }: Cell & { kind: 'number' },
  item: YearItem,
  notes: CellNotes,
): string {
  if (isShownAsDate)
    throw notes.fault(
      `holds a date where ${nameOf(item)} belongs: format the cell as text and put the value there again`,
    );
  const digits = String(number);
  if (item.isText) {
    notes.remark(`${nameOf(item)}: a number is taken as text; zeros that it began or ended with are lost`);
    return digits;
  }
  const full = withZeros(digits, item);
  if (full !== digits)
    notes.remark(`${nameOf(item)}: zeros lost at the start, in cells that are numbers, are put back`);
  return full;
}

/** Puts back the zeros that Excel has taken from the start of a number where it is known how many there were. */
function withZeros(digits: string, item: YearItem): string {
  if (!item.hasValueRule || item.accepts(digits)) return digits;
  const { type } = item.node;
  if (type === 'digits:3' || type === 'urn' || type === 'ukprn') return digits.padStart(fewestDigits[type], '0');
  for (let length = digits.length + 1; length <= longestCode; length++) {
    const padded = digits.padStart(length, '0');
    if (item.accepts(padded)) return padded;
  }
  return digits;
}

/** Yes and no of an item that is 1 or 0; undefined for any other. */
function booleanValue(isTrue: boolean, item: YearItem): string | undefined {
  return item.node.type === 'code:yesNo' ? (isTrue ? '1' : '0') : undefined;
}

function nameOf(item: YearItem): string {
  return shortLabel(item.node.label);
}
