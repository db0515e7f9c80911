import { makeUpn, ulnCheckDigit } from '../../src/model/index.js';
import type { PersonText } from './pack-choose.js';

/** Names that persons may be given in place of their own. */
export interface NamePool {
  readonly surnames: readonly string[];
  readonly forenames: readonly string[];
}

/** What tells one person from another, in the way that reads the most alike: without regard to case or white space. */
type Keys = ReadonlySet<string>;

const numbers = ['UPN', 'UniqueLearnerNumber'] as const;
type NumberTag = (typeof numbers)[number];
type IdentityTag = NumberTag | 'Surname' | 'Forename' | 'PersonBirthDate';

interface Held {
  /** What stands in the elements of the tag, most of the time one. */
  readonly values: readonly string[];
  /** The element as it stands in the file, where it may be replaced: the case left it as it was. */
  readonly free: string | undefined;
}

/** The elements of a tag in a person, and whether the case is about anything else. */
function held({ text, before }: PersonText, tag: IdentityTag): Held {
  const element = new RegExp(`<${tag}(?:\\s[^>]*)?(?:/>|>([^]*?)</${tag}\\s*>)`, 'g');
  const own = [...text.matchAll(element)];
  const [only] = own;
  const isAsBefore = only && own.length === 1 && before.split(only[0]).length === 2;
  return { values: own.map((found) => found[1] ?? ''), free: isAsBefore ? only[0] : undefined };
}

/** As a reader of XML gets it, and without what may be read in more than one way: case and white space. */
function plain(value: string): string {
  return value
    .replace(/<!\[CDATA\[([^]*?)\]\]>/g, '$1')
    .replace(/&#x([0-9A-Fa-f]+);/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&#([0-9]+);/g, (_, digits: string) => String.fromCodePoint(Number(digits)))
    .replace(/\s+/g, ' ')
    .trim()
    .toUpperCase();
}

function numberKey(tag: NumberTag, value: string): string {
  return `${tag} ${plain(value).replaceAll(' ', '')}`;
}

const nameTags = ['Surname', 'Forename', 'PersonBirthDate'] as const;

/** The key of a person's name and birth date, with another value in place of their own under one tag. */
function nameKey(person: PersonText): (tag?: IdentityTag, value?: string) => string {
  // An element that stands there empty tells no more than one that does not.
  const parts = nameTags.map((tag) => ({
    tag,
    own: held(person, tag)
      .values.map(plain)
      .filter((one) => one !== ''),
  }));
  return (tag, value = '') =>
    `name ${JSON.stringify(parts.map((part) => (part.tag === tag ? [plain(value)] : part.own)))}`;
}

/** What a person must keep, since their case is about it, and nobody else in the return may have. */
export function keptKeys(person: PersonText): Keys {
  const keys = numbers.flatMap((tag) => {
    const { values, free } = held(person, tag);
    return free === undefined ? values.filter((value) => value !== '').map((value) => numberKey(tag, value)) : [];
  });
  const mayRename = (['Surname', 'Forename'] as const).some((tag) => held(person, tag).free !== undefined);
  return new Set(mayRename ? keys : [...keys, nameKey(person)()]);
}

/**
 * Gives each person of a return numbers and a name of their own, where another has them already and the case is not
 * about them. What any of them must keep, nobody else gets. The texts come back in the order given.
 */
export function tellApart(persons: readonly PersonText[], pool: NamePool): readonly string[] {
  const taken = new Set(persons.flatMap((person) => [...keptKeys(person)]));
  return persons.map((person) => {
    let { text } = person;
    for (const tag of numbers) text = renumbered({ ...person, text }, tag, taken);
    return renamed({ ...person, text }, pool, taken);
  });
}

function renumbered(person: PersonText, tag: NumberTag, taken: Set<string>): string {
  const { values, free } = held(person, tag);
  const [value = ''] = values;
  if (free === undefined || value === '') return person.text;
  for (const other of tag === 'UPN' ? upnsFrom(value) : ulnsFrom(value)) {
    const key = numberKey(tag, other);
    if (taken.has(key)) continue;
    taken.add(key);
    return person.text.replace(free, () => `<${tag}>${other}</${tag}>`);
  }
  throw new RangeError(`no ${tag} is left that is like ${value}`);
}

function renamed(person: PersonText, pool: NamePool, taken: Set<string>): string {
  const tag = (['Surname', 'Forename'] as const).find((one) => held(person, one).free !== undefined);
  if (tag === undefined) return person.text;
  const { values, free = '' } = held(person, tag);
  const keyWith = nameKey(person);
  for (const name of namesFrom(values[0] ?? '', tag === 'Surname' ? pool.surnames : pool.forenames)) {
    const key = keyWith(tag, name);
    if (taken.has(key)) continue;
    taken.add(key);
    return person.text.replace(free, () => `<${tag}>${name}</${tag}>`);
  }
  throw new RangeError(`no ${tag} is left for ${values[0] ?? ''}`);
}

/** The UPN, then others of the same LA, year and kind, permanent or temporary, from the same establishment first. */
function* upnsFrom(upn: string): Generator<string> {
  yield upn;
  const [la, establishment, year, last] = [upn.slice(1, 4), upn.slice(4, 8), upn.slice(8, 10), upn.slice(12)];
  const isTemporary = !/\d/.test(last);
  for (let step = 0; step < 10_000; step++) {
    const school = String((Number(establishment) + step) % 10_000).padStart(4, '0');
    for (let serial = 1; serial <= (isTemporary ? 99 : 999); serial++) {
      const end = isTemporary ? String(serial).padStart(2, '0') + last : String(serial).padStart(3, '0');
      yield makeUpn(la + school + year + end);
    }
  }
}

/** The ULN, then those after it. */
function* ulnsFrom(uln: string): Generator<string> {
  yield uln;
  for (let nine = Number(uln.slice(0, 9)) + 1; nine <= 999_999_999; nine++) {
    const digit = ulnCheckDigit(String(nine));
    if (digit !== undefined) yield `${nine}${digit}`;
  }
}

/** The name, then those of the pool, then two of them joined. */
function* namesFrom(name: string, pool: readonly string[]): Generator<string> {
  yield name;
  yield* pool;
  for (const first of pool) {
    for (const second of pool) if (first !== second) yield `${first}-${second}`;
  }
}
