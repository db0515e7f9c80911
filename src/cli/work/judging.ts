import { existsSync } from 'node:fs';
import { listInWords } from '../../../conformance/judge/index.js';
import { knownFailingOf, knownFailingText } from '../../../conformance/known/index.js';
import {
  combineSinks,
  exitCode,
  isSameRun,
  makeHeader,
  readEarlierResults,
  type CaseResult,
  type EarlierResults,
  type ResultsHeader,
  type ResultSink,
} from '../../../conformance/report/index.js';
import { runSuite, type RunEnd, type Validator } from '../../../conformance/run/index.js';
import type { Suite } from '../../../conformance/suite/index.js';
import { writeOutput } from '../../../output/index.js';
import { statedBySchema } from '../../schema/index.js';
import { exitCodes, UsageError, type ExitCode } from '../exit.js';
import type { JudgingOptions } from '../judging-options.js';
import { remark } from '../remark.js';
import { kitVersion } from '../version.js';
import { remarkOnCrosswalk } from './crosswalks.js';
import { readKnownLists, type KnownLists } from './known-lists.js';
import { makeProgress } from './progress.js';
import { checkTarget, standardOutput } from './report-files.js';
import { openReports, readReports, type ReportRequest } from './reports.js';
import type { RunLimits } from './run-limits.js';

/** What is judged, and how. */
export interface Judging {
  readonly suite: Suite;
  readonly validator: Validator;
  readonly limits: RunLimits;
  /** Whether to go on with what an earlier run left. */
  readonly resume: boolean;
  /** Ends the run when it is aborted. */
  readonly signal: AbortSignal;
}

const rulesShown = 25;

/**
 * Puts the cases of a suite to a validator and makes the reports.
 * @throws UsageError, KnownListError, ValidatorUsageError, ResultsError, OutputError, RunAborted
 */
export async function judgeAndReport(
  { suite, validator, limits, resume, signal }: Judging,
  options: JudgingOptions,
): Promise<{ end: RunEnd; code: ExitCode }> {
  const requests = readReports(options.report);
  const lists = await readKnownLists(options);
  const listFile = options['write-known-failing'];
  if (listFile !== undefined) checkList(listFile, options['known-failing']);
  if (options.crosswalk !== undefined && validator.crosswalk)
    remarkOnCrosswalk(options.crosswalk, validator.crosswalk, suite.manifest.year);
  const header = makeHeader(kitVersion, suite.manifest, validator, lists.digests);
  if (!resume) await refuseToOverwrite(requests);
  const earlier = resume ? await earlierRun(requests, header) : undefined;
  // A run that goes on after midnight is of the day it began.
  const today = dayOf(earlier?.results.header ?? header);
  const reports = await openReports(requests, {
    maxRules: options['all-rules'] ? Infinity : rulesShown,
    suite,
    folder: options.suite,
    ...(options.adapter !== undefined && { adapter: options.adapter }),
    ...(options.crosswalk !== undefined && { crosswalk: options.crosswalk }),
    ...(earlier && { earlier }),
  });
  const progress = makeProgress('running', options.progress);
  const seen = seenResults(listFile !== undefined);
  try {
    const end = await runSuite(
      suite,
      validator,
      {
        kit: kitVersion,
        ...limits,
        failFast: options['fail-fast'],
        signal,
        statedBySchema: statedBySchema(suite.manifest.year),
        known: lists.of(suite, today),
        header: earlier?.results.header ?? header,
        ...(earlier && { earlier: earlier.results.cases }),
        ...(options.select && { select: options.select }),
        onProgress: (done, total) => {
          progress.update(done, total);
        },
      },
      combineSinks([reports.sink, seen.sink]),
    );
    const code = exitCode(end.counts, end);
    for (const line of end.listFaults) remark(`sen2kit: ${line}`);
    for (const note of end.notes) remark(`of the validator: ${note}`);
    if (options.adapter !== undefined) for (const note of seen.ofAdapter()) remark(`${options.adapter}: ${note}`);
    if (code === exitCodes.nothingJudged) remark(`sen2kit: no case could be judged: ${seen.firstWhy()}`);
    if (listFile !== undefined) await writeList(listFile, seen.results, suite, lists, today);
    return { end, code };
  } finally {
    progress.end();
    await reports.finish();
  }
}

/** The day of a run, ccyy-mm-dd. */
function dayOf({ started }: ResultsHeader): string {
  return started.slice(0, 10);
}

