import { combineSinks, exitCode, type ResultSink } from '../../../conformance/report/index.js';
import { runSuite, type RunEnd } from '../../../conformance/run/index.js';
import { readSuite } from '../../../conformance/suite/index.js';
import { statedBySchema } from '../../schema/index.js';
import type { RunCommandOptions } from '../commands/run.js';
import { exitCodes, type ExitCode } from '../exit.js';
import { readWhole } from '../options.js';
import { remark, remarkIfProvisional } from '../remark.js';
import { kitVersion } from '../version.js';
import { makeProgress } from './progress.js';
import { openReports, readReports } from './reports.js';
import { onSignal } from './signals.js';
import { makeValidator } from './validators.js';

const maxJobs = 256;
const maxSeconds = 86_400;
const rulesShown = 25;

/** Runs a suite and makes the reports. @throws UsageError, SuiteError, ValidatorUsageError, OutputError, RunAborted */
export async function runAndReport(options: RunCommandOptions): Promise<{ end: RunEnd; code: ExitCode }> {
  const jobs = readWhole(options.jobs, '--jobs', 1, maxJobs);
  const timeoutMs = readWhole(options.timeout, '--timeout', 1, maxSeconds) * 1000;
  const requests = readReports(options.report);
  const suite = await readSuite(options.suite);
  remarkIfProvisional(suite.manifest.year);
  const validator = await makeValidator(options.validator);
  const reports = await openReports(requests, {
    maxRules: options['all-rules'] ? Infinity : rulesShown,
    suite,
    folder: options.suite,
  });
  const progress = makeProgress('running', options.progress);
  const ended = new AbortController();
  const release = onSignal(() => {
    // A second signal ends the process at once.
    release();
    remark('stopping: the results so far are reported as cut short');
    ended.abort();
  });
  const firstUnjudged = firstUnjudgedSink();
  try {
    const end = await runSuite(
      suite,
      validator,
      {
        kit: kitVersion,
        jobs,
        timeoutMs,
        failFast: options['fail-fast'],
        signal: ended.signal,
        statedBySchema: statedBySchema(suite.manifest.year),
        ...(options.select && { select: options.select }),
        onProgress: (done, total) => {
          progress.update(done, total);
        },
      },
      combineSinks([reports.sink, firstUnjudged.sink]),
    );
    const code = exitCode(end.counts);
    if (code === exitCodes.nothingJudged) remark(`sen2kit: no case could be judged: ${firstUnjudged.why()}`);
    return { end, code };
  } finally {
    release();
    progress.end();
    await validator.close();
    await reports.finish();
  }
}

/** Keeps why the first case that was not judged was not. */
function firstUnjudgedSink(): { sink: ResultSink; why: () => string } {
  let first: string | undefined;
  return {
    sink: {
      start: () => undefined,
      result: ({ verdict, why }) => {
        first ??= why ?? verdict;
      },
      end: () => undefined,
    },
    why: () => first ?? 'there is no result',
  };
}
