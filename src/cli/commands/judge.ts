import type { Command } from '../command.js';
import { takesJudging, type JudgingOptions } from '../judging-options.js';
import { takesText } from '../options.js';

export interface JudgeCommandOptions extends JudgingOptions {
  results: string;
}

/** `sen2kit judge`. */
export const judge: Command<JudgeCommandOptions> = {
  name: 'judge',
  describe: 'Judge answers that were collected by hand or elsewhere, such as from COLLECT or from a screen',
  examples: [
    ['$0 judge --suite suite-2025 --results answers.csv', 'a row a finding, with the columns file (or case) and rule'],
    ['$0 judge --suite packed-2025 --results downloads --adapter collect.json', 'a folder with a download a file'],
  ],
  lists: ['select', 'report'],
  options: (yargs) =>
    yargs
      .option('suite', { ...takesText, demandOption: true, describe: 'Folder of the suite' })
      .option('results', {
        ...takesText,
        demandOption: true,
        describe: 'The answers: CSV, NDJSON, or a folder with one output for each case file, under its name',
      })
      .options(takesJudging),
  run: async (options) => (await import('../work/judge.js')).judgeCollected(options),
};
