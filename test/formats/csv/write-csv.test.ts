import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Return } from '../../../src/return/index.js';
import { collectionYears, yearModel } from '../../../src/model/index.js';
import { read, refusal, removeFolders, sampleReturn, tablesIn, temporaryFolder, write } from '../kit.js';

afterAll(removeFolders);

const small: Return = {
  Header: {
    CollectionDetails: { Collection: 'SEN2', Year: '2026', ReferenceDate: '2026-01-15' },
    Source: { LEA: '202', SerialNo: '001', DateTime: '2026-02-12T10:05:00' },
  },
  Persons: {
    Person: [
      {
        Surname: 'O"Brien, Zoë',
        Forename: '=1+1',
        PersonBirthDate: '2022-09-28',
        Requests: [{ RYA: '1' }, { RYA: '0' }],
      },
      { Surname: ' two\nlines', Requests: [{ ActivePlans: { SENneed: [{ SENtype: 'ASD' }, { SENtype: 'HI' }] } }] },
    ],
  },
};

describe('an export that is written', () => {
  it('has a file for each table, with its keys, and every value as COLLECT writes it', async () => {
    const folder = join(temporaryFolder(), 'export');
    expect(await write('csv', folder, small, 2026)).toEqual([]);
    const text = (name: string): string => readFileSync(join(folder, `Blade-Export_12-02-2026_${name}.csv`), 'utf8');
    expect(text('sen2')).toBe(
      'sen2tableid,NativeId,sen2orderseqcolumn,sourceid,collection,year,referencedate,sourcelevel,lea,softwarecode,release,serialno,datetime,dmo,dco,dsco\r\n' +
        '1,202,1,1,SEN2,2026,2026-Jan-15 00:00:00,,202,,,001,2026-Feb-12 10:05:00,,,\r\n',
    );
    expect(text('person')).toBe(
      'persontableid,NativeId,personorderseqcolumn,sourceid,sen2tableid,surname,forename,personbirthdate,sex,ethnicity,postcode,upn,uniquelearnernumber,upnunknown\r\n' +
        '1,202,1,1,1,"O""Brien, Zoë",=1+1,2022-Sep-28 00:00:00,,,,,,\r\n' +
        '2,202,2,1,1," two\nlines",,,,,,,,\r\n',
    );
    const requests = text('requests').split('\r\n').slice(1, 4);
    expect(requests.map((row) => row.split(',').slice(0, 5).join())).toEqual([
      '1,202,1,1,1',
      '2,202,2,1,1',
      '3,202,1,1,2',
    ]);
    expect(text('senneed').split('\r\n').slice(1, 3)).toEqual(['1,202,1,1,1,ASD,', '2,202,2,1,1,HI,']);
    expect(text('plandetail').split('\r\n').length).toBe(2);
  });

  it.each(collectionYears)('has the columns of %i in the order of the file', async (year) => {
    const folder = join(temporaryFolder(), 'export');
    await write('csv', folder, sampleReturn(year, 3), year);
    const tables = tablesIn(folder);
    expect(tables.size).toBe(9);
    for (const [name, [head = []]] of tables) {
      const groups = yearModel(year).groups.filter(({ tag }) =>
        name === 'sen2' ? ['CollectionDetails', 'Source'].includes(tag) : tag.toLowerCase() === name,
      );
      const items = groups.flatMap((group) => group.items.map(({ tag }) => tag.toLowerCase()));
      expect([name, head.slice(name === 'sen2' ? 4 : 5)]).toEqual([name, items]);
    }
  });

  it('is told what it cannot say', async () => {
    const [person = {}] = small.Persons?.Person ?? [];
    const folder = join(temporaryFolder(), 'export');
    const odd: Return = {
      ...small,
      Persons: {
        Person: [
          { ...person, UPN: '', PersonBirthDate: '44000' },
          { ...person, UPN: '' },
        ],
      },
    };
    expect(await write('csv', folder, odd, 2026)).toEqual([
      {
        text: 'Person/PersonBirthDate has a value that is read back as another, since it is none that the item may have',
        count: 1,
      },
      { text: 'Person/UPN is there and empty, which a cell cannot say; it is read back as not there', count: 2 },
    ]);
    expect((await read('csv', folder)).xml).not.toContain('UPN');
  });

  it('takes the date of the names from the year where the header has none', async () => {
    const folder = join(temporaryFolder(), 'export');
    await write('csv', folder, { Header: {}, Persons: {} }, 2025);
    expect(readdirSync(folder)[0]).toBe('Blade-Export_16-01-2025_activeplans.csv');
  });

  it('replaces another export, and nothing else', async () => {
    const folder = join(temporaryFolder(), 'export');
    await write('csv', folder, sampleReturn(2026, 2), 2026);
    await write('csv', folder, small, 2026);
    expect((await read('csv', folder)).xml).toContain('=1+1');
    writeFileSync(join(folder, 'mine.txt'), 'x');
    expect(await refusal('OutputError', write('csv', folder, small, 2026))).toMatch(/holds other files/);
    expect(existsSync(join(folder, 'mine.txt'))).toBe(true);
  });

  it('leaves nothing behind where a record does not fit the year', async () => {
    const root = temporaryFolder();
    const wrong: Return = { ...small, Persons: { Person: [{ GenderCurrent: '1' }] } };
    expect(await refusal('XmlWriteError', write('csv', join(root, 'export'), wrong, 2026))).toMatch(/GenderCurrent/);
    expect(readdirSync(root)).toEqual([]);
  });
});
