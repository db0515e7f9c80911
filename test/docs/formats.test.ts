import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeFolders, shell, temporaryFolder } from '../src/cli/kit.js';
import { blocksOf } from './document.js';

afterAll(removeFolders);

const blocks = (kind: string): readonly string[] => blocksOf('formats.md', kind);

describe('docs/formats.md', () => {
  it('has commands that do what they say', async () => {
    const folder = temporaryFolder();
    const [commands = ''] = blocks('sh');
    const { code, stdout } = await shell(folder, `set -e\n${commands.replaceAll('npx sen2kit', '"$KIT"')}`);
    expect(code).toBe(0);
    expect(stdout).toContain('export: return of 2026, 200 persons: 0 errors, 0 queries');
    expect(stdout).toContain('"file": "return.jsonl"');
  });

  it('has JSON Lines that can be read', async () => {
    const folder = temporaryFolder();
    const [lines = ''] = blocks('json');
    writeFileSync(join(folder, 'example.jsonl'), lines);
    expect(await shell(folder, '"$KIT" convert example.jsonl example.xml')).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, 'example.xml'), 'utf8')).toContain('<ReceivedDate>2025-02-03</ReceivedDate>');
  });
});
