import type { Command } from '../command.js';
import { takesProgress, takesText } from '../options.js';

export interface JoinOptions {
  file: string[];
  out: string;
  progress: boolean;
}

/** `sen2kit join`. */
export const join: Command<JoinOptions> = {
  name: 'join <file..>',
  describe: 'Put the persons of several returns of one LA and year, such as shards, into one return',
  examples: [['$0 join part-1.xml part-2.xml --out return.xml', 'the header of the first, the persons of both']],
  lists: ['file'],
  options: (yargs) =>
    yargs
      .positional('file', {
        type: 'string',
        array: true,
        demandOption: true,
        describe: 'Returns, in the order of their persons',
      })
      .option('out', { ...takesText, demandOption: true, describe: 'File to write; - for standard output' })
      .option('progress', takesProgress),
  run: async (options) => (await import('../work/join.js')).joinReturns(options),
};
