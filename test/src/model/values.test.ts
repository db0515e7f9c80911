import { hasValueRule, patterns, splitType, type ItemType } from '../../../src/model/index.js';
import { valueTest } from '../../../src/model/values.js';

const types: Readonly<Record<string, { type: ItemType; good: readonly string[]; bad: readonly string[] }>> = {
  date: { type: 'date', good: ['2024-02-29'], bad: ['2023-02-29', '29/02/2024', '2024-02-29T00:00:00'] },
  dateTime: { type: 'dateTime', good: ['2024-02-29T10:00:00'], bad: ['2024-02-29', '2024-02-29T25:00:00'] },
  'a serial number': { type: 'digits:3', good: ['001', '999'], bad: ['1', '0001', '00a', '٠٠١'] },
  postcode: {
    type: 'postcode',
    good: ['NW1 6XE', 'NW16XE', 'M1 1AA', 'M11AA', 'B33 8TH', 'CR2 6XH', 'DN55 1PT', 'W1A 1HQ', 'EC1A 1BB'],
    bad: [
      'nw1 6xe',
      'NW1  6XE',
      'NW1-6XE',
      '1AA 1AA',
      'NWW1 6XE',
      'NW1 6X',
      'NW1 6XEE',
      'NW 6XE',
      'NW1 XXE',
      'UNKNOWN',
    ],
  },
  URN: { type: 'urn', good: ['10000', '100000'], bad: ['1000', '1000000', '10000a', '1 0000', '-10000'] },
  UKPRN: { type: 'ukprn', good: ['10000000'], bad: ['1000000', '100000000', '1000000x'] },
  'a code': { type: 'code:sex', good: ['M', 'F'], bad: ['m', 'X', '1', 'MF', 'constructor'] },
  'a fixed value': { type: 'fixed:SEN2', good: ['SEN2'], bad: ['sen2', 'SEN', 'SEN22'] },
};

describe('a value', () => {
  it.each(Object.entries(types))('that is %s', (_, { type, good, bad }) => {
    const accepts = valueTest(type, 2025);
    expect(good.filter((value) => !accepts(value))).toEqual([]);
    expect(bad.filter((value) => accepts(value))).toEqual([]);
    // No value may have white space around it, the line break that a regular expression overlooks included.
    for (const value of good) {
      const around = ['\n', '\r\n', ' ', '\t', '\u00a0'].flatMap((space) => [value + space, space + value]);
      expect(around.filter(accepts)).toEqual([]);
    }
    expect(accepts('')).toBe(false);
    expect(hasValueRule(type)).toBe(true);
  });

  it.each<ItemType>(['text', 'year', 'upn', 'uln'])('that is %s has no VAL rule, so anything goes', (type) => {
    expect(hasValueRule(type)).toBe(false);
    expect(['', ' ', 'x', '\n'].filter((value) => !valueTest(type, 2025)(value))).toEqual([]);
  });

  it('of a code counts in the years of the code', () => {
    expect([2023, 2024, 2025].map((year) => valueTest('code:senType', year)('DS'))).toEqual([false, false, true]);
  });

  it('of an unknown code set cannot be tested', () => {
    expect(() => valueTest('code:moon', 2025)).toThrow('no code set is called moon');
  });
});

describe('a type', () => {
  it('is split into its kind and name', () => {
    expect(splitType('code:ethnicity')).toEqual(['code', 'ethnicity']);
    expect(splitType('fixed:SEN2')).toEqual(['fixed', 'SEN2']);
  });

  it('may have a pattern, which an XSD takes as it stands: no anchors, no \\d', () => {
    for (const pattern of Object.values(patterns)) expect(pattern).not.toMatch(/[\^$\\]/);
  });
});
