import { yearModel, type YearGroup, type YearItem } from '../../src/model/index.js';
import type { Header, Person, Return } from '../../src/return/index.js';
import { isList, refuseUnknown, type Fields, type Held } from './fields.js';
import { escapeText, XmlWriteError } from './xml-text.js';

/** Writes one record with its tags and indentation, line end included. */
type WriteRecord = (record: Fields) => string;

interface Step {
  readonly tag: string;
  readonly write: (held: Held) => string;
}

/** What writes the parts of a return of one year. */
export interface YearSerializer {
  /** The lines of the header, indented as they stand in the message. */
  header(header: Header): string;
  /** The lines of one person, indented as they stand in the message. */
  person(person: Person): string;
  /** The lines of the whole message, without the XML declaration. */
  message(ret: Return): string;
}

const cache = new Map<number, YearSerializer>();

/** The serializer of a collection year, compiled once. @throws RangeError for a year the kit does not know. */
export function yearSerializer(year: number): YearSerializer {
  let serializer = cache.get(year);
  if (!serializer) {
    serializer = compile(year);
    cache.set(year, serializer);
  }
  return serializer;
}

function compile(year: number): YearSerializer {
  const records = new Map<string, WriteRecord>();

  const compileGroup = (group: YearGroup, depth: number): WriteRecord => {
    const indent = '  '.repeat(depth);
    const open = `${indent}<${group.tag}>\n`;
    const close = `${indent}</${group.tag}>\n`;
    const empty = `${indent}<${group.tag}/>\n`;
    const steps = group.children.map((child): Step => {
      if (child.kind === 'item') return { tag: child.tag, write: itemWriter(child, depth + 1, year) };
      const one = compileGroup(child, depth + 1);
      return { tag: child.tag, write: child.repeats ? listWriter(child, one, year) : recordWriter(child, one, year) };
    });

    const write: WriteRecord = (record) => {
      let lines = '';
      let held = 0;
      for (const step of steps) {
        const value = record[step.tag];
        if (value === undefined) continue;
        held += 1;
        lines += step.write(value);
      }
      // Nearly every record holds just what was written; only one that does not is looked at twice.
      if (Object.keys(record).length !== held) refuseUnknown(record, group, year);
      return lines === '' ? empty : open + lines + close;
    };
    records.set(group.tag, write);
    return write;
  };

  compileGroup(yearModel(year).message, 0);
  const writerOf = (tag: string): WriteRecord => {
    const write = records.get(tag);
    if (!write) throw new RangeError(`no container is called ${tag}`);
    return write;
  };
  const header = writerOf('Header');
  const person = writerOf('Person');
  const message = writerOf('Message');
  return {
    header: (record) => header(record),
    person: (record) => person(record),
    message: (record) => message(record),
  };
}

function itemWriter(item: YearItem, depth: number, year: number): Step['write'] {
  const { tag } = item;
  const indent = '  '.repeat(depth);
  const open = `${indent}<${tag}>`;
  const close = `</${tag}>\n`;
  const empty = `${indent}<${tag}/>\n`;
  const where = (): string => `${tag} in ${item.parent.tag} (${year})`;
  return (value) => {
    if (value === '') return empty;
    if (typeof value !== 'string') throw new XmlWriteError(`${where()} is a value, not a container`);
    return open + escapeText(value, where) + close;
  };
}

function recordWriter(group: YearGroup, one: WriteRecord, year: number): Step['write'] {
  return (held) => {
    if (!isRecord(held)) throw new XmlWriteError(`${group.tag} (${year}) is a container that stands once, not a value`);
    return one(held);
  };
}

function listWriter(group: YearGroup, one: WriteRecord, year: number): Step['write'] {
  return (held) => {
    if (!isList(held)) throw new XmlWriteError(`${group.tag} (${year}) is a container that repeats: a list is needed`);
    let lines = '';
    for (const record of held) lines += one(record);
    return lines;
  };
}

function isRecord(held: Held): held is Fields {
  return typeof held === 'object' && !isList(held);
}
