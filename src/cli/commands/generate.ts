import { headerFor, makePersonSource, maxPersons, persons } from '../../../generators/index.js';
import { writeOutput, xmlWriter } from '../../../output/index.js';
import { isDateTime } from '../../model/index.js';
import type { Command } from '../command.js';
import { exitCodes, UsageError, type ExitCode } from '../exit.js';
import { readLa, readShard, readWhole, readYear } from '../options.js';
import { makeProgress } from '../progress.js';

interface GenerateOptions {
  year: string;
  la: string;
  persons: string;
  seed: string;
  out: string;
  datetime: string | undefined;
  shard: string | undefined;
  'only-person': string | undefined;
  scenario: string[] | undefined;
  progress: boolean;
}

/** `sen2kit generate`. */
export const generate: Command<GenerateOptions> = {
  name: 'generate',
  describe: 'Write a valid, realistic return: no error, no query',
  options: (yargs) =>
    yargs
      .option('year', { type: 'string', demandOption: true, describe: 'Collection year' })
      .option('la', {
        type: 'string',
        demandOption: true,
        describe: 'Number of the LA that makes the return, such as 202',
      })
      .option('persons', { type: 'string', demandOption: true, describe: 'How many persons, 1 to 10,000,000' })
      .option('seed', { type: 'string', default: '1', describe: 'Any text; the same seed gives the same return' })
      .option('out', { type: 'string', demandOption: true, describe: 'File to write; - for standard output' })
      .option('datetime', { type: 'string', describe: 'DateTime of the header, ccyy-mm-ddThh:mm:ss' })
      .option('shard', { type: 'string', describe: 'Part i of n of the persons, such as 1/4, as a return of its own' })
      .option('only-person', { type: 'string', describe: 'Just the person at this position, from 1' })
      .option('scenario', { type: 'string', array: true, describe: 'Stories that the persons tell in turn' })
      .option('progress', { type: 'boolean', default: false, describe: 'Tell progress when not on a terminal too' })
      .conflicts('shard', 'only-person')
      .example(
        '$0 generate --year 2025 --la 202 --persons 1000 --seed 7 --out return.xml',
        'a return of 1,000 persons',
      ),
  run: generateReturn,
};

/** What the command does, for other commands too. */
export async function generateReturn(options: GenerateOptions): Promise<ExitCode> {
  const year = readYear(options.year);
  const la = readLa(options.la, year);
  const count = readWhole(options.persons, '--persons', 1, maxPersons);
  const { datetime, scenario, seed } = options;
  if (datetime !== undefined && !isDateTime(datetime)) {
    throw new UsageError(`--datetime ${datetime}: a real date and time written ccyy-mm-ddThh:mm:ss is needed`);
  }
  const [from, to] = span(options, count);
  const key = { year, la, seed, ...(scenario && { scenario }) };
  const source = makePersonSource(key);
  const writer = xmlWriter(year);
  const progress = makeProgress(`writing ${options.out}`, options.progress);
  await writeOutput(options.out, (sink) => {
    sink.write(writer.open(headerFor({ ...key, ...(datetime !== undefined && { dateTime: datetime }) })));
    let done = 0;
    for (const person of persons(source, from, to)) {
      sink.write(writer.person(person));
      done += 1;
      if (done % 256 === 0) progress.update(done, to - from);
    }
    sink.write(writer.close());
  });
  progress.end();
  return exitCodes.conforms;
}

/** The indices, from 0, that are asked for: `from` up to, but not including, `to`. */
function span(options: GenerateOptions, count: number): [from: number, to: number] {
  const only = options['only-person'];
  if (only !== undefined) {
    const position = readWhole(only, '--only-person', 1, count);
    return [position - 1, position];
  }
  if (options.shard === undefined) return [0, count];
  const { part, of } = readShard(options.shard);
  if (of > count) throw new UsageError(`--shard ${options.shard}: there are only ${count} persons to share out`);
  return [Math.floor(((part - 1) * count) / of), Math.floor((part * count) / of)];
}
