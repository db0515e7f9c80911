import type { Command } from '../command.js';
import { defaultJobs, takesProgress, takesSelect, takesText } from '../options.js';

export interface RunCommandOptions {
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
  ],
  lists: ['select', 'report'],
  options: (yargs) =>
    yargs
      .option('suite', { ...takesText, demandOption: true, describe: 'Folder of the suite' })
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
      .option('select', takesSelect)
      .option('fail-fast', {
        type: 'boolean',
        default: false,
        describe: 'Stop at the first case that counts against the validator',
      })
      .option('report', {
        ...takesText,
        array: true,
        default: [],
        describe: 'KIND=FILE; kinds: console, ndjson, json',
      })
      .option('all-rules', {
        type: 'boolean',
        default: false,
        describe: 'Every rule in the table on the console, not just the worst',
      })
      .option('progress', takesProgress),
  run: async (options) => (await (await import('../work/run.js')).runAndReport(options)).code,
};
