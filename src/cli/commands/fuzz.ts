import type { Command } from '../command.js';
import { takesCrosswalk, takesProgress, takesText, takesYear } from '../options.js';

export interface FuzzCommandOptions {
  validator: string;
  year: string;
  seed: string;
  runs: string | undefined;
  'max-seconds': string | undefined;
  out: string | undefined;
  adapter: string | undefined;
  crosswalk: string | undefined;
  timeout: string;
  progress: boolean;
}

/** `sen2kit fuzz`. */
export const fuzz: Command<FuzzCommandOptions> = {
  name: 'fuzz',
  describe: 'Put random returns until a validator and the reference validator disagree, and make that return small',
  examples: [
    [
      '$0 fuzz --year 2026 --validator "cmd:check-sen2 {file} {year}" --max-seconds 300 --out found',
      'five minutes; what is found is written to a folder',
    ],
  ],
  options: (yargs) =>
    yargs
      .option('validator', { ...takesText, demandOption: true, describe: 'As for run' })
      .option('year', takesYear)
      .option('seed', { ...takesText, default: '1', describe: 'Any text; the same seed puts the same returns' })
      .option('runs', { ...takesText, describe: 'Returns at most' })
      .option('max-seconds', { ...takesText, describe: 'Seconds at most; 60 where --runs is not given either' })
      .option('out', { ...takesText, describe: 'New folder for what is found: return.xml and disagreement.json' })
      .option('adapter', { ...takesText, describe: 'Adapter file that says how to read the answers' })
      .option('crosswalk', takesCrosswalk)
      .option('timeout', { ...takesText, default: '60', describe: 'Seconds that a file may take' })
      .option('progress', takesProgress),
  run: async (options) => (await import('../work/fuzz.js')).fuzzValidator(options),
};
