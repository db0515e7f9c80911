import { readLa, readShard, readWhole, readYear } from '../../../src/cli/options.js';

const years = '2023, 2024, 2025, 2026, 2027';

describe('a collection year', () => {
  it.each([2023, 2024, 2025, 2026, 2027])('%d is read', (year) => {
    expect(readYear(String(year))).toBe(year);
  });

  it.each(['2022', '2028', '25', '02025', '2025.0', ' 2025', '2025\n', 'x', '2e3', ''])('%j is refused', (text) => {
    expect(() => readYear(text)).toThrow(`--year ${text}: not a known collection year; known years: ${years}`);
  });
});

describe('a whole number', () => {
  const read = (text: string): number => readWhole(text, '--persons', 1, 10_000_000);

  it.each([
    ['1', 1],
    ['10000000', 10_000_000],
    ['0042', 42],
  ])('%s is read', (text, value) => {
    expect(read(text)).toBe(value);
  });

  it.each(['0', '-1', '1e9', '1,000', '1 000', '10000001', 'abc', '1.5', '0x10', '99999999999999999999', '+1', ''])(
    '%j is refused',
    (text) => {
      expect(() => read(text)).toThrow(`--persons ${text}: a whole number from 1 to 10,000,000 is needed`);
    },
  );
});

describe('an LA', () => {
  it('is its number in the year', () => {
    expect(readLa('202', 2025)).toBe('202');
    expect(readLa('909', 2023)).toBe('909');
    expect(() => readLa('909', 2025)).toThrow('--la 909: not the number of a local authority in 2025; a three-digit');
    expect(() => readLa('942', 2023)).toThrow('--la 942: not the number of a local authority in 2023');
  });

  it('is not its name, but the name tells the number', () => {
    expect(() => readLa('camden', 2025)).toThrow(
      '--la camden: not the number of a local authority in 2025; Camden is 202',
    );
    expect(() => readLa('Cumbria', 2025)).toThrow('such as 202 (Camden) is needed');
  });
});

describe('a shard', () => {
  it('is i/n', () => {
    expect(readShard('1/1')).toEqual({ part: 1, of: 1 });
    expect(readShard('3/4')).toEqual({ part: 3, of: 4 });
  });

  it.each(['0/4', '5/4', '1/0', '1', '/', '1/', '-1/4', '1/4/2', '1.5/4', 'a/b', ''])('%j is refused', (text) => {
    expect(() => readShard(text)).toThrow(`--shard ${text}: i/n is needed`);
  });
});
