import {
  compareReturns,
  containerOf,
  keepPerson,
  plainRecord,
  type KeptPerson,
  type KeptReturn,
} from '../../../conformance/check/index.js';
import { generateReturn } from '../../../generators/index.js';
import { randomFor, type Random } from '../../../src/random/index.js';
import { mutators, type Told } from './mutators.js';
import { loose, recordsOf, type Loose } from './places.js';

/** What came of the mutations of one kind. */
export interface Tally {
  tried: number;
  /** What was told is what was altered, and nothing else. */
  exact: number;
  /** Nothing was told, though something was altered. */
  unreported: number;
  /** What was told of the first few that were not exact. */
  readonly others: string[];
}

/** The persons of a return that is made, as they are compared. */
export function madePersons(year: number, persons: number): Loose[] {
  const made = generateReturn({ year, la: '202', seed: 'check', persons });
  return (made.Persons?.Person ?? []).map((person) => loose(plainRecord(person, containerOf('Person'))));
}

const kept = new WeakMap<Loose, KeptPerson>();

/** Packs persons; those that were packed before are not packed again. */
export function keptReturn(year: number, persons: readonly Loose[]): KeptReturn {
  const list = persons.map((person, at) => {
    const there = kept.get(person);
    if (there) return { ...there, position: at + 1 };
    const made = keepPerson(person, at + 1);
    kept.set(person, made);
    return made;
  });
  return { year, header: {}, persons: list, stopped: null };
}

/** What is told of an export, in short. */
export function told(expected: KeptReturn, actual: KeptReturn): Told[] {
  const list: Told[] = [];
  compareReturns(expected, actual, new Map(), ({ kind, of, expectedPath }) => {
    list.push(`${kind} ${of} ${expectedPath.replace('/Message/Persons/', '')}`);
  });
  return list;
}

/** Tries every kind of mutation a number of times on a return of a year, and adds up what came of it. */
export function measure(year: number, persons: number, times: number, tallies: Map<string, Tally>): void {
  const made = madePersons(year, persons);
  const expected = keptReturn(year, made);
  for (const [kind, mutate] of Object.entries(mutators)) {
    const tally = tallies.get(kind) ?? { tried: 0, exact: 0, unreported: 0, others: [] };
    tallies.set(kind, tally);
    for (let time = 0; time < times; time++) {
      const random = randomFor('check', year, kind, time);
      const mutated = mutate(made, random, year);
      if (!mutated) continue;
      const list = told(expected, keptReturn(year, shuffled(mutated.persons, random)));
      tally.tried += 1;
      if (mutated.isExact(list)) tally.exact += 1;
      else if (tally.others.length < 5) tally.others.push(`${year} ${time}: ${list.slice(0, 6).join(', ')}`);
      if (list.length === 0 && !mutated.isExact(list)) tally.unreported += 1;
    }
  }
}

/** The persons in another order, and now and then the repeats of some of them. */
function shuffled(persons: readonly Loose[], random: Random): Loose[] {
  const order = persons.map((person) => ({ person, at: random.next() })).sort((a, b) => a.at - b.at);
  return order.map(({ person }) => (random.chance(0.1) ? withRepeatsReversed(person) : person));
}

function withRepeatsReversed(person: Loose): Loose {
  const copy = structuredClone(person);
  for (const spot of recordsOf(copy)) if (spot.at === 0) (spot.holder[spot.node.tag] as Loose[]).reverse();
  return copy;
}
