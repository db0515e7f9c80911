import { nationalFigures } from '../../generators/index.js';
import type { EstablishmentKind } from '../../scenarios/index.js';
import { collectionYear, yearModel } from '../../src/model/index.js';
import { ReturnReader, XmlReader } from '../../src/reading/index.js';
import type { Person } from '../../src/return/index.js';
import type { ByteSource } from '../../src/validate/index.js';
import { countPerson } from './count-person.js';
import { reading } from './read-year.js';
import { tableShapes, type TableName } from './shapes.js';
import { TableCounter, type StatsTable } from './table.js';

/** What the aggregates of a return are worked out with. */
export interface StatsOptions {
  /** The collection year of the return. */
  readonly year: number;
  /** The kind of an establishment by its URN; where absent, all that have a URN are one. */
  readonly kindOf?: (urn: string) => EstablishmentKind | undefined;
  /** Called now and then with the bytes read so far. */
  readonly onProgress?: (bytesRead: number) => void;
}

/** The aggregates of a return. */
export interface ReturnStats {
  readonly persons: number;
  readonly tables: readonly StatsTable[];
}

/** Counts persons as they come. Holds a number for each row of each table. @throws RangeError for a year that is not known */
export class StatsCounter {
  readonly #counters: ReadonlyMap<TableName, TableCounter>;
  readonly #options: StatsOptions;
  #persons = 0;

  constructor(options: StatsOptions) {
    this.#options = options;
    const shapes = tableShapes(nationalFigures, options.kindOf ? 'kind' : 'identifier');
    this.#counters = new Map(
      (Object.keys(shapes) as TableName[]).map((name) => [name, new TableCounter(shapes[name])]),
    );
  }

  person(person: Person): void {
    this.#persons += 1;
    const { year, kindOf } = this.#options;
    countPerson(person, {
      facts: collectionYear(year),
      level: kindOf ? 'kind' : 'identifier',
      kindOf: (urn) => kindOf?.(urn),
      add: (table, key) => this.#counters.get(table)?.add(key),
    });
  }

  result(): ReturnStats {
    return { persons: this.#persons, tables: [...this.#counters.values()].map((counter) => counter.result()) };
  }
}

/**
 * Reads a return once and gives DfE's aggregates of it beside the published ones. What breaks a rule is counted as
 * far as it can be read.
 * @throws NotAReturnError where it is not XML or not a return, RangeError for a year that is not known, and what the source throws
 */
export function statsOf(source: ByteSource, options: StatsOptions): ReturnStats {
  const counter = new StatsCounter(options);
  const reader = new XmlReader(
    new ReturnReader(yearModel(options.year), {
      person: (person) => {
        counter.person(person);
      },
    }),
  );
  reading(() => {
    let done = 0;
    for (const chunk of source.chunks()) {
      reader.write(chunk);
      done += chunk.length;
      options.onProgress?.(done);
    }
    reader.end();
  });
  return counter.result();
}
