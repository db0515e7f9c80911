import { collectionYears, yearModel } from '../model/index.js';
import { childIndex, markOf } from './mark.js';
import { ReturnReader } from './return-reader.js';
import { XmlReader } from './xml-reader.js';

/** Where the persons of a return stand in its file, in bytes from the start, and whose return it is. */
export interface PersonsSpan {
  /** Year and LEA of the header as given; undefined where they are not there. */
  readonly year: string | undefined;
  readonly la: string | undefined;
  readonly persons: number;
  /** After the tag that opens Persons; undefined where none does. */
  readonly from: number | undefined;
  /** Before the tag that closes it, white space before that included. */
  readonly to: number | undefined;
  /** Persons stands there more than once. */
  readonly isRepeated: boolean;
}

const newest = Math.max(...collectionYears);
const tag = Buffer.from('Persons');
const [less, greater] = [0x3c, 0x3e];

/**
 * Reads a file to its end for where its persons stand.
 * @throws FileFault where it cannot be read as a return at all
 */
export function personsSpan(chunks: Iterable<Uint8Array>): PersonsSpan {
  const header: { year?: string | undefined; la?: string | undefined } = {};
  let persons = 0;
  let isRepeated = false;
  const records = new ReturnReader(
    // Whatever the year, what is asked for stands in the same place.
    yearModel(newest),
    {
      header: ({ CollectionDetails, Source }) => {
        header.year = given(CollectionDetails, 'Year');
        header.la = given(Source, 'LEA');
      },
      person: (_, index) => {
        persons = index;
      },
      structure: ({ rule, tag: told }) => {
        if (rule === 'FILE-08' && told === 'Persons') isRepeated = true;
      },
    },
  );
  const reader = new XmlReader(records);
  let from: number | undefined;
  let to: number | undefined;
  // The reader says where it is after each tag called Persons, which may stand in a comment or anywhere else too.
  for (const { bytes, at, closes } of upToTags(chunks)) {
    const before = records.betweenPersons();
    reader.write(bytes);
    const after = records.betweenPersons();
    if (!before && after) from ??= at + bytes.length;
    if (before && !after && closes) to ??= at;
  }
  reader.end();
  return { year: header.year, la: header.la, persons, from, to, isRepeated };
}

/** Bytes that are what looks like a tag called Persons, or hold none. */
interface Stretch {
  readonly bytes: Uint8Array;
  /** Where they stand in the file. */
  readonly at: number;
  /** It looks like a closing tag. */
  readonly closes?: boolean;
}

function* upToTags(chunks: Iterable<Uint8Array>): Generator<Stretch, void, undefined> {
  let held = Buffer.alloc(0);
  let at = 0;
  for (const chunk of chunks) {
    held = held.length === 0 ? Buffer.from(chunk) : Buffer.concat([held, chunk]);
    for (let found = findTag(held); found; found = findTag(held)) {
      // What stands before the tag is read apart, so that it alone changes where the reader is.
      yield { bytes: held.subarray(0, found.start), at };
      const { start, end, closes } = found;
      yield { bytes: held.subarray(start, end), at: at + start, closes };
      at += found.end;
      held = held.subarray(found.end);
    }
    // The beginning of a tag may be the end of a chunk.
    const tail = held.lastIndexOf(less);
    const whole = tail < 0 || held.length - tail > longestTag ? held.length : tail;
    yield { bytes: held.subarray(0, whole), at };
    at += whole;
    held = held.subarray(whole);
  }
  yield { bytes: held, at };
}

/** A tag with attributes that is longer is no tag of Persons as any program writes it. */
const longestTag = 10_000;

function findTag(
  bytes: Buffer,
): { readonly start: number; readonly end: number; readonly closes: boolean } | undefined {
  for (let name = bytes.indexOf(tag); name >= 0; name = bytes.indexOf(tag, name + 1)) {
    const start = bytes[name - 1] === less ? name - 1 : bytes[name - 2] === less ? name - 2 : -1;
    if (start < 0) continue;
    const end = bytes.indexOf(greater, name);
    return end < 0 ? undefined : { start, end: end + 1, closes: start < name - 1 };
  }
  return undefined;
}

function given<T extends string>(record: { readonly [K in T]?: string } | undefined, item: T): string | undefined {
  if (!record) return undefined;
  const mark = markOf(record);
  return (mark.holdsElements & (1 << childIndex(mark, item))) === 0 ? record[item] : undefined;
}
