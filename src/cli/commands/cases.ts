import type { Command } from '../command.js';
import { takesText, takesYear } from '../options.js';

export interface CasesCommandOptions {
  year: string;
  out: string;
  la: string;
  seed: string;
}

/** `sen2kit cases`. */
export const cases: Command<CasesCommandOptions> = {
  name: 'cases',
  describe: 'Write a case pack: cases to enter in an MIS, and the return that must come out',
  examples: [['$0 cases --year 2026 --out cases-2026', 'some four dozen cases that exercise all of the collection']],
  options: (yargs) =>
    yargs
      .option('year', takesYear)
      .option('out', {
        ...takesText,
        demandOption: true,
        describe: 'Folder to write; an older case pack there is replaced',
      })
      .option('la', { ...takesText, default: '202', describe: 'Number of the LA whose return it is' })
      .option('seed', { ...takesText, default: '1', describe: 'Any text; the same seed gives the same pack' }),
  run: async (options) => (await import('../work/cases.js')).writeCasePack(options),
};
