import { headerFor } from '../../../generators/index.js';
import { writeOutput, xmlWriter } from '../../../output/index.js';
import type { Progress } from './progress.js';
import { writePersons, type PersonSpan, type Sharing } from './write-persons.js';

/** A return to write, or a shard of one. */
export interface ReturnJob extends PersonSpan {
  /** Where to; `-` is standard output. */
  readonly out: string;
  /** DateTime of the header. */
  readonly dateTime: string | undefined;
}

/**
 * Writes returns, one after the other, each whole or not at all. The workers go on with the next return while one is
 * being finished, so that many small ones take no longer than a large one.
 * @throws OutputError, ThreadError
 */
export async function writeReturns(jobs: readonly ReturnJob[], sharing: Sharing, progress: Progress): Promise<void> {
  const total = jobs.reduce((sum, { from, to }) => sum + to - from, 0);
  const pieces = writePersons(jobs, sharing);
  let persons = 0;
  let bytes = 0;
  try {
    for (const { key, from, to, out, dateTime } of jobs) {
      const writer = xmlWriter(key.year);
      await writeOutput(out, async (sink) => {
        sink.write(writer.open(headerFor({ ...key, ...(dateTime !== undefined && { dateTime }) })));
        for (let left = to - from; left > 0;) {
          const next = await pieces.next();
          if (next.done === true) return;
          sink.write(writer.beforePersons());
          sink.write(next.value.bytes);
          left -= next.value.persons;
          persons += next.value.persons;
          bytes += next.value.bytes.length;
          progress.update(persons, total, { persons, bytes });
        }
        sink.write(writer.close());
      });
    }
  } finally {
    await pieces.return();
  }
}