/** What an earlier run left of the results file asked for. @throws UsageError where there is none to name, or it is of another run */
async function earlierRun(
  requests: readonly ReportRequest[],
  header: ResultsHeader,
): Promise<{ readonly file: string; readonly results: EarlierResults } | undefined> {
  const files = requests.filter(({ kind, file }) => kind === 'ndjson' && file !== standardOutput);
  const [request] = files;
  if (!request || files.length > 1) {
    throw new UsageError('--resume goes on with a results file; name one, as in: --report ndjson=results.ndjson');
  }
  const { file } = request;
  const results = await readEarlierResults(file);
  if (!results) {
    remark(`${file}: no earlier run left anything there; the run starts anew`);
    return undefined;
  }
  if (!isSameRun(results.header, header)) {
    throw new UsageError(
      `--resume: ${file} is of another run (suite, validator, adapter, crosswalk, lists and kit must be the same); run without --resume to start anew`,
    );
  }
  remark(`${file}: ${results.cases.length} cases are there from an earlier run and are not put again`);
  return { file, results };
}

/** What a run that was cut short left is hours of work at times. @throws UsageError where there is some */
async function refuseToOverwrite(requests: readonly ReportRequest[]): Promise<void> {
  for (const { kind, file } of requests) {
    if (kind !== 'ndjson' || file === standardOutput || !existsSync(`${file}.part`)) continue;
    const left = (await readEarlierResults(file))?.cases.length ?? 0;
    if (left === 0) continue;
    throw new UsageError(
      `${file}.part holds ${left} cases of a run that was cut short: --resume goes on with it; to start anew, remove it`,
    );
  }
}

/** A list has owners and reasons that a run does not know. @throws UsageError where one would be lost, or cannot be written */
function checkList(file: string, knownFailing: string | undefined): void {
  if (existsSync(file) && file !== knownFailing) {
    throw new UsageError(
      `--write-known-failing ${file}: it is there already; name it with --known-failing too, which keeps its owners and reasons, or remove it`,
    );
  }
  checkTarget('--write-known-failing ', file);
}

async function writeList(
  file: string,
  results: readonly CaseResult[],
  suite: Suite,
  lists: KnownLists,
  today: string,
): Promise<void> {
  const entries = knownFailingOf(results, suite.cases, lists.failing, today);
  await writeOutput(file, (sink) => {
    sink.write(knownFailingText(entries));
  });
  remark(`${file}: ${entries.length === 1 ? '1 entry' : `${entries.length} entries`}; give each an owner and a reason`);
}

/** What is kept of the results as they come. */
interface SeenResults {
  readonly sink: ResultSink;
  /** All of them, where they are wanted. */
  readonly results: readonly CaseResult[];
  /** Why the first case that was not judged was not. */
  firstWhy(): string;
  /** What looks wrong with the adapter, a line each. */
  ofAdapter(): readonly string[];
}

function seenResults(keepAll: boolean): SeenResults {
  let first: string | undefined;
  let reported = 0;
  let missed = 0;
  const unnamed = new Set<string>();
  const results: CaseResult[] = [];
  return {
    sink: {
      start: () => undefined,
      result: (result) => {
        first ??= result.why ?? result.verdict;
        reported += result.reported.length;
        if (result.verdict === 'missed') missed += 1;
        for (const { rule, code } of result.reported)
          if (unnamed.size < unnamedAtMost && isUnnamed(rule, code)) unnamed.add(code ?? '');
        if (keepAll) results.push(result);
      },
      end: () => undefined,
    },
    results,
    firstWhy: () => first ?? 'there is no result',
    ofAdapter: () => [
      ...(reported === 0 && missed > 0
        ? ['nothing in any answer looked like a finding; does it say where the findings are?']
        : []),
      ...(unnamed.size > 0
        ? [`it names no rule for ${codesInWords(unnamed.size)} ${listInWords([...unnamed].sort())}`]
        : []),
    ],
  };
}

/** Codes without a rule that are counted: a validator may make up any number. */
const unnamedAtMost = 1000;

function codesInWords(count: number): string {
  if (count === 1) return 'the code';
  return `${count >= unnamedAtMost ? `${count} codes or more` : `${count} codes`}:`;
}

/** Whether the adapter has no rule for the code of a finding, which then stands under the code itself. */
function isUnnamed(rule: string | undefined, code: string | undefined): boolean {
  return code !== undefined && rule === `(code ${code})`;
}
