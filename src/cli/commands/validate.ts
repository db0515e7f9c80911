import type { Command } from '../command.js';
import { takesProgress, takesText, takesWorkers } from '../options.js';

export interface ValidateCommandOptions {
  file: string;
  year: string | undefined;
  format: 'text' | 'json' | 'csv' | 'sarif';
  'max-findings': string;
  workers: string;
  progress: boolean;
}

/** `sen2kit validate`. */
export const validate: Command<ValidateCommandOptions> = {
  name: 'validate <file>',
  describe: 'Check a return by every rule of its collection year',
  examples: [['$0 validate return.xml --format json', 'the findings as JSON']],
  options: (yargs) =>
    yargs
      .positional('file', { type: 'string', demandOption: true, describe: 'The return, an XML file' })
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
      .option('workers', takesWorkers)
      .option('progress', takesProgress),
  run: async (options) => (await import('../work/validate.js')).validateFile(options),
};
