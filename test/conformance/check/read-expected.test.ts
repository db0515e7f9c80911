import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExpectedError, readExpected } from '../../../conformance/check/index.js';
import { generateReturn } from '../../../generators/index.js';
import { returnToXml } from '../../../output/index.js';
import { UnreadableFileError } from '../../../src/validate/index.js';

const root = mkdtempSync(join(tmpdir(), 'sen2kit-expected-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});

const xml = returnToXml(generateReturn({ year: 2026, la: '202', seed: '1', persons: 3 }), 2026);
const pack = { format: 1, year: 2026, stories: [{ name: 'plain', person: 2, covers: ['item:Person.UPN'] }] };

/** A folder with these files; gives its path. */
function folder(name: string, files: Readonly<Record<string, string>>): string {
  const path = join(root, name);
  mkdirSync(path);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(path, file), text);
  return path;
}

describe('readExpected', () => {
  it('takes a case pack, with what its persons tell', async () => {
    const path = folder('pack', { 'pack.json': JSON.stringify(pack), 'return.xml': xml });
    const { name, kept, stories, coverage } = await readExpected(path);
    expect([name, kept.year, kept.persons.length, kept.stopped]).toEqual([path, 2026, 3, null]);
    expect([...stories]).toEqual([[2, 'plain']]);
    expect(coverage).toEqual([{ name: 'plain', covers: ['item:Person.UPN'] }]);
  });

  it('takes a folder with a return alone, and a return', async () => {
    const path = folder('alone', { 'return.xml': xml });
    for (const one of [path, join(path, 'return.xml')]) {
      const { kept, stories } = await readExpected(one);
      expect([kept.persons.length, stories.size]).toEqual([3, 0]);
    }
  });

  it('says that there is nothing of a name', async () => {
    await expect(readExpected(join(root, 'none'))).rejects.toThrow(UnreadableFileError);
    await expect(readExpected(join(root, 'none'))).rejects.toThrow(/none: no such file/);
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['a folder without a return', {}, /holds no return\.xml/],
    ['a pack that is no JSON', { 'pack.json': '{', 'return.xml': xml }, /pack\.json: is damaged: .*JSON/],
    ['a pack of another format', { 'pack.json': '{"format":2}', 'return.xml': xml }, /format is not 1/],
    [
      'a pack of another year',
      { 'pack.json': JSON.stringify({ ...pack, year: 2025 }), 'return.xml': xml },
      /pack\.json is of 2025 and return\.xml of 2026/,
    ],
    [
      'a pack with a year that is not known',
      { 'pack.json': JSON.stringify({ ...pack, year: 1999 }), 'return.xml': xml },
      /year 1999 is not a known/,
    ],
    [
      'a pack with a person that is not there',
      { 'pack.json': JSON.stringify({ ...pack, stories: [{ name: 'x', person: 4, covers: [] }] }), 'return.xml': xml },
      /names person 4, and return\.xml has 3/,
    ],
    [
      'a return that is cut off',
      { 'return.xml': xml.slice(0, 3000) },
      /FILE-01 in line \d+.*a whole return is expected/,
    ],
    [
      'a return with an element that is not known',
      { 'return.xml': xml.replace('<Sex>', '<Odd/><Sex>') },
      /FILE-06 at .*Odd/,
    ],
    ['a return without a year', { 'return.xml': xml.replace('<Year>2026</Year>', '<Year/>') }, /has no Year/],
    ['what is no return', { 'return.xml': 'hello' }, /FILE-01/],
  ])('refuses %s', async (name, files, message) => {
    const path = folder(name, files);
    await expect(readExpected(path)).rejects.toThrow(ExpectedError);
    await expect(readExpected(path)).rejects.toThrow(message);
  });
});
