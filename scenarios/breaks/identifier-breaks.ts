import { addMonths, makeUpn, upnAlphabet, upnCheckLetter } from '../../src/model/index.js';
import type { Person } from '../../src/return/index.js';
import type { Break } from './break.js';

type Identifier = keyof Pick<Person, 'UPN' | 'UniqueLearnerNumber' | 'UPNunknown'>;

/** Gives the person another value of an identifier, made from the right one; the finding is at it. */
function written(tag: Identifier, parent: string) {
  return (rule: string, name: string, summary: string, value: (right: string) => string, other = parent): Break => ({
    rule,
    name,
    summary,
    parent: other,
    change: ({ person, at }) => {
      person[tag] = value(person[tag] ?? '');
      return { at: [at.person(tag)] };
    },
  });
}

const upn = written('UPN', 'review-maintained');
const uln = written('UniqueLearnerNumber', 'uln-only');
const reason = written('UPNunknown', 'review-maintained');

/** Another character in place of the one at a 1-based position, as the guides count. */
function withCharacter(text: string, position: number, put: (now: string) => string): string {
  return text.slice(0, position - 1) + put(text.charAt(position - 1)) + text.slice(position);
}

const nextDigit = (digit: string): string => String((Number(digit) + 1) % 10);

function nextLetter(letter: string): string {
  return upnAlphabet.charAt((upnAlphabet.indexOf(letter) + 1) % upnAlphabet.length);
}

/** The UPN of another LA code, with the check letter that goes with it. */
const withLa = (code: string) => (right: string) => makeUpn(code + right.slice(4));

/** The check letter of a UPN before its last two digits, which are made to differ, changed places. */
function lastTwoSwapped(right: string): string {
  const start = right.slice(1, 11);
  const tens = right.charAt(11);
  const ones = right.charAt(12) === tens ? nextDigit(tens) : right.charAt(12);
  return upnCheckLetter(start + tens + ones) + start + ones + tens;
}

const upnBreaks: readonly Break[] = [
  upn('PER-12', 'too-short', 'The UPN lacks its last character.', (right) => right.slice(0, 12)),
  upn('PER-12', 'without-check-letter', 'The UPN lacks its check letter.', (right) => right.slice(1)),
  upn('PER-12', 'too-long', 'A digit stands after the UPN.', (right) => `${right}0`),
  upn('PER-12', 'starts-with-i', 'The UPN starts with I.', (right) => withCharacter(right, 1, () => 'I')),
  upn('PER-12', 'starts-with-o', 'The UPN starts with O.', (right) => withCharacter(right, 1, () => 'O')),
  upn('PER-12', 'starts-with-s', 'The UPN starts with S.', (right) => withCharacter(right, 1, () => 'S')),
  upn('PER-12', 'starts-with-digit', 'The UPN starts with a digit.', (right) => withCharacter(right, 1, () => '1')),
  upn('PER-12', 'lower-case', 'The check letter is a small letter.', (right) =>
    withCharacter(right, 1, (letter) => letter.toLowerCase()),
  ),

  upn('PER-13', 'wrong-check-letter', 'The check letter is the one after the right one.', (right) =>
    withCharacter(right, 1, nextLetter),
  ),
  upn('PER-13', 'wrong-last-digit', 'The last digit is one more.', (right) => withCharacter(right, 13, nextDigit)),
  upn('PER-13', 'wrong-establishment-digit', 'A digit of the establishment number is one more.', (right) =>
    withCharacter(right, 8, nextDigit),
  ),
  upn('PER-13', 'digits-swapped', 'The last two digits have changed places.', lastTwoSwapped),
  upn('PER-13', 'known-number', 'The UPN is A801200005001, where B is right.', () => 'A801200005001'),
  upn(
    'PER-13',
    'temporary-wrong-letter',
    'The last letter of a temporary UPN is the one after the right one.',
    (right) => withCharacter(right, 13, nextLetter),
    'temporary-upn',
  ),
  upn(
    'PER-13',
    'beside-uln',
    'The check letter is wrong where there is a right ULN as well.',
    (right) => withCharacter(right, 1, nextLetter),
    'upn-and-uln',
  ),

  upn('PER-14', 'la-000', 'Characters 2 to 4 are 000, with the check letter to go with them.', withLa('000')),
  upn('PER-14', 'la-999', 'Characters 2 to 4 are 999, with the check letter to go with them.', withLa('999')),
  upn('PER-14', 'la-in-a-gap', 'Characters 2 to 4 are 804, which was never given out.', withLa('804')),
  upn(
    'PER-14',
    'temporary',
    'Characters 2 to 4 of a temporary UPN are 214, which was never given out.',
    withLa('214'),
    'temporary-upn',
  ),

  upn('PER-15', 'letter-in-la-code', 'Character 2 is a letter.', (right) => withCharacter(right, 2, () => 'B')),
  upn('PER-15', 'letter-in-establishment', 'Character 7 is the letter O.', (right) =>
    withCharacter(right, 7, () => 'O'),
  ),
  upn('PER-15', 'letter-in-serial', 'Character 12 is a letter.', (right) => withCharacter(right, 12, () => 'A')),
  upn('PER-15', 'space-within', 'Character 9 is a space.', (right) => withCharacter(right, 9, () => ' ')),

  upn('PER-16', 'ends-in-i', 'The UPN ends in I.', (right) => withCharacter(right, 13, () => 'I')),
  upn('PER-16', 'ends-in-o', 'The UPN ends in O.', (right) => withCharacter(right, 13, () => 'O')),
  upn('PER-16', 'ends-in-s', 'The UPN ends in S.', (right) => withCharacter(right, 13, () => 'S'), 'temporary-upn'),
  upn('PER-16', 'ends-in-hyphen', 'The UPN ends in a hyphen.', (right) => withCharacter(right, 13, () => '-')),
  upn(
    'PER-16',
    'ends-in-lower-case',
    'The last letter of a temporary UPN is a small letter.',
    (right) => withCharacter(right, 13, (letter) => letter.toLowerCase()),
    'temporary-upn',
  ),
];

