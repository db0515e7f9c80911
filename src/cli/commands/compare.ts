import type { Command } from '../command.js';
import { takesText } from '../options.js';

export interface CompareOptions {
  old: string;
  new: string;
  format: 'text' | 'json' | 'markdown';
  out: string;
}

/** `sen2kit compare OLD NEW`. */
export const compare: Command<CompareOptions> = {
  name: 'compare <old> <new>',
  describe: 'What changed between two results, by rule: two versions of a validator, or two years',
  examples: [
    ['$0 compare last.ndjson now.ndjson', 'what is new, gone and changed'],
    ['$0 compare last.ndjson now.ndjson --format markdown --out comparison.md', 'the same for a pull request'],
  ],
  options: (yargs) =>
    yargs
      .positional('old', { type: 'string', demandOption: true, describe: 'Results of run --report ndjson=FILE' })
      .positional('new', { type: 'string', demandOption: true, describe: 'The same, newer' })
      .option('format', {
        choices: ['text', 'json', 'markdown'] as const,
        default: 'text' as const,
        requiresArg: true,
        describe: 'How to write',
      })
      .option('out', { ...takesText, default: '-', describe: 'File to write; - is standard output' }),
  run: async (options) => (await import('../work/compare.js')).compareFiles(options),
};
