import { combineSinks, exitCode, type ResultSink } from '../../../conformance/report/index.js';
import { runSuite, type RunEnd, type Validator } from '../../../conformance/run/index.js';
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
import { makeValidator, type ValidatorSetup } from './validators.js';

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
  const ended = new AbortController();
  const release = onSignal(() => {
    release();
    // A second signal ends this process at once, and with it whatever it has started.
    onSignal(() => process.exit(exitCodes.usage));
    remark('stopping: the results so far are reported as cut short');
    ended.abort();
  });
  const firstUnjudged = firstUnjudgedSink();
  const setup = { processes: jobs, signal: ended.signal };
  try {
    return await withValidator(options.validator, setup, async (validator) => {
      const reports = await openReports(requests, { maxRules: options['all-rules'] ? Infinity : rulesShown });
      const progress = makeProgress('running', options.progress);
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
        for (const note of end.notes) remark(`of the validator: ${note}`);
        const code = exitCode(end.counts);
        if (code === exitCodes.nothingJudged) remark(`sen2kit: no case could be judged: ${firstUnjudged.why()}`);
        return { end, code };
      } finally {
        progress.end();
        await reports.finish();
      }
    });
  } finally {
    release();
  }
}

/** Does some work with a validator and closes it after, however the work ends. */
async function withValidator<T>(
  text: string,
  setup: ValidatorSetup,
  work: (validator: Validator) => Promise<T>,
): Promise<T> {
  const validator = await makeValidator(text, setup);
  try {
    return await work(validator);
  } finally {
    await validator.close();
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
