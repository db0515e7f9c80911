import type { Command } from '../command.js';

/** `sen2kit years`. */
export const years: Command<object> = {
  name: 'years',
  describe: 'List the collection years',
  examples: [
    ['$0 years', 'the years and their dates'],
    ['$0 years diff 2024 2025', 'what changed'],
  ],
  options: (yargs) => yargs,
  run: async () => (await import('../work/years.js')).listYears(),
};

export interface DiffOptions {
  a: string;
  b: string;
  format: 'text' | 'json';
}

/** `sen2kit years diff A B`. */
export const yearsDiff: Command<DiffOptions> = {
  name: 'diff <a> <b>',
  describe: 'What changed from one collection year to another: items, codes, order, rules',
  examples: [['$0 years diff 2024 2025', 'what 2025 has that 2024 had not, and the other way round']],
  options: (yargs) =>
    yargs
      .positional('a', { type: 'string', demandOption: true, describe: 'Collection year' })
      .positional('b', { type: 'string', demandOption: true, describe: 'Collection year' })
      .option('format', {
        choices: ['text', 'json'] as const,
        default: 'text' as const,
        requiresArg: true,
        describe: 'How to print',
      }),
  run: async (options) => (await import('../work/years.js')).diffYears(options),
};
