import type { Command } from '../command.js';
import { takesCrosswalk, takesText } from '../options.js';

export interface ReplayOptions {
  case: string;
  suite: string;
  validator: string;
  adapter: string | undefined;
  crosswalk: string | undefined;
  timeout: string;
}

/** `sen2kit replay CASE`. */
export const replay: Command<ReplayOptions> = {
  name: 'replay <case>',
  describe: 'Put one case again, alone, and say all about it',
  examples: [
    [
      '$0 replay PER-13.wrong-check-letter --suite suite-2025 --validator "cmd:check-sen2 {file} {year}"',
      'one case of a suite',
    ],
  ],
  options: (yargs) =>
    yargs
      .positional('case', { type: 'string', demandOption: true, describe: 'Id of the case' })
      .option('suite', { ...takesText, demandOption: true, describe: 'Folder of the suite' })
      .option('validator', { ...takesText, demandOption: true, describe: 'As for run' })
      .option('adapter', { ...takesText, describe: 'Adapter file that says how to read the answers' })
      .option('crosswalk', takesCrosswalk)
      .option('timeout', { ...takesText, default: '60', describe: 'Seconds that the case may take' }),
  run: async (options) => (await import('../work/replay.js')).replayCase(options),
};
