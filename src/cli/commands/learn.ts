import type { Command } from '../command.js';
import { defaultJobs, takesProgress, takesText, takesYear } from '../options.js';

export interface LearnCommandOptions {
  validator: string;
  adapter: string | undefined;
  year: string;
  out: string;
  seed: string;
  jobs: string;
  timeout: string;
  progress: boolean;
}

/** `sen2kit learn`. */
export const learn: Command<LearnCommandOptions> = {
  name: 'learn',
  describe: "Find out which of a validator's codes mean which rules, and write an adapter",
  examples: [
    [
      '$0 learn --year 2025 --validator "cmd:check-sen2 {file} {year}" --out adapter.json',
      'one that prints the JSON of this kit under codes of its own',
    ],
    [
      '$0 learn --year 2025 --validator "cmd:check-sen2 {file}" --adapter output.json --out adapter.json',
      'one whose output an adapter says how to read',
    ],
  ],
  options: (yargs) =>
    yargs
      .option('validator', { ...takesText, demandOption: true, describe: 'As for run' })
      .option('adapter', {
        ...takesText,
        describe: 'Adapter file that says how to read the output; its codes are not looked at',
      })
      .option('year', takesYear)
      .option('out', { ...takesText, demandOption: true, describe: 'Adapter file to write; - for standard output' })
      .option('seed', { ...takesText, default: '1', describe: 'Any text; the same seed gives the same cases' })
      .option('jobs', { ...takesText, default: defaultJobs, describe: 'Files at the same time' })
      .option('timeout', { ...takesText, default: '60', describe: 'Seconds that a file may take' })
      .option('progress', takesProgress),
  run: async (options) => (await import('../work/learn.js')).learnAdapter(options),
};
