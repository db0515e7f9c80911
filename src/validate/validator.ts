import { collectionYears, knownYear, yearModel } from '../model/index.js';
import { FileFault, ReturnReader, XmlReader, type ReturnHandler } from '../reading/index.js';
import type { Person } from '../return/index.js';
import type { Alteration } from './compiled-rules.js';
import { entryOf } from './entry.js';
import type { Finding } from './finding.js';
import type { Summary } from './finding-log.js';
import { scanHeader, type HeaderFacts } from './header-scan.js';
import { RecordChecks } from './record-checks.js';
import type { ByteSource } from './source.js';

export interface ValidateOptions {
  /** The collection year to check against; the header's where absent. */
  readonly year?: number;
  /** How many findings are listed; the counts are exact all the same. 10,000 where absent. */
  readonly maxFindings?: number;
  /** Makes a validator that is wrong on purpose, to test suites with. */
  readonly alteration?: Alteration;
  /** Called now and then with the bytes read so far. */
  readonly onProgress?: (bytesRead: number) => void;
}

export interface Validation {
  /** Null where the file cannot be read and no year was asked for. */
  readonly year: number | null;
  readonly yearFrom: 'header' | 'option' | null;
  readonly persons: number;
  readonly findings: readonly Finding[];
  readonly summary: Summary;
}

/** No year was asked for, and the header has none that the kit knows. */
export class UnknownYearError extends Error {
  override readonly name = 'UnknownYearError';

  constructor(given: string | undefined) {
    const what =
      given === undefined || given === ''
        ? 'the header has no Year'
        : `the header's Year "${given.slice(0, 20)}" is not known`;
    super(`${what}; say which with --year (known years: ${collectionYears.join(', ')})`);
  }
}

export const defaultMaxFindings = 10_000;

/**
 * The reference validator: reads a return once, from start to end, and lists what breaks a rule of its
 * collection year. Memory does not grow with the file, save for a few bytes a person and what is listed.
 * @throws UnknownYearError, RangeError for an asked year that is not known, and what the source throws
 */
export function validate(source: ByteSource, options: ValidateOptions = {}): Validation {
  if (options.year !== undefined) yearModel(options.year);
  const limit = options.maxFindings ?? defaultMaxFindings;
  try {
    const header = scanHeader(source);
    const year = options.year ?? yearIn(header, source);
    return check(source, year, header, limit, options);
  } catch (error) {
    if (error instanceof FileFault) return faultyFile(error, options.year);
    throw error;
  }
}

function yearIn(header: HeaderFacts, source: ByteSource): number {
  const year = knownYear(header.year);
  if (year !== undefined) return year;
  // FILE-01 to FILE-04 need no year, so they are told even here.
  read(source, Math.max(...collectionYears), {});
  throw new UnknownYearError(header.year);
}

function check(
  source: ByteSource,
  year: number,
  header: HeaderFacts,
  limit: number,
  options: ValidateOptions,
): Validation {
  const checks = new RecordChecks(year, header.la, limit, options.alteration);
  read(source, year, checks, options.onProgress);
  return concluded(checks, source, year, options.year === undefined ? 'header' : 'option');
}

/** Looks at the return as a whole, once all of it has been read. */
export function concluded(
  { overall, log, persons }: RecordChecks,
  source: ByteSource,
  year: number,
  yearFrom: 'header' | 'option',
): Validation {
  overall.finish(log, (wanted, found) => {
    lookUp(source, year, wanted, found);
  });
  return { year, yearFrom, persons, ...log.result(null) };
}

function read(
  source: ByteSource,
  year: number,
  handler: ReturnHandler,
  onProgress?: (bytesRead: number) => void,
): void {
  const reader = new XmlReader(new ReturnReader(yearModel(year), handler));
  let done = 0;
  for (const chunk of source.chunks()) {
    reader.write(chunk);
    done += chunk.length;
    onProgress?.(done);
  }
  reader.end();
}

function lookUp(
  source: ByteSource,
  year: number,
  wanted: ReadonlySet<number>,
  tell: (person: Person, index: number) => void,
): void {
  read(source, year, {
    person: (person, index) => {
      if (wanted.has(index)) tell(person, index);
    },
  });
}

function faultyFile(fault: FileFault, year: number | undefined): Validation {
  const { level, items, message } = entryOf(fault.rule);
  const finding: Finding = {
    rule: fault.rule,
    level,
    path: fault.rule === 'FILE-04' ? '/Message' : '/',
    line: fault.line,
    column: fault.column,
    items,
    message: `${message} (${fault.detail})`,
  };
  return {
    year: year ?? null,
    yearFrom: year === undefined ? null : 'option',
    persons: 0,
    findings: [finding],
    summary: { errors: 1, queries: 0, byRule: { [fault.rule]: 1 }, stored: 1, stopped: fault.detail },
  };
}
