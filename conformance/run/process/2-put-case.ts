import type { Answer } from '../../judge/index.js';
import { caseFile, type Case, type Suite } from '../../suite/index.js';
import type { Validator } from '../validator.js';

/** An answer and how long the validator took over it, in milliseconds. */
export interface TimedAnswer {
  readonly answer: Answer;
  readonly ms: number;
}

/** Puts cases to a validator, each file at most once while its answer is kept. */
export interface CasePutter {
  put(c: Case): Promise<TimedAnswer>;
  /** Puts it anew, whatever is kept; the new answer is kept in its place. */
  putAgain(c: Case): Promise<TimedAnswer>;
}

/**
 * Keeps the answers on parents for as long as the run lasts, since their children are judged against them, and those on
 * files that hold many cases; what else was answered is let go.
 */
export function casePutter(
  suite: Suite,
  validator: Validator,
  parents: readonly Case[],
  signal: AbortSignal | undefined,
): CasePutter {
  const isParent = new Set(parents.map((c) => c.id));
  const kept = new Map<string, Promise<TimedAnswer>>();
  const ask = async (c: Case): Promise<TimedAnswer> => {
    const started = performance.now();
    const answer = await validator.validate({ file: caseFile(suite, c), year: c.year }, signal);
    return { answer, ms: Math.round((performance.now() - started) * 10) / 10 };
  };
  const keep = (c: Case, answer: Promise<TimedAnswer>): Promise<TimedAnswer> => {
    if (isParent.has(c.id) || c.packed) kept.set(c.file, answer);
    return answer;
  };
  return {
    put: (c) => kept.get(c.file) ?? keep(c, ask(c)),
    putAgain: (c) => keep(c, ask(c)),
  };
}
