import { addDays, codesIn, isDate } from '../../../src/model/index.js';
import type { Random } from '../../../src/random/index.js';
import { itemsOf, listAt, recordAt, recordsOf, valueAt, type Loose, type Spot } from './places.js';
import type { ItemNode } from '../../../src/model/index.js';

/** What is told of a mutation, as far as it is looked at: `missing record Person[3]/Requests[1]`. */
export type Told = string;

/** A return with one thing altered. */
export interface Mutated {
  /** By position from 0: a list of persons that takes the place of those that are expected. */
  readonly persons: readonly Loose[];
  /** Whether what was told names exactly what was altered. */
  readonly isExact: (told: readonly Told[]) => boolean;
}

/** Alters one thing in a copy of persons; undefined where there is nothing to alter in those that were drawn. */
export type Mutator = (persons: readonly Loose[], random: Random, year: number) => Mutated | undefined;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** That exactly these are told, in any order. */
function exactly(...wanted: readonly Told[]): Mutated['isExact'] {
  return (told) => same([...told].sort(), [...wanted].sort());
}

/** Takes one person out to be altered. */
function draw(persons: readonly Loose[], random: Random): { at: number; person: Loose; path: string; all: Loose[] } {
  const at = random.int(0, persons.length - 1);
  const all = [...persons];
  const person = structuredClone(all[at] ?? {});
  all[at] = person;
  return { at, person, path: `Person[${at + 1}]/`, all };
}

/** Two persons, one before the other. */
function drawTwo(persons: readonly Loose[], random: Random): { first: number; second: number; all: Loose[] } {
  const first = random.int(0, persons.length - 2);
  const second = random.int(first + 1, persons.length - 1);
  const all = [...persons];
  for (const at of [first, second]) all[at] = structuredClone(all[at] ?? {});
  return { first, second, all };
}

const dropItem: Mutator = (persons, random) => {
  const { person, path, all } = draw(persons, random);
  const spot = random.pick(itemsOf(person));
  spot.holder[spot.node.tag] = undefined;
  return { persons: all, isExact: exactly(`missing item ${path}${spot.path}`) };
};

const dropRecord: Mutator = (persons, random) => {
  const { person, path, all } = draw(persons, random);
  const spot = random.pick(recordsOf(person));
  if (spot.at === undefined) {
    spot.holder[spot.node.tag] = undefined;
    return { persons: all, isExact: exactly(`missing record ${path}${spot.path}`) };
  }
  const list = listAt(spot);
  const [dropped] = list.splice(spot.at, 1);
  // Of two that say the same nobody can tell which one was dropped.
  const twins = [
    spot.at,
    ...list.flatMap((one, at) => (same(one, dropped) ? [at < (spot.at ?? 0) ? at : at + 1] : [])),
  ];
  const paths = twins.map((at) => `missing record ${path}${spot.under}${spot.node.tag}[${at + 1}]`);
  if (list.length === 0) spot.holder[spot.node.tag] = undefined;
  return { persons: all, isExact: (told) => told.length === 1 && paths.includes(told[0] ?? '') };
};

const dropPerson: Mutator = (persons, random) => {
  const at = random.int(0, persons.length - 1);
  return {
    persons: persons.filter((_, other) => other !== at),
    isExact: exactly(`missing record Person[${at + 1}]`),
  };
};

const doubleRecord: Mutator = (persons, random) => {
  const { person, path, all } = draw(persons, random);
  const spot = random.pick(recordsOf(person).filter(({ at }) => at !== undefined));
  listAt(spot).splice(spot.at ?? 0, 0, structuredClone(recordAt(spot)));
  return { persons: all, isExact: exactly(`unexpected record ${path}${spot.under}${spot.node.tag}[+]`) };
};

const doublePerson: Mutator = (persons, random) => {
  const at = random.int(0, persons.length - 1);
  return {
    persons: [...persons.slice(0, at), persons[at] ?? {}, ...persons.slice(at)],
    isExact: exactly('unexpected record Person[+]'),
  };
};

