import { writeOutput, xmlWriter, type FileOptions } from '../../output/index.js';
import type { OpenReturn, WriteOptions } from '../format.js';

/** Between two reports of how far the writing is. */
const personsBetween = 500;

/** Writes a return in XML. @throws OutputError, XmlWriteError; what the reading of its persons throws comes through */
export async function writeXml(
  path: string,
  { year, header, persons }: OpenReturn,
  { onProgress, mode }: Omit<WriteOptions, 'remarks'> & FileOptions,
): Promise<void> {
  const writer = xmlWriter(year);
  await writeOutput(
    path,
    async (sink) => {
      sink.write(writer.open(header));
      let count = 0;
      for await (const person of persons) {
        sink.write(writer.person(person));
        count += 1;
        if (count % personsBetween === 0) onProgress?.(count);
      }
      sink.write(writer.close());
    },
    mode === undefined ? {} : { mode },
  );
}
