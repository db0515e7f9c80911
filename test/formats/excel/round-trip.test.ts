import { excelFormat } from '../../../formats/excel/excel-format.js';
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import exceljs from 'exceljs';
import fc from 'fast-check';
import { tablesOf } from '../../../formats/excel/tables.js';
import { labelKey } from '../../../formats/excel/label-key.js';
import { FormatError, remarkLog } from '../../../formats/index.js';
import { generateReturn } from '../../../generators/index.js';
import { returnToXml } from '../../../output/index.js';
import { collectionYears, yearModel } from '../../../src/model/index.js';
import type { Person, Return } from '../../../src/return/index.js';
import { arbitraryReturn } from '../../output/xml/arbitrary-return.js';
import { each, header, people, read, removeFiles, temporaryFile, written } from './workbook.js';

afterEach(removeFiles);

/** Texts that a spreadsheet, or the XML in it, would make something else of. */
const awkward = fc.oneof(
  fc.constantFrom(
    '=1+1',
    '+44',
    '-1',
    '@x',
    "'quoted'",
    '"',
    '""',
    'TRUE',
    'false',
    '007',
    '1e5',
    '2024-01-05',
    '45000',
    '05/01/2024',
    ' lead',
    'trail ',
    '  ',
    '\t',
    '\n',
    '\r',
    '\r\n',
    'a\rb\nc\td',
    '_x000D_',
    '_x000d_',
    '_x005F_x000D_',
    '_x000D_x000D_',
    '_x000D\r',
    '_\r_x',
    '\u007f',
    '&lt;&amp;&#13;',
    ']]>',
    '<b>',
    'Zoë Ångström',
    'ﷺ',
    '𝒳😀',
    '\u0085\u2028',
    '#N/A',
    '__proto__',
    'constructor',
    'Person Record',
    'Record Type',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
  fc.stringMatching(/^[_x0-9A-Fa-f\r]{1,14}$/),
);

const textItems = ['Surname', 'Forename'] as const;

describe.each(collectionYears)('a return of %i', (year) => {
  it('comes back as it was', async () => {
    const ret = generateReturn({ year, la: '202', seed: 'excel', persons: 60 });
    const { path, remarks } = await written(ret, year);
    const back = await read(path);
    expect(back.year).toBe(year);
    expect(returnToXml(back.ret, year)).toBe(returnToXml(ret, year));
    expect([...remarks, ...back.remarks]).toEqual([]);
  });

  it('comes back whatever its texts', async () => {
    const base = generateReturn({ year, la: '202', seed: 'excel', persons: 6 });
    await fc.assert(
      fc.asyncProperty(fc.array(awkward, { minLength: 14, maxLength: 14 }), async (texts) => {
        const ret = withTexts(base, texts);
        const back = await read((await written(ret, year)).path);
        expect(returnToXml(back.ret, year)).toBe(returnToXml(ret, year));
      }),
      { numRuns: 10, seed: year },
    );
  });

  it('comes back whatever its shape, but for items that are there and empty', async () => {
    const { Header } = generateReturn({ year, la: '202', seed: 'excel', persons: 1 });
    await fc.assert(
      fc.asyncProperty(arbitraryReturn(year), async ({ Persons }) => {
        const ret = { Header: Header ?? {}, Persons: { Person: Persons?.Person ?? [] } };
        const back = await read((await written(ret, year)).path);
        expect(returnToXml(back.ret, year)).toBe(returnToXml(withoutEmptyItems(ret), year));
      }),
      { numRuns: 15, seed: year },
    );
  });

  it('has labels that tell the columns of each table apart', () => {
    for (const { columns } of tablesOf(year)) {
      expect(new Set(columns.map(({ label }) => labelKey(label))).size).toBe(columns.length);
    }
    const items = tablesOf(year).flatMap(({ columns }) => columns.filter(({ kind }) => kind === 'item'));
    expect(items.length).toBe(yearModel(year).items.length);
  });
});

function withTexts(base: Return, texts: readonly string[]): Return {
  let at = 0;
  const next = (): string => texts[at++ % texts.length] ?? '';
  const Person = (base.Persons?.Person ?? []).map((person): Person => ({
    ...person,
    ...Object.fromEntries(textItems.map((tag) => [tag, next()])),
  }));
  const Source = { ...base.Header?.Source, SoftwareCode: next(), Release: next() };
  return { Header: { ...base.Header, Source }, Persons: { Person } };
}

/** A record, or what it holds, without the items that are there and empty. */
function withoutEmptyItems<T>(held: T): T {
  return JSON.parse(JSON.stringify(held, (_, value: unknown) => (value === '' ? undefined : value))) as T;
}

describe('the workbook', () => {
  const small: Return = { Header: header, Persons: { Person: [...people] } };

  it('is the template: nine tables one under another, as others read it', async () => {
    const { path } = await written(small, 2026);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(path);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Data Entry Template']);
    const column: string[] = [];
    workbook.worksheets[0]?.getColumn(1).eachCell({ includeEmpty: true }, ({ text }) => column.push(text));
    expect(column).toEqual([
      ...['Header Record', 'Record Type', 'Header', '', ''],
      ...['Person Record', 'Record Type', 'Person', 'Person', '', ''],
      ...['Requests Records', 'Record Type', 'Requests', 'Requests', 'Requests', '', ''],
      ...['Assessments Records', 'Record Type', 'Assessment', '', ''],
      ...['Named Plan Records', 'Record Type', 'NamedPlan', '', ''],
      ...['Plan Detail Records', 'Record Type', 'PlanDetail', '', ''],
      ...['Active Plan Records', 'Record Type', 'ActivePlans', '', ''],
      ...['Placement Detail Records', 'Record Type', 'PlacementDetail', 'PlacementDetail', '', ''],
      ...['SEN Need Records', 'Record Type', 'SENneed'],
    ]);
    const row = (n: number): unknown[] => (workbook.worksheets[0]?.getRow(n).values as unknown[]).slice(1, 6);
    expect(row(7)).toEqual([
      'Record Type',
      'Person ID\n\n(This must be a unique ID for each Person record)',
      'LA\n(From Header Record)',
      'Surname',
      'Forename',
    ]);
    expect(row(8)).toEqual(['Person', 1, '202', 'One', 'Ann']);
    expect(row(15)).toEqual(['Requests', 2, 1, '202', '2020-03-01']);
    expect(row(16)).toEqual(['Requests', 3, 2, '202', '2025-11-03']);
  });

  it('holds values as text, in cells that stay text when somebody types over them', async () => {
    const [first = {}] = people;
    const { path } = await written({ Header: header, Persons: { Person: [{ ...first, Surname: '=1+1' }] } }, 2026);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(path);
    const cell = workbook.worksheets[0]?.getCell('D8');
    expect(cell?.value).toBe('=1+1');
    expect(cell?.numFmt).toBe('@');
    expect(workbook.worksheets[0]?.getCell('I3').value).toBe('001');
  });

  it('has the same bytes whenever it is made', async () => {
    const digest = async (): Promise<string> =>
      createHash('sha256')
        .update(readFileSync((await written(small, 2026)).path))
        .digest('hex');
    const first = await digest();
    // Two seconds are the least that a zip can tell apart.
    await new Promise((resolve) => setTimeout(resolve, 2100));
    expect(await digest()).toBe(first);
  });

  it('tells of items that are there and empty', async () => {
    const { path, remarks } = await written(
      {
        Header: header,
        Persons: {
          Person: [
            { Surname: 'A', UPN: '' },
            { Surname: '', UPN: '' },
          ],
        },
      },
      2026,
    );
    expect(remarks).toEqual([
      {
        text: 'an item that is there but empty cannot be told from one that is absent; its cell is left blank',
        count: 3,
        place: { kind: 'cell', sheet: 'Data Entry Template', cell: 'J8' },
      },
    ]);
    expect((await read(path)).persons).toEqual([{ Surname: 'A' }, {}]);
  });

  it.each([
    ['a character that XML cannot carry', { Surname: 'a\u0001b' }, 'Surname of person 1 holds the character U+0001'],
    [
      'more than a cell can hold',
      { Surname: 'x'.repeat(32_768) },
      'Surname of person 1 has more than the 32767 characters',
    ],
    [
      'more rows than a worksheet has',
      { Requests: new Array<object>(1_048_540).fill({}) },
      'a worksheet has 1048576 rows, which the return does not fit into: use another format',
    ],
    ['an item of another year', { GenderCurrent: '1' }, 'Person has no GenderCurrent in 2026'],
  ])('refuses %s, and leaves nothing behind', async (_, person: Person, message) => {
    const path = temporaryFile();
    const remarks = remarkLog();
    const writing = excelFormat.write(path, { year: 2026, header, persons: each([person]) }, { remarks });
    await expect(writing).rejects.toThrow(FormatError);
    await expect(writing).rejects.toThrow(`cannot write ${path}: ${message}`);
    expect(() => readFileSync(path)).toThrow('ENOENT');
  });

  it('takes a text as long as a cell can hold', async () => {
    const Surname = '\r'.repeat(32_767);
    const { path } = await written({ Header: header, Persons: { Person: [{ Surname }] } }, 2026);
    expect((await read(path)).persons).toEqual([{ Surname }]);
  });

  it('is made by a library that is loaded for it alone', () => {
    const loaded = execFileSync(process.execPath, [
      '--input-type=module',
      '--eval',
      `import '${pathToFileURL(resolve('dist/formats/index.js')).href}';
       import { createRequire } from 'node:module';
       const names = Object.keys(createRequire('${pathToFileURL(resolve('package.json')).href}').cache);
       console.log(names.some((name) => name.includes('saxes')), names.some((name) => name.includes('exceljs')));`,
    ]);
    expect(loaded.toString()).toBe('true false\n');
  });

  it('lets through what the reading of its persons throws', async () => {
    const persons = (async function* () {
      yield await Promise.resolve({});
      throw new FormatError('in.xml: no');
    })();
    const writing = excelFormat.write(temporaryFile(), { year: 2026, header, persons }, { remarks: remarkLog() });
    await expect(writing).rejects.toThrow(/^in\.xml: no$/);
  });
});
