import fc from 'fast-check';
import {
  codesIn,
  dateOfDayNumber,
  splitType,
  yearModel,
  type ItemType,
  type YearGroup,
} from '../../src/model/index.js';
import type { Return } from '../../src/return/index.js';

interface Fields {
  [tag: string]: string | Fields | Fields[] | undefined;
}

/** Text that a format could take for something else, or lose a part of. */
export const awkwardText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    'Smith, "Jo"',
    '"',
    '""',
    ';',
    ' leading',
    'trailing ',
    ' ',
    '\t',
    'two\nlines',
    'two\r\nlines',
    'old\rline',
    '\n',
    'Zoë Ó Briain',
    '李',
    '👩‍🏫',
    '\u00a0',
    '\ufeff',
    '=1+1',
    "'=1+1",
    '+44',
    '-1',
    '@here',
    '2022-09-28',
    '2022-Sep-28 00:00:00',
    '28/09/2022',
    '44832',
    '1e5',
    '007',
    'true',
    'FALSE',
    'null',
    '{"a":1}',
    '\\n',
    '<&>',
    ']]>',
    '|',
  ),
  fc.stringMatching(/^[ a-c",;\r\n\t|'=]{1,10}$/),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
);

const digits = (length: number): fc.Arbitrary<string> =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''));
const date = fc.integer({ min: 640_000, max: 760_000 }).map(dateOfDayNumber);
const two = (max: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max }).map((number) => String(number).padStart(2, '0'));

function valueOf(type: ItemType, year: number): fc.Arbitrary<string> {
  switch (type) {
    case 'text':
      return awkwardText;
    case 'date':
      return date;
    case 'dateTime':
      return fc.tuple(date, two(23), two(59), two(59)).map(([day, h, m, s]) => `${day}T${h}:${m}:${s}`);
    case 'year':
      return fc.constant(String(year));
    case 'digits:3':
      return digits(3);
    case 'postcode':
      return fc.constantFrom('NW1 6HP', 'M11AA');
    case 'upn':
      return fc.constantFrom('B801200005001', 'A82020000500C');
    case 'uln':
      return fc.constant('9276308686');
    case 'urn':
      return fc.oneof(digits(5), digits(6));
    case 'ukprn':
      return digits(8);
    default: {
      const [kind, name] = splitType(type);
      return kind === 'fixed' ? fc.constant(name) : fc.constantFrom(...codesIn(name, year).keys());
    }
  }
}

/**
 * Returns in which each value is one that its item may have, text as awkward as it gets, and records there or not and
 * empty or not. No item is there and empty: see the format that cannot say it.
 */
export function arbitraryValidReturn(year: number): fc.Arbitrary<Return> {
  const model = yearModel(year);
  const header = recordOf(model.group('Header'), year, true);
  const persons = fc.array(recordOf(model.group('Person'), year, false), { minLength: 1, maxLength: 3 });
  return fc.tuple(header, persons).map(([Header, Person]) => ({ Header, Persons: { Person } }));
}

function recordOf(group: YearGroup, year: number, isWhole: boolean): fc.Arbitrary<Fields> {
  const held: Record<string, fc.Arbitrary<Fields[string]>> = {};
  for (const child of group.children) {
    if (child.kind === 'item') held[child.tag] = valueOf(child.node.type, year);
    else if (!child.repeats) held[child.tag] = recordOf(child, year, isWhole);
    else
      held[child.tag] = fc.array(recordOf(child, year, isWhole), {
        minLength: 1,
        maxLength: Math.min(child.max, 3),
      });
  }
  return isWhole ? fc.record(held) : fc.record(held, { requiredKeys: [] });
}
