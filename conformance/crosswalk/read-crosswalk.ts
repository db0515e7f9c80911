import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { collectionYears, isCollectionYear } from '../../src/model/index.js';
import { decodeWindows1252 } from '../../src/reading/index.js';
import { catalogue, ruleById } from '../../src/rules/index.js';
import { UnreadableFileError, type Level } from '../../src/validate/index.js';
import { errorCode, hint, reasonOf } from '../shape/index.js';
import { CrosswalkError } from './crosswalk-error.js';
import { makeCrosswalk, type Crosswalk, type CrosswalkRow } from './crosswalk.js';

/**
 * Reads a crosswalk: CSV with the columns rule, dfeCode, year and, if wanted, level (error or query) and note, in any
 * order, with any others beside them. A dfeCode may be blank: it is not known yet. A rule may have several codes, and a
 * code several rules. Commas, semicolons and tabs are taken, and a file that Excel saved in its own encoding.
 * @throws UnreadableFileError where there is no such file, CrosswalkError where a row is wrong
 */
export async function readCrosswalk(file: string): Promise<Crosswalk> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    const why = errorCode(error) === 'ENOENT' ? 'no such file' : `cannot be read (${reasonOf(error)})`;
    throw new UnreadableFileError(`${file}: ${why}`);
  }
  const text = isUtf8(bytes) ? bytes.toString('utf8') : decodeWindows1252(bytes);
  return parseCrosswalk(text, file);
}

/** Reads the text of a crosswalk. @param name what errors call it @throws CrosswalkError */
export function parseCrosswalk(text: string, name: string): Crosswalk {
  const [header, ...lines] = readLines(text, name);
  if (!header) throw new CrosswalkError(name, [`line 1: is empty; a first line with ${needed.join(', ')} is needed`]);
  const column = columnsOf(header, name);

  const rows: CrosswalkRow[] = [];
  const faults: string[] = [];
  const seen = new Set<string>();
  const levels = new Map<string, Level>();
  for (const { line, cells } of lines) {
    const cell = (wanted: string): string => cells[column.get(wanted) ?? -1]?.trim() ?? '';
    const row = readRow(cell);
    const fault = typeof row === 'string' ? row : (repeated(row, seen) ?? otherLevel(row, levels));
    if (fault !== undefined) faults.push(`line ${line}: ${fault}`);
    else if (typeof row !== 'string') rows.push(row);
  }
  if (faults.length > 0) throw new CrosswalkError(name, faults);
  return makeCrosswalk(rows);
}

interface Line {
  /** From 1; the last where quotes hold a line break. */
  readonly line: number;
  readonly cells: readonly string[];
}

const needed = ['rule', 'dfeCode', 'year'];

function readLines(text: string, name: string): Line[] {
  const content = text.startsWith('\uFEFF') ? text.slice(1) : text;
  try {
    const lines: Line[] = [];
    parse(content, {
      delimiter: delimiterOf(content),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      on_record: (cells: string[], { lines: line }) => {
        if (cells.some((cell) => cell.trim() !== '')) lines.push({ line, cells });
        return null;
      },
    });
    return lines;
  } catch (error) {
    throw new CrosswalkError(name, [`line ${lineOf(error)}: is not CSV: ${reasonOf(error)}`]);
  }
}

/** The delimiter that the first line has most of: spreadsheets of some countries write semicolons. */
function delimiterOf(text: string): string {
  const first = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const counts = [',', ';', '\t'].map((one) => ({ one, times: first.split(one).length }));
  return counts.reduce((most, other) => (other.times > most.times ? other : most)).one;
}

function lineOf(error: unknown): number {
  const line: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'lines') : undefined;
  return typeof line === 'number' ? line : 1;
}

/** Where each column stands. Letter case, spaces and underscores in their names do not count. */
function columnsOf({ line, cells }: Line, name: string): ReadonlyMap<string, number> {
  const plain = (text: string): string => text.toLowerCase().replace(/[\s_-]/g, '');
  const found = cells.map(plain);
  const columns = new Map<string, number>();
  for (const wanted of [...needed, 'level']) {
    const index = found.indexOf(plain(wanted));
    if (index >= 0) columns.set(wanted, index);
  }
  const lacking = needed.filter((wanted) => !columns.has(wanted));
  if (lacking.length === 0) return columns;
  throw new CrosswalkError(name, [
    `line ${line}: has no column ${lacking.join(' and no column ')}; the columns rule, dfeCode and year are needed`,
  ]);
}

/** The row, or what is wrong with it. */
function readRow(cell: (column: string) => string): CrosswalkRow | string {
  const [rule, year, code, level] = [cell('rule'), cell('year'), cell('dfeCode'), cell('level').toLowerCase()];
  if (rule === '') return 'has no rule; the id of a rule of this kit, such as PER-13, is needed';
  const entry = ruleById(rule);
  if (!entry) {
    return `${rule} is no rule of any year${hint(
      rule,
      catalogue.map(({ id }) => id),
    )}`;
  }
  const number = /^\d{4}$/.test(year) ? Number(year) : 0;
  if (!isCollectionYear(number)) {
    return `year is ${year === '' ? 'blank' : JSON.stringify(year)}; one of ${collectionYears.join(', ')} is needed`;
  }
  if (number < entry.from || number > (entry.to ?? Infinity)) {
    const span = entry.to === null ? `from ${entry.from}` : `${entry.from} to ${entry.to}`;
    return `${rule} is not in force in ${number}, but ${span}`;
  }
  if (level !== '' && level !== 'error' && level !== 'query') {
    return `level is ${JSON.stringify(level)}; error, query or nothing is needed`;
  }
  return { rule, year: number, code: code === '' ? undefined : code, level: level === '' ? undefined : level };
}

function repeated({ rule, year, code }: CrosswalkRow, seen: Set<string>): string | undefined {
  const key = JSON.stringify([rule, year, code]);
  if (seen.has(key)) return `${rule} in ${year} stands twice with ${code === undefined ? 'no code' : 'the same code'}`;
  seen.add(key);
  return undefined;
}

function otherLevel({ rule, year, level }: CrosswalkRow, levels: Map<string, Level>): string | undefined {
  if (level === undefined) return undefined;
  const key = `${year} ${rule}`;
  const known = levels.get(key);
  levels.set(key, known ?? level);
  return known === undefined || known === level ? undefined : `${rule} in ${year} is ${known} and ${level}; only one`;
}
