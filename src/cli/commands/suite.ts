import type { Command } from '../command.js';
import { takesProgress, takesSelect, takesText, takesYear } from '../options.js';

export interface SuiteCommandOptions {
  year: string;
  out: string | undefined;
  seed: string;
  select: string[] | undefined;
  pack: boolean;
  'self-check': boolean;
  progress: boolean;
}

/** `sen2kit suite`. */
export const suite: Command<SuiteCommandOptions> = {
  name: 'suite',
  describe: 'Write the conformance suite: valid returns, and returns broken by one rule each',
  examples: [
    ['$0 suite --year 2025 --out suite-2025', 'the whole suite of 2025'],
    ['$0 suite --year 2025 --self-check', 'what the suite catches, measured'],
  ],
  lists: ['select'],
  options: (yargs) =>
    yargs
      .option('year', takesYear)
      .option('out', {
        ...takesText,
        describe: 'Folder to write; an older suite there is replaced',
      })
      .option('seed', { ...takesText, default: '1', describe: 'Any text; the same seed gives the same suite' })
      .option('select', takesSelect)
      .option('pack', {
        type: 'boolean',
        default: false,
        describe: 'Put cases about one person together in a handful of returns, to be uploaded by hand',
      })
      .option('self-check', {
        type: 'boolean',
        default: false,
        describe: 'Put the suite to wrong validators derived from every rule, and print which it kills',
      })
      .option('progress', takesProgress),
  run: async (options) => (await import('../work/suite.js')).buildSuite(options),
};
