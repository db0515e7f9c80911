import { isDate } from '../../src/model/index.js';
import type { Verdict } from '../judge/index.js';
import { asObject, countAt, listAt, reasonOf, ShapeError, textAt, wordAt, type Fields } from '../shape/index.js';

/** A list of known failures or flaky cases makes no sense; the message is one line that names the file and the entry. */
export class KnownListError extends Error {
  override readonly name = 'KnownListError';
}

/** Verdicts that a case may be known to get. */
export const knowableVerdicts = [
  'missed',
  'false-alarm',
  'wrong-code',
  'wrong-place',
  'wrong-level',
  'could-not-run',
] as const satisfies readonly Verdict[];

/** What every entry has: which cases it is about, who sees to it, why it is there and until when. */
export interface KnownEntry {
  /** Glob over case ids, rules and files, as for `--select`. */
  readonly select: string;
  readonly owner: string;
  readonly reason: string;
  /** Last day it counts, ccyy-mm-dd. */
  readonly until: string;
}

/** Cases that are known to fail, and with which verdict. */
export interface KnownFailing extends KnownEntry {
  readonly verdict: (typeof knowableVerdicts)[number];
}

/** Cases that do not always get the same answer. */
export interface KnownFlaky extends KnownEntry {
  /** How often such a case is put at most, 2 to 10. */
  readonly attempts: number;
}

const attemptsAllowed = { least: 2, most: 10 };

/** @param name what errors call the text @throws KnownListError */
export function parseKnownFailing(text: string, name: string): readonly KnownFailing[] {
  return parseKnownList(text, name, ['verdict'], (fields) => ({
    ...parseKnownEntry(fields),
    verdict: wordAt(fields, 'verdict', knowableVerdicts),
  }));
}

/** @param name what errors call the text @throws KnownListError */
export function parseKnownFlaky(text: string, name: string): readonly KnownFlaky[] {
  return parseKnownList(text, name, ['attempts'], (fields) => {
    const attempts = countAt(fields, 'attempts');
    const { least, most } = attemptsAllowed;
    if (attempts < least || attempts > most) throw new ShapeError(`attempts is not from ${least} to ${most}`);
    return { ...parseKnownEntry(fields), attempts };
  });
}

const fieldsOfEntry = ['select', 'owner', 'reason', 'until'];

/**
 * Reads a list of entries: every one has what `KnownEntry` has, and `more` names what else it may have.
 * @param name what errors call the text @throws KnownListError
 */
export function parseKnownList<T>(
  text: string,
  name: string,
  more: readonly string[],
  parse: (fields: Fields) => T,
): readonly T[] {
  const refuse = (why: string): KnownListError => new KnownListError(`${name}: ${why}`);
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw refuse(`is not JSON: ${reasonOf(error)}`);
  }
  let entries: readonly unknown[];
  try {
    const fields = asObject(value, 'the list');
    if (fields['format'] !== 1) throw new ShapeError('format is not 1, the only one this version reads');
    entries = listAt(fields, 'entries');
  } catch (error) {
    throw refuse(reasonOf(error));
  }
  return entries.map((one, index) => {
    try {
      const fields = asObject(one, 'it');
      // A word that is misspelled would otherwise do nothing, unseen.
      const unknown = Object.keys(fields).find((key) => ![...fieldsOfEntry, ...more].includes(key));
      if (unknown !== undefined) throw new ShapeError(`${unknown} is not a field of an entry`);
      return parse(fields);
    } catch (error) {
      throw refuse(`entry ${index + 1}: ${reasonOf(error)}`);
    }
  });
}

/** @throws ShapeError where one of the fields is not there or makes no sense */
export function parseKnownEntry(fields: Fields): KnownEntry {
  const filled = (name: string): string => {
    const text = textAt(fields, name);
    if (text.trim() === '') throw new ShapeError(`${name} is empty`);
    return text;
  };
  const until = filled('until');
  if (!isDate(until)) throw new ShapeError(`until is not a real date written ccyy-mm-dd: ${until}`);
  return { select: filled('select'), owner: filled('owner'), reason: filled('reason'), until };
}