/** Two items of one type that stand in one record. */
const swapInRecord: Mutator = (persons, random) => {
  const { person, path, all } = draw(persons, random);
  const items = itemsOf(person);
  const pairs = items.flatMap((a, at) =>
    items
      .slice(at + 1)
      .filter((b) => a.under === b.under && a.node.type === b.node.type && valueAt(a) !== valueAt(b))
      .map((b) => [a, b] as const),
  );
  if (pairs.length === 0) return undefined;
  const [a, b] = random.pick(pairs);
  swapValues(a, b);
  return { persons: all, isExact: exactly(`value item ${path}${a.path}`, `value item ${path}${b.path}`) };
};

/** One item of two records of a kind in one person. */
const swapBetweenSiblings: Mutator = (persons, random) => {
  const { person, path, all } = draw(persons, random);
  const items = itemsOf(person);
  const bare = (text: string): string => text.replace(/\[\d+\](?=\/\w+$)/, '');
  const pairs = items.flatMap((a, at) =>
    items
      .slice(at + 1)
      .filter((b) => a.under !== b.under && bare(a.path) === bare(b.path) && valueAt(a) !== valueAt(b))
      .map((b) => [a, b] as const),
  );
  if (pairs.length === 0) return undefined;
  const [a, b] = random.pick(pairs);
  swapValues(a, b);
  // Where two records differ in two items alone, to swap the one is to swap the other: it is the same return.
  const inTheTwo = new Set([path + a.under, path + b.under]);
  const isSwap = (told: readonly Told[]): boolean => {
    const paths = told.map((one) => one.replace(/^value item /, ''));
    const tags = new Set(paths.map((one) => one.slice(one.lastIndexOf('/') + 1)));
    return tags.size >= 1 && paths.every((one) => inTheTwo.has(one.slice(0, one.lastIndexOf('/') + 1)));
  };
  const wanted = exactly(`value item ${path}${a.path}`, `value item ${path}${b.path}`);
  const others = differingTags(a.holder, b.holder).length - 1;
  // To swap all in which they differ is to change their order, which is no difference.
  if (others === 0) return { persons: all, isExact: (told) => told.length === 0 };
  return { persons: all, isExact: (told) => wanted(told) || (others <= 1 && told.length === 2 && isSwap(told)) };
};

function differingTags(a: Loose, b: Loose): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((tag) => !same(a[tag], b[tag]));
}

function swapValues(a: Spot<ItemNode>, b: Spot<ItemNode>): void {
  [a.holder[a.node.tag], b.holder[b.node.tag]] = [valueAt(b), valueAt(a)];
}

/** One item of two persons, identifiers among them. */
const swapBetweenPersons: Mutator = (persons, random) => {
  const { first, second, all } = drawTwo(persons, random);
  const [left, right] = [all[first] ?? {}, all[second] ?? {}];
  const others = new Map(itemsOf(right).map((spot) => [spot.path, spot]));
  const pairs = itemsOf(left).flatMap((a) => {
    const b = others.get(a.path);
    return b && valueAt(a) !== valueAt(b) ? [[a, b] as const] : [];
  });
  const [a, b] = random.pick(pairs);
  swapValues(a, b);
  return {
    persons: all,
    isExact: exactly(`value item Person[${first + 1}]/${a.path}`, `value item Person[${second + 1}]/${b.path}`),
  };
};

/** What two records of a kind hold, in two persons. */
const swapRecords: Mutator = (persons, random) => {
  const { first, second, all } = drawTwo(persons, random);
  const [left, right] = [all[first] ?? {}, all[second] ?? {}];
  const others = new Map(recordsOf(right).map((spot) => [spot.path, spot]));
  const pairs = recordsOf(left).flatMap((a) => {
    const b = others.get(a.path);
    return b && !same(recordAt(a), recordAt(b)) ? [[a, b] as const] : [];
  });
  if (pairs.length === 0) return undefined;
  const [a, b] = random.pick(pairs);
  const [one, two] = [recordAt(a), recordAt(b)];
  const put = (spot: typeof a, record: Loose): void => {
    if (spot.at === undefined) spot.holder[spot.node.tag] = record;
    else listAt(spot)[spot.at] = record;
  };
  // What another record beside it says already is told of that one.
  const hasTwin = [a, b].some(
    (spot) => spot.at !== undefined && listAt(spot).some((record) => record !== recordAt(spot)),
  );
  put(a, two);
  put(b, one);
  const places = [`Person[${first + 1}]/`, `Person[${second + 1}]/`].map((path, at) => {
    const spot = [a, b][at] ?? a;
    return { own: path + spot.path, list: `${path}${spot.under}${spot.node.tag}[` };
  });
  return {
    persons: all,
    isExact: (told) => {
      const paths = told.map((one) => one.replace(/^\w+ \w+ /, ''));
      const isIn = (path: string, { own, list }: (typeof places)[number]): boolean =>
        path === own || path.startsWith(`${own}/`) || path === `${list}+]` || (hasTwin && path.startsWith(list));
      return (
        places.every((place) => paths.some((path) => isIn(path, place))) &&
        paths.every((path) => places.some((place) => isIn(path, place)))
      );
    },
  };
};

