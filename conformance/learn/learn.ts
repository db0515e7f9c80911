import { isToldAt, type AdapterFile } from '../adapt/index.js';
import { answersTo, type PutOptions, type Validator } from '../run/index.js';
import { learnCodes, type LearnedCodes } from './learn-codes.js';
import { learnLevels } from './learn-levels.js';
import { learnPlaces, type LearnedPlaces } from './learn-places.js';
import { observe } from './observe.js';
import { probeCases, type ProbeCases } from './probe-cases.js';

export interface LearnOptions extends PutOptions {
  /** Version of this kit. */
  readonly kit: string;
  readonly year: number;
  readonly seed: string;
  /** The cases to put, where they are made already. */
  readonly cases?: ProbeCases;
  /** Called after each file with how many there are in all. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** What was found out about a validator. */
export interface Learned {
  /** How many cases of one broken rule were answered, and how many were not. */
  readonly answered: number;
  readonly unanswered: number;
  /** Why the first of those was not; undefined where all were. */
  readonly firstWhy: string | undefined;
  readonly codes: LearnedCodes;
  readonly places: LearnedPlaces;
  /** What its words for levels mean; undefined where it does not tell errors from queries. */
  readonly levels: AdapterFile['levels'] | undefined;
}

/**
 * Finds out what a validator's codes mean: it is given returns in which one rule alone is broken, and the valid returns
 * they were made from, and what appears in the one and not in the other is held against the rule. The validator is not
 * closed, and must give its codes and words as they are.
 */
export async function learn(validator: Validator, options: LearnOptions): Promise<Learned> {
  const { year, onProgress } = options;
  const { probes, all } = options.cases ?? probeCases(options);
  const answers = await answersTo(validator, year, all, options, (done) => onProgress?.(done, all.length));
  const { answered, unanswered, firstWhy } = observe(probes, answers);
  const codes = learnCodes(answered);
  return {
    answered: answered.length,
    unanswered,
    firstWhy,
    codes,
    places: learnPlaces(answered, codes, year),
    levels: learnLevels(answered, codes),
  };
}

/** How the JSON of this kit is read, where no adapter says otherwise. */
const kitSettings: Pick<AdapterFile, 'output' | 'fields'> = {
  output: { format: 'json', findings: '/findings' },
  fields: { code: 'rule', level: 'level', path: 'path', message: 'message', person: { position: '/person/index' } },
};

/** The adapter file for what was learned. @param base what says how the output is read; that of this kit where absent */
export function learnedAdapter(
  { answered, codes, places, levels }: Learned,
  { name, year, base }: { readonly name: string; readonly year: number; readonly base: AdapterFile | undefined },
): AdapterFile {
  const { output, fields } = base ?? kitSettings;
  const share = (value: number): number => Math.round(value * 1000) / 1000;
  return {
    ...(base && kept(base)),
    format: 1,
    name: base?.name ?? name,
    output,
    ...(fields && { fields }),
    codes: Object.fromEntries(
      [...codes.codes]
        .map(([code, rules]) => [code, rules.map(({ rule }) => rule)] as const)
        .map(([code, rules]) => [code, rules.length === 1 ? (rules[0] ?? '') : rules]),
    ),
    ...(codes.summary.length > 0 && { ignore: codes.summary }),
    ...(levels && { levels }),
    granularity: toldAt(places.granularity, { output, ...(fields && { fields }) }),
    learned: {
      year,
      cases: answered,
      confidence: Object.fromEntries(
        [...codes.codes].map(([code, rules]) => [
          code,
          Object.fromEntries(rules.map((one) => [one.rule, share(one.share)])),
        ]),
      ),
    },
  };
}

/** From fine to coarse. */
const granularities = ['path', 'item', 'record', 'person', 'rule'] as const;

/**
 * What was learned, or the next coarser that the fields can tell: where the findings were right so far by their lines
 * alone, those about what is missing would not be.
 */
function toldAt(
  learned: AdapterFile['granularity'],
  file: Pick<AdapterFile, 'output' | 'fields'>,
): AdapterFile['granularity'] {
  const coarser = granularities.slice(granularities.indexOf(learned));
  return coarser.find((granularity) => isToldAt(granularity, file)) ?? 'rule';
}

/** Of a base, what is about reading the output and not about what the codes mean. */
function kept({ version, codePattern, items, dates, exitCodes, http }: AdapterFile): Partial<AdapterFile> {
  return {
    ...(version !== undefined && { version }),
    ...(codePattern !== undefined && { codePattern }),
    ...(items && { items }),
    ...(dates && { dates }),
    ...(exitCodes && { exitCodes }),
    ...(http && { http }),
  };
}
