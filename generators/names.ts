import { faker } from '@faker-js/faker/locale/en_GB';
import type { Random } from '../src/random/index.js';
import { nationalFigures } from './figures/index.js';
import { permutation } from './permutation.js';

/** Names to choose from: none twice, none with a hyphen, none both a boy's and a girl's. */
export interface NameLists {
  readonly surnames: readonly string[];
  readonly boys: readonly string[];
  readonly girls: readonly string[];
}

/** A person's name with the sex it goes with, and the class their day of birth is taken from. */
export interface Name {
  readonly surname: string;
  readonly forename: string;
  readonly sex: 'M' | 'F';
  /** The day number of the birth date has this remainder when divided by `birthDayClasses`. */
  readonly birthDayClass: number;
}

export interface NameSource {
  /** The name of person `k` (from 0). @throws RangeError past the last one. */
  at(k: number, random: Random): Name;
  /** A name that is unlike any other without regard to the birth date, for stories that fix their own. */
  distinctAt(k: number): Name;
}

/** How many persons can share a name and still differ in birth date. */
export const birthDayClasses = 16;
const hyphenated = 0.1;

let lists: NameLists | undefined;

/**
 * The en_GB lists of faker: definitions only, nothing is drawn from the instance. The entry for one locale
 * is imported because the whole library takes several times as long to load. There are as many girls'
 * names as keep the share of boys among all forenames at their share of people with a plan, so that a
 * forename chosen evenly settles the sex as well.
 */
export function nameLists(): NameLists {
  if (!lists) {
    const { first_name: first, last_name: last } = faker.definitions.person;
    const boys = plain(first.male);
    const isBoys = new Set(boys);
    const allGirls = plain(first.female).filter((name) => !isBoys.has(name));
    const wanted = Math.min(
      allGirls.length,
      Math.round((boys.length * nationalFigures.sexes.F) / nationalFigures.sexes.M),
    );
    const girls = Array.from({ length: wanted }, (_, i) => allGirls[Math.floor((i * allGirls.length) / wanted)] ?? '');
    lists = { surnames: plain(last.generic), boys, girls };
  }
  return lists;
}

/** Each name once, without those that have a hyphen, which is kept to tell a second surname. */
function plain(names: readonly string[] | undefined): string[] {
  return [...new Set(names ?? [])].filter((name) => !name.includes('-'));
}

/**
 * No two persons share surname, forename and birth date. Why: (first surname, forename) is a one-to-one
 * function of k modulo the number of pairs P. Lists hold no name twice and none with a hyphen, and no
 * forename is in both lists, so two names as written can be the same only where the pairs are. Two indices
 * with the same pair differ in floor(k / P), so in birth day class as long as there are no more blocks than
 * classes, and so in birth date. The class also depends on the pair, so days of birth are even within a block.
 */
export function nameSource({ surnames, boys, girls }: NameLists, keys: Random): NameSource {
  const pairs = surnames.length * (boys.length + girls.length);
  const order = permutation(pairs, keys);

  const pairAt = (k: number): { surname: number; block: number } & Omit<Name, 'surname'> => {
    const block = Math.floor(k / pairs);
    const pair = order.at(k % pairs);
    const surname = pair % surnames.length;
    const place = Math.floor(pair / surnames.length);
    const isBoy = place < boys.length;
    const forename = (isBoy ? boys[place] : girls[place - boys.length]) ?? '';
    return { surname, forename, sex: isBoy ? 'M' : 'F', block, birthDayClass: (pair + block) % birthDayClasses };
  };
  const surnameOf = (first: number, step: number): string =>
    `${surnames[first] ?? ''}${step === 0 ? '' : `-${surnames[(first + step) % surnames.length] ?? ''}`}`;

  return {
    at: (k, random) => {
      const { surname, block, ...rest } = pairAt(k);
      if (block >= birthDayClasses) throw new RangeError(`no name is left for person ${k}`);
      const step = random.chance(hyphenated) ? random.int(1, surnames.length - 1) : 0;
      return { surname: surnameOf(surname, step), ...rest };
    },
    distinctAt: (k) => {
      const { surname, block, ...rest } = pairAt(k);
      // Each block has a second surname of its own, so here the pair and the block can be told from the name.
      if (block >= surnames.length) throw new RangeError(`no name is left for person ${k}`);
      return { surname: surnameOf(surname, block), ...rest };
    },
  };
}
