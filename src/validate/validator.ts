import { collectionYears, isCollectionYear, yearModel } from '../model/index.js';
import { FileFault, ReturnReader, XmlReader, type ReturnHandler, type StructureFinding } from '../reading/index.js';
import type { Person } from '../return/index.js';
import { compiledRules, type Alteration } from './compiled-rules.js';
import { entryOf } from './entry.js';
import type { Finding, PersonRef } from './finding.js';
import { FindingLog, type Summary } from './finding-log.js';
import { scanHeader, type HeaderFacts } from './header-scan.js';
import { copy } from './quoted.js';
import { ReturnChecks } from './return-checks.js';
import { personRef, RuleEngine } from './rule-engine.js';
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

const defaultMaxFindings = 10_000;
const personPath = '/Message/Persons/Person[';

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
  const year = /^\d{4}$/.test(header.year ?? '') ? Number(header.year) : NaN;
  if (isCollectionYear(year)) return year;
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
  const log = new FindingLog(limit);
  const la =
    yearModel(year)
      .item('Source', 'LEA')
      ?.accepts(header.la ?? '') === true
      ? header.la
      : undefined;
  const rules = compiledRules(year, options.alteration);
  const engine = new RuleEngine(rules, la, log);
  const overall = new ReturnChecks(rules);
  let persons = 0;
  // Findings on the shape of a person wait until it is known who the person is.
  let waiting: StructureFinding[] = [];
  const tell = ({ rule, path, line, column, tag }: StructureFinding, person?: PersonRef): void => {
    const { level, message } = entryOf(rule);
    const who = person ? { person } : {};
    log.add(rule, level, () => ({
      rule,
      level,
      path: copy(path),
      line,
      column,
      ...who,
      items: [copy(tag)],
      message,
    }));
  };
  read(
    source,
    year,
    {
      header: (record) => {
        engine.header(record);
      },
      person: (person, index) => {
        persons = index;
        const who = waiting.length > 0 ? personRef(person, index) : undefined;
        for (const finding of waiting) tell(finding, who);
        waiting = [];
        engine.person(person, index);
        overall.person(person, index);
      },
      structure: (finding) => {
        if (!finding.path.startsWith(personPath)) tell(finding);
        else if (waiting.length < limit) waiting.push(finding);
        // Those that wait already fill the list.
        else log.count(finding.rule, entryOf(finding.rule).level);
      },
    },
    options.onProgress,
  );
  overall.finish(log, (wanted, found) => {
    lookUp(source, year, wanted, found);
  });
  return { year, yearFrom: options.year === undefined ? 'header' : 'option', persons, ...log.result(null) };
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
