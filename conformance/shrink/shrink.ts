import { bytesSource } from '../../src/validate/index.js';
import { allElements, personsOf, readTree, writeTree, type Element } from '../tree/index.js';
import { anonymiseBytes, anonymiseTree, Originals } from './anonymise/index.js';
import { showsGoal, type Asker } from './asker.js';
import type { Goal } from './goal.js';
import { bytesReduction, reduceBytes } from './reduce-bytes.js';
import { reducePersons, reduceTree, treeReduction, unfolded } from './reduce-tree.js';
import { OutOfTime, type ReductionOptions } from './reduction.js';

/** How a file is made smaller. */
export interface ShrinkOptions {
  readonly asker: Asker;
  readonly goal: Goal;
  /** Milliseconds after which what is smallest so far is taken. */
  readonly maxMs: number;
  /** The seed of what stands in place of personal values; they stay where absent. */
  readonly anonymise?: { readonly seed: string };
  readonly now?: () => number;
  readonly onSmaller?: (bytes: number) => void;
}

/** The smallest file that still shows something. */
export interface Shrunk {
  readonly file: Uint8Array;
  /** It was taken apart element by element, or byte by byte where it is no XML or its layout is what matters. */
  readonly by: 'elements' | 'bytes';
  /** Persons before and after; undefined where it was taken apart byte by byte. */
  readonly persons: { readonly before: number; readonly after: number } | undefined;
  /** Nothing more could be left out; false where the time was over. */
  readonly isSmallest: boolean;
}

/** A validator says one thing of a file and then another, so that nothing can be proved by asking it. */
export class FlakyError extends Error {
  override readonly name = 'ValidatorFlakyError';
}

/** How often a file is put at the beginning and at the end: what it shows, it shows each time. */
const timesSure = 3;

/**
 * Makes a file that shows something as small as it can be: persons, then what is in them, then values, are left out as
 * long as the validator, asked after every step, still shows it. The file itself must show it.
 * @throws FlakyError, AnonymiseError, RunAborted
 */
export async function shrink(file: Uint8Array, options: ShrinkOptions): Promise<Shrunk> {
  const { asker, goal } = options;
  await makeSure(file, goal, asker);
  const originals = new Originals();
  const onPerson = (person: Element): void => {
    if (options.anonymise) originals.addPerson(person);
  };
  const root = readTree(bytesSource(file), { onPerson });
  const isByElements = root !== undefined && (await asker.shows(Buffer.from(writeTree(root), 'utf8'), goal));
  const shrunk = isByElements ? await byElements(root, originals, options) : await byBytes(file, options);
  await makeSure(shrunk.file, goal, asker);
  return shrunk;
}

async function makeSure(file: Uint8Array, goal: Goal, asker: Asker): Promise<void> {
  for (let time = 0; time < timesSure; time += 1) {
    if (await showsGoal(file, goal, asker)) continue;
    throw new FlakyError(
      'the validator does not say the same of the same file each time, so nothing can be proved by asking it; nothing was written',
    );
  }
}

async function byElements(root: Element, originals: Originals, options: ShrinkOptions): Promise<Shrunk> {
  const { asker, anonymise, goal } = options;
  originals.addKept(root);
  const before = countPersons(root);
  const setup = reductionOptions(options);
  const ofPersons = treeReduction(root, setup);
  const hasAll = await inTime(() => reducePersons(ofPersons));
  const whole = unfolded(ofPersons.best);
  if (anonymise) originals.addKept(whole);
  const reduction = treeReduction(whole, setup);
  const isSmallest = hasAll && (await inTime(() => reduceTree(reduction, asker.year)));
  const shows = (candidate: Uint8Array): Promise<boolean> => asker.shows(candidate, goal);
  const tree = anonymise
    ? await anonymiseTree(reduction.best, { ...anonymise, year: asker.year, originals, shows })
    : reduction.best;
  return {
    file: Buffer.from(writeTree(tree), 'utf8'),
    by: 'elements',
    persons: { before, after: countPersons(tree) },
    isSmallest,
  };
}

async function byBytes(file: Uint8Array, options: ShrinkOptions): Promise<Shrunk> {
  const { asker, anonymise, goal } = options;
  const reduction = bytesReduction(file, reductionOptions(options));
  const isSmallest = await inTime(() => reduceBytes(reduction));
  const shows = (candidate: Uint8Array): Promise<boolean> => asker.shows(candidate, goal);
  const made = anonymise ? await anonymiseBytes(reduction.best, { ...anonymise, shows }) : reduction.best;
  return { file: made, by: 'bytes', persons: undefined, isSmallest };
}

function reductionOptions({ asker, goal, maxMs, now = Date.now, onSmaller }: ShrinkOptions): ReductionOptions {
  return { asker, goal, deadline: now() + maxMs, now, ...(onSmaller && { onSmaller }) };
}

/** @returns whether the work came to its end in time */
async function inTime(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (error instanceof OutOfTime) return false;
    throw error;
  }
}

function countPersons(root: Element): number {
  const folded = (personsOf(root)?.children ?? []).filter(
    (child) => typeof child !== 'string' && 'xml' in child,
  ).length;
  return folded + [...allElements(root)].filter(([{ tag }]) => tag === 'Person').length;
}
