import type { Command } from '../command.js';
import { takesProgress, takesText, takesWorkers, takesYear } from '../options.js';

export interface GenerateOptions {
  year: string;
  la: string;
  persons: string;
  seed: string;
  out: string;
  format: 'xml' | 'csv' | 'xlsx' | 'jsonl';
  datetime: string | undefined;
  shard: string | undefined;
  'only-person': string | undefined;
  scenario: string[] | undefined;
  workers: string;
  gias: string | undefined;
  calibrate: string | undefined;
  defects: string | undefined;
  progress: boolean;
}

/** `sen2kit generate`. */
export const generate: Command<GenerateOptions> = {
  name: 'generate',
  describe: 'Write a valid, realistic return: no error, no query',
  examples: [
    ['$0 generate --year 2025 --la 202 --persons 1000 --seed 7 --out return.xml', 'a return of 1,000 persons'],
    [
      '$0 generate --year 2025 --la all --persons national --out returns',
      'the return of every LA, as large as published',
    ],
  ],
  lists: ['scenario'],
  options: (yargs) =>
    yargs
      .option('year', takesYear)
      .option('la', {
        ...takesText,
        demandOption: true,
        describe: 'Number of the LA that makes the return, such as 202; all for a return of each',
      })
      .option('persons', {
        ...takesText,
        demandOption: true,
        describe: 'How many persons, 1 to 10,000,000; national for as many as published for the LA',
      })
      .option('seed', { ...takesText, default: '1', describe: 'Any text; the same seed gives the same return' })
      .option('out', {
        ...takesText,
        demandOption: true,
        describe: 'File to write, or with --la all or --format csv the folder; - for standard output',
      })
      .option('format', {
        choices: ['xml', 'csv', 'xlsx', 'jsonl'] as const,
        default: 'xml' as const,
        requiresArg: true,
        describe: 'How to write it; csv is the blade export of COLLECT, a folder of nine files',
      })
      .option('datetime', { ...takesText, describe: 'DateTime of the header, ccyy-mm-ddThh:mm:ss' })
      .option('shard', { ...takesText, describe: 'Part i of n of the persons, such as 1/4, as a return of its own' })
      .option('only-person', { ...takesText, describe: 'Just the person at this position, from 1' })
      .option('scenario', { ...takesText, array: true, describe: 'Stories that the persons tell in turn' })
      .option('workers', takesWorkers)
      .option('gias', { ...takesText, describe: 'Register of establishments (edubasealldata CSV) to place people in' })
      .option('calibrate', { ...takesText, describe: "Folder of DfE's CSV files, to follow the figures of the LA" })
      .option('defects', {
        ...takesText,
        describe: 'Plan (JSON) of faults to plant; what was planted goes to OUT.truth.ndjson',
      })
      .option('progress', takesProgress)
      .conflicts('shard', 'only-person'),
  run: async (options) => {
    const crew = (await import('../work/person-crew.js')).earlyPersonCrew(options);
    try {
      return await (await import('../work/generate.js')).generateReturn(options, crew);
    } finally {
      crew?.end();
    }
  },
};
