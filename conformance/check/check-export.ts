import type { OpenReturn } from '../../formats/index.js';
import type { Person } from '../../src/return/index.js';
import type { Validation } from '../../src/validate/index.js';
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
  /** The export, to be compared; read once, and only where something is expected. */
  readonly open: () => OpenReturn;
  readonly expected: Expected | null;
  readonly waivers: readonly Waiver[];
  readonly showValues: boolean;
  /** How many differences are listed; all are counted. */
  readonly atMost: number;
  /** Called for each person of the export that is read to be compared. */
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
  const { compared, persons, stopped } = expected
    ? await compare(input, expected, log)
    : { compared: null, persons: validation.persons, stopped: null };
  log.findings(validation, compared, stories);
  const counts = log.counts();
  const waiverFaults = waivers.faults();
  // A file that ends the reading of the rules has an error, but a waiver for that would hide all that comes after it.
  const stop = stopped ?? validation.summary.stopped;
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
      stopped: stop,
      expected: expected && compared && againstOf(expected, compared),
      counts,
      differences: log.differences,
      notes: compared?.notes ?? [],
      findings: log.listedFindings,
      waiverFaults,
    },
    differing: log.differing,
    stories,
  };
}

async function compare(
  { open, onPerson }: CheckInput,
  expected: Expected,
  log: CheckLog,
): Promise<{ compared: Compared; persons: number; stopped: string | null }> {
  const actual = await keepReturn(open(), onPerson ? { onPerson } : {});
  const compared = compareReturns(expected.kept, actual, expected.stories, (difference) => {
    log.difference(difference);
  });
  return { compared, persons: actual.persons.length, stopped: actual.stopped };
}

function againstOf(
  { name, kept }: Expected,
  { same, differing, missing, unexpected, notRead }: Compared,
): CheckDocument['expected'] {
  return { name, year: kept.year, persons: kept.persons.length, same, differing, missing, unexpected, notRead };
}
