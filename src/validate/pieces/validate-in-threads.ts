import { knownYear, yearModel } from '../../model/index.js';
import { FileFault, ReturnReader, XmlReader, type Mark } from '../../reading/index.js';
import { Crew, inThreads } from '../../threads/index.js';
import { scanHeader, type HeaderFacts } from '../header-scan.js';
import { RecordChecks } from '../record-checks.js';
import type { ByteSource } from '../source.js';
import { concluded, defaultMaxFindings, validate, type ValidateOptions, type Validation } from '../validator.js';
import {
  checkPiece,
  inFile,
  startAfter,
  type CheckedPiece,
  type PieceContext,
  type PieceStart,
  type PieceTask,
} from './check-piece.js';
import { cutPersons, type CutFile } from './cut-persons.js';

export interface ThreadedOptions extends Omit<ValidateOptions, 'alteration'> {
  /** How many threads look at persons, from 1. */
  readonly workers: number;
  /** A smaller file is looked at in this thread: to start others takes longer. 8 MB where absent. */
  readonly worthThreads?: number;
  /** Bytes that a thread takes at a time, at least. 1 MB where absent. */
  readonly pieceBytes?: number;
}

const megabyte = 1 << 20;
/** Records and their marks live a little longer than the least: with room for them a sixth of the time is saved. */
const youngMegabytes = 64;
const program = new URL('./piece-worker.js', import.meta.url);

/**
 * Finds what `validate` finds, exactly, with several threads for a large return. The file is cut after persons; each
 * piece is read and looked at by itself, and what came of the pieces is put together in order. A file in which anything
 * but whole persons stands where persons do - a comment, an element that is not known, a fault in the XML - or that
 * does not end right after them is looked at once more, in this thread.
 * @throws as `validate` does, and ThreadError
 */
export async function validateInThreads(source: ByteSource, options: ThreadedOptions): Promise<Validation> {
  const { workers, worthThreads = 8 * megabyte } = options;
  if (source.size < worthThreads) return validate(source, options);
  if (workers <= 1) return validateInPieces(source, options, inThisThread);
  return validateInPieces(source, options, (context, tasks) =>
    inThreads({
      crew: new Crew({ program, data: context, threads: workers - 1, youngMegabytes }),
      tasks,
      here: (task) => checkPiece(context, task),
      transferOf: (task) => [task.bytes.buffer],
    }),
  );
}

/** One thread reads pieces too, since their plain markup takes less time than that of a whole file may. */
function* inThisThread(context: PieceContext, tasks: Iterable<PieceTask>): Generator<CheckedPiece | undefined> {
  for (const task of tasks) yield checkPiece(context, task);
}

/** Looks at pieces, somewhere, and gives what came of them in their order. */
export type CheckPieces = (
  context: PieceContext,
  tasks: Iterable<PieceTask>,
) => AsyncIterable<CheckedPiece | undefined> | Iterable<CheckedPiece | undefined>;

/** As `validateInThreads`, wherever the pieces are looked at. */
export async function validateInPieces(
  source: ByteSource,
  options: Omit<ThreadedOptions, 'workers'>,
  checkPieces: CheckPieces,
): Promise<Validation> {
  const begun = begin(source, options);
  let validation: Validation | undefined;
  try {
    validation = begun && (await inPieces(source, begun, options, checkPieces));
  } finally {
    begun?.file.close();
  }
  return validation ?? validate(source, options);
}

/** A file that has been read as far as its first person. */
interface Begun {
  readonly file: CutFile;
  readonly context: PieceContext;
  readonly checks: RecordChecks;
  readonly start: PieceStart;
  readonly persons: Mark;
}

/** Reads up to the persons; undefined where what stands there is for `validate`. */
function begin(
  source: ByteSource,
  { year, maxFindings = defaultMaxFindings, pieceBytes }: Omit<ThreadedOptions, 'workers'>,
): Begun | undefined {
  const header = headerOf(source);
  const known = year ?? knownYear(header?.year);
  if (!header || known === undefined) return undefined;
  const file = cutPersons(source.chunks(), pieceBytes ?? megabyte);
  if (!file) return undefined;
  const checks = new RecordChecks(known, header.la, maxFindings);
  const met = { headers: 0 };
  const records = new ReturnReader(yearModel(known), {
    header: (record) => {
      met.headers += 1;
      checks.header(record);
    },
    structure: (finding) => {
      checks.structure(finding);
    },
  });
  const reader = new XmlReader(records);
  try {
    reader.write(file.start);
  } catch (error) {
    file.close();
    if (error instanceof FileFault) return undefined;
    throw error;
  }
  const persons = records.betweenPersons();
  if (!persons || met.headers === 0) {
    file.close();
    return undefined;
  }
  return {
    file,
    context: { year: known, la: header.la },
    checks,
    start: { ...reader.position(), persons: 0 },
    persons,
  };
}

function headerOf(source: ByteSource): HeaderFacts | undefined {
  try {
    return scanHeader(source);
  } catch (error) {
    if (error instanceof FileFault) return undefined;
    throw error;
  }
}

/** Two tags and the white space around them; with more of that than this, another way is taken, and nothing else changes. */
const longestEnd = 1 << 16;

/** What may stand after the last person. */
const properEnd = /^[ \t\r\n]*<\/Persons>[ \t\r\n]*<\/Message>[ \t\r\n]*$/;

async function inPieces(
  source: ByteSource,
  { file, context, checks, start, persons }: Begun,
  { year, onProgress }: Omit<ThreadedOptions, 'workers'>,
  checkPieces: CheckPieces,
): Promise<Validation | undefined> {
  checks.overall.persons(persons);
  let bytes = file.start.length;
  const tasks = (function* () {
    for (const piece of file.pieces) {
      bytes += piece.length;
      yield { bytes: piece, room: checks.log.room() };
    }
  })();
  let at = start;
  for await (const piece of checkPieces(context, tasks)) {
    if (!piece) return undefined;
    const { logged, tally } = piece;
    const from = at;
    checks.log.take({ ...logged, findings: logged.findings.map((finding) => inFile(finding, from)) });
    checks.overall.take(tally, from.persons);
    at = startAfter(from, piece);
    checks.persons = at.persons;
    onProgress?.(bytes);
  }
  const end = file.end();
  if (at.persons === 0 || end.length > longestEnd || !properEnd.test(Buffer.from(end).toString('latin1')))
    return undefined;
  return concluded(checks, source, context.year, year === undefined ? 'header' : 'option');
}
