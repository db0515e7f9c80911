import type { Command } from '../command.js';
import { takesProgress, takesText, takesWorkers } from '../options.js';

export interface CheckCommandOptions {
  file: string;
  expected: string | undefined;
  waivers: string | undefined;
  year: string | undefined;
  'show-values': boolean;
  report: string[];
  'max-listed': string;
  workers: string;
  progress: boolean;
}

/** `sen2kit check FILE`. */
export const check: Command<CheckCommandOptions> = {
  name: 'check <file>',
  describe: 'Is an export right: what the rules say, and the difference to the return that must come out',
  examples: [
    ['$0 check export.xml --expected pack-2026', 'against the case pack that was typed in'],
    ['$0 check export.xml --expected pack-2026 --report html=check.html', 'the same as a page to read'],
  ],
  lists: ['report'],
  options: (yargs) =>
    yargs
      .positional('file', { type: 'string', demandOption: true, describe: 'The export, an XML file' })
      .option('expected', {
        ...takesText,
        describe: 'What must come out: a case pack (a folder with pack.json and return.xml), or a return',
      })
      .option('waivers', { ...takesText, describe: 'JSON list of known differences that do not count until a day' })
      .option('year', {
        ...takesText,
        describe: "Collection year to check against; the header's where not given",
      })
      .option('show-values', {
        type: 'boolean',
        default: false,
        describe: 'Show the values of the export: those of children, where they are real',
      })
      .option('report', {
        ...takesText,
        array: true,
        default: [] as string[],
        describe: 'KIND=FILE, of console, json, junit, html; may be given more than once',
      })
      .option('max-listed', {
        ...takesText,
        default: '10000',
        describe: 'How many findings, and how many differences, to list; all are counted',
      })
      .option('workers', takesWorkers)
      .option('progress', takesProgress),
  run: async (options) => (await import('../work/check.js')).checkFile(options),
};
