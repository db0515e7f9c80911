import { addMonths, makeUpn, ulnCheckDigit, upnAlphabet } from '../../src/model/index.js';
import type { Person } from '../../src/return/index.js';
import { justUnder } from './births.js';
import type { NearMiss } from './break.js';
import type { Draft } from './draft.js';
import { nearMiss } from './near-miss.js';

type Identifier = keyof Pick<Person, 'UPN' | 'UniqueLearnerNumber' | 'UPNunknown'>;

function given(rule: string, tag: Identifier, parent: string) {
  return (name: string, summary: string, value: (right: string, draft: Draft) => string): NearMiss =>
    nearMiss(rule, name, parent, summary, (draft) => {
      draft.person[tag] = value(draft.person[tag] ?? '', draft);
      return draft.at.person(tag);
    });
}

/** A UPN like the right one whose check letter is the one asked for. */
function upnWithCheckLetter(letter: string, right: string): string {
  for (let serial = 0; serial < 1000; serial++) {
    const upn = makeUpn(right.slice(1, 10) + String(serial).padStart(3, '0'));
    if (upn.startsWith(letter) && upn !== right) return upn;
  }
  throw new RangeError(`no UPN has the check letter ${letter}`);
}

/** A ULN like the right one whose check digit is the one asked for. */
function ulnWithCheckDigit(digit: number, right: string): string {
  for (let end = 0; end < 1000; end++) {
    const start = right.slice(0, 6) + String(end).padStart(3, '0');
    const uln = start + String(digit);
    if (ulnCheckDigit(start) === digit && uln !== right) return uln;
  }
  throw new RangeError(`no ULN has the check digit ${digit}`);
}

/** Characters 2 to 12 of a UPN, the last of them one more, so that the UPN is another whatever it ends in. */
function nextSerial(right: string): string {
  return right.slice(1, 11) + String((Number(right.charAt(11)) + 1) % 10);
}

const letters = Array.from(upnAlphabet);
const digits = Array.from({ length: 10 }, (_, digit) => digit);

/** First and last codes of spans of LA numbers, next to numbers that were never given out. */
const edgeLas = ['001', '005', '201', '213', '301', '320', '420', '660', '815', '816', '865', '896', '940', '943'];

const upn = (rule: string): ReturnType<typeof given> => given(rule, 'UPN', 'review-maintained');
const temporary = (rule: string): ReturnType<typeof given> => given(rule, 'UPN', 'temporary-upn');

const upns: readonly NearMiss[] = [
  upn('PER-12')('known-number', 'The UPN is B801200005001.', () => 'B801200005001'),
  upn('PER-12')('other-known-number', 'The UPN is P207000016049.', () => 'P207000016049'),
  temporary('PER-12')('temporary', 'The UPN is a temporary one that ends in Z.', (right) =>
    makeUpn(`${right.slice(1, 12)}Z`),
  ),
  ...letters.map((letter) =>
    upn('PER-13')(`check-letter-${letter.toLowerCase()}`, `The check letter is ${letter}.`, (right) =>
      upnWithCheckLetter(letter, right),
    ),
  ),
  ...edgeLas.map((code) =>
    upn('PER-14')(`la-${code}`, `Characters 2 to 4 are ${code}.`, (right) =>
      makeUpn(code + nextSerial(right).slice(3) + right.slice(12)),
    ),
  ),
  temporary('PER-14')('temporary-la-943', 'Characters 2 to 4 of a temporary UPN are 943.', (right) =>
    makeUpn(`943${nextSerial(right).slice(3)}${right.slice(12)}`),
  ),
  upn('PER-15')('zeros', 'Characters 5 to 12 are zeros.', (right) =>
    makeUpn(`${right.slice(1, 4)}00000000${right.slice(12)}`),
  ),
  upn('PER-15')('nines', 'Characters 5 to 12 are nines.', (right) =>
    makeUpn(`${right.slice(1, 4)}99999999${right.slice(12)}`),
  ),
  ...digits.map((digit) =>
    upn('PER-16')(`ends-in-${digit}`, `The UPN ends in ${digit}.`, (right) =>
      makeUpn(nextSerial(right) + String(digit)),
    ),
  ),
  ...letters.map((letter) =>
    temporary('PER-16')(`ends-in-${letter.toLowerCase()}`, `A temporary UPN ends in ${letter}.`, (right) =>
      makeUpn(nextSerial(right) + letter),
    ),
  ),
];

const uln = (rule: string): ReturnType<typeof given> => given(rule, 'UniqueLearnerNumber', 'uln-only');

