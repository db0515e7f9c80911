import { personToXml } from '../../../output/index.js';
import type { Person } from '../../../src/return/index.js';
import {
  cellAt,
  header,
  people,
  put,
  read,
  removeFiles,
  rowsOf,
  saved,
  titleRow,
  written,
  type ReadBack,
  type Rows,
} from './workbook.js';

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

describe('rows and columns', () => {
  const same = (back: ReadBack): void => {
    expect(xml(back.persons)).toBe(xml(people));
  };

  it('may have any number of blank rows, and white space in them', async () => {
    const rows = rowsOf();
    const spread = rows.flatMap((row, index) => (index % 3 === 0 ? [row, [], [' ', '\n']] : [row]));
    const close = rows.filter((row) => row.length > 0);
    for (const one of [[[], ...spread, [], ['']], close]) {
      const back = await read(await saved(one));
      same(back);
      expect(back.remarks).toEqual([]);
    }
  });

  it('may go on with rows that only the template filled in', async () => {
    const rows = rowsOf();
    const at = titleRow(rows, 'Requests');
    rows.splice(
      at - 1,
      0,
      ['Person', undefined, { formula: 'F3', result: '202', date1904: false }],
      ['Person Record'],
      ['x', null, '202'],
    );
    const back = await read(await saved(rows));
    same(back);
    expect(back.remarks).toEqual([]);
  });

  it('may say what they like in Record Type, the name of a table among it', async () => {
    const rows = rowsOf();
    put(rows, 'Person', 1, 'Record Type', 'Person Record');
    put(rows, 'Person', 2, 'Record Type', undefined);
    put(rows, 'Requests', 3, 'Record Type', 'Assessments Records');
    same(await read(await saved(rows)));
  });

  it('may have columns in another order, and labels in another case, with other white space and dashes', async () => {
    const rows = rowsOf().map((row) => {
      const [first, ...others] = row;
      return first !== undefined && others.length === 0 ? row : [...others.reverse(), first];
    });
    const labelled = rows.map((row) =>
      row.some((one) => typeof one === 'string' && one.startsWith('Record Type'))
        ? row.map((one) =>
            typeof one === 'string'
              ? ` ${one.toUpperCase().replaceAll(' ', '\u00a0 \n').replaceAll('–', '-').replace(/\(.*/s, '')}`
              : one,
          )
        : row,
    );
    const back = await read(await saved(labelled));
    same(back);
    expect(back.remarks).toEqual([]);
  });

  it('may have columns that are not the template’s, which are told once and left out', async () => {
    const rows = rowsOf();
    const at = titleRow(rows, 'Person');
    for (const [n, text] of [
      [1, 'Gender'],
      [2, 'secret one'],
      [3, 'secret two'],
    ] as const)
      (rows[at + n] ??= [])[15] = text;
    (rows[at + 2] ??= [])[18] = 'secret three';
    const back = await read(await saved(rows));
    same(back);
    expect(back.remarks).toEqual([
      {
        text: "Person Record: column P is not one of the template's in this year; it is left out",
        count: 1,
        place: { kind: 'cell', sheet: 'Data Entry Template', cell: 'P7' },
      },
      {
        text: 'Person Record: a cell in a column without a label is left out',
        count: 1,
        place: { kind: 'cell', sheet: 'Data Entry Template', cell: 'S8' },
      },
    ]);
  });

  it('tells of a column that is not there', async () => {
    const rows = rowsOf();
    const { column } = cellAt(rows, 'Person', 1, 'Post Code');
    for (const row of rows.slice(6, 9)) row.splice(column, 1);
    const back = await read(await saved(rows));
    expect(texts(back)).toEqual(['Person Record: there is no column Post Code']);
    expect(back.persons[0]).toMatchObject({ Ethnicity: 'WBRI', UPN: 'B801200005001' });
  });

  it('may have other sheets beside, and the name of the sheet in another case', async () => {
    const path = await saved(rowsOf(), {
      sheet: 'DATA  entry template ',
      edit: (_, workbook) => {
        workbook.addWorksheet('Guidance').getCell('A1').value = 'Person Record';
      },
    });
    same(await read(path));
  });

  it('may have merged cells, whose value counts for each of their rows', async () => {
    const rows = rowsOf();
    const { row, column } = cellAt(rows, 'Requests', 1, 'Person ID');
    put(rows, 'Requests', 2, 'Person ID', undefined);
    const path = await saved(rows, {
      edit: (sheet) => {
        sheet.mergeCells('A1:H1');
        sheet.mergeCells('A6:C6');
        sheet.mergeCells(row + 1, column + 1, row + 2, column + 1);
      },
    });
    const back = await read(path);
    same(back);
    expect(back.remarks).toEqual([
      {
        text: 'the value of merged cells counts for each of their rows',
        count: 1,
        place: { kind: 'cell', sheet: 'Data Entry Template', cell: 'C15' },
      },
    ]);
  });

  it('may have labels that are merged with the row below', async () => {
    const rows = rowsOf();
    rows.splice(7, 0, [undefined, undefined, undefined, undefined, undefined, undefined, 'M or F']);
    const path = await saved(rows, {
      edit: (sheet) => {
        sheet.getCell('G8').value = null;
        for (const letter of ['A', 'B', 'C', 'D', 'E', 'F', 'H']) sheet.mergeCells(`${letter}7:${letter}8`);
        // Something of its own, in a column without a label, so that the row is there.
        sheet.getCell('Z8').value = 'x';
      },
    });
    same(await read(path));
  });

  it('takes IDs of any kind, numbers or text, in any order', async () => {
    const rows = rowsOf();
    put(rows, 'Person', 1, 'Person ID', 'P-1');
    for (const [tag, count] of [
      ['Requests', 2],
      ['Assessment', 1],
      ['NamedPlan', 1],
      ['PlanDetail', 1],
      ['ActivePlans', 1],
      ['PlacementDetail', 2],
      ['SENneed', 1],
    ] as const) {
      for (let n = 1; n <= count; n++) put(rows, tag, n, 'Person ID', ' P-1');
    }
    put(rows, 'Person', 2, 'Person ID', '2');
    put(rows, 'Requests', 3, 'Person ID', 2);
    same(await read(await saved(rows)));
  });

  it('takes a row without a Person ID by its Requests record ID, and tells', async () => {
    const back = await readWith('SENneed', 1, 'Person ID', undefined);
    same(back);
    expect(texts(back)).toEqual([
      'SEN Need Records: a row without a Person ID is taken by its Requests record ID alone',
    ]);
  });

  it('tells of a row of another LA', async () => {
    const back = await readWith('SENneed', 1, 'LA', 301);
    same(back);
    expect(texts(back)).toEqual(['a row names another LA than the header; that of the header counts']);
    expect(texts(await readWith('SENneed', 1, 'LA', 202))).toEqual([]);
  });
});

describe('the year', () => {
  it('is that of the header, unless another is asked for', async () => {
    const path = await saved(rowsOf());
    expect((await read(path)).year).toBe(2026);
    expect((await read(path, { year: 2027 })).year).toBe(2027);
  });

  it('decides what columns the header has', async () => {
    const of2024 = { ...header, CollectionDetails: { ...header.CollectionDetails, Year: '2024' } };
    const { DSCO, ...Source } = header.Source ?? {};
    const { path } = await written({ Header: { ...of2024, Source }, Persons: { Person: [] } }, 2024);
    const back = await read(path);
    expect(back.year).toBe(2024);
    expect(back.remarks).toEqual([]);
    const rows: Rows = rowsOf([], header);
    put(rows, 'Header', 1, 'Year', 2024);
    const later = await read(await saved(rows));
    expect(DSCO).toBe('R');
    expect(later.ret.Header?.Source).toEqual(Source);
    expect(texts(later)).toContain("Header Record: column M is not one of the template's in this year; it is left out");
  });

  it.each([2022, 'x', undefined])('%j is not known', async (value) => {
    await expect(readWith('Header', 1, 'Year', value)).rejects.toMatchObject({ name: 'UnknownYearError' });
  });
});
