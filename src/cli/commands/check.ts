import type { Command } from '../command.js';
import { takesCrosswalk, takesProgress, takesText, takesWorkers } from '../options.js';

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
  metamorphic: boolean;
  validator: string | undefined;
  adapter: string | undefined;
  crosswalk: string | undefined;
  timeout: string;
}

/** `sen2kit check FILE`. */
export const check: Command<CheckCommandOptions> = {
  name: 'check <file>',
  describe: 'Is an export right: what the rules say, and the difference to the return that must come out',
  examples: [
    ['$0 check export.xml --expected pack-2026', 'against the case pack that was typed in'],
    ['$0 check export.xml --expected pack-2026 --report html=check.html', 'the same as a page to read'],
    [
      '$0 check export.xml --metamorphic --validator "cmd:my-validator {file} {year}"',
      'does the validator say the same of the same return, written and ordered otherwise',
    ],
  ],
  lists: ['report'],
  options: (yargs) =>
    yargs
      .positional('file', {
        type: 'string',
        demandOption: true,
        describe: 'The export: XML, .jsonl, .xlsx, or the folder of a COLLECT export',
      })
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
      .option('metamorphic', {
        type: 'boolean',
        default: false,
        describe: 'Ask a validator of the export changed in ways that its findings must follow; needs no expectation',
      })
      .option('validator', { ...takesText, describe: 'Of --metamorphic: as for run' })
      .option('adapter', { ...takesText, describe: 'Of --metamorphic: adapter file that says how to read the answers' })
      .option('crosswalk', {
        ...takesCrosswalk,
        describe: 'Of --metamorphic: CSV of DfE codes that count as their rules',
      })
      .option('timeout', { ...takesText, default: '60', describe: 'Of --metamorphic: seconds that a file may take' })
      .option('workers', takesWorkers)
      .option('progress', takesProgress),
  run: async (options) => (await import('../work/check.js')).checkFile(options),
};
