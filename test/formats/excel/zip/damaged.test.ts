import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { readDirectory } from '../../../../formats/excel/zip/directory.js';
import { FormatError } from '../../../../formats/index.js';
import { header, people, read, removeFiles, rowsOf, temporaryFile, type Rows, written } from '../workbook.js';
import { zipOf, type Entry } from './zip-of.js';

afterEach(removeFiles);

async function whole(): Promise<Buffer> {
  return readFileSync((await written({ Header: header, Persons: { Person: [...people] } }, 2026)).path);
}

async function complaint(bytes: Uint8Array): Promise<string> {
  const path = temporaryFile();
  writeFileSync(path, bytes);
  const error: unknown = await read(path).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(FormatError);
  const { message } = error as FormatError;
  expect(message).not.toContain('\n');
  return message.replace(`${path}: `, '');
}

const text = (xml: string): Buffer => Buffer.from(xml);
const rels = (...links: string[]): Buffer =>
  text(
    `<Relationships>${links
      .map((link, n) => {
        const [type, target] = link.split(' ');
        return `<Relationship Id="r${n}" Type="http://x/${type ?? ''}" Target="${target ?? ''}"/>`;
      })
      .join('')}</Relationships>`,
  );

/** A workbook of the least that one needs, with a sheet as given. */
function workbookOf(sheet: Partial<Entry>, others: readonly Entry[] = []): Buffer {
  return zipOf([
    { name: '_rels/.rels', content: rels('officeDocument xl/workbook.xml') },
    {
      name: 'xl/workbook.xml',
      content: text('<workbook xmlns:r="x"><sheets><sheet name="Data Entry Template" r:id="r0"/></sheets></workbook>'),
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: rels('worksheet worksheets/sheet1.xml', 'sharedStrings /xl/strings.xml'),
    },
    ...others,
    { name: 'xl/worksheets/sheet1.xml', content: text('<worksheet/>'), ...sheet },
  ]);
}

const sheetOf = (data: string): Buffer =>
  workbookOf({ content: text(`<worksheet><sheetData>${data}</sheetData></worksheet>`) });

describe('a file that is no workbook is told in one line', () => {
  it.each([
    ['nothing', Buffer.alloc(0), 'is not an Excel workbook (.xlsx)'],
    ['text', text('Surname,Forename'), 'is not an Excel workbook (.xlsx)'],
    ['a return in XML', text('<?xml version="1.0"?><Message/>'), 'is not an Excel workbook (.xlsx)'],
    [
      'an old or encrypted workbook',
      Buffer.from('d0cf11e0a1b11ae1000000', 'hex'),
      'is a workbook with a password, or of a version before 2007: save it in Excel as .xlsx without a password',
    ],
    [
      'the beginning of a zip',
      text('PK\u0003\u0004'),
      'the file is damaged or cut off: save it again in Excel as .xlsx',
    ],
    [
      'another zip',
      zipOf([{ name: 'a.txt', content: text('x') }]),
      'is not an Excel workbook (.xlsx): its zip holds something else',
    ],
    [
      'one whose sheet is empty',
      workbookOf({}),
      'sheet Data Entry Template: there is no table Header Record (its name in column A)',
    ],
    [
      'one whose sheet is no XML',
      workbookOf({ content: text('<worksheet><a></worksheet>') }),
      'xl/worksheets/sheet1.xml in it makes no sense: save the file again in Excel as .xlsx',
    ],
    [
      'one that is not in UTF-8',
      workbookOf({ content: Buffer.from('<worksheet>\xe9</worksheet>', 'latin1') }),
      'xl/worksheets/sheet1.xml in it makes no sense: save the file again in Excel as .xlsx',
    ],
    [
      'a cell that refers to nothing',
      sheetOf('<row r="1"><c r="A1" t="s"><v>5</v></c></row>'),
      'sheet Data Entry Template, cell A1: makes no sense: save the file again in Excel',
    ],
    [
      'a cell in another row',
      sheetOf('<row r="1"><c r="A2"><v>5</v></c></row>'),
      'sheet Data Entry Template: a cell of row 1 has no right address: save the file in Excel',
    ],
    [
      'a cell beyond the last column',
      sheetOf(`<row>${'<c/>'.repeat(16_385)}</row>`),
      'sheet Data Entry Template: a cell of row 1 has no right address: save the file in Excel',
    ],
    [
      'a row that comes twice',
      sheetOf('<row r="2"/><row r="2"/>'),
      'sheet Data Entry Template: the row after row 2 has no right number: save the file in Excel',
    ],
    [
      'a row beyond the last',
      sheetOf('<row r="1048577"/>'),
      'sheet Data Entry Template: the row after row 0 has no right number: save the file in Excel',
    ],
  ])('%s', async (_, bytes, message) => {
    expect(await complaint(bytes)).toBe(message);
  });

  it('a file cut off anywhere, or with any byte changed, which is damage or makes no difference', async () => {
    const bytes = await whole();
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), async (at) => {
        await complaint(bytes.subarray(0, at));
      }),
      { numRuns: 25, seed: 1 },
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const path = temporaryFile();
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ change;
        writeFileSync(path, changed);
        const back = await read(path).catch((error: unknown) => error);
        if (back instanceof Error) expect(back.name).toBe('FormatError');
        else expect(back).toMatchObject({ persons: [{ Surname: 'One' }, { Surname: 'Two' }] });
      }),
      { numRuns: 100, seed: 2 },
    );
  });

  it('an encrypted part', async () => {
    const bytes = await whole();
    for (const { entryAt } of readDirectory(bytes))
      bytes.writeUInt16LE(bytes.readUInt16LE(entryAt + 8) | 1, entryAt + 8);
    expect(await complaint(bytes)).toBe('is encrypted: save it in Excel without a password');
  });
});

