import type { Command } from '../command.js';
import { takesProgress, takesText } from '../options.js';

export interface ConvertOptions {
  in: string;
  out: string;
  from: string | undefined;
  to: string | undefined;
  year: string | undefined;
  progress: boolean;
}

/** `sen2kit convert`. */
export const convert: Command<ConvertOptions> = {
  name: 'convert <in> <out>',
  describe: 'Write a return in another format',
  examples: [
    ['$0 convert return.xml export/', 'as the blade export of COLLECT: a folder of nine CSV files'],
    ['$0 convert export return.jsonl', 'and that as JSON Lines'],
  ],
  options: (yargs) =>
    yargs
      .positional('in', {
        type: 'string',
        demandOption: true,
        describe: 'The return: .xml, .jsonl, .xlsx, or the folder of a COLLECT export',
      })
      .positional('out', {
        type: 'string',
        demandOption: true,
        describe: 'What to write; a name that ends in / is the folder of a COLLECT export',
      })
      .option('from', { ...takesText, describe: 'Format of <in>, where its name does not tell: xml, csv, xlsx, jsonl' })
      .option('to', { ...takesText, describe: 'Format of <out>, where its name does not tell: xml, csv, xlsx, jsonl' })
      .option('year', { ...takesText, describe: "Collection year; the header's where not given" })
      .option('progress', takesProgress),
  run: async (options) => (await import('../work/convert.js')).convertReturn(options),
};
