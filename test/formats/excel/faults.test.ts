import { FormatError } from '../../../formats/index.js';
import { cellAt, people, put, read, removeFiles, rowsOf, saved, titleRow, type Rows } from './workbook.js';

afterEach(removeFiles);

/** Reads the rows as they are once changed, and tells what is said, without the path. */
async function complaint(change: (rows: Rows) => unknown, sheet?: string): Promise<string> {
  const rows = rowsOf();
  const made = change(rows);
  const changed = Array.isArray(made) ? (made as Rows) : rows;
  const path = await saved(changed, sheet === undefined ? {} : { sheet });
  const error: unknown = await read(path).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(FormatError);
  const { message } = error as FormatError;
  expect(message.startsWith(`${path}: `)).toBe(true);
  // One line, and nothing of a person.
  expect(message).not.toContain('\n');
  for (const { Surname, UPN } of people)
    for (const value of [Surname, UPN]) if (value) expect(message).not.toContain(value);
  return message.slice(path.length + 2);
}

const inSheet = 'sheet Data Entry Template';

describe('tables that do not fit together are refused, naming sheet and cell', () => {
  it.each([
    ['Person', 2, 'Person ID', 1, 'holds a Person ID that another row of the table has'],
    ['Person', 2, 'Person ID', undefined, 'holds no Person ID'],
    ['Person', 2, 'Person ID', true, 'holds no ID: put the number there'],
    ['Requests', 2, 'Requests record ID', '1', 'holds a Requests record ID that another row of the table has'],
    ['Requests', 2, 'Requests record ID', undefined, 'holds no Requests record ID'],
    ['Requests', 1, 'Person ID', 99, 'holds a Person ID that no row of the Person Record table has'],
    ['Requests', 1, 'Person ID', undefined, 'holds no Person ID'],
    [
      'Assessment',
      1,
      'Requests record ID',
      99,
      'holds a Requests record ID that no row of the Requests Records table has',
    ],
    ['Assessment', 1, 'Person ID', 2, 'holds another Person ID than the row of its Requests record ID'],
    [
      'NamedPlan',
      1,
      'Requests record ID',
      2,
      'holds a Requests record ID that no row of the Assessments Records table has',
    ],
    [
      'PlanDetail',
      1,
      'Requests record ID',
      2,
      'holds a Requests record ID that no row of the Assessments Records table has',
    ],
    [
      'PlacementDetail',
      2,
      'Requests record ID',
      2,
      'holds a Requests record ID that no row of the Active Plan Records table has',
    ],
    ['SENneed', 1, 'Requests record ID', undefined, 'holds no Requests record ID'],
  ] as const)('%s %d, %s: %j', async (tag, n, label, value, message) => {
    const rows = rowsOf();
    const name = cellAt(rows, tag, n, label).name;
    expect(await complaint((all) => void put(all, tag, n, label, value))).toBe(`${inSheet}, cell ${name}: ${message}`);
  });

  it('a second record where there may be one', async () => {
    expect(
      await complaint((rows) => {
        const at = titleRow(rows, 'ActivePlans');
        rows.splice(at + 3, 0, rows[at + 2] ?? []);
      }),
    ).toBe(`${inSheet}, cell B37: holds a Requests record ID that another row of the table has`);
  });

  it('a second row of the header', async () => {
    expect(await complaint((rows) => void rows.splice(3, 0, rows[2] ?? []))).toBe(
      `${inSheet}, cell A4: is a second row of the header: a return has one`,
    );
  });
});

describe('a sheet that is not the template is refused', () => {
  it('for its name', async () => {
    expect(await complaint(() => undefined, 'Sheet1')).toBe('has no sheet Data Entry Template');
  });

  it.each(['Person', 'ActivePlans', 'SENneed'] as const)('for want of the table %s', async (tag) => {
    const names = { Person: 'Person Record', ActivePlans: 'Active Plan Records', SENneed: 'SEN Need Records' };
    const said = await complaint((rows) => {
      const at = titleRow(rows, tag);
      const end = rows.findIndex((row, index) => index > at && row.length === 0);
      rows.splice(at, end - at);
    });
    expect(said).toMatch(
      // A table that is not there is missed by the next one that belongs to it.
      tag === 'SENneed'
        ? `${inSheet}: there is no table ${names[tag]} (its name in column A)`
        : /stands before the table that it belongs to: put it after$/,
    );
  });

  it('for a table that stands twice', async () => {
    expect(await complaint((rows) => [...rows, ...rows.slice(titleRow(rows, 'SENneed'))])).toMatch(
      /^sheet Data Entry Template, cell A\d+: is a second table SEN Need Records, after A\d+$/,
    );
  });

  it('for a table without labels', async () => {
    expect(await complaint((rows) => void rows.splice(titleRow(rows, 'Requests') + 1, 1))).toBe(
      `${inSheet}, cell A12: there is no row of column labels under Requests Records`,
    );
    expect(await complaint((rows) => rows.slice(0, titleRow(rows, 'SENneed') + 1))).toMatch(
      /: there is no row of column labels under SEN Need Records$/,
    );
  });

  it('for want of a header, or of its row', async () => {
    expect(await complaint((rows) => rows.slice(5))).toMatch(/there is no row under Header Record/);
    expect(await complaint((rows) => void rows.splice(2, 1))).toMatch(/there is no row under Header Record/);
  });

  it('for a label that stands twice, or one of an ID that is not there', async () => {
    expect(await complaint((rows) => void put(rows, 'Person', 0, 'Forename', ' SURNAME'))).toBe(
      `${inSheet}, cell E7: is a second column Surname of Person Record, after D7: take one away`,
    );
    expect(await complaint((rows) => void put(rows, 'Requests', 0, 'Person ID', 'ID'))).toBe(
      `${inSheet}, cell A13: Requests Records has no column Person ID`,
    );
  });

  it('where there is nothing in it', async () => {
    expect(await complaint(() => [])).toBe(`${inSheet}: there is no table Header Record (its name in column A)`);
  });
});
