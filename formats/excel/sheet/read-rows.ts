import { FormatError } from '../../format.js';
import { cellName, mostColumns, parseAddress } from '../address.js';
import { unescapeCellText } from '../escape-text.js';
import { mostRows, sheetName } from '../tables.js';
import type { Cell, SheetRow } from './cell.js';
import { parsePart } from './parse-part.js';
import { PlainText } from './read-strings.js';
import type { IsDateStyle } from './read-styles.js';

/** What cells refer to. */
export interface CellContext {
  readonly strings: readonly string[];
  readonly isDateStyle: IsDateStyle;
}

/**
 * Tells the rows of a worksheet from top to bottom as they are read; rows in which no cell holds anything are left out.
 * @throws FormatError; what `tell` throws comes through
 */
export async function readRows(
  chunks: AsyncIterable<Buffer>,
  name: string,
  context: CellContext,
  tell: (row: SheetRow) => void,
): Promise<void> {
  let row = 0;
  let column = 0;
  let cells = new Map<number, Cell>();
  let attributes: Readonly<Record<string, string>> = {};
  let value: string | undefined;
  let hasFormula = false;
  let isOpen = false;
  const inline = new PlainText();

  const openRow = (given: string | undefined): void => {
    const next = given === undefined ? row + 1 : Number(given);
    if (!Number.isInteger(next) || next <= row || next > mostRows)
      throw new FormatError(`sheet ${sheetName}: the row after row ${row} has no right number: save the file in Excel`);
    row = next;
    column = 0;
    cells = new Map();
  };
  const openCell = (given: Readonly<Record<string, string>>): void => {
    const address = given['r'];
    const at = address === undefined ? { row, column: column + 1 } : parseAddress(address);
    if (at?.row !== row || at.column > mostColumns)
      throw new FormatError(`sheet ${sheetName}: a cell of row ${row} has no right address: save the file in Excel`);
    column = at.column;
    attributes = given;
    value = undefined;
    hasFormula = false;
    inline.start();
  };
  const closeCell = (): void => {
    const text = attributes['t'] === 'inlineStr' ? inline.end() : value;
    const cell = toCell(text, hasFormula, attributes, context);
    if (cell === 'damaged')
      throw new FormatError(
        `sheet ${sheetName}, cell ${cellName(row, column)}: makes no sense: save the file again in Excel`,
      );
    if (cell) cells.set(column, cell);
  };

  await parsePart(chunks, name, {
    open: (tag, given) => {
      if (tag === 'c') openCell(given);
      else if (tag === 'v') {
        isOpen = true;
        value = '';
      } else if (tag === 'row') openRow(given['r']);
      else if (tag === 'f') hasFormula = true;
      else inline.open(tag);
    },
    text: (text) => {
      if (isOpen) value = (value ?? '') + text;
      else inline.add(text);
    },
    close: (tag) => {
      if (tag === 'v') isOpen = false;
      else if (tag === 'c') closeCell();
      else if (tag === 'row') {
        if (cells.size > 0) tell({ number: row, cells });
      } else inline.close(tag);
    },
  });
}

/** The cell as it is meant; undefined where it holds nothing. */
function toCell(
  value: string | undefined,
  hasFormula: boolean,
  { t: type, s: style }: Readonly<Record<string, string>>,
  { strings, isDateStyle }: CellContext,
): Cell | 'damaged' | undefined {
  // An empty result is one if it is text; to a number that is not there programs give an empty element too.
  if (value === undefined || (value === '' && type !== 'str')) return hasFormula ? { kind: 'noResult' } : undefined;
  switch (type) {
    case 's': {
      const text = strings[Number(value)];
      return text === undefined ? 'damaged' : textCell(text);
    }
    case 'inlineStr':
      return textCell(value);
    case 'str':
    case 'd':
      return textCell(unescapeCellText(value));
    case 'b':
      return { kind: 'boolean', isTrue: value.trim() === '1' || value.trim() === 'true' };
    case 'e':
      return { kind: 'error' };
    default: {
      const number = Number(value);
      return Number.isFinite(number)
        ? { kind: 'number', number, isDate: style !== undefined && isDateStyle(Number(style)) }
        : 'damaged';
    }
  }
}

function textCell(text: string): Cell | undefined {
  return text === '' ? undefined : { kind: 'text', text };
}
