import { openQuestionsOf } from '../../scenarios/index.js';
import type { Asker, Goal, Said } from '../shrink/index.js';
import { FlakyError, isSameGoal, shrink, type Shrunk } from '../shrink/index.js';
import { makeFuzzCase } from './make-case.js';

/** How long it is looked for. */
export interface FuzzOptions {
  readonly seed: string;
  /** Returns at most. */
  readonly maxRuns: number;
  /** Milliseconds after which no other return is made. */
  readonly maxMs: number;
  /** Milliseconds that the making small of what is found may take. */
  readonly maxShrinkMs: number;
  readonly now?: () => number;
  /** Called after each return with how many were put. */
  readonly onRun?: (runs: number) => void;
  /** Called when a disagreement is found, before it is made small. */
  readonly onFound?: (goal: Goal, run: number) => void;
}

/** A return on which the validator and the reference validator disagree. */
export interface Found {
  readonly run: number;
  readonly goal: Goal;
  /** What the return was made by, before it was made small. */
  readonly changes: readonly string[];
  readonly shrunk: Shrunk;
  /** What each says of the smallest. */
  readonly said: Said;
  /** Ids of the open questions about the rule: the validator may read one of them otherwise. */
  readonly questions: readonly string[];
}

/** What came of it. */
export interface FuzzEnd {
  /** Returns that were put. */
  readonly runs: number;
  /** Returns that the validator answered. */
  readonly answered: number;
  /** Why the first that it did not answer was not. */
  readonly firstWhy: string | undefined;
  readonly found: Found | undefined;
}

/** So many returns without one answer, and nothing can be looked for. */
const unansweredAtMost = 5;

/**
 * Puts random returns to a validator until it and the reference validator disagree, and makes that return small. The same
 * seed puts the same returns.
 * @throws FlakyError where the validator does not say the same each time, RunAborted
 */
export async function fuzz(asker: Asker, options: FuzzOptions): Promise<FuzzEnd> {
  const { seed, maxRuns, maxMs, now = Date.now, onRun, onFound } = options;
  const end = now() + maxMs;
  let answered = 0;
  let firstWhy: string | undefined;
  let runs = 0;
  while (runs < maxRuns && (runs === 0 || now() < end)) {
    const { file, changes } = makeFuzzCase(seed, asker.year, runs);
    const said = await asker.said(file);
    runs += 1;
    onRun?.(runs);
    if (said.answer.kind === 'findings') answered += 1;
    else firstWhy ??= said.answer.why;
    if (answered === 0) {
      if (runs >= unansweredAtMost) break;
      // It may be that it cannot be run at all.
      continue;
    }
    const [goal] = said.disagreements;
    if (!goal) continue;
    const again = await asker.said(file);
    if (!again.disagreements.some((one) => isSameGoal(one, goal)))
      throw new FlakyError(
        'the validator does not say the same of the same file each time, so nothing can be proved by asking it; nothing was written',
      );
    onFound?.(goal, runs);
    const shrunk = await shrink(file, { asker, goal, maxMs: options.maxShrinkMs, now });
    const found: Found = {
      run: runs,
      goal,
      changes,
      shrunk,
      said: await asker.said(shrunk.file),
      questions: goal.kind === 'fails' ? [] : openQuestionsOf(goal.rule).map(({ id }) => id),
    };
    return { runs, answered, firstWhy, found };
  }
  return { runs, answered, firstWhy, found: undefined };
}
