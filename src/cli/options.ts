import { availableParallelism } from 'node:os';
import { codesIn, collectionYears, isCollectionYear } from '../model/index.js';
import { UsageError } from './exit.js';

/** Readers of option values; each throws a UsageError that names the option and what it takes. */

export function readYear(text: string, option = '--year'): number {
  const year = /^\d{4}$/.test(text) ? Number(text) : NaN;
  if (!isCollectionYear(year)) {
    throw new UsageError(`${option} ${text}: not a known collection year; known years: ${collectionYears.join(', ')}`);
  }
  return year;
}

/** A whole number between two bounds, both included. */
export function readWhole(text: string, option: string, min: number, max: number): number {
  const value = /^\d{1,12}$/.test(text) ? Number(text) : NaN;
  if (!(value >= min && value <= max)) {
    const [from, to] = [min, max].map((bound) => bound.toLocaleString('en-GB'));
    throw new UsageError(`${option} ${text}: a whole number from ${from} to ${to} is needed`);
  }
  return value;
}

export function readLa(text: string, year: number): string {
  const las = codesIn('la', year);
  if (!las.has(text)) {
    const hint = [...las].find(([, name]) => name.toLowerCase() === text.toLowerCase());
    const advice = hint ? `; ${hint[1]} is ${hint[0]}` : '; a three-digit number such as 202 (Camden) is needed';
    throw new UsageError(`--la ${text}: not the number of a local authority in ${year}${advice}`);
  }
  return text;
}

/** `i/n`: part i of n. */
export function readShard(text: string): { readonly part: number; readonly of: number } {
  const [, i = '', n = ''] = /^(\d{1,8})\/(\d{1,8})$/.exec(text) ?? [];
  const [part, of] = [Number(i), Number(n)];
  if (i === '' || part < 1 || part > of)
    throw new UsageError(`--shard ${text}: i/n is needed, such as 1/4, with i from 1 to n`);
  return { part, of };
}

/** How many things to do at once where nobody says: one a core. */
export const defaultJobs = String(availableParallelism());
