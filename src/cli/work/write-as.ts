import { setImmediate } from 'node:timers/promises';
import { headerFor, makePersonSource } from '../../../generators/index.js';
import type { Format, RemarkLog } from '../../../formats/index.js';
import type { Person } from '../../return/index.js';
import type { Progress } from './progress.js';
import type { Sharing } from './write-persons.js';
import type { ReturnJob } from './write-returns.js';

/** Some ten milliseconds of work. */
const personsAtOnce = 500;

/**
 * Writes returns in a format, one after the other, each whole or not at all. The persons are made in this thread, as they
 * are written.
 * @throws OutputError
 */
export async function writeReturnsAs(
  format: Format,
  jobs: readonly ReturnJob[],
  { plant, remarks }: Pick<Sharing, 'plant'> & { readonly remarks: RemarkLog },
  progress: Progress,
): Promise<void> {
  const total = jobs.reduce((sum, { from, to }) => sum + to - from, 0);
  let before = 0;
  for (const job of jobs) {
    const { key, dateTime, out, from, to } = job;
    const header = headerFor({ ...key, ...(dateTime !== undefined && { dateTime }) });
    const persons = personsOf(job, plant);
    await format.write(
      out,
      { year: key.year, header, persons },
      {
        remarks,
        onProgress: (count) => {
          progress.update(before + count, total, { persons: before + count });
        },
      },
    );
    before += to - from;
  }
}

async function* personsOf({ key, from, to }: ReturnJob, plant: Sharing['plant']): AsyncGenerator<Person> {
  const source = makePersonSource(key);
  for (let k = from; k < to; k++) {
    const person = source.person(k);
    plant?.(k, k - from + 1, person);
    yield person;
    // Time to look at signals, such as Ctrl-C.
    if ((k - from) % personsAtOnce === 0) await setImmediate();
  }
}
