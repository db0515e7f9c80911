import type { Command } from '../command.js';
import { takesProgress, takesText, takesYear } from '../options.js';

export interface ScaleCommandOptions {
  validator: string;
  adapter: string | undefined;
  year: string;
  la: string;
  'max-seconds': string;
  'max-persons': string;
  format: 'text' | 'json';
  report: string[];
  progress: boolean;
}

/** `sen2kit scale`. */
export const scale: Command<ScaleCommandOptions> = {
  name: 'scale',
  describe: 'Time and memory of a validator by the size of the return, and how they grow',
  examples: [
    [
      '$0 scale --year 2026 --validator "cmd:check-sen2 {file} {year}" --report html=scale.html',
      'from 1,000 persons up',
    ],
  ],
  lists: ['report'],
  options: (yargs) =>
    yargs
      .option('validator', { ...takesText, demandOption: true, describe: 'As for run' })
      .option('adapter', { ...takesText, describe: 'Adapter file that says how to read the answers' })
      .option('year', takesYear)
      .option('la', { ...takesText, default: '202', describe: 'Number of the LA whose returns they are' })
      .option('max-seconds', { ...takesText, default: '300', describe: 'Seconds that the validator may take in all' })
      .option('max-persons', { ...takesText, default: '1000000', describe: 'The largest return, from 1,000 persons' })
      .option('format', {
        choices: ['text', 'json'] as const,
        default: 'text' as const,
        requiresArg: true,
        describe: 'How to print',
      })
      .option('report', { ...takesText, array: true, default: [] as string[], describe: 'html=FILE or json=FILE' })
      .option('progress', takesProgress),
  run: async (options) => (await import('../work/scale.js')).scaleValidator(options),
};
