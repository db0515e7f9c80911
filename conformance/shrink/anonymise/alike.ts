import {
  codesIn,
  hasUlnCheckDigit,
  hasUlnShape,
  makeUpn,
  patterns,
  ulnCheckDigit,
  upnAlphabet,
  upnFaults,
  upnLaCodes,
} from '../../../src/model/index.js';
import type { Random } from '../../../src/random/index.js';

/** Makes a value that is like another in form and nothing else. May give one that is not: see `isAlike`. */
export type MakeAlike = (value: string, random: Random) => string;

const sets = ['aeiou', 'bcdfghjklmnpqrstvwxyz', 'AEIOU', 'BCDFGHJKLMNPQRSTVWXYZ', '0123456789'] as const;
const otherLower = 'àèìòùâêîôûäëïöü';
const otherUpper = 'ÀÈÌÒÙÂÊÎÔÛÄËÏÖÜ';

/** Another character of the same kind; the same where it is neither letter nor digit. */
function characterLike(character: string, random: Random): string {
  const set = sets.find((one) => one.includes(character));
  if (set !== undefined) return random.pick(Array.from(set));
  if (/\p{Lu}/u.test(character)) return random.pick(Array.from(otherUpper));
  if (/\p{L}/u.test(character)) return random.pick(Array.from(otherLower));
  return /\p{N}/u.test(character) ? String(random.int(0, 9)) : character;
}

/** Vowels for vowels, digits for digits, and the rest as it stands. */
export const textLike: MakeAlike = (value, random) =>
  Array.from(value)
    .map((character) => characterLike(character, random))
    .join('');

/** The same parts right and wrong as in the other; one that is right has another LA, establishment, year and serial number. */
export function upnLike(value: string, random: Random, laOf: (la: string) => string): string {
  const { shape, digits, lastCharacter, checkLetter } = upnFaults;
  if (shape(value) || digits(value) || lastCharacter(value)) return partsLike(value, random);
  const la = value.slice(1, 4);
  const number = (places: number): string => String(random.int(0, 10 ** places - 1)).padStart(places, '0');
  const last = value.charAt(12);
  const end = /\d/.test(last) ? String(random.int(0, 9)) : random.pick(Array.from(upnAlphabet));
  const right = makeUpn(laOf(la) + number(4) + number(2) + number(2) + end);
  return checkLetter(value) ? random.pick(Array.from(upnAlphabet)) + right.slice(1) : right;
}

/** Of a UPN that is none: check letters for check letters, the three that are none for each other. */
function partsLike(value: string, random: Random): string {
  return Array.from(value)
    .map((character) =>
      upnAlphabet.includes(character)
        ? random.pick(Array.from(upnAlphabet))
        : 'IOS'.includes(character)
          ? random.pick(['I', 'O', 'S'])
          : characterLike(character, random),
    )
    .join('');
}

/** The same rules broken, and no other. */
function upnProfile(value: string): string {
  const { shape, digits, lastCharacter, localAuthority, checkLetter } = upnFaults;
  if (shape(value)) return `shape ${value.length} ${upnAlphabet.includes(value.charAt(0))}`;
  const isWhole = !digits(value) && !lastCharacter(value);
  return JSON.stringify([digits(value), lastCharacter(value), localAuthority(value), isWhole && checkLetter(value)]);
}

export const ulnLike: MakeAlike = (value, random) => {
  const made = textLike(value, random);
  if (!hasUlnShape(value)) return made;
  const nine = String(random.int(100_000_000, 999_999_999));
  const digit = ulnCheckDigit(nine);
  return `${nine}${hasUlnCheckDigit(value) && digit !== undefined ? digit : random.int(0, 9)}`;
};

function ulnProfile(value: string): string {
  return JSON.stringify([hasUlnShape(value), hasUlnShape(value) && hasUlnCheckDigit(value)]);
}

/** The number of another LA, which is or is not one that a return, or a UPN, may have, as the other is. */
export function laLike(value: string, year: number, random: Random): string {
  const isOf = (la: string): string =>
    JSON.stringify([upnLaCodes.has(la), codesIn('la', year).has(la), codesIn('laOrUnknown', year).has(la)]);
  const likely = [...new Set([...codesIn('laOrUnknown', year).keys(), ...upnLaCodes])].filter(
    (la) => la !== value && la !== 'XXX' && isOf(la) === isOf(value),
  );
  return likely.length > 0 ? random.pick(likely) : textLike(value, random);
}

/** Whether two values have the same rules said of them, as far as their form goes. */
export function isAlike(kind: string, value: string, made: string): boolean {
  switch (kind) {
    case 'upn':
      return upnProfile(value) === upnProfile(made);
    case 'uln':
      return ulnProfile(value) === ulnProfile(made);
    case 'postcode':
    case 'urn':
    case 'ukprn':
      return fits(kind, value) === fits(kind, made);
    default:
      return true;
  }
}

function fits(kind: 'postcode' | 'urn' | 'ukprn', value: string): boolean {
  return new RegExp(`^(?:${patterns[kind]})$`).test(value);
}
