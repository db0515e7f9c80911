import { isXmlText, type Fields } from '../../output/index.js';
import type { YearGroup } from '../../src/model/index.js';

/** JSON that is no record of the year; the message says where in it, and no value. */
export class RecordFault extends Error {
  override readonly name = 'RecordFault';
}

/**
 * A record as JSON has it, with each tag under its own name.
 * @param where the path to it, for messages
 * @throws RecordFault where it holds what the year does not have, or has a value where a record belongs
 */
export function readRecord(value: unknown, group: YearGroup, where: string, year: number): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new RecordFault(`${where} is ${kindOf(value)}, and has to be an object`);
  const record: Record<string, Fields[string]> = {};
  for (const [name, held] of Object.entries(value as Readonly<Record<string, unknown>>)) {
    const child = group.byTag.get(name);
    if (!child) throw new RecordFault(`${where} has ${named(name)}, which is not in ${group.tag} in ${year}`);
    const path = `${where}/${child.tag}`;
    if (Object.hasOwn(record, child.tag)) throw new RecordFault(`${path} is there twice, under two spellings`);
    if (child.kind === 'item') record[child.tag] = readValue(held, path);
    else if (!child.repeats) record[child.tag] = readRecord(held, child, path, year);
    else if (Array.isArray(held))
      record[child.tag] = held.map((one, index) => readRecord(one, child, `${path}[${index + 1}]`, year));
    else throw new RecordFault(`${path} is ${kindOf(held)}, and has to be a list`);
  }
  return record;
}

function readValue(value: unknown, path: string): string {
  if (typeof value !== 'string')
    throw new RecordFault(`${path} is ${kindOf(value)}, and has to be a text; what is not there is left out`);
  if (!isXmlText(value))
    throw new RecordFault(`${path} has a control character or half a character, which a return cannot hold`);
  return value;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (value === undefined) return 'not there';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : typeof value === 'string' ? 'a text' : `a ${typeof value}`;
}

const longestName = 40;

/** A name as it may be shown: it comes from the file. */
function named(name: string): string {
  return /^\w+$/.test(name) && name.length <= longestName ? name : 'a name';
}
