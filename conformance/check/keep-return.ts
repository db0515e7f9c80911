import { FormatError, type OpenReturn } from '../../formats/index.js';
import type { Person } from '../../src/return/index.js';
import { containerOf, keepPerson, plainRecord, type KeptPerson, type PlainRecord } from './plain-record.js';

/** A return that is held whole, packed: some two kilobytes a person. */
export interface KeptReturn {
  readonly year: number;
  readonly header: PlainRecord;
  /** In file order. */
  readonly persons: readonly KeptPerson[];
  /** Why reading ended before the end, naming no value; null where all of it was read. */
  readonly stopped: string | null;
}

export interface KeepOptions {
  /** Whether persons are kept; they are where absent. */
  readonly isKept?: boolean;
  /** Called for each person, with how many there have been. */
  readonly onPerson?: (person: Person, count: number) => void;
}

/** Reads a return to its end, or as far as it can be read. What is no fault of its format comes through. */
export async function keepReturn(
  { year, header, persons }: OpenReturn,
  options: KeepOptions = {},
): Promise<KeptReturn> {
  const kept: KeptPerson[] = [];
  let count = 0;
  let stopped: string | null = null;
  try {
    for await (const person of persons) {
      count += 1;
      if (options.isKept !== false) kept.push(keepPerson(person, count));
      options.onPerson?.(person, count);
    }
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    stopped = error.message;
  }
  return { year, header: plainRecord(header, containerOf('Header')), persons: kept, stopped };
}
