import { codesIn, splitType, type ItemType, type YearItem } from '../../src/model/index.js';
import { readDate, readDateTime, type DateCell } from './date-cell.js';

/** Takes what is to be said of a cell, whose place its caller knows. */
export interface CellHandler {
  /** Something to tell, the same text for all cells of a kind. */
  readonly tell: (text: string) => void;
  /** What is in the cell cannot be read at all. @throws always */
  readonly refuse: (why: string) => never;
}

/** The value of an item as the XML has it, from the text of a cell that is not empty. */
export type ReadCell = (text: string, handler: CellHandler) => string;

const asItStands: ReadCell = (text) => text;

/**
 * How the cells of an item are read in a collection year. What is nothing that the item may be written as comes
 * through as it stands, so that the rules find it.
 */
export function cellReader({ tag, node: { type } }: YearItem, year: number): ReadCell {
  switch (type) {
    case 'date':
      return dateReader(tag, readDate);
    case 'dateTime':
      return dateReader(tag, readDateTime);
    case 'digits:3':
    case 'code:la':
    case 'code:laOrUnknown':
      return withZeros(tag);
    case 'urn':
      return (text, { tell }) => {
        if (/^\d{1,4}$/.test(text))
          tell(`${tag} has fewer than five digits, as when leading zeros are lost; it is taken as it stands`);
        return text;
      };
    default:
      return isYesNo(type, year) ? readYesNo : asItStands;
  }
}

function dateReader(tag: string, read: (text: string) => DateCell): ReadCell {
  return (text, { tell, refuse }) => {
    const { value, odd } = read(text);
    if (odd === 'day-first')
      refuse(`the date in ${tag} may have the day or the month first; write it ccyy-mm-dd, as in 2025-01-31`);
    if (odd === 'serial') tell(`${tag} is a day number of Excel and is taken for the date, counted from 1900`);
    return value;
  };
}

/** Numbers of three digits, which spreadsheets write without the zeros before them. */
function withZeros(tag: string): ReadCell {
  return (text, { tell }) => {
    if (!/^\d{1,2}$/.test(text)) return text;
    tell(`${tag} has lost its leading zeros and is given them back, to three digits`);
    return text.padStart(3, '0');
  };
}

/** Whether the codes of a type are 1 and 0 for yes and no. */
function isYesNo(type: ItemType, year: number): boolean {
  if (!type.startsWith('code:')) return false;
  const [, set] = splitType(type as `code:${string}`);
  const codes = [...codesIn(set, year).keys()];
  return codes.length === 2 && codes.includes('0') && codes.includes('1');
}

const readYesNo: ReadCell = (text) => {
  const word = text.length <= 5 ? text.toLowerCase() : text;
  return word === 'true' ? '1' : word === 'false' ? '0' : text;
};
