import { readFile } from 'node:fs/promises';
import type { Level } from '../../src/validate/index.js';
import { granularities, noVerdicts, parseReportedFinding, verdicts, type VerdictCounts } from '../judge/index.js';
import {
  LineError,
  ShapeError,
  asObject,
  countAt,
  listAt,
  objectAt,
  optionalTextAt,
  parseNdjson,
  reasonOf,
  textAt,
  textOrNullAt,
  textsAt,
  wordAt,
  type Fields,
} from '../shape/index.js';
import { caseKinds, parseExpectedFindings } from '../suite/index.js';
import type { CaseResult, KnownFailure, Results, ResultsFooter, ResultsHeader } from './results.js';

/** A results file is damaged or cannot be read; the message is one line that names the file, and the line where it has one. */
export class ResultsError extends Error {
  override readonly name = 'ResultsError';
}

/** Reads a results file. A file that was cut short is read as far as it goes and has no footer. @throws ResultsError */
export async function readResults(file: string): Promise<Results> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new ResultsError(`${file}: cannot be read: ${reasonOf(error)}`);
  }
  return parseResults(text, file);
}

/** Reads the text of a results file. @param name what errors call it @throws ResultsError */
export function parseResults(text: string, name: string): Results {
  // Without its line break a last line was cut off while it was written.
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  let lines: (ResultsHeader | CaseResult | ResultsFooter)[];
  try {
    lines = parseNdjson(whole, parseLine);
  } catch (error) {
    if (error instanceof LineError) throw new ResultsError(`${name} line ${error.line}: ${error.message}`);
    throw error;
  }
  const [header, ...rest] = lines;
  if (header?.type !== 'header') throw new ResultsError(`${name} line 1: is not the header of a results file`);
  const last = rest.at(-1);
  const footer = last?.type === 'footer' ? last : null;
  const cases: CaseResult[] = [];
  for (const [index, line] of (footer ? rest.slice(0, -1) : rest).entries()) {
    if (line.type !== 'case') throw new ResultsError(`${name} line ${index + 2}: a ${line.type} among the cases`);
    cases.push(line);
  }
  if (footer && footer.total !== cases.length) {
    throw new ResultsError(`${name}: ${cases.length} cases, but its footer counts ${footer.total}`);
  }
  return { header, cases, footer };
}

function parseLine(value: unknown): ResultsHeader | CaseResult | ResultsFooter {
  const fields = asObject(value, 'the line');
  const type = wordAt(fields, 'type', ['header', 'case', 'footer']);
  switch (type) {
    case 'header':
      return parseHeader(fields);
    case 'case':
      return parseCaseResult(fields);
    case 'footer':
      return parseFooter(fields);
  }
}

function parseHeader(fields: Fields): ResultsHeader {
  if (fields['format'] !== 1) throw new ShapeError('format is not 1, the only one this version reads');
  const suite = objectAt(fields, 'suite');
  const validator = objectAt(fields, 'validator');
  const machine = objectAt(fields, 'machine');
  const title = optionalTextAt(validator, 'title');
  const version = optionalTextAt(validator, 'version');
  const digest = optionalTextAt(validator, 'digest');
  return {
    type: 'header',
    format: 1,
    kit: textAt(fields, 'kit'),
    suite: {
      digest: textAt(suite, 'digest'),
      year: countAt(suite, 'year'),
      seed: textAt(suite, 'seed'),
      kit: textAt(suite, 'kit'),
    },
    validator: {
      kind: textAt(validator, 'kind'),
      name: textAt(validator, 'name'),
      ...(title !== undefined && { title }),
      ...(version !== undefined && { version }),
      ...(digest !== undefined && { digest }),
      ...(validator['command'] !== undefined && { command: textsAt(validator, 'command') }),
      granularity: wordAt(validator, 'granularity', granularities),
      levels: validator['levels'] === true,
    },
    adapter: textOrNullAt(fields, 'adapter'),
    machine: {
      platform: textAt(machine, 'platform'),
      arch: textAt(machine, 'arch'),
      cores: countAt(machine, 'cores'),
      node: textAt(machine, 'node'),
    },
    ...(fields['lists'] !== undefined && { lists: parseLists(objectAt(fields, 'lists')) }),
    ...(fields['codes'] !== undefined && { codes: valuesOf(objectAt(fields, 'codes'), textAt) }),
    ...(fields['levels'] !== undefined && { levels: valuesOf(objectAt(fields, 'levels'), levelAt) }),
    started: textAt(fields, 'started'),
  };
}

function parseLists(fields: Fields): NonNullable<ResultsHeader['lists']> {
  const knownFailing = optionalTextAt(fields, 'knownFailing');
  const knownFlaky = optionalTextAt(fields, 'knownFlaky');
  return { ...(knownFailing !== undefined && { knownFailing }), ...(knownFlaky !== undefined && { knownFlaky }) };
}

/** Every field of an object, read in the same way. */
function valuesOf<T>(fields: Fields, read: (fields: Fields, name: string) => T): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.keys(fields).map((name) => [name, read(fields, name)]));
}

function levelAt(fields: Fields, name: string): Level {
  return wordAt(fields, name, ['error', 'query']);
}

function parseCaseResult(fields: Fields): CaseResult {
  const stderr = optionalTextAt(fields, 'stderr');
  const ms = fields['ms'];
  if (typeof ms !== 'number') throw new ShapeError('ms is not a number');
  return {
    type: 'case',
    id: textAt(fields, 'id'),
    kind: wordAt(fields, 'kind', caseKinds),
    rule: textOrNullAt(fields, 'rule'),
    verdict: wordAt(fields, 'verdict', verdicts),
    expected: parseExpectedFindings(listAt(fields, 'expected')),
    reported: listAt(fields, 'reported').map(parseReportedFinding),
    ...(fields['reportedCount'] !== undefined && { reportedCount: countAt(fields, 'reportedCount') }),
    ...(fields['parentReported'] !== undefined && {
      parentReported: listAt(fields, 'parentReported').map(parseReportedFinding),
    }),
    falseAlarms: textsAt(fields, 'falseAlarms'),
    why: textOrNullAt(fields, 'why'),
    ms,
    ...(stderr !== undefined && { stderr }),
    ...(fields['questions'] !== undefined && { questions: textsAt(fields, 'questions') }),
    ...(fields['attempts'] !== undefined && { attempts: countAt(fields, 'attempts') }),
    ...(fields['known'] !== undefined && { known: parseKnown(objectAt(fields, 'known')) }),
  };
}

function parseKnown(fields: Fields): KnownFailure {
  return {
    owner: textAt(fields, 'owner'),
    reason: textAt(fields, 'reason'),
    until: textAt(fields, 'until'),
    verdict: wordAt(fields, 'verdict', verdicts),
  };
}

function parseFooter(fields: Fields): ResultsFooter {
  return {
    type: 'footer',
    counts: countsAt(fields),
    total: countAt(fields, 'total'),
    stopped: textOrNullAt(fields, 'stopped'),
    ended: textAt(fields, 'ended'),
    ...(fields['notes'] !== undefined && { notes: textsAt(fields, 'notes') }),
    ...(fields['listFaults'] !== undefined && { listFaults: textsAt(fields, 'listFaults') }),
  };
}

function countsAt(fields: Fields): VerdictCounts {
  const given = objectAt(fields, 'counts');
  const counts = noVerdicts();
  for (const verdict of verdicts) counts[verdict] = countAt(given, verdict);
  return counts;
}
