import { setMaxListeners } from 'node:events';
import { isDiscrepancy, noVerdicts, type VerdictCounts } from '../judge/index.js';
import type { KnownCases } from '../known/index.js';
import {
  makeFooter,
  makeHeader,
  wasJudged,
  type CaseResult,
  type ResultsHeader,
  type ResultSink,
} from '../report/index.js';
import type { Case, Suite } from '../suite/index.js';
import { guarded } from './guarded.js';
import { inOrder } from './pool.js';
import { planRun } from './process/1-plan-run.js';
import { casePutter, type TimedAnswer } from './process/2-put-case.js';
import { withPrivateCopies } from './private-copy-decorator.js';
import { withPrivateFolder } from './private-folder.js';
import { judgeCase, packedFilesOf, type JudgeSetup } from './process/3-judge-case.js';
import { settleCase } from './process/4-settle-case.js';
import type { Validator } from './validator.js';

export interface RunOptions {
  /** Version of this kit, for the header. */
  readonly kit: string;
  /** Cases put at the same time, at least 1. */
  readonly jobs: number;
  /** Milliseconds that one case may take. */
  readonly timeoutMs: number;
  /** Globs over case ids and rules; all cases where there are none. */
  readonly select?: readonly string[];
  /** Stops after the first case, in suite order, that counts against the validator. */
  readonly failFast?: boolean;
  /** Called after each case that was judged. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Ends the run when it is aborted: the results are then cut short. */
  readonly signal?: AbortSignal;
  /** For a validator of granularity 'file': the rules that it can state. */
  readonly statedBySchema?: (rule: string) => boolean;
  /** What is known of the cases beforehand. */
  readonly known?: KnownCases;
  /** The header to give the results; one made now where absent. */
  readonly header?: ResultsHeader;
  /** Results of the first of the chosen cases, from a run that was cut short: they are taken over and not put again. */
  readonly earlier?: readonly CaseResult[];
}

/** What came of a run. */
export interface RunEnd {
  readonly counts: VerdictCounts;
  /** How many cases say something about the validator's answers. */
  readonly judged: number;
  /** Why not every selected case was put; null where every one was. */
  readonly stopped: string | null;
  /** What is wrong with the lists of known cases, a line each: the run fails for it. */
  readonly listFaults: readonly string[];
  /** What else is to be told of the validator, one line each. */
  readonly notes: readonly string[];
}

/** The run was ended from outside; its results have no footer. */
export class RunAborted extends Error {
  override readonly name = 'RunAborted';
}

/**
 * Puts the cases of a suite to a validator and judges what comes back. Results go to the sink as they come, in suite
 * order whatever the number of jobs. Every case is put once, unless it is known to be flaky, and so is every parent of a chosen case; a file that holds
 * many cases is put once for all. The validator is not closed.
 * @throws ValidatorUsageError where no case is chosen or the earlier results are not of the chosen cases, RunAborted,
 * and what the sink throws
 */
export function runSuite(suite: Suite, validator: Validator, options: RunOptions, sink: ResultSink): Promise<RunEnd> {
  return withPrivateFolder((folder) => runWith(suite, withPrivateCopies(validator, folder), options, sink));
}

async function runWith(suite: Suite, validator: Validator, options: RunOptions, sink: ResultSink): Promise<RunEnd> {
  const { kit, jobs, timeoutMs, select = [], failFast = false, onProgress, signal, statedBySchema } = options;
  const { known, earlier = [] } = options;

  // 1. What is to be done, and what was done before.
  const plan = planRun(suite, select, earlier);
  await sink.start(options.header ?? makeHeader(kit, suite.manifest, validator));

  // 2. Each case, and its parent, is put to the validator; 3. the answer is judged.
  const ended = new AbortController();
  const stopped = signal ? AbortSignal.any([signal, ended.signal]) : ended.signal;
  // Every case under way listens; more than ten is no leak.
  setMaxListeners(0, stopped);
  const safe = guarded(validator, timeoutMs);
  const putter = casePutter(suite, safe, plan.parents, stopped);
  const setup: JudgeSetup = {
    capabilities: validator.capabilities,
    expectations: suite.expectations,
    packedFiles: packedFilesOf(suite.cases),
    ...(statedBySchema && { statedBySchema }),
  };
  const parents = new Map(plan.parents.map((c) => [c.id, c]));
  const putAndJudge = async (c: Case, isAgain: boolean): Promise<CaseResult> => {
    const put = (one: Case): Promise<TimedAnswer> => (isAgain ? putter.putAgain(one) : putter.put(one));
    const parent = c.parent === null ? undefined : parents.get(c.parent);
    const onParent = parent ? { case: parent, answer: (await put(parent)).answer } : null;
    return judgeCase(c, await put(c), onParent, setup);
  };
  // 4. What is known of the case beforehand settles what counts.
  const work = (c: Case): Promise<CaseResult> => settleCase(c, known, (isAgain) => putAndJudge(c, isAgain));

  // 5. Results are handed over in suite order, those of an earlier run first.
  const counts = noVerdicts();
  let done = 0;
  let judged = 0;
  let why: string | null = null;
  const total = plan.selected.length + earlier.length;
  const handOver = async (result: CaseResult): Promise<boolean> => {
    if (signal?.aborted === true) return false;
    await sink.result(result);
    counts[result.verdict] += 1;
    if (wasJudged(result)) judged += 1;
    done += 1;
    onProgress?.(done, total);
    if (!failFast || !isDiscrepancy(result.verdict)) return true;
    why = `${result.id} counts against the validator, and the run was to stop at the first that does`;
    ended.abort();
    return false;
  };
  let goesOn = true;
  for (const result of earlier) goesOn &&= await handOver(result);
  if (goesOn) await inOrder(plan.selected, jobs, work, handOver);
  if (signal?.aborted === true) throw new RunAborted(`stopped after ${done} of ${total} cases`);
  if (done === total) why = null;
  const listFaults = known?.faults ?? [];
  const notes = validator.notes?.() ?? [];
  await sink.end(makeFooter(counts, why, listFaults, notes));
  return { counts, judged, stopped: why, listFaults, notes };
}
