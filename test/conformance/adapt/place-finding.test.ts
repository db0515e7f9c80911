import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeFolders } from '../tiny-suite.js';
import { folder, person, read, readerOf, request, write, type Settings } from './reading.js';

afterAll(removeFolders);

/** The place of one finding of these fields. */
async function placed(settings: Settings, finding: object, of = request): Promise<unknown> {
  const found = await read(settings, JSON.stringify([{ c: 'X', ...finding }]), of);
  if (typeof found === 'string') return found;
  return found.map((one) => ({ ...one, rule: undefined, code: undefined }))[0];
}

describe('the person', () => {
  const fields = {
    code: 'c',
    person: { upn: 'u', uln: 'l', surname: 's', forename: 'f', birthDate: 'b', position: 'p' },
  };
  const by = (more: Settings = {}): Settings => ({ fields, granularity: 'person', ...more });

  it.each<[object, object]>([
    [{}, {}],
    [{ u: '', l: null }, {}],
    [{ l: '77' }, { person: 2 }],
    [{ l: 77 }, { person: 2 }],
    [{ u: 'a1' }, { anyPersonOf: [1, 4] }],
    [{ u: 'A1', s: 'Green' }, { person: 1 }],
    [{ u: 'A1', p: 4 }, { person: 4 }],
    [{ u: 'A1', p: 2 }, { anyPersonOf: [1, 4] }],
    [{ u: 'Z9', l: '77' }, { person: 2 }],
    [{ u: 'Z9' }, { person: 0 }],
    [{ s: ' BROWN ', f: 'ada', b: '2013-03-04' }, { person: 2 }],
    [{ s: 'Brown', f: 'Ada', b: '2013-03-04T00:00:00' }, { person: 2 }],
    [{ s: 'Green', f: 'Ada', b: '2012-03-04' }, { anyPersonOf: [1, 3] }],
    [{ s: 'Green', f: 'Ada', b: '2012-03-05' }, { person: 0 }],
    [{ f: 'Ada', b: '2013-03-04' }, { person: 2 }],
    [{ p: 3 }, { person: 3 }],
    [{ p: '3.0' }, { person: 3 }],
    [{ p: 5 }, { person: 0 }],
    [{ p: 0 }, { person: 0 }],
    [{ p: 'third' }, {}],
  ])('of %j is %j', async (finding, wanted) => {
    expect(await placed(by(), finding)).toEqual(wanted);
  });

  it('is counted from 0 where the adapter says so', async () => {
    const zero = by({ fields: { code: 'c', person: { position: 'p', positionBase: 0 } } });
    expect(await placed(zero, { p: 0 })).toEqual({ person: 1 });
    // Where a position is all there is, no file is read: nobody is at it.
    expect(await placed(zero, { p: 4 })).toEqual({ person: 5 });
  });

  it('has a birth date in the form that the adapter says', async () => {
    expect(await placed(by({ dates: 'dd/mm/yyyy' }), { b: '04/03/2013 00:00' })).toEqual({ person: 2 });
    expect(await placed(by({ dates: 'dd/mm/yyyy' }), { b: '4/3/2013' })).toEqual({ person: 2 });
    expect(await placed(by(), { b: '04/03/2013' })).toEqual({ person: 0 });
  });

  it('is not told of a file that is no XML', async () => {
    const broken = { ...request, file: write('<Message><Persons><Person><UPN>A1</UPN>', '.xml') };
    expect(await placed(by(), { u: 'A1' }, broken)).toEqual({});
  });

  it('is no answer where the file has become a pipe, which is not waited for', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    expect(await placed(by(), { u: 'A1' }, { ...request, file: pipe })).toMatch(/is no file any more/);
  });

  it('is no answer where the file is gone', async () => {
    expect(await placed(by(), { u: 'A1' }, { ...request, file: join(folder, 'gone') })).toMatch(
      /cannot be placed: ENOENT/,
    );
    expect(await read(by(), '[]', { ...request, file: join(folder, 'gone') })).toEqual([]);
  });
});

