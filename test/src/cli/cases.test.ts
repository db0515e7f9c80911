import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256, suiteDigest } from '../../../conformance/suite/index.js';
import { contents, removeFolders, sen2kit, temporaryFolder } from './kit.js';

afterAll(removeFolders);

const folder = temporaryFolder();
const names = ['pack.json', 'return.xml', 'sheet.csv', 'sheet.html', 'sheet.json'];
const read = (pack: string, name: string): string => readFileSync(join(folder, pack, name), 'utf8');

describe('cases', () => {
  it('writes a pack, the same for the same seed, and puts a new one in place of an old one', async () => {
    const [ran, again, other] = await Promise.all([
      sen2kit(folder, 'cases', '--year', '2026', '--out', 'pack'),
      sen2kit(folder, 'cases', '--year', '2026', '--out', 'again', '--la', '202', '--seed', '1'),
      sen2kit(folder, 'cases', '--year', '2026', '--out', 'other', '--la', '330', '--seed', 'x'),
    ]);
    expect([ran.code, again.code, other.code]).toEqual([0, 0, 0]);
    expect(ran.stdout).toMatch(
      /^pack: case pack of 2026 for LA 202, seed 1: \d\d cases that exercise (\d{3}) of the \1 things that a return of 2026 can, [0-9a-f]{12}\n$/,
    );
    expect(ran.stderr).toBe('');
    expect(contents(join(folder, 'pack')).sort()).toEqual(names);
    for (const name of names) expect(read('again', name)).toBe(read('pack', name));
    expect(read('other', 'return.xml')).toContain('<LEA>330</LEA>');

    const manifest = JSON.parse(read('pack', 'pack.json')) as { sha256: string; year: number };
    const others = names.filter((name) => name !== 'pack.json');
    expect(manifest.sha256).toBe(suiteDigest(others.map((name) => ({ name, sha256: sha256(read('pack', name)) }))));

    expect((await sen2kit(folder, 'cases', '--year', '2027', '--out', 'pack')).stderr).toContain('provisional');
    expect(read('pack', 'return.xml')).toContain('<Year>2027</Year>');
    expect((await sen2kit(folder, 'validate', 'pack/return.xml')).stdout).toContain('0 errors, 0 queries');
  });

  it('leaves a folder alone that holds something else', async () => {
    mkdirSync(join(folder, 'mine'));
    writeFileSync(join(folder, 'mine', 'notes.txt'), 'mine');
    const ran = await sen2kit(folder, 'cases', '--year', '2026', '--out', 'mine');
    expect(ran.code).toBe(2);
    expect(ran.stderr).toBe('sen2kit: cannot write mine: the folder is there already and holds other files\n');
    expect(contents(join(folder, 'mine'))).toEqual(['notes.txt']);
  });

  it.each([
    ['a year that is not known', ['--year', '2022', '--out', 'x'], /2022.*known collection years?/],
    [
      'an LA that is none',
      ['--year', '2026', '--out', 'x', '--la', '909'],
      /--la 909: not the number of a local authority/,
    ],
  ])('refuses %s', async (_, args, why) => {
    const ran = await sen2kit(folder, 'cases', ...args);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toMatch(why);
    expect(ran.stderr.trimEnd().split('\n').length).toBe(1);
    expect(contents(folder)).not.toContain('x');
  });
});
