import type { Command } from '../command.js';
import { takesJudging, type JudgingOptions } from '../judging-options.js';
import { defaultJobs, takesText } from '../options.js';

export interface RunCommandOptions extends Omit<JudgingOptions, 'suite'> {
  suite: string | undefined;
  validator: string;
  jobs: string;
  timeout: string;
  resume: boolean;
  'detect-year': boolean;
}

/** `sen2kit run`. */
export const run: Command<RunCommandOptions> = {
  name: 'run',
  describe: 'Put every case of a suite to a validator and judge its answers',
  examples: [
    ['$0 run --suite suite-2025 --validator "cmd:check-sen2 {file} {year}"', 'judge a validator that is a command'],
    [
      '$0 run --suite suite-2025 --validator "stdio:check-sen2 --many"',
      'judge one that is started once for many cases',
    ],
    ['$0 run --suite suite-2025 --validator reference --report ndjson=results.ndjson', 'keep the results'],
    ['$0 run --suite suite-2025 --validator reference --report html=report.html', 'a page to look through them'],
    ['$0 run --detect-year --validator "cmd:check-sen2 {file} {year}"', 'which year it really applies'],
  ],
  lists: ['select', 'report'],
  options: (yargs) =>
    yargs
      .option('suite', { ...takesText, describe: 'Folder of the suite' })
      .option('validator', {
        ...takesText,
        demandOption: true,
        describe:
          'What to judge: reference, "cmd:COMMAND {file} {year}", "stdio:COMMAND", http:URL, https:URL, module:FILE or xsd:FILE',
      })
      .option('jobs', {
        ...takesText,
        default: defaultJobs,
        describe: 'Cases at the same time; the order of results does not depend on it',
      })
      .option('timeout', { ...takesText, default: '60', describe: 'Seconds that one case may take' })
      .options(takesJudging)
      .option('resume', {
        type: 'boolean',
        default: false,
        describe: 'Go on with a run that was cut short, from the results file of --report ndjson=FILE',
      })
      .option('detect-year', {
        type: 'boolean',
        default: false,
        describe: 'Say which collection year the validator really applies, of those it is asked for; needs no suite',
      }),
  run: async (options) =>
    options['detect-year']
      ? (await import('../work/detect-year.js')).detectAndTell(options)
      : (await (await import('../work/run.js')).runAndReport(options)).code,
};
