import type { Command } from '../command.js';
import { takesCrosswalk, takesProgress, takesText } from '../options.js';

export interface ShrinkCommandOptions {
  file: string;
  validator: string;
  keep: string;
  out: string;
  adapter: string | undefined;
  crosswalk: string | undefined;
  year: string | undefined;
  timeout: string;
  'max-seconds': string;
  anonymise: boolean;
  seed: string | undefined;
  progress: boolean;
}

/** `sen2kit shrink FILE`. */
export const shrink: Command<ShrinkCommandOptions> = {
  name: 'shrink <file>',
  describe: 'Reduce a return to the smallest that still shows a finding or a disagreement, and make it anonymous',
  examples: [
    [
      '$0 shrink return.xml --validator "cmd:check-sen2 {file} {year}" --keep PER-13 --anonymise --out small.xml',
      'the smallest of which it still reports PER-13, with nothing of a real person in it',
    ],
    [
      '$0 shrink return.xml --validator "cmd:check-sen2 {file} {year}" --keep disagreement --out small.xml',
      'the smallest of which it still says other than the reference validator',
    ],
  ],
  options: (yargs) =>
    yargs
      .positional('file', { type: 'string', demandOption: true, describe: 'The return' })
      .option('validator', { ...takesText, demandOption: true, describe: 'As for run' })
      .option('keep', {
        ...takesText,
        demandOption: true,
        describe:
          'A rule (or code) that the validator reports, or "disagreement" (or "disagreement:RULE") with the reference validator',
      })
      .option('out', { ...takesText, demandOption: true, describe: 'File to write; - for standard output' })
      .option('adapter', { ...takesText, describe: 'Adapter file that says how to read the answers' })
      .option('crosswalk', takesCrosswalk)
      .option('year', { ...takesText, describe: 'Collection year; that of the header where it is not given' })
      .option('timeout', { ...takesText, default: '60', describe: 'Seconds that a file may take' })
      .option('max-seconds', {
        ...takesText,
        default: '600',
        describe: 'Seconds after which the smallest so far is taken',
      })
      .option('anonymise', {
        type: 'boolean',
        default: false,
        describe: 'Replace names, identifiers, postcodes, establishments, LAs and free text, and shift dates',
      })
      .option('seed', {
        ...takesText,
        describe:
          'Of --anonymise: any text, the same for the same result; keep it to yourself (drawn anew where absent)',
      })
      .option('progress', takesProgress),
  run: async (options) => (await import('../work/shrink.js')).shrinkReturn(options),
};
