import type { Command } from '../command.js';
import { takesCrosswalk, takesProgress, takesText, takesWorkers } from '../options.js';

export interface ValidateCommandOptions {
  file: string;
  year: string | undefined;
  format: 'text' | 'json' | 'csv' | 'sarif';
  'max-findings': string;
  crosswalk: string | undefined;
  workers: string;
  progress: boolean;
}

/** `sen2kit validate`. */
export const validate: Command<ValidateCommandOptions> = {
  name: 'validate <file>',
  describe: 'Check a return by every rule of its collection year',
  examples: [
    ['$0 validate return.xml --format json', 'the findings as JSON'],
    ['$0 validate return.xml --crosswalk dfe-codes.csv', 'with the codes and levels of a list that you hold'],
  ],
  options: (yargs) =>
    yargs
      .positional('file', {
        type: 'string',
        demandOption: true,
        describe: 'The return: XML, .jsonl, .xlsx, or the folder of a COLLECT export',
      })
      .option('year', {
        ...takesText,
        describe: "Collection year to check against; the header's where not given",
      })
      .option('format', {
        choices: ['text', 'json', 'csv', 'sarif'] as const,
        default: 'text' as const,
        requiresArg: true,
        describe: 'How to print',
      })
      .option('max-findings', {
        ...takesText,
        default: '10000',
        describe: 'How many findings to list; all are counted',
      })
      .option('crosswalk', {
        ...takesCrosswalk,
        describe: `${takesCrosswalk.describe}, in what is shown, in the counts and in the exit code`,
      })
      .option('workers', takesWorkers)
      .option('progress', takesProgress),
  run: async (options) => (await import('../work/validate.js')).validateFile(options),
};
