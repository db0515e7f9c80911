import { setMaxListeners } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Answer } from '../judge/index.js';
import type { BuiltCase } from '../suite/index.js';
import { guarded } from './guarded.js';
import { inOrder } from './pool.js';
import { withPrivateFolder } from './private-folder.js';
import type { Validator } from './validator.js';

/** How cases that are on no disk are put. */
export interface PutOptions {
  /** Files put at the same time, at least 1. */
  readonly jobs: number;
  /** Milliseconds that one file may take. */
  readonly timeoutMs: number;
  /** Ends the work when it is aborted: the answers are then not complete. */
  readonly signal?: AbortSignal;
}

/**
 * Puts built cases to a validator, each in a private file that is gone after, and gives the answers by case id.
 * @param year to ask for
 * @param onAnswer called after each with how many there are
 */
export async function answersTo(
  validator: Validator,
  year: number,
  built: readonly BuiltCase[],
  { jobs, timeoutMs, signal }: PutOptions,
  onAnswer: (done: number) => void,
): Promise<ReadonlyMap<string, Answer>> {
  const safe = guarded(validator, timeoutMs);
  // Every file under way listens; more than ten is no leak.
  if (signal) setMaxListeners(0, signal);
  return withPrivateFolder(async (folder) => {
    const answers = new Map<string, Answer>();
    const put = async (one: BuiltCase): Promise<Answer> => {
      const file = join(folder, basename(one.case.file));
      await writeFile(file, one.file, { mode: 0o600 });
      // It may have been ended while the file was written; what is answered then is not looked at.
      if (signal?.aborted === true) return { kind: 'could-not-run', why: 'it was stopped' };
      return safe.validate({ file, year }, signal);
    };
    await inOrder(built, jobs, put, (answer, one) => {
      answers.set(one.case.id, answer);
      onAnswer(answers.size);
      return Promise.resolve(signal?.aborted !== true);
    });
    return answers;
  });
}
