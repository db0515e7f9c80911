import { availableParallelism } from 'node:os';
import { codesIn, collectionYears, knownYear } from '../model/index.js';
import { UsageError } from './exit.js';

/** An option that takes text, whatever it looks like: numbers are read by the readers below. */
export const takesText = { type: 'string', requiresArg: true } as const;

/** A collection year that must be given: there is no default. */
export const takesYear = { ...takesText, demandOption: true, describe: 'Collection year' } as const;

/** Which cases of a suite. */
export const takesSelect = {
  ...takesText,
  array: true,
  describe: 'Globs over case ids and rules, such as PER-1*',
} as const;

/** A list of codes, for commands that show rules. */
export const takesCrosswalk = {
  ...takesText,
  describe:
    'CSV of DfE codes (rule,dfeCode,year,level?,note?): they are shown, and its levels replace those of this kit',
} as const;

export const takesProgress = {
  type: 'boolean',
  default: false,
  describe: 'Tell progress when not on a terminal too',
} as const;

/** A collection year that is known. @throws UsageError naming the option and the years there are */
export function readYear(text: string, option = '--year'): number {
  const year = knownYear(text);
  if (year === undefined) {
    throw new UsageError(`${option} ${text}: not a known collection year; known years: ${collectionYears.join(', ')}`);
  }
  return year;
}

/** A whole number between two bounds, both included. @throws UsageError naming the option and the bounds */
export function readWhole(text: string, option: string, min: number, max: number): number {
  const value = /^\d{1,12}$/.test(text) ? Number(text) : NaN;
  if (!(value >= min && value <= max)) {
    const [from, to] = [min, max].map((bound) => bound.toLocaleString('en-GB'));
    throw new UsageError(`${option} ${text}: a whole number from ${from} to ${to} is needed`);
  }
  return value;
}

/** The number of an LA of a collection year. @throws UsageError, with the number where a name was given */
export function readLa(text: string, year: number): string {
  const las = codesIn('la', year);
  if (!las.has(text)) {
    const hint = [...las].find(([, name]) => name.toLowerCase() === text.toLowerCase());
    const advice = hint ? `; ${hint[1]} is ${hint[0]}` : '; a three-digit number such as 202 (Camden) is needed';
    throw new UsageError(`--la ${text}: not the number of a local authority in ${year}${advice}`);
  }
  return text;
}

/** `i/n`: part i of n. @throws UsageError */
export function readShard(text: string): { readonly part: number; readonly of: number } {
  const [, i = '', n = ''] = /^(\d{1,8})\/(\d{1,8})$/.exec(text) ?? [];
  const [part, of] = [Number(i), Number(n)];
  if (i === '' || part < 1 || part > of)
    throw new UsageError(`--shard ${text}: i/n is needed, such as 1/4, with i from 1 to n`);
  return { part, of };
}

/** How many things to do at once where nobody says: one a core. */
export const defaultJobs = String(availableParallelism());

/** How many threads share the work; the result is the same for any number. */
export const takesWorkers = {
  ...takesText,
  default: defaultJobs,
  defaultDescription: 'one a core',
  describe: 'Threads that share the work; the result is the same for any number',
} as const;
