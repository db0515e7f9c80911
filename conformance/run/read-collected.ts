import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { UnreadableFileError } from '../../src/validate/index.js';
import type { Answer } from '../judge/index.js';
import {
  asObject,
  errorCode,
  LineError,
  optionalTextAt,
  parseNdjson,
  readPlainFile,
  reasonOf,
  ShapeError,
  type Fields,
} from '../shape/index.js';
import { caseFile, type Case, type Suite } from '../suite/index.js';
import { textIn, type AnswerReader } from './answer-reader.js';
import type { CollectedAnswers } from './collected-validator.js';
import { defaultMaxOutput } from './program.js';
import type { ValidationRequest } from './validator.js';

/** Collected answers are damaged or are not about the suite; the message is one line that names the file and the line. */
export class CollectedError extends Error {
  override readonly name = 'CollectedError';
}

/**
 * Reads answers that were collected by hand or elsewhere:
 *
 *  - a folder: for each case file what the validator said of it, under the same name with whatever ending, read as the
 *    output of a validator is read;
 *  - NDJSON: a line a file, `{"file" or "case", "findings" | "unsupported" | "error"}`;
 *  - CSV: a row a finding, with a column `file` or `case`; a file with nothing found has a row with no other cell filled.
 *
 * A file of the suite may be named with or without its folder and ending. A case is named by its id, unless it shares
 * its file with others.
 * @throws UnreadableFileError where there is nothing to read, CollectedError
 */
export async function readCollected(path: string, suite: Suite, reader: AnswerReader): Promise<CollectedAnswers> {
  const isFolder = (await opened(path, stat(path))).isDirectory();
  const names = namesIn(suite);
  if (isFolder) return readFolder(path, names, reader);
  const text = (await opened(path, readFile(path, 'utf8'))).replace(/^\uFEFF/, '');
  return text.trimStart().startsWith('{') ? readLines(path, text, names, reader) : readRows(path, text, names, reader);
}

async function opened<T>(path: string, reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    const why = errorCode(error) === 'ENOENT' ? 'no such file or folder' : `cannot be read (${reasonOf(error)})`;
    throw new UnreadableFileError(`${path}: ${why}; the answers of the validator are needed`);
  }
}

/** Finds the file that a name stands for. */
interface Names {
  /** @throws ShapeError where it stands for none, or for more than a case */
  request(name: string): ValidationRequest;
  byStem(stem: string): ValidationRequest | undefined;
}

function namesIn(suite: Suite): Names {
  const requestOf = (c: Case): ValidationRequest => ({ file: caseFile(suite, c), year: c.year });
  const byStem = new Map(suite.cases.map((c) => [stemOf(c.file), c]));
  const byId = new Map(suite.cases.map((c) => [c.id, c]));
  return {
    byStem: (stem) => {
      const found = byStem.get(stem);
      return found && requestOf(found);
    },
    request: (name) => {
      const named = byId.get(name);
      if (named?.packed) {
        throw new ShapeError(`the case ${name} shares its file with others; name the file, ${basename(named.file)}`);
      }
      const found = named ?? byStem.get(stemOf(name));
      if (!found) throw new ShapeError(`${name} is no case and no file of the suite`);
      return requestOf(found);
    },
  };
}

function stemOf(file: string): string {
  const name = basename(file.replaceAll('\\', '/'));
  return name.slice(0, name.length - extname(name).length);
}

async function readFolder(path: string, names: Names, reader: AnswerReader): Promise<CollectedAnswers> {
  const answers = new Map<string, Answer>();
  for (const name of (await opened(path, readdir(path))).sort()) {
    const request = names.byStem(stemOf(name));
    if (!request) throw new CollectedError(`${join(path, name)}: has the name of no file of the suite`);
    const key = basename(request.file);
    if (answers.has(key)) throw new CollectedError(`${join(path, name)}: is a second answer for ${key}`);
    answers.set(key, await reader.readText(textIn(await bytesOf(join(path, name)), reader), request));
  }
  return answers;
}

/** What the validator said of a case. Whatever stands in the place of the file is not waited for. @throws CollectedError */
async function bytesOf(file: string): Promise<Buffer> {
  const found = await opened(file, readPlainFile(file, { atMost: defaultMaxOutput, links: 'followed' }));
  switch (found.kind) {
    case 'read':
      return found.bytes;
    case 'too-large':
      throw new CollectedError(`${file}: holds more than ${defaultMaxOutput} bytes, which no answer on a case does`);
    case 'missing':
    case 'no-file':
      throw new CollectedError(`${file}: is no file; a file with what the validator said of the case is needed`);
  }
}

