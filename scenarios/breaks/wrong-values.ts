import { allCodes, splitType, type ItemType } from '../../src/model/index.js';

/** A way in which a value goes wrong: the name is that of the break. */
export interface WrongValue {
  readonly name: string;
  readonly summary: string;
  readonly value: (right: string) => string;
}

const fixed = (name: string, summary: string, value: string): WrongValue => ({ name, summary, value: () => value });
const made = (name: string, summary: string, value: (right: string) => string): WrongValue => ({
  name,
  summary,
  value,
});

const spaceAfter = made('space-after', 'a space stands after the value', (right) => `${right} `);
const spaceBefore = made('space-before', 'a space stands before the value', (right) => ` ${right}`);
const lineBreakAfter = made('line-break-after', 'a line break stands after the value', (right) => `${right}\n`);
const wideDigits = made('wide-digits', 'the digits are those of another script', (right) =>
  right.replace(/[0-9]/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
);

/** The ways a value of a type goes wrong that are likely in an export. */
export function wrongValues(type: ItemType): readonly WrongValue[] {
  switch (type) {
    case 'date':
      return dates;
    case 'dateTime':
      return dateTimes;
    case 'digits:3':
      return [
        fixed('two-digits', 'there are two digits', '01'),
        fixed('four-digits', 'there are four digits', '0001'),
        fixed('letter', 'one of the digits is a letter', 'A01'),
        spaceBefore,
        lineBreakAfter,
        wideDigits,
      ];
    case 'postcode':
      return [
        made('lower-case', 'the letters are small', (right) => right.toLowerCase()),
        made('two-spaces', 'two spaces stand in the middle', (right) => right.replace(/ ?([0-9][A-Z]{2})$/, '  $1')),
        made('outward-half', 'only the first half is given', (right) => right.replace(/ ?[0-9][A-Z]{2}$/, '')),
        made('letter-for-digit', 'the digit of the second half is the letter O', (right) =>
          right.replace(/[0-9]([A-Z]{2})$/, 'O$1'),
        ),
        spaceAfter,
        lineBreakAfter,
      ];
    case 'urn':
      return [
        fixed('four-digits', 'there are four digits', '1234'),
        fixed('seven-digits', 'there are seven digits', '1234567'),
        fixed('letter', 'one of the digits is a letter', '10000A'),
        made('decimals', 'there are decimals', (right) => `${right}.0`),
        lineBreakAfter,
        wideDigits,
      ];
    case 'ukprn':
      return [
        fixed('seven-digits', 'there are seven digits', '1000123'),
        fixed('nine-digits', 'there are nine digits', '100012345'),
        fixed('letter', 'one of the digits is a letter', '1000123A'),
        made('decimals', 'there are decimals', (right) => `${right}.0`),
        lineBreakAfter,
        wideDigits,
      ];
    case 'text':
    case 'year':
    case 'upn':
    case 'uln':
      return [];
    default:
      return wrongCodes(type);
  }
}

/** The parts of a date. */
function partsOf(date: string): [year: string, month: string, day: string] {
  return [date.slice(0, 4), date.slice(5, 7), date.slice(8, 10)];
}

const dates: readonly WrongValue[] = [
  fixed('no-such-day', 'the day does not exist', '2023-02-30'),
  made('day-first', 'the date is written dd/mm/yyyy', (right) => right.split('-').reverse().join('/')),
  made('with-time', 'a time stands after the date', (right) => `${right}T00:00:00`),
  spaceAfter,
  fixed('leap-day-of-other-year', 'it is 29 February of a year that has none', '2023-02-29'),
  made('month-13', 'the month is 13', (right) => `${right.slice(0, 5)}13-01`),
  made('day-00', 'the day is 00', (right) => `${right.slice(0, 8)}00`),
  made('two-digit-year', 'the year has two digits', (right) => right.slice(2)),
  made('day-first-with-dashes', 'the date is written dd-mm-yyyy', (right) => right.split('-').reverse().join('-')),
  made('with-slashes', 'the date is written yyyy/mm/dd', (right) => right.replaceAll('-', '/')),
  made('without-dashes', 'the date is written yyyymmdd', (right) => partsOf(right).join('')),
  made('one-digit-month', 'the month has one digit', (right) => {
    const [year, month, day] = partsOf(right);
    return `${year}-${Number(month) % 10}-${day}`;
  }),
];

const dateTimes: readonly WrongValue[] = [
  spaceAfter,
  spaceBefore,
  made('date-only', 'there is no time', (right) => right.slice(0, 10)),
  made('no-such-time', 'the hour does not exist', (right) => `${right.slice(0, 11)}24:00:00`),
  made('time-zone', 'a time zone stands after the time', (right) => `${right}Z`),
  made('fraction', 'the time has fractions of a second', (right) => `${right}.000`),
  fixed('leap-day-of-other-year', 'it is 29 February of a year that has none', '2023-02-29T12:00:00'),
  made('space-for-t', 'a space stands between date and time', (right) => right.replace('T', ' ')),
  made('small-t', 'the letter between date and time is small', (right) => right.replace('T', 't')),
  made('without-seconds', 'there are no seconds', (right) => right.slice(0, 16)),
  made('minute-60', 'the minute is 60', (right) => `${right.slice(0, 14)}60:00`),
  made('second-60', 'the second is 60', (right) => `${right.slice(0, 17)}60`),
];

/** A code of a list that stands close by, or that stands for the same in another system; none of the list's own. */
const codeOfNeighbour: Readonly<Record<string, string>> = {
  yesNo: 'Y',
  yesNoRecruiting: '1',
  gender: 'F',
  sex: '2',
  upnUnknown: 'UN4',
  requestSource: '6',
  requestOutcome: 'C',
  assessmentOutcome: 'M',
  residential: 'T',
  workBased: 'B',
  directPayments: 'A',
  ceaseReason: '0',
  senSettingPlan: 'NEET',
  senSettingPlacement: 'UN1',
  rank: '3',
  attendancePattern: 'AM',
  reviewOutcome: 'Y',
  senType: 'BESD',
  ethnicity: 'WHIT',
  la: 'XXX',
  laOrUnknown: 'ZZZ',
};

const digitsOnly: ReadonlySet<string> = new Set(['yesNo', 'gender', 'requestSource', 'ceaseReason', 'rank']);

function wrongCodes(type: `code:${string}` | `fixed:${string}`): readonly WrongValue[] {
  const [kind, name] = splitType(type);
  const padded = [spaceAfter, spaceBefore];
  if (kind === 'fixed') {
    return [
      fixed('another-word', 'it is another word', 'SEN1'),
      ...padded,
      made('lower-case', 'it is in small letters', (right) => right.toLowerCase()),
      typo(new Set([name])),
    ];
  }
  const codes = new Set(allCodes(name).map(({ code }) => code));
  const neighbour = codeOfNeighbour[name];
  if (neighbour === undefined || codes.has(neighbour)) throw new RangeError(`${name} has no code of a neighbour`);
  const always = [...padded, fixed('code-of-another-list', 'it is a code of another list', neighbour), typo(codes)];
  if (name === 'la' || name === 'laOrUnknown') {
    return [
      fixed('no-such-la', 'no LA has the number', '999'),
      made('leading-zero', 'a zero stands before the number', (right) => `0${right}`),
      ...(name === 'laOrUnknown' ? [fixed('unknown-in-small-letters', 'XXX is in small letters', 'xxx')] : []),
      ...always,
    ];
  }
  return [
    fixed('no-such-code', 'there is no such code', 'ZZ'),
    digitsOnly.has(name)
      ? made('leading-zero', 'a zero stands before the code', (right) => `0${right}`)
      : made('lower-case', 'the code is in small letters', (right) => right.toLowerCase()),
    ...always,
  ];
}

/** One letter or digit too few, too many or another one: the first of these that is no code. */
function typo(codes: ReadonlySet<string>): WrongValue {
  return made('typing-error', 'one letter or digit is wrong', (right) => {
    const last = right.slice(-1);
    const shorter = right.slice(0, -1);
    const found = [shorter, `${shorter}Q`, `${right}${last}`].find((value) => value !== '' && !codes.has(value));
    if (found === undefined) throw new RangeError(`every typing error in ${right} is a code`);
    return found;
  });
}
