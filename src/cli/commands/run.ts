import { exitCode } from '../../../conformance/report/index.js';
import { runSuite, type RunEnd } from '../../../conformance/run/index.js';
import { readSuite } from '../../../conformance/suite/index.js';
import { statedBySchema } from '../../schema/index.js';
import { remark, type Command } from '../command.js';
import type { ExitCode } from '../exit.js';
import { defaultJobs, readWhole } from '../options.js';
import { makeProgress } from '../progress.js';
import { openReports, readReports } from '../reports.js';
import { makeValidator, validatorHelp } from '../validators.js';
import { kitVersion } from '../version.js';

interface RunCommandOptions {
  suite: string;
  validator: string;
  jobs: string;
  timeout: string;
  select: string[] | undefined;
  'fail-fast': boolean;
  report: string[];
  'all-rules': boolean;
  progress: boolean;
}

const maxJobs = 256;
const maxSeconds = 86_400;
const rulesShown = 25;

/** `sen2kit run`. */
export const run: Command<RunCommandOptions> = {
  name: 'run',
  describe: 'Put every case of a suite to a validator and judge its answers',
  options: (yargs) =>
    yargs
      .option('suite', { type: 'string', demandOption: true, describe: 'Folder of the suite' })
      .option('validator', { type: 'string', demandOption: true, describe: `What to judge: ${validatorHelp}` })
      .option('jobs', {
        type: 'string',
        default: defaultJobs,
        describe: 'Cases at the same time; the order of results does not depend on it',
      })
      .option('timeout', { type: 'string', default: '60', describe: 'Seconds that one case may take' })
      .option('select', { type: 'string', array: true, describe: 'Globs over case ids and rules, such as PER-1*' })
      .option('fail-fast', {
        type: 'boolean',
        default: false,
        describe: 'Stop at the first case that counts against the validator',
      })
      .option('report', {
        type: 'string',
        array: true,
        default: [],
        describe: 'KIND=FILE; kinds: console, ndjson, json',
      })
      .option('all-rules', {
        type: 'boolean',
        default: false,
        describe: 'Every rule in the table on the console, not just the worst',
      })
      .option('progress', { type: 'boolean', default: false, describe: 'Tell progress when not on a terminal too' })
      .example(
        '$0 run --suite suite-2025 --validator "cmd:check-sen2 {file} {year}"',
        'judge a validator that is a command',
      )
      .example('$0 run --suite suite-2025 --validator reference --report ndjson=results.ndjson', 'keep the results'),
  run: async (options) => {
    const { end } = await runAndReport(options);
    return exitCode(end.counts);
  },
};

/** Runs a suite and makes the reports; for the commands that run one. */
export async function runAndReport(options: RunCommandOptions): Promise<{ end: RunEnd; code: ExitCode }> {
  const jobs = readWhole(options.jobs, '--jobs', 1, maxJobs);
  const timeoutMs = readWhole(options.timeout, '--timeout', 1, maxSeconds) * 1000;
  const requests = readReports(options.report);
  const suite = await readSuite(options.suite);
  const validator = await makeValidator(options.validator);
  const reports = await openReports(requests);
  const progress = makeProgress('running', options.progress);
  const ended = new AbortController();
  const interrupt = (): void => {
    remark('stopping: the results so far are reported as cut short');
    ended.abort();
  };
  process.once('SIGINT', interrupt);
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
      reports.sink,
    );
    return { end, code: exitCode(end.counts) };
  } finally {
    process.off('SIGINT', interrupt);
    progress.end();
    await validator.close();
    await reports.finish({ maxRules: options['all-rules'] ? Infinity : rulesShown });
  }
}
