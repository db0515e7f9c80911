/** What a return has on a person, as far as a person may be recognised by it. */
export interface PersonValues {
  readonly upn?: string;
  readonly uln?: string;
  readonly surname?: string;
  readonly forename?: string;
  readonly birthDate?: string;
}

/** What a finding says of its person. */
export interface GivenPerson extends PersonValues {
  /** From 1. */
  readonly position?: number;
}

type Part = keyof PersonValues;

/** In the order in which they are looked at; what there is of a name and a birth date goes together. */
const keys: readonly (readonly Part[])[] = [['upn'], ['uln'], ['surname', 'forename', 'birthDate']];

/** Finds persons by what is said of them. */
export class PersonTable {
  readonly #byKey = new Map<string, Map<string, number[]>>();

  constructor(private readonly persons: readonly PersonValues[]) {}

  /**
   * The positions of all persons that what is given fits, from 1. The first of UPN, ULN, name with birth date, and
   * position that fits anybody decides; what comes after it chooses among them where it fits any of those. None where
   * nothing fits anybody; undefined where nothing is given.
   */
  find(given: GivenPerson): readonly number[] | undefined {
    let found: readonly number[] | undefined;
    for (const fitting of this.#fittings(given)) {
      const these = new Set(fitting);
      const both = found && found.length > 0 ? found.filter((person) => these.has(person)) : fitting;
      if (!found || both.length > 0) found = both;
    }
    return found;
  }

  *#fittings(given: GivenPerson): Generator<readonly number[]> {
    for (const key of keys) {
      const parts = key.filter((part) => given[part] !== undefined);
      if (parts.length > 0) yield this.#lookup(parts).get(valuesKey(given, parts)) ?? [];
    }
    const { position } = given;
    if (position !== undefined) yield position >= 1 && position <= this.persons.length ? [position] : [];
  }

  /** Made when it is first asked for. */
  #lookup(parts: readonly Part[]): ReadonlyMap<string, readonly number[]> {
    const name = parts.join();
    let lookup = this.#byKey.get(name);
    if (!lookup) {
      lookup = new Map();
      for (const [index, person] of this.persons.entries()) {
        const key = valuesKey(person, parts);
        const known = lookup.get(key);
        if (known) known.push(index + 1);
        else lookup.set(key, [index + 1]);
      }
      this.#byKey.set(name, lookup);
    }
    return lookup;
  }
}

function valuesKey(person: PersonValues, parts: readonly Part[]): string {
  return JSON.stringify(parts.map((part) => plain(person[part] ?? '')));
}

/** A value as tools may print it: letter case and white space do not count. */
function plain(value: string): string {
  return value.normalize('NFC').trim().replace(/\s+/g, ' ').toUpperCase();
}
