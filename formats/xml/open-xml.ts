import { setImmediate } from 'node:timers/promises';
import { knownYear, yearModel } from '../../src/model/index.js';
import { FileFault, ReturnReader, XmlReader } from '../../src/reading/index.js';
import type { Header, Person } from '../../src/return/index.js';
import { fileSource, scanHeader, UnknownYearError, type ByteSource } from '../../src/validate/index.js';
import { FormatError, type OpenOptions, type OpenReturn } from '../format.js';

/**
 * Opens a return in XML. Records hold what fits the structure of the year: what a return in another format could not
 * say, such as an unknown element, stops the reading, since to leave it out would lose it.
 * @throws FormatError, UnknownYearError, UnreadableFileError
 */
export function openXml(path: string, { year: asked }: OpenOptions): OpenReturn {
  const source = fileSource(path);
  const year = asked ?? yearIn(path, source);
  const records = recordsOf(path, source, year);
  const first = records.next();
  if (first.done === true || first.value.kind !== 'header')
    throw new FormatError(`${path}: has no Header before its persons`);
  return { year, header: first.value.header, persons: personsOf(path, records) };
}

/** The year in the header of a return. @throws UnknownYearError, FormatError */
export function yearIn(path: string, source: ByteSource): number {
  const { year: given } = reading(path, () => scanHeader(source));
  const year = knownYear(given);
  if (year === undefined) throw new UnknownYearError(given);
  return year;
}

/** Some tens of milliseconds of reading. */
const personsAtOnce = 500;

type Read = { readonly kind: 'header'; readonly header: Header } | { readonly kind: 'person'; readonly person: Person };

async function* personsOf(path: string, records: Iterable<Read>): AsyncGenerator<Person, void, undefined> {
  let count = 0;
  for (const record of records) {
    if (record.kind === 'header') throw new FormatError(`${path}: has a Header after its persons`);
    yield record.person;
    count += 1;
    // Lets signals and other work in now and then, since reading a file waits for nothing.
    if (count % personsAtOnce === 0) await setImmediate();
  }
}

/** What a piece of the file completes is held until it is taken; a piece is 256 KB. */
function* recordsOf(path: string, source: ByteSource, year: number): Generator<Read, void, undefined> {
  let held: Read[] = [];
  const reader = new XmlReader(
    new ReturnReader(yearModel(year), {
      header: (header) => {
        held.push({ kind: 'header', header });
      },
      person: (person) => {
        held.push({ kind: 'person', person });
      },
      structure: ({ rule, path: where, line }) => {
        throw new FormatError(
          `${path}: ${rule} at ${where} in line ${line}; only a return whose structure is right can be read (sen2kit validate tells what is wrong)`,
        );
      },
    }),
  );
  for (const chunk of source.chunks()) {
    reading(path, () => {
      reader.write(chunk);
    });
    yield* held;
    held = [];
  }
  reading(path, () => {
    reader.end();
  });
  yield* held;
}

/** @throws FormatError where the file is not XML or no return */
export function reading<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    throw new FormatError(`${path}: ${error.rule} in line ${error.line}: ${error.message}`, { cause: error });
  }
}
