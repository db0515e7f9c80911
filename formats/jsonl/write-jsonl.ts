import { isList, refuseUnknown, writeOutput, type Fields, type Held } from '../../output/index.js';
import { yearModel, type YearGroup } from '../../src/model/index.js';
import type { OpenReturn, WriteOptions } from '../format.js';

/** Between two reports of how far the writing is. */
const personsBetween = 500;

/**
 * Writes a return as JSON Lines: a line with the year and the header, then a line a person. What a record does not have is
 * left out; names stand in the order of the collection year.
 * @throws OutputError, XmlWriteError where a record holds what the year does not have; what the reading of its persons
 * throws comes through
 */
export async function writeJsonl(
  path: string,
  { year, header, persons }: OpenReturn,
  { onProgress }: WriteOptions,
): Promise<void> {
  const model = yearModel(year);
  const ofPerson = model.group('Person');
  await writeOutput(path, async (sink) => {
    const ofHeader = ordered(header, model.group('Header'), year);
    sink.write(`${JSON.stringify({ sen2: { format: 1, year, header: ofHeader } })}\n`);
    let count = 0;
    for await (const person of persons) {
      sink.write(`${JSON.stringify(ordered(person, ofPerson, year))}\n`);
      count += 1;
      if (count % personsBetween === 0) onProgress?.(count);
    }
  });
}

function ordered(record: Fields, group: YearGroup, year: number): Fields {
  refuseUnknown(record, group, year);
  const made: Record<string, Held> = {};
  for (const child of group.children) {
    const held = record[child.tag];
    if (held === undefined) continue;
    if (child.kind === 'item' || typeof held === 'string') made[child.tag] = held;
    else if (!isList(held)) made[child.tag] = ordered(held, child, year);
    else if (held.length > 0) made[child.tag] = held.map((one) => ordered(one, child, year));
  }
  return made;
}
