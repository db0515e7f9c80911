import type { Command } from '../command.js';
import { takesText, takesYear } from '../options.js';

export interface SmokeOptions {
  validator: string;
  adapter: string | undefined;
  year: string;
  timeout: string;
}

/** `sen2kit smoke`. */
export const smoke: Command<SmokeOptions> = {
  name: 'smoke',
  describe: 'Is the validator wired up: one clean return, and one with a plain error',
  examples: [
    ['$0 smoke --year 2025 --validator "cmd:check-sen2 {file} {year}"', 'puts two files and says what came back'],
  ],
  options: (yargs) =>
    yargs
      .option('validator', { ...takesText, demandOption: true, describe: 'As for run' })
      .option('adapter', { ...takesText, describe: 'Adapter file that says how to read the answers' })
      .option('year', takesYear)
      .option('timeout', { ...takesText, default: '60', describe: 'Seconds that a file may take' }),
  run: async (options) => (await import('../work/smoke.js')).smokeTest(options),
};
