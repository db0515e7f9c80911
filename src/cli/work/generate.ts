import { setImmediate } from 'node:timers/promises';
import { headerFor, makePersonSource, maxPersons, persons } from '../../../generators/index.js';
import { writeOutput, xmlWriter } from '../../../output/index.js';
import { storiesIn } from '../../../scenarios/index.js';
import { isDateTime } from '../../model/index.js';
import type { GenerateOptions } from '../commands/generate.js';
import { exitCodes, UsageError, type ExitCode } from '../exit.js';
import { readLa, readShard, readWhole, readYear } from '../options.js';
import { remarkIfProvisional } from '../remark.js';
import { readDefects, withTruth } from './defect-files.js';
import { writeEstablishments } from './establishments-file.js';
import { readMix } from './mix-options.js';
import { makeProgress } from './progress.js';

/** How many persons are written between two looks at signals, such as Ctrl-C, and at the progress. */
const personsAtOnce = 512;

/** Writes a return. @throws UsageError, OutputError */
export async function generateReturn(options: GenerateOptions): Promise<ExitCode> {
  const year = readYear(options.year);
  const la = readLa(options.la, year);
  const count = readWhole(options.persons, '--persons', 1, maxPersons);
  const { datetime, seed } = options;
  if (datetime !== undefined && !isDateTime(datetime)) {
    throw new UsageError(`--datetime ${datetime}: a real date and time written ccyy-mm-ddThh:mm:ss is needed`);
  }
  const [from, to] = span(options, count);
  const scenario = options.scenario && readStories(options.scenario, year);
  remarkIfProvisional(year);

  const key = { year, la, seed, ...(scenario && { scenario }), ...readMix(options, la) };
  const source = makePersonSource(key);
  const defects = readDefects(options, key, count, source);
  const writer = xmlWriter(year);
  const progress = makeProgress(`writing ${options.out}`, options.progress);
  try {
    await withTruth(options.out, defects, async (plant) =>
      writeOutput(options.out, async (sink) => {
        sink.write(writer.open(headerFor({ ...key, ...(datetime !== undefined && { dateTime: datetime }) })));
        let done = 0;
        for (const person of persons(source, from, to)) {
          plant?.(from + done, done + 1, person);
          sink.write(writer.person(person));
          done += 1;
          if (done % personsAtOnce !== 0) continue;
          progress.update(done, to - from);
          await setImmediate();
        }
        sink.write(writer.close());
      }),
    );
    if (options.gias === undefined) await writeEstablishments(options.out, la);
  } finally {
    progress.end();
  }
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

function readStories(names: readonly string[], year: number): readonly string[] {
  const known = storiesIn(year).map((story) => story.name);
  for (const name of names) {
    if (known.includes(name)) continue;
    const words = name.toLowerCase().split('-');
    const alike = known.filter((one) => one.split('-').some((word) => words.includes(word)));
    const some = alike.length > 0 ? 'those most like it' : 'there are';
    throw new UsageError(
      `--scenario ${name}: no story of ${year} is called this; ${some}: ${(alike.length > 0 ? alike : known).join(', ')}`,
    );
  }
  return names;
}
