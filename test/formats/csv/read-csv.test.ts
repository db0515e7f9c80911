import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { returnToXml } from '../../../output/index.js';
import {
  read,
  refusal,
  removeFolders,
  sampleReturn,
  tablesIn,
  temporaryFolder,
  write,
  writeTables,
  type Tables,
} from '../kit.js';

afterAll(removeFolders);

const year = 2026;
const sample = sampleReturn(year);
const xml = returnToXml(sample, year);
const kept = temporaryFolder();
await write('csv', join(kept, 'export'), sample, year);

/** A copy of the tables of the sample, to be changed. */
const tables = (): Tables => tablesIn(join(kept, 'export'));
const rowsOf = (all: Tables, name: string): string[][] => all.get(name) ?? [];
const columnOf = (rows: string[][], name: string): number => rows[0]?.indexOf(name) ?? -1;

/** Changes the cells of a column, given the cell and the row from 2 on. */
function change(all: Tables, name: string, column: string, to: (cell: string, row: number) => string): Tables {
  const rows = rowsOf(all, name);
  const at = columnOf(rows, column);
  expect(at).toBeGreaterThanOrEqual(0);
  for (const [index, row] of rows.entries()) if (index > 0) row[at] = to(row[at] ?? '', index + 1);
  return all;
}

/** What comes of an export that somebody else wrote. */
async function readTables(all: Tables, how: Parameters<typeof writeTables>[2] = {}): ReturnType<typeof read> {
  const folder = temporaryFolder();
  writeTables(folder, all, how);
  return read('csv', folder);
}

async function refused(all: Tables): Promise<string> {
  const message = await refusal('FormatError', readTables(all));
  expect(message).toContain('Blade-Export_12-02-2026_');
  return message.slice(message.indexOf('_2026_') < 0 ? message.lastIndexOf('2026_') + 5 : 0);
}

const day = (iso: string): number => (Date.parse(iso) - Date.parse('1899-12-30')) / 86_400_000;
const isoOf = (cell: string): string =>
  cell === '' ? '' : new Date(`${cell.slice(0, 11)} UTC`).toISOString().slice(0, 10);

