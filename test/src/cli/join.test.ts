import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateReturn } from '../../../generators/index.js';
import { returnToXml } from '../../../output/index.js';
import { joinReturns } from '../../../src/cli/work/join.js';
import { complaint, contents, removeFolders, sen2kit, temporaryFolder } from './kit.js';

afterAll(removeFolders);

const folder = temporaryFolder();
const at = (name: string): string => join(folder, name);
const write = (name: string, text: string): string => {
  writeFileSync(at(name), text);
  return at(name);
};
const read = (name: string): string => readFileSync(at(name), 'utf8');
const made = (la: string, year = 2025, persons = 3): string =>
  returnToXml(generateReturn({ year, la, seed: 'join', persons }), year);

async function joined(...files: readonly string[]): Promise<string> {
  expect(await joinReturns({ file: [...files], out: at('joined.xml'), progress: false })).toBe(0);
  return read('joined.xml');
}

const personsOf = (xml: string): string[] => xml.match(/<Person>[^]*?<\/Person>/g) ?? [];

describe('join', () => {
  it('makes the whole of shards, byte for byte', async () => {
    const key = ['generate', '--year', '2025', '--la', '202', '--persons', '20', '--seed', 'join'] as const;
    const shards = ['1/3', '2/3', '3/3'];
    await Promise.all([
      sen2kit(folder, ...key, '--out', 'whole.xml'),
      ...shards.map((shard, i) => sen2kit(folder, ...key, '--shard', shard, '--out', `shard-${i}.xml`)),
    ]);
    const ran = await sen2kit(folder, 'join', 'shard-0.xml', 'shard-1.xml', 'shard-2.xml', '--out', 'again.xml');
    expect(ran).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(read('again.xml')).toBe(read('whole.xml'));
    expect(contents(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('keeps the bytes of persons however each program writes, and what stands between them', async () => {
    const first = made('202').replace('</Person>', '</Person><!-- </Persons> -->');
    const second = `\uFEFF${made('202').replaceAll(/\n */g, '\r\n\t')}`;
    const third = made('202')
      .replaceAll(/\n */g, '')
      .replace('<Persons>', '<!--<Persons>--><Persons >')
      .replace(/<Surname>[^<]*</, '<Surname><![CDATA[</Persons>é]]><');
    const result = await joined(write('1.xml', first), write('2.xml', second), write('3.xml', third));
    expect(personsOf(result)).toEqual([...personsOf(first), ...personsOf(second), ...personsOf(third)]);
    expect(result.startsWith(first.slice(0, first.indexOf('<Person>')))).toBe(true);
    expect(result).toContain('</Person><!-- </Persons> -->');
    expect(result.endsWith('</Person>\n  </Persons>\n</Message>\n')).toBe(true);
    expect(result.length).toBe(
      first.length +
        (second.indexOf('</Persons>') - '\r\n\t'.length - second.indexOf('<Persons>') - '<Persons>'.length) +
        (third.lastIndexOf('</Persons>') - third.indexOf('<Persons >') - '<Persons >'.length),
    );
  });

  it('finds the tags wherever the pieces of the file are cut', async () => {
    // A comment of growing length moves the tags over the end of the first piece of 256 KB.
    const plain = made('202');
    const room = 256 * 1024 - plain.indexOf('<Persons>');
    for (const shift of [-12, -9, -5, -1, 0, 3]) {
      const padded = plain.replace('<Persons>', `<!--${'x'.repeat(room - 7 + shift)}--><Persons>`);
      expect(personsOf(await joined(write('1.xml', plain), write('2.xml', padded)))).toHaveLength(6);
    }
  });

  it('refuses what is not a return of the same LA and year, and leaves nothing', async () => {
    const camden = write('camden.xml', made('202'));
    const refused = async (name: string, text: string): Promise<string> => {
      write(name, text);
      return complaint(await sen2kit(folder, 'join', 'camden.xml', name, '--out', 'no.xml'), 2);
    };
    expect(await refused('x.xml', made('203'))).toBe(
      'x.xml: is the return of LA 203 for 2025, and camden.xml that of LA 202 for 2025; join takes returns of one LA and year',
    );
    expect(await refused('x.xml', made('202', 2026))).toMatch(/LA 202 for 2026, and camden\.xml/);
    expect(await refused('x.xml', '<Other/>')).toMatch(/^x\.xml: is not a return \(FILE-04.*Other\)/);
    expect(await refused('x.xml', read('camden.xml').slice(0, 900))).toMatch(/^x\.xml: is not a return \(FILE-01/);
    expect(await refused('x.xml', read('camden.xml').replace(/<Persons>[^]*<\/Persons>/, '<Persons/>'))).toMatch(
      /^x\.xml: holds no person/,
    );
    expect(await refused('x.xml', read('camden.xml').replace(/<Header>[^]*<\/Header>/, ''))).toMatch(/no header/);
    expect(
      await refused('x.xml', read('camden.xml').replace('</Message>', '<Persons><Person/></Persons></Message>')),
    ).toMatch(/Persons more than once/);
    expect(complaint(await sen2kit(folder, 'join', 'gone.xml', '--out', 'no.xml'), 2)).toMatch(
      /gone\.xml: no such file/,
    );
    expect(complaint(await sen2kit(folder, 'join', '--out', 'no.xml'), 2)).toMatch(/file/);
    expect(contents(folder)).not.toContain('no.xml');
    expect(camden).toContain('camden');
  });
});
