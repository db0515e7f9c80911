import { yearModel, type YearGroup, type YearItem } from '../../src/model/index.js';
import type { Header, Person, Return } from '../../src/return/index.js';
import { isList, notInYear, type Fields, type Held } from './fields.js';
import { escapeText, XmlWriteError } from './xml-text.js';

/**
 * Writes one record with its tags and indentation, line end included, after the text so far. The text is handed
 * on from part to part: to put each part together first and then the whole takes half as long again.
 */
type WriteRecord = (text: string, record: Fields) => string;

interface Step {
  readonly tag: string;
  readonly write: (text: string, held: Held) => string;
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

    const places = new Map(steps.map(({ tag }, place) => [tag, place]));
    const held = new Array<Held | undefined>(steps.length).fill(undefined);

    // Fields are taken as the record has them and put in order by place: generated records come in so many layouts
    // that to look up each tag in each of them takes longer than all the rest.
    const write: WriteRecord = (before, record) => {
      let present = 0;
      for (const tag in record) {
        const value = record[tag];
        if (value === undefined) continue;
        const place = places.get(tag);
        if (place === undefined) throw notInYear(tag, group, year);
        held[place] = value;
        present |= 1 << place;
      }
      const start = before + open;
      let text = start;
      for (let left = present; left !== 0; left &= left - 1) {
        const place = 31 - Math.clz32(left & -left);
        const value = held[place];
        const step = steps[place];
        if (step && value !== undefined) text = step.write(text, value);
      }
      return text.length === start.length ? before + empty : text + close;
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
    header: (record) => header('', record),
    person: (record) => person('', record),
    message: (record) => message('', record),
  };
}

function itemWriter(item: YearItem, depth: number, year: number): Step['write'] {
  const { tag } = item;
  const indent = '  '.repeat(depth);
  const open = `${indent}<${tag}>`;
  const close = `</${tag}>\n`;
  const empty = `${indent}<${tag}/>\n`;
  const where = (): string => `${tag} in ${item.parent.tag} (${year})`;
  const writeLine: Step['write'] = (text, value) => {
    if (value === '') return text + empty;
    if (typeof value !== 'string') throw new XmlWriteError(`${where()} is a value, not a container`);
    return text + open + escapeText(value, where) + close;
  };
  return isCoded(item) ? remembered(writeLine) : writeLine;
}

/** Values that are few, so that their lines may be kept. */
function isCoded({ node: { type } }: YearItem): boolean {
  return type.startsWith('code:') || type.startsWith('fixed:');
}

const mostLines = 1000;
const longestCode = 4;

/** The same text in one piece: what is put together lies in memory as its parts until it is read. */
function flat(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}

/** Keeps the lines of the values that were met: one string in place of three to put together. */
function remembered(writeLine: Step['write']): Step['write'] {
  const lines = new Map<Held, string>();
  return (text, value) => {
    const known = lines.get(value);
    if (known !== undefined) return text + known;
    const line = writeLine('', value);
    // A value that is no code, of which there is no end, is not kept.
    if (lines.size < mostLines && typeof value === 'string' && value.length <= longestCode)
      lines.set(value, flat(line));
    return text + line;
  };
}

function recordWriter(group: YearGroup, one: WriteRecord, year: number): Step['write'] {
  return (text, held) => {
    if (!isRecord(held)) throw new XmlWriteError(`${group.tag} (${year}) is a container that stands once, not a value`);
    return one(text, held);
  };
}

function listWriter(group: YearGroup, one: WriteRecord, year: number): Step['write'] {
  return (before, held) => {
    if (!isList(held)) throw new XmlWriteError(`${group.tag} (${year}) is a container that repeats: a list is needed`);
    let text = before;
    for (const record of held) text = one(text, record);
    return text;
  };
}

function isRecord(held: Held): held is Fields {
  return typeof held === 'object' && !isList(held);
}