describe('an export as people have it', () => {
  it.each([
    ['with a byte order mark', { before: '\ufeff' }],
    ['with semicolons', { separator: ';' }],
    ['with tabs and line feeds', { separator: '\t', end: '\n' }],
    ['with old line ends', { end: '\r' }],
    ['with another date in the names', { date: 'latest' }],
  ])('%s is the same return', async (_what, how) => {
    expect(await readTables(tables(), how)).toEqual({ xml, remarks: [] });
  });

  it('may be named by one of its files, in any case, beside others', async () => {
    const folder = temporaryFolder();
    writeTables(folder, tables());
    const other = tables();
    change(other, 'sen2', 'year', () => '2025');
    writeTables(folder, other, { date: '01-01-2025' });
    for (const name of readdirSync(folder)) {
      if (name.includes('12-02-2026')) renameSync(join(folder, name), join(folder, name.toUpperCase()));
    }
    expect((await read('csv', join(folder, 'BLADE-EXPORT_12-02-2026_PERSON.CSV'))).xml).toBe(xml);
    expect(await refusal('FormatError', read('csv', folder))).toMatch(/holds more than one export; name a file of/);
  });

  it('may have blank rows, and columns in another order and case', async () => {
    const all = tables();
    for (const [name, rows] of all) {
      const turned = rows.map((row) => [...row].reverse());
      turned[0] = (turned[0] ?? []).map((cell) => ` ${cell.toUpperCase()} `);
      turned.splice(
        2,
        0,
        turned[0].map(() => ''),
      );
      all.set(name, [...turned, [''], turned[0].map(() => ' '), ['']]);
    }
    expect(await readTables(all)).toEqual({ xml, remarks: [] });
  });

  it('may have quotation marks around every cell, or within one that has none around it', async () => {
    const all = tables();
    for (const rows of all.values())
      for (const row of rows) for (const [at, cell] of row.entries()) row[at] = `"${cell}"`;
    expect(await readTables(all, { before: '\ufeff' })).toEqual({ xml, remarks: [] });
    const { xml: made } = await readTables(change(tables(), 'person', 'surname', () => 'O"Brien'));
    expect(made).toContain('<Surname>O"Brien</Surname>');
  });

  it('may lack the cells at the end of a row', async () => {
    const all = tables();
    for (const rows of all.values()) for (const row of rows) while (row.at(-1) === '') row.pop();
    expect(await readTables(all)).toEqual({ xml, remarks: [] });
  });

  it('may have true and false, and rquestsource', async () => {
    const all = change(tables(), 'namedplan', 'pb', (cell) => ({ 1: 'TRUE', 0: 'false' })[cell] ?? cell);
    const head = rowsOf(all, 'requests')[0] ?? [];
    head[head.indexOf('requestsource')] = 'rquestsource';
    expect(await readTables(all)).toEqual({ xml, remarks: [] });
  });

  it('may have dates as ISO has them, with a time or without', async () => {
    const all = change(
      tables(),
      'person',
      'personbirthdate',
      (cell, row) => isoOf(cell) + (row % 2 ? 'T00:00:00' : ''),
    );
    change(all, 'namedplan', 'startdate', (cell) => cell.slice(0, 11).toUpperCase().trim());
    expect(await readTables(all)).toEqual({ xml, remarks: [] });
  });

  it('may have rows of another LA, which is told', async () => {
    const all = change(tables(), 'person', 'NativeId', (cell, row) => (row > 3 ? '330' : cell));
    expect(await readTables(all)).toEqual({
      xml,
      remarks: [
        {
          text: 'a row names another LA than the header; that of the header counts',
          count: rowsOf(all, 'person').length - 3,
          place: { kind: 'row', file: 'Blade-Export_12-02-2026_person.csv', row: 4 },
        },
      ],
    });
  });

  it('may have dates as Excel keeps them, which is told once', async () => {
    const all = change(tables(), 'person', 'personbirthdate', (cell) => String(day(isoOf(cell))));
    change(all, 'sen2', 'datetime', () => String(day('2026-02-12') + 10 / 24));
    const { xml: made, remarks } = await readTables(all);
    expect(made).toBe(xml);
    expect(remarks).toEqual([
      expect.objectContaining({
        text: expect.stringMatching(/^DateTime is a day number of Excel/) as string,
        count: 1,
      }),
      {
        text: 'PersonBirthDate is a day number of Excel and is taken for the date, counted from 1900',
        count: 12,
        place: { kind: 'row', file: 'Blade-Export_12-02-2026_person.csv', row: 2, column: 'personbirthdate' },
      },
    ]);
  });

  it('gets back the zeros that it lost, and is told where that cannot be', async () => {
    const all = change(tables(), 'sen2', 'serialno', () => '1');
    change(all, 'placementdetail', 'urn', (cell, row) => (row === 2 ? '1234' : cell));
    const { xml: made, remarks } = await readTables(all);
    expect(made).toContain('<SerialNo>001</SerialNo>');
    expect(made).toContain('<URN>1234</URN>');
    expect(remarks.map(({ text }) => text)).toEqual([
      'SerialNo has lost its leading zeros and is given them back, to three digits',
      'URN has fewer than five digits, as when leading zeros are lost; it is taken as it stands',
    ]);
  });

  it('may have other columns and lack some, which is told once', async () => {
    const all = tables();
    for (const [index, row] of rowsOf(all, 'person').entries()) row.push(index === 0 ? 'Notes' : 'x');
    for (const row of rowsOf(all, 'requests')) row.splice(columnOf(rowsOf(tables(), 'requests'), 'rya'), 1);
    const { xml: made, remarks } = await readTables(all);
    expect(made).toBe(xml.replaceAll(/ *<RYA>.*\n/g, ''));
    expect(remarks).toEqual([
      {
        text: 'the column Notes is not one of person in 2026 and is ignored',
        count: 1,
        place: { kind: 'row', file: 'Blade-Export_12-02-2026_person.csv', row: 1 },
      },
      expect.objectContaining({ text: 'there is no column rya for requests, so no record has that item' }),
    ]);
  });

  it('may be in Windows-1252, which is told', async () => {
    const folder = temporaryFolder();
    writeTables(
      folder,
      change(tables(), 'person', 'surname', () => 'Zoë “x”'),
    );
    const file = join(folder, 'Blade-Export_12-02-2026_person.csv');
    const text = readFileSync(file, 'utf8').replaceAll('“', '\x93').replaceAll('”', '\x94');
    writeFileSync(file, Buffer.from(text, 'latin1'));
    const { xml: made, remarks } = await read('csv', folder);
    expect(made).toContain('<Surname>Zoë “x”</Surname>');
    expect(remarks).toEqual([
      {
        text: 'not in UTF-8, and taken for Windows-1252',
        count: 1,
        place: { kind: 'row', file: 'Blade-Export_12-02-2026_person.csv', row: 1 },
      },
    ]);
    writeFileSync(file, Buffer.from(`\ufeff${text}`, 'utf16le'));
    expect(await refusal('FormatError', read('csv', folder))).toMatch(/_person.csv: is written in UTF-16/);
  });

  it('lets through what is no value of its item, for the rules to find', async () => {
    const odd = ['2022-Sep-31 00:00:00', '2022-Sep-28 10:00:00', '1234', 'soon', ' 2022-09-28', '123456'];
    const all = change(tables(), 'person', 'personbirthdate', (_, row) => odd[row % odd.length] ?? '');
    const { xml: made, remarks } = await readTables(all);
    for (const value of odd) expect(made).toContain(`<PersonBirthDate>${value}</PersonBirthDate>`);
    expect(remarks).toEqual([]);
  });

  it('takes the order of what one row holds from the column that says so', async () => {
    const all = tables();
    const needs = rowsOf(all, 'senneed');
    const at = needs.findIndex((row, index) => index > 0 && row[4] === needs[index + 1]?.[4]);
    expect(at).toBeGreaterThan(0);
    needs.splice(at, 2, needs[at + 1] ?? [], needs[at] ?? []);
    expect(await readTables(all)).toEqual({ xml, remarks: [] });
    change(all, 'senneed', 'senneedorderseqcolumn', () => 'x');
    expect((await readTables(all)).xml).not.toBe(xml);
  });
});

