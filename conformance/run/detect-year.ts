import { breaksIn, caseIdOf, nearMissesIn } from '../../scenarios/index.js';
import { collectionYears } from '../../src/model/index.js';
import { bytesSource, validate } from '../../src/validate/index.js';
import { judge, type Answer } from '../judge/index.js';
import {
  buildCases,
  setKey,
  withoutFindings,
  type BuiltCase,
  type ExpectedFinding,
  type Told,
} from '../suite/index.js';
import { answersTo } from './put-built.js';
import { RunAborted } from './run-suite.js';
import type { Validator } from './validator.js';

export interface DetectYearOptions {
  /** Version of this kit. */
  readonly kit: string;
  /** Files put at the same time, at least 1. */
  readonly jobs: number;
  /** Milliseconds that one file may take. */
  readonly timeoutMs: number;
  /** The years to ask about; every collection year where absent. */
  readonly years?: readonly number[];
  /** Seed of the returns; 1 where absent. */
  readonly seed?: string;
  /** Called after each file. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Ends the work when it is aborted. */
  readonly signal?: AbortSignal;
  /** For a validator of granularity 'file': the rules that it can state in a year. */
  readonly statedBySchema?: (year: number) => (rule: string) => boolean;
}

/** How many telling cases were answered as a collection year must be. */
export interface YearFit {
  readonly year: number;
  readonly answered: number;
  /** Ids of the cases that the year asked and this one have to answer differently, and that were answered as this one must. */
  readonly deciding: readonly string[];
}

/** What a validator does when it is asked about one collection year. */
export interface YearEvidence {
  /** The year that was asked, which is that of the files as well. */
  readonly asked: number;
  /** How many telling cases there are that the validator answered. */
  readonly cases: number;
  /** How many it gave no answer to, or does not support. */
  readonly unanswered: number;
  /** Every collection year, oldest first. */
  readonly fits: readonly YearFit[];
  /** The year it applies: the one that more answers fit than any other; null where that is no year, or more than one. */
  readonly applied: number | null;
}

/**
 * Finds out which collection year a validator really applies when it is asked about each. The files are the cases that
 * tell neighbouring years apart, and the valid returns they are made from. What each year must answer to a file is what
 * the reference validator says of it by the rules of that year. The validator is not closed.
 * @throws RunAborted
 */
export async function detectYear(validator: Validator, options: DetectYearOptions): Promise<readonly YearEvidence[]> {
  const { kit, years = collectionYears, seed = '1', signal, onProgress, statedBySchema } = options;
  const isOfFiles = validator.capabilities.granularity === 'file';
  const canState = (rule: string, year: number): boolean => !isOfFiles || (statedBySchema?.(year)(rule) ?? true);
  const asked = years.map((year) => ({ year, built: tellingCases(year, seed, kit) }));
  const total = asked.reduce((sum, { built }) => sum + built.length, 0);
  const before = (index: number): number => asked.slice(0, index).reduce((sum, { built }) => sum + built.length, 0);
  const evidence: YearEvidence[] = [];
  for (const [index, { year, built }] of asked.entries()) {
    const answers = await answersTo(validator, year, built, options, (done) =>
      onProgress?.(before(index) + done, total),
    );
    if (signal?.aborted === true) throw new RunAborted(`stopped at the files of ${year}`);
    evidence.push(weigh(validator, year, built, answers, canState));
  }
  return evidence;
}

/** Rules on the age on census day: who is just right by one year is too old, or not too young, by another. */
const agedOnCensusDay: ReadonlySet<string> = new Set([
  'PER-06',
  'PER-07',
  'PER-21',
  'PLC-17',
  'PLC-22',
  'PLC-23',
  'PLN-26',
]);

/**
 * The cases of a year that a neighbouring year must answer differently, those on ages, which every other year does, and
 * their parents.
 */
function tellingCases(year: number, seed: string, kit: string): readonly BuiltCase[] {
  const byYear = breaksIn(year).filter((one) => one.tellsApart?.includes(year) === true);
  const byAge = nearMissesIn(year).filter(({ rule }) => agedOnCensusDay.has(rule));
  return buildCases({ year, seed, kit, select: [...byYear, ...byAge].map(caseIdOf) });
}

function weigh(
  validator: Validator,
  asked: number,
  built: readonly BuiltCase[],
  answers: ReadonlyMap<string, Answer>,
  canState: (rule: string, year: number) => boolean,
): YearEvidence {
  const byId = new Map(built.map((one) => [one.case.id, one]));
  const isAnswered = ({ case: { id, parent } }: BuiltCase): boolean =>
    answers.get(id)?.kind === 'findings' && (parent === null || answers.get(parent)?.kind === 'findings');
  const answered = built.filter(isAnswered);

  // By id of the case and year: what is told of a parent is worked out once.
  const known = new Map<string, readonly Told[]>();
  const findingsIn = (one: BuiltCase, year: number): readonly Told[] => {
    const key = `${one.case.id} ${year}`;
    const found = known.get(key) ?? referenceFindings(one, year).filter(({ rule }) => canState(rule, year));
    known.set(key, found);
    return found;
  };
  const wanted = (one: BuiltCase, year: number): readonly ExpectedFinding[] => {
    const parent = byId.get(one.case.parent ?? '');
    return withoutFindings(findingsIn(one, year), parent ? findingsIn(parent, year) : []);
  };
  const isFitting = (one: BuiltCase, findings: readonly ExpectedFinding[]): boolean => {
    const answer = answers.get(one.case.id);
    if (!answer) return false;
    const { verdict } = judge({
      case: one.case,
      expectation: { id: one.case.id, findings, status: 'agreed', note: null, alternatives: [] },
      answer,
      parentAnswer: answers.get(one.case.parent ?? '') ?? null,
      capabilities: validator.capabilities,
    });
    return verdict === 'match';
  };

  let most = 0;
  let best: number[] = [];
  const fits = collectionYears.map((year): YearFit => {
    const fitting = answered.filter((one) => isFitting(one, wanted(one, year)));
    // Silence fits much, so that it alone says nothing.
    const isTold = fitting.some((one) => wanted(one, year).length > 0);
    if (isTold && fitting.length >= most) {
      best = fitting.length === most ? [...best, year] : [year];
      most = fitting.length;
    }
    const deciding = fitting.filter((one) => setKey(wanted(one, year)) !== setKey(wanted(one, asked)));
    return { year, answered: fitting.length, deciding: byKind(deciding).map((one) => one.case.id) };
  });
  const [first = null] = best;
  return {
    asked,
    cases: answered.length,
    unanswered: built.length - answered.length,
    fits,
    applied: best.length === 1 ? first : null,
  };
}

/** The cases that say in their ids what tells, then the valid returns. */
function byKind(built: readonly BuiltCase[]): readonly BuiltCase[] {
  const isValid = (one: BuiltCase): boolean => one.case.kind === 'valid';
  return [...built.filter((one) => !isValid(one)), ...built.filter(isValid)];
}

/** What the reference validator finds in a file by the rules of a year, whatever year its header says. */
function referenceFindings(one: BuiltCase, year: number): readonly Told[] {
  return validate(bytesSource(one.file), { year }).findings;
}
