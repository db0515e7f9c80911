import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bytesSource, validate, type Finding } from '../../src/validate/index.js';
import { differenceOf, findingsAtMost, type Answer } from '../judge/index.js';
import { guarded, RunAborted, type Validator } from '../run/index.js';
import { sha256, toExpected } from '../suite/index.js';
import { disagreements, isSameGoal, reportsRule, type Goal } from './goal.js';

/** How files are put. */
export interface AskOptions {
  readonly year: number;
  /** Milliseconds that one file may take. */
  readonly timeoutMs: number;
  /** Only this user can look into it; files stand there while they are put. */
  readonly folder: string;
  /** Ends the work when it is aborted. */
  readonly signal?: AbortSignal;
  /** Whether a schema can state a rule, for a validator that only says valid or not. */
  readonly statedBySchema?: (rule: string) => boolean;
  /** Called after each time the validator was asked, with how often it was. */
  readonly onAsked?: (calls: number) => void;
}

/** What came of a file: what the validator said, what the reference validator did, and in what they disagree. */
export interface Said {
  readonly answer: Answer;
  readonly reference: readonly Finding[];
  readonly disagreements: readonly Goal[];
}

/** Puts files that stand on no disk to a validator, one after another. */
export interface Asker {
  /** How often the validator was asked. */
  readonly calls: number;
  readonly validator: Validator;
  readonly year: number;
  /** What the validator answers; anew each time. @throws RunAborted */
  answer(file: Uint8Array): Promise<Answer>;
  /** The same beside what the reference validator finds. @throws RunAborted */
  said(file: Uint8Array): Promise<Said>;
  /** Whether a file shows what is looked for; a file that was asked about before is not put again. @throws RunAborted */
  shows(file: Uint8Array, goal: Goal): Promise<boolean>;
}

/** Makes what asks a validator about files. */
export function makeAsker(validator: Validator, options: AskOptions): Asker {
  const { year, folder, signal, timeoutMs, onAsked } = options;
  const safe = guarded(validator, timeoutMs);
  const known = new Map<string, boolean>();
  let calls = 0;

  const stopIfEnded = (): void => {
    if (signal?.aborted === true) throw new RunAborted('stopped; nothing was written');
  };

  const answer = async (file: Uint8Array): Promise<Answer> => {
    stopIfEnded();
    // A new name each time: one that keeps what it said by the name of the file would be believed.
    const path = join(folder, `${(calls += 1)}.xml`);
    try {
      await writeFile(path, file, { mode: 0o600, flag: 'wx' });
      const answered = await safe.validate({ file: path, year }, signal);
      stopIfEnded();
      onAsked?.(calls);
      return answered;
    } catch (error) {
      stopIfEnded();
      throw error;
    } finally {
      await rm(path, { force: true });
    }
  };

  const said = async (file: Uint8Array): Promise<Said> => {
    const answered = await answer(file);
    const reference = validate(bytesSource(file), { year, maxFindings: findingsAtMost }).findings;
    const difference =
      answered.kind === 'findings'
        ? differenceOf(
            reference.map(toExpected),
            answered.findings,
            validator.capabilities,
            year,
            options.statedBySchema,
          )
        : undefined;
    return { answer: answered, reference, disagreements: disagreements(answered, difference) };
  };

  return {
    get calls() {
      return calls;
    },
    validator,
    year,
    answer,
    said,
    shows: async (file, goal) => {
      const key = `${JSON.stringify(goal)} ${sha256(file)}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      const is = await showsGoal(file, goal, { answer, said });
      known.set(key, is);
      return is;
    },
  };
}

/** Whether a file shows something, asked anew. */
export async function showsGoal(file: Uint8Array, goal: Goal, asker: Pick<Asker, 'answer' | 'said'>): Promise<boolean> {
  if (goal.kind === 'reports' || goal.kind === 'fails') {
    const answered = await asker.answer(file);
    if (goal.kind === 'fails') return answered.kind === 'could-not-run';
    return answered.kind === 'findings' && reportsRule(answered.findings, goal.rule);
  }
  const { disagreements: shown } = await asker.said(file);
  return shown.some((one) => isSameGoal(one, goal));
}
