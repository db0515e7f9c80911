import { makeDate, makeUpn, ulnCheckDigit, upnAlphabet } from '../../src/model/index.js';
import type { Person, Requests } from '../../src/return/index.js';
import type { Break } from './break.js';
import type { Draft } from './draft.js';
import { recordBreak } from './record-break.js';

type Identifier = keyof Pick<Person, 'UPN' | 'UniqueLearnerNumber' | 'UPNunknown'>;

function written(tag: Identifier, parent: string) {
  return (rule: string, name: string, summary: string, value: (right: string) => string): Break =>
    recordBreak(rule, name, parent, summary, ({ person, at }) => {
      person[tag] = value(person[tag] ?? '');
      return at.person(tag);
    });
}

const upn = written('UPN', 'review-maintained');
const temporary = written('UPN', 'temporary-upn');
const uln = written('UniqueLearnerNumber', 'uln-only');
const bothUpn = written('UPN', 'upn-and-uln');

const replaceAt = (text: string, index: number, put: string): string =>
  text.slice(0, index) + put + text.slice(index + 1);

/** The letter so many places on in the alphabet of check letters. */
function letterOn(letter: string, places: number): string {
  return upnAlphabet.charAt((upnAlphabet.indexOf(letter) + places) % upnAlphabet.length);
}

/** Numbers next to the spans of LA codes. */
const outsideLas = ['006', '200', '300', '321', '419', '421', '659', '809', '814', '817', '864', '897', '939', '944'];

/** Places in the UPN that hold digits, counted from 1, with what each is part of. */
const digitPlaces = { 3: 'LA code', 4: 'LA code', 5: 'establishment', 8: 'establishment', 10: 'year', 11: 'serial' };

const upns: readonly Break[] = [
  upn('PER-12', 'blank', 'The UPN is a space alone, which is no text but not nothing either.', () => ' '),
  upn('PER-12', 'leading-space', 'A space stands before the UPN.', (right) => ` ${right}`),
  upn('PER-12', 'trailing-space', 'A space stands after the UPN.', (right) => `${right} `),
  upn(
    'PER-12',
    'space-for-check-letter',
    'A space stands in place of the check letter.',
    (right) => ` ${right.slice(1)}`,
  ),
  upn('PER-12', 'letter-of-another-script', 'The UPN starts with a Greek Alpha.', (right) =>
    replaceAt(right, 0, '\u0391'),
  ),
  upn('PER-12', 'one-character', 'The UPN is its check letter alone.', (right) => right.slice(0, 1)),
  upn('PER-12', 'twice', 'The UPN is written twice.', (right) => right + right),
  upn('PER-12', 'wrong-throughout', 'The UPN is in small letters throughout.', () => 'i80oi2000o00s'),
  temporary('PER-12', 'temporary-in-lower-case', 'A temporary UPN is in small letters.', (right) =>
    right.toLowerCase(),
  ),
  bothUpn('PER-12', 'beside-uln', 'The UPN lacks its last character where there is a ULN.', (right) =>
    right.slice(0, 12),
  ),

  ...Array.from({ length: 22 }, (_, i) => i + 1)
    .filter((places) => places > 1)
    .map((places) =>
      upn('PER-13', `check-letter-${places}-on`, `The check letter is ${places} after the right one.`, (right) =>
        replaceAt(right, 0, letterOn(right.charAt(0), places)),
      ),
    ),
  ...[4, 5, 6, 8, 9, 10].map((index) =>
    upn('PER-13', `wrong-digit-${index + 1}`, `Character ${index + 1} is one more.`, (right) =>
      replaceAt(right, index, String((Number(right.charAt(index)) + 1) % 10)),
    ),
  ),
  temporary('PER-13', 'temporary-wrong-check-letter', 'The check letter of a temporary UPN is the next one.', (right) =>
    replaceAt(right, 0, letterOn(right.charAt(0), 1)),
  ),
  temporary('PER-13', 'temporary-letter-as-zero', 'The last letter of a temporary UPN was counted as 0.', (right) => {
    const start = right.slice(1, 12);
    return `${makeUpn(`${start}0`).slice(0, 1)}${start}B`;
  }),

  ...outsideLas.map((code) =>
    upn('PER-14', `la-${code}`, `Characters 2 to 4 are ${code}, with the check letter to go with them.`, (right) =>
      makeUpn(code + right.slice(4)),
    ),
  ),

  ...Object.entries(digitPlaces).map(([place, part]) =>
    upn('PER-15', `letter-at-${place}`, `Character ${place}, in the ${part}, is a letter.`, (right) =>
      replaceAt(right, Number(place) - 1, 'B'),
    ),
  ),
  upn('PER-15', 'wide-digit', 'Character 6 is a wide 2, which is no digit.', (right) => replaceAt(right, 5, '\uff12')),
  upn('PER-15', 'hyphen', 'Character 9 is a hyphen.', (right) => replaceAt(right, 8, '-')),
  upn('PER-15', 'full-stop', 'Character 11 is a full stop.', (right) => replaceAt(right, 10, '.')),
  temporary('PER-15', 'temporary', 'Character 12 of a temporary UPN is a letter.', (right) =>
    replaceAt(right, 11, 'A'),
  ),

  upn('PER-16', 'ends-in-space', 'The UPN ends in a space.', (right) => replaceAt(right, 12, ' ')),
  upn('PER-16', 'ends-in-wide-digit', 'The UPN ends in a wide 1, which is no digit.', (right) =>
    replaceAt(right, 12, '\uff11'),
  ),
];