const ulns: readonly NearMiss[] = [
  uln('PER-17')('known-number', 'The ULN is 9276308686.', () => '9276308686'),
  uln('PER-17')('starts-with-one', 'The ULN is 1000000043.', () => '1000000043'),
  ...[1, 9].map((first) =>
    uln('PER-17')(`starts-with-${first}-then-${first}`, `The ULN starts with ${first}${first}.`, () =>
      ulnWithCheckDigit(5, String(first).repeat(9)),
    ),
  ),
  ...digits.map((digit) =>
    uln('PER-18')(`check-digit-${digit}`, `The check digit is ${digit}.`, (right) => ulnWithCheckDigit(digit, right)),
  ),
];

/** One of the identifiers is taken away, and another given. */
function replaced(
  rule: string,
  name: string,
  parent: string,
  summary: string,
  without: Identifier,
  items: Person,
): NearMiss {
  return nearMiss(rule, name, parent, summary, (draft) => {
    Reflect.deleteProperty(draft.person, without);
    Object.assign(draft.person, items);
    return draft.at.person(Object.hasOwn(items, 'UPNunknown') ? 'UPNunknown' : without);
  });
}

const reasons = ['UN2', 'UN3', 'UN5', 'UN8', 'UN9'] as const;

const oneOfThree: readonly NearMiss[] = [
  replaced('PER-19', 'upn-alone', 'upn-and-uln', 'The UPN alone is given.', 'UniqueLearnerNumber', {}),
  replaced('PER-19', 'uln-alone', 'upn-and-uln', 'The ULN alone is given.', 'UPN', {}),
  replaced('PER-19', 'reason-alone', 'uln-only', 'The reason alone is given.', 'UniqueLearnerNumber', {
    UPNunknown: 'UN9',
  }),
  ...reasons.map((UPNunknown) =>
    replaced(
      'PER-20',
      `${UPNunknown.toLowerCase()}-in-place-of-upn`,
      'review-maintained',
      `${UPNunknown} stands in place of the UPN.`,
      'UPN',
      { UPNunknown },
    ),
  ),
];

/** UN1, or another reason, for someone who is six the day after census, or is six. */
function reasonAtSix(
  name: string,
  summary: string,
  UPNunknown: string,
  birthDate: (censusDay: string) => string,
): NearMiss {
  return nearMiss('PER-21', name, 'no-further-action', summary, (draft) => {
    Object.assign(draft.person, { UPNunknown, PersonBirthDate: birthDate(draft.facts.referenceDate) });
    return draft.at.person('UPNunknown');
  });
}

const un10 = ({ person, at }: Draft): string => {
  delete person.UPN;
  person.UPNunknown = 'UN10';
  return at.person('UPNunknown');
};

const reasonNearMisses: readonly NearMiss[] = [
  reasonAtSix('six-day-after-census', 'UN1 is given for a child who is 6 the day after census.', 'UN1', (census) =>
    justUnder(6, census),
  ),
  reasonAtSix('one-year-old', 'UN1 is given for a child of 1.', 'UN1', (census) => addMonths(census, -23)),
  ...reasons.map((reason) =>
    reasonAtSix(
      `${reason.toLowerCase()}-at-six`,
      `${reason} is given for a child who is 6 on census day.`,
      reason,
      (census) => addMonths(census, -72),
    ),
  ),

  nearMiss('PER-22', 'awaited-request', 'awaiting-decision', 'UN10 is given where the decision is awaited.', un10),
  nearMiss('PER-22', 'withdrawn-request', 'request-withdrawn', 'UN10 is given where the request was withdrawn.', un10),
  nearMiss('PER-22', 'refused-request', 'request-refused', 'UN10 is given where the request was refused.', un10),
  nearMiss(
    'PER-22',
    'refusal-overturned',
    'refusal-overturned-by-mediation',
    'UN10 is given where a refusal was overturned.',
    un10,
  ),
  nearMiss(
    'PER-22',
    'refused-then-withdrawn',
    'second-request-after-refusal',
    'UN10 is given: one request was refused, one withdrawn.',
    (draft) => {
      const { ReceivedDate = '', RequestSource, RYA = '' } = draft.request(2);
      draft.requests.splice(1, 1, {
        ReceivedDate,
        ...(RequestSource !== undefined && { RequestSource }),
        RYA,
        RequestOutcome: 'W',
      });
      return un10(draft);
    },
  ),
  nearMiss(
    'PER-22',
    'agreed-for-another-person',
    'request-refused',
    'UN10 is given; the request of the next person was agreed.',
    un10,
  ),
];

/** Near misses of UPN, ULN and the reason for neither (PER-12 to PER-22). */
export const identifierNearMisses: readonly NearMiss[] = [...upns, ...ulns, ...oneOfThree, ...reasonNearMisses];