describe('the record', () => {
  const record = { table: 't', row: 'r', tables: { places: 'PlacementDetail' } };
  const by = (more: object = {}, granularity = 'record'): Settings => ({
    fields: { code: 'c', item: 'i', record: { ...record, ...more } },
    granularity,
    items: { entry: 'EntryDate' },
  });
  const second = '/Message/Persons/Person[2]/Requests[1]/ActivePlans/PlacementDetail';

  it.each<[Settings, object, object]>([
    [by(), { t: 'places', r: 1 }, { path: `${second}[1]` }],
    [by(), { t: 'places', r: '2' }, { path: `${second}[2]` }],
    [by({ base: 1 }), { t: 'places', r: 3 }, { path: `${second}[2]` }],
    [by(), { t: ['what', 'places'], r: [1, 0] }, { path: `${second}[1]` }],
    [by(), { t: 'Person', r: 3 }, { path: '/Message/Persons/Person[4]' }],
    [by(), { t: 'Header', r: 0 }, { path: '/Message/Header' }],
    [by(), { t: 'places', r: 3 }, { person: 0 }],
    [by({ base: 1 }), { t: 'places', r: 0 }, { person: 0 }],
    [by(), { t: 'nothing', r: 0 }, { person: 0 }],
    [by(), { t: null, r: null }, {}],
    [by(), { t: 'places', r: 1, i: 'entry' }, { path: `${second}[1]/EntryDate` }],
    [by({}, 'path'), { t: 'places', r: 1, i: ['UPN', 'EntryDate'] }, { path: `${second}[1]/EntryDate` }],
    [by({}, 'path'), { t: 'places', r: 1, i: 'UPN' }, { path: `${second}[1]` }],
    [
      by({}, 'item'),
      { t: 'places', r: 1, i: ['entry', 'UPN'] },
      { path: `${second}[1]/EntryDate`, anyItemOf: ['EntryDate', 'UPN'] },
    ],
  ])('%j of %j', async (settings, finding, wanted) => {
    expect(await placed(settings, finding)).toEqual(wanted);
  });
});

describe('line and path', () => {
  const fields = { code: 'c', path: 'p', line: 'l', column: 'k' };
  const by: Settings = { fields, granularity: 'path' };
  const first = '/Message/Persons/Person[1]';

  it.each<[object, object]>([
    [{ l: 1 }, { path: '/Message' }],
    [{ l: 4 }, { path: first }],
    [{ l: 5 }, { path: `${first}/UPN` }],
    [{ l: 5, k: 1 }, { path: `${first}/Surname` }],
    [{ l: 5, k: 30 }, { path: `${first}/Forename` }],
    [{ l: 9 }, { path: `${first}/Requests[1]/ActivePlans/PlacementDetail[1]/EntryDate` }],
    [{ l: 9999 }, { path: '/Message/Persons/Person[4]/UPN' }],
    [{ l: 0 }, {}],
    [{ l: 'none' }, {}],
    [{ p: '/Message/Persons/Person[2]/UPN', l: 5 }, { path: '/Message/Persons/Person[2]/UPN' }],
    [{ p: '/m:Message[1]/Persons[1]/Person/UPN[1]' }, { path: `${first}/UPN` }],
    [{ p: '/Message/Persons/Person[2]/Sex[2]' }, { path: '/Message/Persons/Person[2]/Sex[2]' }],
    [{ p: '/Message/Persons/Other' }, { path: '/Message/Persons/Other' }],
    [{ p: 'Person 2' }, { path: 'Person 2' }],
    [{ p: '/Message/Persons/Person[last()]' }, { path: '/Message/Persons/Person[last()]' }],
  ])('%j is %j', async (finding, wanted) => {
    expect(await placed(by, finding)).toEqual(wanted);
  });
});

describe('a file that changes', () => {
  it('is read again', async () => {
    const reader = await readerOf({ fields: { code: 'c', person: { upn: 'u' } }, granularity: 'person' });
    const file = join(folder, 'changing.xml');
    const text = '[{"c":"X","u":"B2"}]';
    for (const [upns, wanted] of [
      [['B2', 'C3'], 1],
      [['C3', 'B2'], 2],
    ] as const) {
      writeFileSync(
        file,
        `<Message><Persons>${upns.map((upn) => person(`<UPN>${upn}</UPN>`)).join('')}</Persons></Message>`,
      );
      expect(await reader.readText(text, { file, year: 2025 })).toMatchObject({ findings: [{ person: wanted }] });
    }
  });
});

describe('an element that stands too often', () => {
  it.each([
    [3, '/Message/Persons/Person[1]/UPN[2]'],
    [4, '/Message/Persons/Person[1]/Other'],
    [6, '/Message/Persons/Person[1]/Other[2]'],
    [7, '/Message/Persons[2]/Person[1]'],
  ])('in line %i is %s', async (line, path) => {
    const file = join(folder, 'often.xml');
    const inner =
      '<Person><UPN>A1</UPN>\n\n<UPN>A2</UPN>\n<Other>\n</Other>\n<Other/></Person></Persons>\n<Persons><Person/>';
    writeFileSync(file, `<Message><Persons>${inner}</Persons></Message>`);
    const settings = { fields: { code: 'c', line: 'l', item: 'i' }, granularity: 'path' };
    expect(await placed(settings, { l: line }, { file, year: 2025 })).toEqual({ path });
  });
});
