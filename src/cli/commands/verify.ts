import type { Command } from '../command.js';
import { takesProgress, takesText } from '../options.js';

export interface VerifyOptions {
  statement: string;
  results: string;
  'public-key': string | undefined;
  suite: string | undefined;
  progress: boolean;
}

/** `sen2kit verify STATEMENT`. */
export const verify: Command<VerifyOptions> = {
  name: 'verify <statement>',
  describe: 'Check a conformance statement: its signature, every figure and its suite',
  examples: [
    ['$0 verify statement.json --results results.ndjson --public-key vendor.pem', 'a line for each thing checked'],
  ],
  options: (yargs) =>
    yargs
      .positional('statement', { type: 'string', demandOption: true, describe: 'The statement, a JSON file' })
      .option('results', { ...takesText, demandOption: true, describe: 'The results file that it rests on' })
      .option('public-key', {
        ...takesText,
        describe: 'The key that it must be signed with, SPKI as PEM, from a source you trust',
      })
      .option('suite', { ...takesText, describe: 'Folder of the suite, where this version cannot build it again' })
      .option('progress', takesProgress),
  run: async (options) => (await import('../work/verify.js')).verifyStatement(options),
};