/** The name that a line or row has for its file. */
function nameIn(fields: Fields): string {
  const name = optionalTextAt(fields, 'file') ?? optionalTextAt(fields, 'case') ?? '';
  if (name.trim() === '') throw new ShapeError('has neither file nor case');
  return name.trim();
}

async function readLines(path: string, text: string, names: Names, reader: AnswerReader): Promise<CollectedAnswers> {
  const answers = new Map<string, Answer>();
  let lines: readonly { readonly fields: Fields; readonly request: ValidationRequest }[];
  try {
    const seen = new Set<string>();
    lines = parseNdjson(text, (value) => {
      const fields = asObject(value, 'the line');
      const request = names.request(nameIn(fields));
      if (seen.has(request.file)) throw new ShapeError(`is a second answer for ${basename(request.file)}`);
      seen.add(request.file);
      return { fields, request };
    });
  } catch (error) {
    if (error instanceof LineError) throw new CollectedError(`${path} line ${error.line}: ${error.message}`);
    throw error;
  }
  for (const { fields, request } of lines) answers.set(basename(request.file), await answerOf(fields, request, reader));
  return answers;
}

function answerOf(fields: Fields, request: ValidationRequest, reader: AnswerReader): Promise<Answer> | Answer {
  const { unsupported, error } = fields;
  if (typeof unsupported === 'string') return { kind: 'unsupported', why: unsupported };
  if (typeof error === 'string') return { kind: 'could-not-run', why: error };
  return reader.readValue(fields, request);
}

async function readRows(path: string, text: string, names: Names, reader: AnswerReader): Promise<CollectedAnswers> {
  const table = tableOf(path, text);
  const rowsOf = new Map<string, { readonly request: ValidationRequest; readonly rows: Fields[] }>();
  for (const { row, line } of table.rows) {
    let request: ValidationRequest;
    try {
      request = names.request(nameIn(row));
    } catch (error) {
      throw new CollectedError(`${path} line ${line}: ${reasonOf(error)}`);
    }
    const key = basename(request.file);
    const known = rowsOf.get(key) ?? { request, rows: [] };
    rowsOf.set(key, known);
    const isFilled = Object.entries(row).some(([name, cell]) => name !== 'file' && name !== 'case' && cell !== '');
    if (isFilled) known.rows.push(row);
  }
  const answers = new Map<string, Answer>();
  for (const [key, { request, rows }] of rowsOf) {
    const answer =
      reader.adapter === null
        ? reader.readValue({ findings: rows.map(asFinding) }, request)
        : reader.readText(csvOf(table.columns, rows), request);
    answers.set(key, await answer);
  }
  return answers;
}

interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly row: Fields; readonly line: number }[];
}

function tableOf(path: string, text: string): Table {
  const first = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const delimiter = [',', ';', '\t'].reduce((most, one) =>
    first.split(one).length > first.split(most).length ? one : most,
  );
  const lines: { readonly cells: readonly string[]; readonly line: number }[] = [];
  try {
    parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      skip_empty_lines: true,
      relax_column_count: true,
      trim: true,
      on_record: (cells: string[], { lines: line }) => {
        lines.push({ cells, line });
        return null;
      },
    });
  } catch (error) {
    throw new CollectedError(`${path}: is neither NDJSON nor CSV: ${reasonOf(error)}`);
  }
  const [head, ...rest] = lines;
  const columns = head?.cells ?? [];
  if (!columns.includes('file') && !columns.includes('case')) {
    const there = columns.join(', ') || 'none';
    throw new CollectedError(`${path} line 1: a column file or case is needed; there are ${there}`);
  }
  const rows = rest.map(({ cells, line }) => ({
    row: Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? ''])),
    line,
  }));
  return { columns, rows };
}

/** A row as the JSON of the kit has a finding: cells left blank are absent. */
function asFinding(row: Fields): Fields {
  const filled = Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== ''));
  const person = filled['person'];
  return typeof person === 'string' && /^\d{1,9}$/.test(person) ? { ...filled, person: Number(person) } : filled;
}

/** Rows as CSV again, for a reader that takes the output of a validator. */
function csvOf(columns: readonly string[], rows: readonly Fields[]): string {
  const cell = (value: unknown): string => `"${(typeof value === 'string' ? value : '').replaceAll('"', '""')}"`;
  const lines = rows.map((row) => columns.map((column) => cell(row[column])).join(','));
  return `${[columns.map(cell).join(','), ...lines].join('\n')}\n`;
}