const ulns: readonly Break[] = [
  uln('PER-17', 'blank', 'The ULN is a space alone, which is no number but not nothing either.', () => ' '),
  uln('PER-17', 'leading-space', 'A space stands before the ULN.', (right) => ` ${right}`),
  uln('PER-17', 'trailing-space', 'A space stands after the ULN.', (right) => `${right} `),
  uln(
    'PER-17',
    'with-decimals',
    'The ULN is written as a spreadsheet may write it, with decimals.',
    (right) => `${right}.0`,
  ),
  uln(
    'PER-17',
    'with-exponent',
    'The ULN is written as a spreadsheet may write it, with an exponent.',
    () => '9.2763E+09',
  ),
  uln('PER-17', 'wide-digit', 'The fifth digit is a wide 2, which is no digit.', (right) =>
    replaceAt(right, 4, '\uff12'),
  ),
  uln('PER-17', 'minus', 'The ULN starts with a minus.', (right) => `-${right.slice(1)}`),
  uln('PER-17', 'one-digit', 'The ULN is one digit.', (right) => right.slice(0, 1)),
  uln('PER-17', 'zeros', 'The ULN is all zeros.', () => '0000000000'),
  uln('PER-17', 'zero-before-right-number', 'The ULN starts with 0, and its check digit is right.', (right) => {
    for (let end = 0; end < 100; end++) {
      const start = `0${right.slice(1, 7)}${String(end).padStart(2, '0')}`;
      const digit = ulnCheckDigit(start);
      if (digit !== undefined) return start + String(digit);
    }
    throw new RangeError('no ULN starts so');
  }),

  ...[2, 3, 4, 5, 6, 7, 8, 9].map((more) =>
    uln('PER-18', `check-digit-${more}-more`, `The check digit is ${more} more.`, (right) =>
      replaceAt(right, 9, String((Number(right.charAt(9)) + more) % 10)),
    ),
  ),
  uln('PER-18', 'wrong-second-digit', 'The second digit is one more.', (right) =>
    replaceAt(right, 1, String((Number(right.charAt(1)) + 1) % 10)),
  ),
  ...[0, 1].map((last) =>
    uln(
      'PER-18',
      `no-remainder-ending-in-${last}`,
      `The ULN is 100000006${last}, which leaves no remainder.`,
      () => `100000006${last}`,
    ),
  ),
];

/** The request of the story becomes another among several, none of the others agreed; UN10 is given. */
function agreedAmong(name: string, summary: string, order: (refused: Requests, agreed: Requests) => Requests[]): Break {
  return recordBreak('PER-22', name, 'second-request-after-refusal', summary, (draft) => {
    const { person } = draft;
    person.Requests = order(draft.request(1), draft.request(2));
    delete person.UPN;
    person.UPNunknown = 'UN10';
    return draft.at.person('UPNunknown');
  });
}

/** Another day of receipt for a copy of a refused request. */
function again(refused: Requests, { activityYear }: Draft['facts']): Requests {
  const day = makeDate(activityYear, 1, 2);
  const other = refused.ReceivedDate === day ? makeDate(activityYear, 1, 3) : day;
  return { ...refused, ReceivedDate: other, RequestOutcomeDate: makeDate(activityYear, 2, 10) };
}

const reason = written('UPNunknown', 'review-maintained');

const reasons: readonly Break[] = [
  ...['UN1', 'UN2', 'UN3', 'UN5', 'UN8', 'UN9', 'UN10'].map((code) =>
    recordBreak(
      'PER-20',
      `${code.toLowerCase()}-beside-upn`,
      'no-further-action',
      `${code} stands beside a UPN.`,
      (draft) => {
        Object.assign(draft.person, { UPN: makeUpn('202100022001'), UPNunknown: code } satisfies Person);
        return draft.at.person('UPNunknown');
      },
    ),
  ),
  reason('PER-20', 'un3-beside-upn-of-a-pupil', 'UN3 stands beside the UPN of a pupil with a plan.', () => 'UN3'),

  ...(
    [
      ['six-since-august', 'UN1 is given for a child who turned 6 in the autumn.', 6, 10, 1],
      ['six-for-a-year', 'UN1 is given for a child who is 6 until the week after census.', 7, 1, 28],
    ] as const
  ).map(([name, summary, years, month, day]) =>
    recordBreak('PER-21', name, 'no-further-action', summary, (draft) => {
      const from = month === 1 ? draft.year : draft.facts.activityYear;
      Object.assign(draft.person, { UPNunknown: 'UN1', PersonBirthDate: makeDate(from - years, month, day) });
      return draft.at.person('UPNunknown');
    }),
  ),

  agreedAmong(
    'first-request-agreed',
    'UN10 is given where the first request was agreed and the second refused.',
    (refused, agreed) => [agreed, refused],
  ),
  recordBreak(
    'PER-22',
    'middle-request-agreed',
    'second-request-after-refusal',
    'UN10 is given where the second request of three was agreed.',
    (draft) => {
      const [refused = {}, agreed = {}] = draft.requests;
      draft.person.Requests = [refused, agreed, again(refused, draft.facts)];
      delete draft.person.UPN;
      draft.person.UPNunknown = 'UN10';
      return draft.at.person('UPNunknown');
    },
  ),
  recordBreak(
    'PER-22',
    'exported',
    'exported',
    'UN10 is given where the request was agreed and exported.',
    ({ person, at }) => {
      delete person.UPN;
      person.UPNunknown = 'UN10';
      return at.person('UPNunknown');
    },
  ),
];

/** More breaks of UPN, ULN and the reason for neither. */
export const identifierMoreBreaks: readonly Break[] = [...upns, ...ulns, ...reasons];
