import type { Command } from '../command.js';
import { takesProgress, takesText } from '../options.js';

export interface StatementOptions {
  results: string;
  key: string;
  out: string;
  suite: string | undefined;
  vendor: string | undefined;
  product: string | undefined;
  'product-version': string | undefined;
  'allow-partial': boolean;
  progress: boolean;
}

/** `sen2kit statement`. */
export const statement: Command<StatementOptions> = {
  name: 'statement',
  describe: 'Make a signed conformance statement of results',
  examples: [
    [
      '$0 statement --results results.ndjson --suite suite-2026 --key key.pem --out statement --vendor "A Vendor"',
      'writes statement/statement.json and statement/statement.html',
    ],
  ],
  options: (yargs) =>
    yargs
      .option('results', { ...takesText, demandOption: true, describe: 'Results of run --report ndjson=FILE' })
      .option('key', {
        ...takesText,
        demandOption: true,
        describe: 'Your private Ed25519 key, PKCS#8 as PEM; its passphrase from SEN2KIT_KEY_PASSPHRASE',
      })
      .option('out', { ...takesText, demandOption: true, describe: 'Folder to write to, or FILE.json' })
      .option('suite', {
        ...takesText,
        describe: 'Folder of the suite; without it the whole suite is built again',
      })
      .option('vendor', { ...takesText, describe: 'Who makes the statement' })
      .option('product', { ...takesText, describe: 'What the validator is part of' })
      .option('product-version', { ...takesText, describe: 'Version or build of the product' })
      .option('allow-partial', {
        type: 'boolean',
        default: false,
        describe: 'Make a statement, marked as partial, of results that are not those of a whole suite',
      })
      .option('progress', takesProgress),
  run: async (options) => (await import('../work/statement.js')).writeStatement(options),
};
