import { personToXml } from '../../../output/index.js';
import type { Person } from '../../../src/return/index.js';
import { header, people, put, read, removeFiles, rowsOf, saved, type ReadBack } from './workbook.js';

afterEach(removeFiles);

const texts = ({ remarks }: ReadBack): string[] => remarks.map(({ text }) => text);
const xml = (persons: readonly Person[]): string => persons.map((person) => personToXml(person, 2026)).join('');

/** Reads the rows with one cell changed. */
async function readWith(
  ...[tag, n, label, value]: [Parameters<typeof put>[1], number, string, Parameters<typeof put>[4]]
): Promise<ReadBack> {
  const rows = rowsOf();
  put(rows, tag, n, label, value);
  return read(await saved(rows));
}

/** A day as exceljs takes it: midnight of Greenwich, whatever the clock. */
const day = (date: string, time = '00:00:00'): Date => new Date(`${date}T${time}Z`);

describe('a workbook saved by another program', () => {
  it('reads as the one that was written', async () => {
    const back = await read(await saved(rowsOf()));
    expect(xml(back.persons)).toBe(xml(people));
    expect(back.ret.Header).toEqual(header);
    expect(back.remarks).toEqual([]);
  });
});

describe('dates', () => {
  const first = ({ persons }: ReadBack): string | undefined => persons[0]?.PersonBirthDate;

  it.each([
    ['a date cell', day('2012-02-29'), '2012-02-29', []],
    ['a date cell of the last century', day('1999-12-31'), '1999-12-31', []],
    ['text', '2012-02-29', '2012-02-29', []],
    ['text from a database', '2012-02-29 00:00:00', '2012-02-29', ['a time of day beside the date is left out']],
    [
      'a date cell with a time of day',
      day('2012-02-29', '23:59:00'),
      '2012-02-29',
      ['a time of day beside the date is left out'],
    ],
    ['a serial number', 40968, '2012-02-29', ['a number that is not shown as a date is taken for a date of Excel']],
    [
      'the day before the one that never was',
      59,
      '1900-02-28',
      ['a number that is not shown as a date is taken for a date of Excel'],
    ],
    ['the day after it', 61, '1900-03-01', ['a number that is not shown as a date is taken for a date of Excel']],
    ['text that is no date, which is for the rules', '2012-02-30', '2012-02-30', []],
    ['words', 'not known', 'not known', []],
    ['the result of a formula', { formula: 'A1', result: day('2012-02-29'), date1904: false }, '2012-02-29', []],
  ])('are taken from %s', async (_, value, expected, told) => {
    const back = await readWith('Person', 1, 'Date of Birth', value);
    expect(first(back)).toBe(expected);
    expect(texts(back)).toEqual(told.map((text) => `Date of Birth: ${text}`));
  });

  it('count from 1904 where the workbook does', async () => {
    const rows = rowsOf();
    put(rows, 'Person', 1, 'Date of Birth', day('2012-02-29'));
    put(rows, 'Person', 2, 'Date of Birth', 0);
    const { persons } = await read(await saved(rows, { from1904: true }));
    expect(persons.map(({ PersonBirthDate }) => PersonBirthDate)).toEqual(['2012-02-29', '1904-01-01']);
  });

  it('do not depend on the time zone', async () => {
    const zone = process.env['TZ'];
    try {
      for (const one of ['America/Los_Angeles', 'Pacific/Auckland']) {
        process.env['TZ'] = one;
        expect(first(await readWith('Person', 1, 'Date of Birth', day('2012-02-29')))).toBe('2012-02-29');
      }
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  it('have a time in the header alone', async () => {
    const { ret } = await readWith('Header', 1, 'Date & Time', day('2026-02-12', '09:30:15'));
    expect(ret.Header?.Source?.DateTime).toBe('2026-02-12T09:30:15');
  });

  it.each(['01/02/2012', '1/2/12', '01-02-2012', '13.02.2012', ' 01/02/2012 00:00'])(
    'as %j are refused, since day and month cannot be told apart, and not shown',
    async (value) => {
      const rows = rowsOf();
      const name = put(rows, 'Person', 2, 'Date of Birth', value);
      const path = await saved(rows);
      const message = `${path}: sheet Data Entry Template, cell ${name}: holds a date as text in which day and month cannot be told apart: write it as ccyy-mm-dd`;
      await expect(read(path)).rejects.toMatchObject({ name: 'FormatError', message });
    },
  );

  it.each([60, 20_240_901, -1, 0.5])('as the number %d, which is no day, are refused', async (value) => {
    await expect(readWith('Person', 1, 'Date of Birth', value)).rejects.toThrow(
      /cell F8: holds a number that is no date of Excel: write the date as ccyy-mm-dd$/,
    );
  });
});

describe('numbers where text belongs', () => {
  it.each([
    ['Header', 'Serial Number', 1, '001', 'zeros lost at the start, in cells that are numbers, are put back'],
    ['Header', 'LA Number', 202, '202', undefined],
    ['Header', 'Year', 2026, '2026', undefined],
    ['Header', 'Release', 1.1, '1.1', 'a number is taken as text; zeros that it began or ended with are lost'],
    ['Person', 'ULN - Young Persons Unique Learner Number', 1_000_000_043, '1000000043', undefined],
    ['Person', 'Surname', 7, '7', 'a number is taken as text; zeros that it began or ended with are lost'],
    ['Requests', 'Initial Request Whilst In RYA', 0, '0', undefined],
    [
      'PlacementDetail',
      'URN - Unique Reference Number',
      123,
      '00123',
      'zeros lost at the start, in cells that are numbers, are put back',
    ],
    ['PlacementDetail', 'URN - Unique Reference Number', 12_345, '12345', undefined],
    ['PlacementDetail', 'UKPRN - UK Provider Reference Number', 10_012_345, '10012345', undefined],
    ['PlacementDetail', 'Placement Rank', 1, '1', undefined],
    ['PlacementDetail', 'Placement Rank', 7, '7', undefined],
  ] as const)('in %s, %s: %d is %s', async (tag, label, value, expected, told) => {
    const back = await readWith(tag, 1, label, value);
    const found = JSON.stringify(back.ret).includes(`:"${expected}"`);
    expect(found).toBe(true);
    expect(texts(back)).toEqual(told === undefined ? [] : [`${label}: ${told}`]);
  });

  it('tells where the first is and how many there are', async () => {
    const rows = rowsOf();
    const name = put(rows, 'PlacementDetail', 1, 'URN - Unique Reference Number', 123);
    put(rows, 'PlacementDetail', 2, 'URN - Unique Reference Number', 45);
    const [remark] = (await read(await saved(rows))).remarks;
    expect(remark).toMatchObject({ count: 2, place: { kind: 'cell', sheet: 'Data Entry Template', cell: name } });
  });

  it('refuses what Excel has made a date of', async () => {
    await expect(readWith('Person', 1, 'Surname', day('2024-05-01'))).rejects.toThrow(
      /cell D8: holds a date where Surname belongs: format the cell as text and put the value there again$/,
    );
  });
});

describe('yes and no', () => {
  it.each([
    [true, '1'],
    [false, '0'],
    ['TRUE', '1'],
    ['false', '0'],
    ['True ', '1'],
    [1, '1'],
    ['1', '1'],
    ['yes', 'yes'],
  ])('%j is %s', async (value, expected) => {
    const { persons } = await readWith('Requests', 1, 'Initial Request Whilst In RYA', value);
    expect(persons[0]?.Requests?.[0]?.RYA).toBe(expected);
  });

  it('leaves a name that Excel takes for a truth value', async () => {
    expect((await readWith('Person', 1, 'Surname', true)).persons[0]?.Surname).toBe('TRUE');
    expect((await readWith('Person', 1, 'Surname', 'True')).persons[0]?.Surname).toBe('True');
  });
});

describe('cells of other kinds', () => {
  it.each([
    ['rich text', { richText: [{ text: 'O', font: { bold: true } }, { text: "'N " }, { text: 'il' }] }, "O'N il"],
    ['a hyperlink', { text: 'One', hyperlink: 'https://example.org' }, 'One'],
    ['a formula', { formula: 'B1&C1', result: 'One & Two', date1904: false }, 'One & Two'],
  ])('%s says what is seen', async (_, value, expected) => {
    expect((await readWith('Person', 1, 'Surname', value)).persons[0]?.Surname).toBe(expected);
  });

  it.each([
    ['an error', { error: '#N/A' as const }, 'holds an error of Excel: put the value there'],
    [
      'a formula without a result',
      { formula: 'B1', date1904: false },
      'holds a formula without a result: open the file in Excel and save it, or put the value there',
    ],
  ])('%s is refused', async (_, value, message) => {
    const rows = rowsOf();
    const name = put(rows, 'Person', 1, 'Surname', value);
    const path = await saved(rows);
    await expect(read(path)).rejects.toMatchObject({
      name: 'FormatError',
      message: `${path}: sheet Data Entry Template, cell ${name}: ${message}`,
    });
  });
});
