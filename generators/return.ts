import { addDays, codesIn, collectionYear } from '../src/model/index.js';
import { randomFor } from '../src/random/index.js';
import type { Header, Person, Return } from '../src/return/index.js';
import { algorithmVersion } from './algorithm.js';
import { makePersonSource, type PersonSource, type ReturnKey } from './person.js';

/** Which return a header belongs to. */
export interface HeaderKey extends Omit<ReturnKey, 'seed' | 'scenario'> {
  readonly seed?: string;
  /** `ccyy-mm-ddThh:mm:ss`; a morning four weeks after census day where absent. */
  readonly dateTime?: string;
}

const daysToSubmission = 28;

/**
 * The header of a return. Release is the algorithm version, so that a file tells which one made it.
 * @throws RangeError for a year, or an LA of that year, that the kit does not know.
 */
export function headerFor({ year, la, seed = '', dateTime }: HeaderKey): Header {
  const { referenceDate } = collectionYear(year);
  if (!codesIn('la', year).has(la)) throw new RangeError(`${la} is not the number of an LA in ${year}`);
  const random = randomFor(algorithmVersion, seed, year, la, 'header');
  const inPost = (): string =>
    random.weighted([
      ['Y', 8],
      ['R', 1],
      ['N', 1],
    ] as const);
  const [dmo, dco, dsco] = [inPost(), inPost(), inPost()];
  return {
    CollectionDetails: { Collection: 'SEN2', Year: String(year), ReferenceDate: referenceDate },
    Source: {
      SourceLevel: 'L',
      LEA: la,
      SoftwareCode: 'sen2kit',
      Release: String(algorithmVersion),
      SerialNo: '001',
      // Census days are Thursdays, and so is the day four weeks on.
      DateTime: dateTime ?? `${addDays(referenceDate, daysToSubmission)}T10:00:00`,
      DMO: dmo,
      DCO: dco,
      ...(year >= 2025 && { DSCO: dsco }),
    },
  };
}

/** The persons with index `from` up to, but not including, `to`, one at a time, so that nothing is held. */
export function* persons(source: PersonSource, from: number, to: number): Generator<Person, void, undefined> {
  for (let k = from; k < to; k++) yield source.person(k);
}

/** What a whole return is made from. */
export interface ReturnOptions extends ReturnKey {
  /** How many persons, from 1. All are held at once: for a large return, write `persons` as they come. */
  readonly persons: number;
  readonly dateTime?: string;
}

/** A whole return. @throws RangeError as `makePersonSource` and `headerFor` do. */
export function generateReturn({ persons: count, dateTime, ...key }: ReturnOptions): Return {
  const source = makePersonSource(key);
  return {
    Header: headerFor({ year: key.year, la: key.la, seed: key.seed, ...(dateTime !== undefined && { dateTime }) }),
    Persons: { Person: [...persons(source, 0, count)] },
  };
}
