import type { OpenReturn } from '../../formats/index.js';
import type { Person } from '../../src/return/index.js';
import type { Validation } from '../../src/validate/index.js';
import {
  exerciseAccount,
  exerciseOf,
  notExercised,
  type ExerciseAccount,
  type StoryCoverage,
} from '../exercise/index.js';
import type { CheckDocument } from './check-document.js';
import { CheckLog } from './check-log.js';
import { compareReturns, type Compared } from './compare-returns.js';
import { keepReturn } from './keep-return.js';
import type { Expected } from './read-expected.js';
import { openWaivers, type Waiver } from './waivers.js';

/** What is checked, and against what. */
export interface CheckInput {
  /** The version of the kit. */
  readonly kit: string;
  /** When it begins, an ISO time; its day is the one that waivers are held against. */
  readonly started: string;
  /** The export as the user named it. */
  readonly file: string;
  /** What the rules say of it. */
  readonly validation: Validation;
  readonly yearFrom: CheckDocument['yearFrom'];
  /** The export, to be compared and to see what it exercises; read once. Null where nobody knows its year. */
  readonly opened: OpenReturn | null;
  readonly expected: Expected | null;
  readonly waivers: readonly Waiver[];
  readonly showValues: boolean;
  /** How many differences are listed; all are counted. */
  readonly atMost: number;
  /** The stories that may exercise what the export does not, of a year; asked only where they are needed. */
  readonly storiesOf: (year: number) => readonly StoryCoverage[];
  /** Called for each person of the export. */
  readonly onPerson?: (person: Person, count: number) => void;
}

/** A check that is done. */
export interface Check {
  readonly document: CheckDocument;
  /** How many differences that count there are, listed or not, by the position of the expected person. */
  readonly differing: ReadonlyMap<number, number>;
  /** What expected persons tell, by position. */
  readonly stories: ReadonlyMap<number, string>;
}

/** Checks an export: what the rules say of it, and the difference to what is expected. */
export async function checkExport(input: CheckInput): Promise<Check> {
  const { kit, started, file, validation, yearFrom, expected, showValues, atMost } = input;
  const waivers = openWaivers(input.waivers, started.slice(0, 'ccyy-mm-dd'.length));
  const log = new CheckLog({ waivers, showValues, atMost });
  const stories = expected?.stories ?? new Map<number, string>();
  const { compared, persons, stopped, exercise } = await read(input, log);
  log.findings(validation, compared, stories);
  const counts = log.counts();
  const waiverFaults = waivers.faults();
  // A file that ends the reading of the rules has an error, but a waiver for that would hide all that comes after it.
  const stop = stopped ?? (validation.summary.stopped === null ? null : `${file}: ${endedBy(validation)}`);
  return {
    document: {
      format: 1,
      tool: { name: 'sen2kit', version: kit },
      started,
      file,
      year: validation.year,
      yearFrom,
      persons,
      right:
        stop === null &&
        counts.differences === counts.waivedDifferences &&
        counts.errors === counts.waivedErrors &&
        waiverFaults.length === 0,
      reading: [],
      stopped: stop,
      expected: expected && compared && againstOf(expected, compared),
      counts,
      differences: log.differences,
      notes: compared?.notes ?? [],
      findings: log.listedFindings,
      waiverFaults,
      exercise,
    },
    differing: log.differing,
    stories,
  };
}

/** What one reading of the export shows. */
interface ReadExport {
  readonly compared: Compared | null;
  readonly persons: number;
  readonly stopped: string | null;
  readonly exercise: ExerciseAccount | null;
}

/** Where the reading of the rules ended, in the words in which the reading of persons is told to end. */
function endedBy({ findings, summary }: Validation): string {
  const [fault] = findings;
  return fault ? `could be read as far as line ${fault.line} only, for ${fault.rule}` : (summary.stopped ?? '');
}

async function read(
  { opened, expected, validation, onPerson, storiesOf }: CheckInput,
  log: CheckLog,
): Promise<ReadExport> {
  if (!opened) return { compared: null, persons: validation.persons, stopped: null, exercise: null };
  const seen = exerciseOf(opened.year);
  seen.header(opened.header);
  let persons = 0;
  const actual = await keepReturn(opened, {
    isKept: expected !== null,
    onPerson: (person, count) => {
      persons = count;
      seen.person(person);
      onPerson?.(person, count);
    },
  });
  const compared =
    expected &&
    compareReturns(expected.kept, actual, expected.stories, (difference) => {
      log.difference(difference);
    });
  const exercise = persons === 0 ? null : accountOf(opened.year, seen.result(), expected?.coverage ?? storiesOf);
  return { compared, persons, stopped: actual.stopped, exercise };
}

function accountOf(
  year: number,
  exercised: ReadonlySet<string>,
  stories: readonly StoryCoverage[] | CheckInput['storiesOf'],
): ExerciseAccount {
  const isComplete = notExercised(year, exercised).groups.every(({ missing }) => missing.length === 0);
  if (isComplete) return exerciseAccount(year, exercised);
  return exerciseAccount(year, exercised, typeof stories === 'function' ? stories(year) : stories);
}

function againstOf(
  { name, kept }: Expected,
  { same, differing, missing, unexpected, notRead }: Compared,
): CheckDocument['expected'] {
  return { name, year: kept.year, persons: kept.persons.length, same, differing, missing, unexpected, notRead };
}