describe('an export whose rows are in another order', () => {
  it('is the same return, and held in memory, which is told', async () => {
    const all = tables();
    for (const name of ['requests', 'assessment', 'senneed']) {
      const [head = [], ...rows] = rowsOf(all, name);
      all.set(name, [head, ...rows.reverse()]);
    }
    const { xml: made, remarks } = await readTables(all);
    expect(made).toBe(xml);
    const held = remarks.filter(({ text }) => text.includes('held in memory'));
    expect(held.map(({ text }) => text)).toContain(
      'the rows of requests are not in the order of person, so that all of them are held in memory',
    );
    expect(held.length).toBe(remarks.length);
  });

  it('keeps the persons in the order of their file', async () => {
    const all = tables();
    const [head = [], ...rows] = rowsOf(all, 'person');
    all.set('person', [head, ...rows.reverse()]);
    const { xml: made } = await readTables(all);
    const surnames = (text: string): string[] => text.match(/<Surname>.*/g) ?? [];
    expect(surnames(made)).toEqual(surnames(xml).reverse());
  });
});

describe('an export that makes no sense', () => {
  it.each(['28/09/2010', '9.8.2010', '01-02-10', '28/09/2010 00:00'])('is refused for the date %s', async (date) => {
    const all = change(tables(), 'person', 'personbirthdate', (cell, row) => (row === 5 ? date : cell));
    const message = await refused(all);
    expect(message).toMatch(
      /person.csv: row 5, column personbirthdate: the date in PersonBirthDate may have the day or the month first; write it/,
    );
    expect(message).not.toContain(date);
  });

  it.each([
    [
      'a parent that is not there',
      'requests',
      4,
      'persontableid',
      '99',
      /requests.csv: row 4, column persontableid: there is no row of person with its persontableid/,
    ],
    [
      'a header that is not there',
      'person',
      3,
      'sen2tableid',
      '7',
      /person.csv: row 3, column sen2tableid: there is no row of sen2/,
    ],
    [
      'a doubled key',
      'person',
      4,
      'persontableid',
      '2',
      /person.csv: row 4: has the same persontableid as a row before it/,
    ],
    ['no key', 'requests', 4, 'requeststableid', ' ', /requests.csv: row 4: has no requeststableid/],
    [
      'two rows where one may be',
      'assessment',
      3,
      'requeststableid',
      '1',
      /assessment.csv: row 3, column requeststableid: is a second row of assessment for one row of requests/,
    ],
    [
      'a control character',
      'person',
      3,
      'surname',
      'a\u0001b',
      /person.csv: row 3, column surname: has a control character/,
    ],
    ['too many cells', 'person', 3, 'upnunknown', 'a,b', /person.csv: row 3: has more cells than there are columns/],
    [
      'a quotation mark that stays open',
      'person',
      3,
      'surname',
      '"Smith',
      /person.csv: row 3: a quotation mark opens a cell and none closes it/,
    ],
    [
      'no column names',
      'person',
      1,
      '',
      '',
      /person.csv: row 1: there is no column persontableid and no column sen2tableid/,
    ],
  ])('is refused for %s', async (_what, name, row, column, cell, said) => {
    const all = tables();
    const rows = rowsOf(all, name);
    if (column === '') rows.shift();
    else (rows[row - 1] ?? [])[columnOf(rows, column)] = cell;
    expect(await refused(all)).toMatch(said);
  });

  it('is refused for a doubled key, rather than for what stands under both', async () => {
    const all = change(tables(), 'requests', 'requeststableid', (cell) => (cell === '2' ? '1' : cell));
    change(all, 'assessment', 'requeststableid', (cell) => (cell === '2' ? '1' : cell));
    expect(await refused(all)).toMatch(/requests.csv: row 3: has the same requeststableid/);
  });

  it('is refused for a key that comes again later, in any order', async () => {
    const all = change(tables(), 'person', 'persontableid', (_, row) => (row === 12 ? 'k3' : `k${row}`));
    expect(await refused(all)).toMatch(/person.csv: row 12: has the same persontableid/);
  });

  it('is refused for a table or a header that is missing, or is there twice', async () => {
    const folder = temporaryFolder();
    expect(await refusal('FormatError', read('csv', folder))).toMatch(/holds no COLLECT export/);
    writeTables(folder, tables());
    rmSync(join(folder, 'Blade-Export_12-02-2026_senneed.csv'));
    expect(await refusal('FormatError', read('csv', folder))).toMatch(/lacks Blade-Export_12-02-2026_senneed.csv;/);
    writeFileSync(join(folder, 'Blade-Export_12-02-2026_senneed.csv'), '');
    expect(await refusal('FormatError', read('csv', folder))).toMatch(/senneed.csv: row 1: is empty/);
    const all = tables();
    const [head = [], row = []] = rowsOf(all, 'sen2');
    all.set('sen2', [head]);
    expect(await refusal('UnknownYearError', readTables(all))).toMatch(/the header has no Year/);
    all.set('sen2', [head, row, ['2', ...row.slice(1)]]);
    expect(await refused(all)).toMatch(/sen2.csv: row 3: is a second header/);
  });

  it('is refused where there is nothing', async () => {
    expect(await refusal('UnreadableFileError', read('csv', join(kept, 'none')))).toMatch(/none: no such file/);
  });
});
