import { visit } from 'jsonc-parser';
import type { Fields } from '../../output/index.js';
import { isCollectionYear, yearModel, type YearGroup } from '../../src/model/index.js';
import { UnknownYearError } from '../../src/validate/index.js';
import { FormatError } from '../format.js';
import type { Line } from './json-lines.js';
import { readRecord, RecordFault } from './read-record.js';

/** What the first line says. */
export interface Head {
  readonly year: number;
  readonly header: Fields;
}

const example = '{"sen2":{"format":1,"year":2026,"header":{...}}}';

/**
 * Reads the first line.
 * @param asked the year that is to be read, whatever the line says
 * @throws FormatError, UnknownYearError
 */
export function parseHead(path: string, line: Line | undefined, asked: number | undefined): Head {
  const refuse = (why: string): FormatError =>
    new FormatError(`${path}: line ${line?.line ?? 1} ${why}; the first line has to be such as ${example}`);
  if (!line) throw refuse('is not there');
  const whole = parsed(path, line);
  const sen2 = fieldOf(whole, 'sen2');
  if (sen2 === undefined) throw refuse('does not say sen2');
  if (fieldOf(sen2, 'format') !== 1) throw refuse('has no format that this program knows, which is 1');
  const given = fieldOf(sen2, 'year');
  const year = asked ?? (typeof given === 'number' ? given : NaN);
  if (!isCollectionYear(year)) throw new UnknownYearError(typeof given === 'number' ? String(given) : undefined);
  const header = inLine(path, line, () =>
    readRecord(fieldOf(sen2, 'header'), yearModel(year).group('Header'), 'header', year),
  );
  checkDoubles(path, line, whole);
  return { year, header };
}

/** Reads a person. @throws FormatError */
export function parsePerson(path: string, line: Line, group: YearGroup, year: number): Fields {
  const whole = parsed(path, line);
  const person = inLine(path, line, () => readRecord(whole, group, group.tag, year));
  checkDoubles(path, line, whole);
  return person;
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}

/** What JSON.parse says of a fault quotes the text, which may be a value of a person, so it is not used. */
function parsed(path: string, { line, text }: Line): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new FormatError(`${path}: line ${line} is not JSON; each line has to be an object of its own`);
  }
}

function inLine<T>(path: string, { line }: Line, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RecordFault) throw new FormatError(`${path}: line ${line}: ${error.message}`);
    throw error;
  }
}

/**
 * A name that stands twice in an object would lose what stands under the first. A line that is what writing it gives has
 * none, which is quickly told. Called once the shape is known to be right, so that nothing is nested without end.
 */
function checkDoubles(path: string, { line, text }: Line, whole: unknown): void {
  if (JSON.stringify(whole) === text.trimEnd()) return;
  const open: Set<string>[] = [];
  visit(text, {
    onObjectBegin: () => {
      open.push(new Set());
    },
    onObjectEnd: () => {
      open.pop();
    },
    onObjectProperty: (name) => {
      const names = open.at(-1);
      if (names?.has(name) === true)
        throw new FormatError(`${path}: line ${line} has a name twice in one object; take one of them out`);
      names?.add(name);
    },
  });
}