const shiftDate: Mutator = (persons, random) => {
  const { person, path, all } = draw(persons, random);
  const spot = random.pick(itemsOf(person).filter((one) => one.node.type === 'date' && isDate(valueAt(one))));
  spot.holder[spot.node.tag] = addDays(valueAt(spot), random.chance(0.5) ? 1 : -1);
  return { persons: all, isExact: exactly(`value item ${path}${spot.path}`) };
};

const wrongCode: Mutator = (persons, random, year) => {
  const { person, path, all } = draw(persons, random);
  const spots = itemsOf(person).flatMap((spot) => {
    const [kind = '', set = ''] = spot.node.type.split(':');
    if (kind !== 'code') return [];
    const others = [...codesIn(set, year).keys()].filter((code) => code !== valueAt(spot));
    return others.length === 0 ? [] : [{ spot, others }];
  });
  const { spot, others } = random.pick(spots);
  spot.holder[spot.node.tag] = random.pick(others);
  return { persons: all, isExact: exactly(`value item ${path}${spot.path}`) };
};

/** A letter or digit of what identifies a person is another. */
const wrongIdentifier: Mutator = (persons, random) => {
  const { person, path, all } = draw(persons, random);
  const tags = ['UPN', 'UniqueLearnerNumber', 'Surname', 'Forename', 'PersonBirthDate'];
  const spot = random.pick(itemsOf(person).filter(({ node }) => tags.includes(node.tag)));
  const value = valueAt(spot);
  const at = random.int(0, value.length - 1);
  const other = /\d/.test(value[at] ?? '') ? String((Number(value[at]) + 1) % 10) : 'q';
  spot.holder[spot.node.tag] = value.slice(0, at) + other + value.slice(at + 1);
  return { persons: all, isExact: exactly(`value item ${path}${spot.path}`) };
};

/** A person who takes in the requests of another, who is gone. */
const mergePersons: Mutator = (persons, random) => {
  const { first, second, all } = drawTwo(persons, random);
  const [into, from] = random.chance(0.5) ? [first, second] : [second, first];
  const taken = (all[from]?.['Requests'] ?? []) as Loose[];
  const own = (all[into]?.['Requests'] ?? []) as Loose[];
  const merged = { ...all[into], Requests: random.chance(0.5) ? [...own, ...taken] : [...taken, ...own] };
  all[into] = merged;
  return {
    persons: all.filter((_, at) => at !== from),
    isExact: exactly(
      `missing record Person[${from + 1}]`,
      ...taken.map(() => `unexpected record Person[${into + 1}]/Requests[+]`),
    ),
  };
};

/** By name. Each alters one thing, and says what must be told of it. */
export const mutators: Readonly<Record<string, Mutator>> = {
  'drop an item': dropItem,
  'drop a record': dropRecord,
  'drop a person': dropPerson,
  'double a record': doubleRecord,
  'double a person': doublePerson,
  'swap two items of a record': swapInRecord,
  'swap an item of two records': swapBetweenSiblings,
  'swap an item of two persons': swapBetweenPersons,
  'swap two records': swapRecords,
  'shift a date by a day': shiftDate,
  'wrong code': wrongCode,
  'wrong identifier': wrongIdentifier,
  'merge two persons': mergePersons,
};
