import { setImmediate } from 'node:timers/promises';
import { FormatError, type OpenReturn } from '../../formats/index.js';
import { yearModel } from '../../src/model/index.js';
import { FileFault, ReturnReader, XmlReader } from '../../src/reading/index.js';
import type { Header, Person } from '../../src/return/index.js';
import type { ByteSource } from '../../src/validate/index.js';

/**
 * Opens an export in XML to be compared: as much of it as can be read. What does not fit the structure of the year is
 * left out, since the rules tell it, but for records that repeat more often than they may; what is out of order is read.
 * At a fault of the file itself the persons end with a FormatError, after all that stand whole before it. A header that
 * cannot be found holds nothing.
 * @param name what messages call it @param year by whose structure it is read
 * @throws UnreadableFileError; RangeError for a year the kit does not know
 */
export function openExport(name: string, source: ByteSource, year: number): OpenReturn {
  const records = recordsOf(source, year);
  let header: Header = {};
  const early: Read[] = [];
  let next = records.next();
  for (; next.done !== true; next = records.next()) {
    if (next.value.kind === 'header') {
      header = next.value.header;
      break;
    }
    early.push(next.value);
    // Only persons come before a header that is out of place, which the rules tell.
    if (next.value.kind === 'fault' || early.length > lookedThrough) break;
  }
  return { year, header, persons: personsOf(name, early, records) };
}

/** Persons that are held while the header is looked for. */
const lookedThrough = 1000;

type Read =
  | { readonly kind: 'header'; readonly header: Header }
  | { readonly kind: 'person'; readonly person: Person }
  | { readonly kind: 'fault'; readonly fault: FileFault };

/** Persons between which signals and other work are let in. */
const personsAtOnce = 500;

async function* personsOf(
  name: string,
  early: readonly Read[],
  records: Iterable<Read>,
): AsyncGenerator<Person, void, undefined> {
  let count = 0;
  for (const list of [early, records]) {
    for (const read of list) {
      if (read.kind === 'fault') {
        const { rule, line } = read.fault;
        throw new FormatError(`${name}: could be read as far as line ${line} only, for ${rule}`);
      }
      if (read.kind === 'header') continue;
      yield read.person;
      count += 1;
      if (count % personsAtOnce === 0) await setImmediate();
    }
  }
}

/** What a piece of the file completes is handed on before a fault in it; a piece is 256 KB. */
function* recordsOf(source: ByteSource, year: number): Generator<Read, void, undefined> {
  let held: Read[] = [];
  const reader = new XmlReader(
    new ReturnReader(
      yearModel(year),
      {
        header: (header) => {
          held.push({ kind: 'header', header });
        },
        person: (person) => {
          held.push({ kind: 'person', person });
        },
      },
      true,
    ),
  );
  const attempt = (work: () => void): void => {
    try {
      work();
    } catch (fault) {
      if (!(fault instanceof FileFault)) throw fault;
      held.push({ kind: 'fault', fault });
    }
  };
  for (const chunk of source.chunks()) {
    attempt(() => {
      reader.write(chunk);
    });
    yield* held;
    if (held.at(-1)?.kind === 'fault') return;
    held = [];
  }
  attempt(() => {
    reader.end();
  });
  yield* held;
}