const ulnBreaks: readonly Break[] = [
  uln('PER-17', 'nine-digits', 'The ULN lacks its last digit.', (right) => right.slice(0, 9)),
  uln('PER-17', 'eleven-digits', 'A digit stands after the ULN.', (right) => `${right}0`),
  uln('PER-17', 'starts-with-0', 'The ULN starts with 0.', (right) => withCharacter(right, 1, () => '0')),
  uln('PER-17', 'letter', 'A letter stands in the ULN.', (right) => withCharacter(right, 5, () => 'O')),
  uln(
    'PER-17',
    'beside-upn',
    'The ULN has eight digits where there is a right UPN as well.',
    (right) => right.slice(0, 8),
    'upn-and-uln',
  ),

  uln('PER-18', 'wrong-check-digit', 'The check digit is one more.', (right) => withCharacter(right, 10, nextDigit)),
  uln('PER-18', 'wrong-ninth-digit', 'The ninth digit is one more.', (right) => withCharacter(right, 9, nextDigit)),
  uln('PER-18', 'digits-swapped', 'The ULN is 9276306886, where 9276308686 is right.', () => '9276306886'),
  uln('PER-18', 'known-number', 'The ULN is 1000000042, where 1000000043 is right.', () => '1000000042'),
  uln('PER-18', 'no-remainder', 'The ULN is 1000000063, which leaves no remainder.', () => '1000000063'),
  uln(
    'PER-18',
    'beside-upn',
    'The check digit is wrong where there is a right UPN as well.',
    (right) => withCharacter(right, 10, nextDigit),
    'upn-and-uln',
  ),
];

/** The only identifier of a person, or reason for none, is taken away or left empty. */
function nothingGiven(tag: Identifier, name: string, parent: string): Break[] {
  return (['absent', 'empty'] as const).map((how) => ({
    rule: 'PER-19',
    name: `${name}-${how}`,
    summary: `${tag}, the only one of the three given, is ${how}.`,
    parent,
    change: ({ person, at }) => {
      if (how === 'absent') Reflect.deleteProperty(person, tag);
      else person[tag] = '';
      if (how === 'absent' || tag === 'UPN') return { at: [at.person('UPN')] };
      // Of the three, the empty element alone stands there; read as good as absent, none of them does.
      return { at: [at.person('UPN')], orAt: [at.person(tag)] };
    },
  }));
}

const nothingGivenBreaks: readonly Break[] = [
  ...nothingGiven('UPN', 'upn', 'review-maintained'),
  ...nothingGiven('UniqueLearnerNumber', 'uln', 'uln-only'),
  ...nothingGiven('UPNunknown', 'reason', 'never-in-state-school'),
  {
    rule: 'PER-19',
    name: 'all-empty',
    summary: 'UPN, UniqueLearnerNumber and UPNunknown all stand there empty.',
    parent: 'upn-and-uln',
    change: ({ person, at }) => {
      Object.assign(person, { UPN: '', UniqueLearnerNumber: '', UPNunknown: '' });
      return { at: [at.person('UPN')] };
    },
  },
];

const reasonBreaks: readonly Break[] = [
  reason('PER-20', 'beside-upn', 'A reason for no identifier stands beside a UPN.', () => 'UN2'),
  reason('PER-20', 'beside-uln', 'A reason for no identifier stands beside a ULN.', () => 'UN9', 'uln-only'),
  reason('PER-20', 'beside-both', 'A reason for no identifier stands beside UPN and ULN.', () => 'UN5', 'upn-and-uln'),
  reason('PER-20', 'beside-temporary-upn', 'UN8 stands beside a temporary UPN.', () => 'UN8', 'temporary-upn'),

  reason('PER-21', 'of-school-age', 'UN1 is given for a child of 9.', () => 'UN1', 'never-in-state-school'),
  reason(
    'PER-21',
    'grown-up',
    'UN1 is given for a young person of 18.',
    () => 'UN1',
    'young-person-without-identifier',
  ),
  {
    rule: 'PER-21',
    name: 'sixth-birthday-on-census-day',
    summary: 'UN1 is given for a child who is 6 on census day.',
    parent: 'no-further-action',
    change: ({ person, facts, at }) => {
      person.PersonBirthDate = addMonths(facts.referenceDate, -12 * 6);
      person.UPNunknown = 'UN1';
      return { at: [at.person('UPNunknown')] };
    },
  },

  reason('PER-22', 'historical-request', 'UN10 is given where there is a plan.', () => 'UN10', 'sources-disagree'),
  reason(
    'PER-22',
    'agreed-request',
    'UN10 is given where a request was agreed.',
    () => 'UN10',
    'under-six-without-upn',
  ),
  {
    rule: 'PER-22',
    name: 'second-request-agreed',
    summary: 'UN10 is given in place of the UPN where the first request was refused and the second agreed.',
    parent: 'second-request-after-refusal',
    change: ({ person, at }) => {
      delete person.UPN;
      person.UPNunknown = 'UN10';
      return { at: [at.person('UPNunknown')] };
    },
  },
];

/** Breaks of UPN, ULN and the reason for neither (PER-12 to PER-22). */
export const identifierBreaks: readonly Break[] = [...upnBreaks, ...ulnBreaks, ...nothingGivenBreaks, ...reasonBreaks];
