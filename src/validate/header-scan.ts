import { collectionYears, yearModel } from '../model/index.js';
import { childIndex, markOf, ReturnReader, XmlReader } from '../reading/index.js';
import type { ByteSource } from './source.js';

/** What must be known of a return before its persons are looked at. */
export interface HeaderFacts {
  /** Year as given; undefined where the header has none. */
  readonly year: string | undefined;
  readonly la: string | undefined;
}

const newest = Math.max(...collectionYears);

/**
 * Reads as far as the end of the header: a look ahead, since a header after the persons is reported and
 * still read. @throws FileFault where the file cannot be read that far.
 */
export function scanHeader(source: ByteSource): HeaderFacts {
  let found: HeaderFacts | undefined;
  const reader = new XmlReader(
    // Whatever the year, the two items stand in the same place.
    new ReturnReader(yearModel(newest), {
      header: (header) => {
        found = { year: given(header.CollectionDetails, 'Year'), la: given(header.Source, 'LEA') };
      },
    }),
  );
  for (const chunk of source.chunks()) {
    reader.write(chunk);
    if (found) return found;
  }
  reader.end();
  return found ?? { year: undefined, la: undefined };
}

/** The text of an item; an item that holds elements has none to speak of. Whether it is a code, the year decides. */
function given<T extends string>(record: { readonly [K in T]?: string } | undefined, tag: T): string | undefined {
  if (!record) return undefined;
  const mark = markOf(record);
  return (mark.holdsElements & (1 << childIndex(mark, tag))) === 0 ? record[tag] : undefined;
}
