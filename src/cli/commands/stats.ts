import type { Command } from '../command.js';
import { takesProgress, takesText } from '../options.js';

export interface StatsCommandOptions {
  file: string;
  year: string | undefined;
  gias: string | undefined;
  format: 'text' | 'json';
  progress: boolean;
}

/** `sen2kit stats`. */
export const stats: Command<StatsCommandOptions> = {
  name: 'stats <file>',
  describe: 'The aggregates that DfE publishes, from a return, beside the published figures',
  examples: [['$0 stats return.xml --format json', 'the tables as JSON']],
  options: (yargs) =>
    yargs
      .positional('file', { type: 'string', demandOption: true, describe: 'The return, an XML file' })
      .option('year', { ...takesText, describe: "Collection year of the return; the header's where not given" })
      .option('gias', {
        ...takesText,
        describe:
          'Register of establishments (GIAS CSV), to tell kinds of school; establishments.csv beside the return where not given',
      })
      .option('format', {
        choices: ['text', 'json'] as const,
        default: 'text' as const,
        requiresArg: true,
        describe: 'How to print',
      })
      .option('progress', takesProgress),
  run: async (options) => (await import('../work/stats.js')).printStats(options),
};