describe('a file made to fill the memory is refused before it does', () => {
  const megabytes = 2 ** 20;

  it('by what it says of its size', async () => {
    const tooLarge = 'is too large: xl/worksheets/sheet1.xml would be more than 512 MB';
    expect(await complaint(workbookOf({ says: 513 * megabytes }))).toBe(tooLarge);
  });

  it('by what it holds where it says less', async () => {
    const content = text('<worksheet>' + '<c/>'.repeat(megabytes));
    expect(await complaint(workbookOf({ content, says: 1000 }))).toBe(
      'the file is damaged or cut off: save it again in Excel as .xlsx',
    );
  });

  it('by the length of a text, or the depth of its elements', async () => {
    const senseless = 'xl/worksheets/sheet1.xml in it makes no sense: save the file again in Excel as .xlsx';
    expect(await complaint(workbookOf({ content: text(`<a>${'x'.repeat(2 * megabytes)}</a>`) }))).toBe(senseless);
    expect(await complaint(workbookOf({ content: text('<a>'.repeat(1000) + '</a>'.repeat(1000)) }))).toBe(senseless);
  });

  it('by the number of its files', async () => {
    const bytes = workbookOf({});
    bytes.writeUInt16LE(60_000, bytes.length - 12);
    expect(await complaint(bytes)).toBe('is no workbook: its zip holds too many files');
  });
});

describe('workbooks of other programs', () => {
  /** The least that is a template, with tags in a prefix and cells without addresses. */
  function sheetText(surname: string): string {
    const cell = (value: Rows[number][number]): string => {
      if (value === undefined) return '<x:c/>';
      if (value === 'the surname') return surname;
      const shown = typeof value === 'string' ? value.replaceAll('&', '&amp;') : JSON.stringify(value);
      return `<x:c t="inlineStr"><x:is><x:t>${shown}</x:t></x:is></x:c>`;
    };
    const rows = rowsOf([{ Surname: 'the surname' }]).map((row) => `<x:row>${row.map(cell).join('')}</x:row>`);
    return `<x:worksheet xmlns:x="x"><x:sheetData>${rows.join('')}</x:sheetData></x:worksheet>`;
  }

  it.each([
    ['a text in the cell', '<x:c t="inlineStr"><x:is><x:t>A &amp; B é</x:t></x:is></x:c>', 'A & B é'],
    [
      'a text in pieces, and how to speak it',
      '<x:c t="inlineStr"><x:is><x:r><x:t> A</x:t></x:r><x:r><x:t>_x000D_</x:t></x:r><x:rPh><x:t>a</x:t></x:rPh></x:is></x:c>',
      ' A\r',
    ],
    ['a text shared with others', '<x:c t="s"><x:v>0</x:v></x:c>', 'é shared'],
    ['the text that a formula gives', '<x:c t="str"><x:f>B1</x:f><x:v>C</x:v></x:c>', 'C'],
    ['the empty text that a formula gives', '<x:c t="str"><x:f>B1</x:f><x:v></x:v></x:c>', undefined],
    ['nothing', '<x:c s="4"/>', undefined],
  ])(
    'may hold %s; and may store parts, tell sizes in 64 bits, prefix tags, leave out addresses, put parts in any order',
    async (_, surname, expected) => {
      const bytes = workbookOf({ content: text(sheetText(surname)), isStored: true, isWide: true }, [
        { name: 'xl/strings.xml', content: text('<sst><si>\n<t>é shared</t>\n</si></sst>') },
      ]);
      const path = temporaryFile();
      writeFileSync(path, bytes);
      expect((await read(path)).persons).toEqual([expected === undefined ? {} : { Surname: expected }]);
    },
  );

  it('are refused where a formula has not been worked out, as openpyxl leaves it', async () => {
    const bytes = workbookOf({ content: text(sheetText('<x:c><x:f>B1</x:f><x:v></x:v></x:c>')) });
    expect(await complaint(bytes)).toMatch(/^sheet Data Entry Template, cell D8: holds a formula without a result/);
  });
});
