import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { named } from '../../conformance/compare/sample.js';
import { ndjsonSink } from '../../../conformance/report/index.js';
import type { Comparison } from '../../../conformance/compare/index.js';
import type { Verdict } from '../../../conformance/judge/index.js';
import { complaint, contents, removeFolders, sen2kit, temporaryFolder } from './kit.js';

afterAll(removeFolders);

const folder = temporaryFolder();

function write(name: string, verdicts: Readonly<Record<string, Verdict>>, isCutShort = false): void {
  const { header, cases, footer } = named(name, verdicts).results;
  let text = '';
  const sink = ndjsonSink((line) => void (text += line));
  void sink.start(header);
  for (const one of cases) void sink.result(one);
  if (footer && !isCutShort) void sink.end(footer);
  writeFileSync(join(folder, name), text);
}

beforeAll(() => {
  write('old', { 'PER-01.a': 'match', 'PER-01.b': 'missed' });
  write('new', { 'PER-01.a': 'missed', 'PER-01.b': 'match' });
  write('better', { 'PER-01.a': 'match', 'PER-01.b': 'match' });
  write('unrun', { 'PER-01.a': 'match', 'PER-01.b': 'could-not-run' });
  write('cut', { 'PER-01.a': 'match', 'PER-01.b': 'match' }, true);
  writeFileSync(join(folder, 'damaged'), '{}\n');
});

describe('compare', () => {
  it('exits 1 where something is new or no longer judged, 0 where nothing is worse', async () => {
    const ran = async (name: string): Promise<unknown> => {
      const { code, stdout, stderr } = await sen2kit(folder, 'compare', 'old', name);
      return [name, code, /^(?:Some|No)thing is worse.*$/m.exec(stdout)?.[0], stderr];
    };
    expect([await ran('old'), await ran('new'), await ran('better'), await ran('unrun'), await ran('cut')]).toEqual([
      ['old', 0, 'Nothing is worse. 2 as before.', ''],
      ['new', 1, 'Something is worse: 1 new, 1 gone. 0 as before.', ''],
      ['better', 0, 'Nothing is worse: 1 gone. 1 as before.', ''],
      ['unrun', 1, 'Something is worse: 1 no longer judged. 1 as before.', ''],
      ['cut', 0, 'Nothing is worse: 1 gone. 1 as before.', ''],
    ]);
  });

  it('says first that results were cut short', async () => {
    const { stdout } = await sen2kit(folder, 'compare', 'old', 'cut');
    expect(stdout).toMatch(/^NEW was cut short after 2 cases/);
  });

  it('writes JSON and Markdown to a file', async () => {
    const json = await sen2kit(folder, 'compare', 'old', 'new', '--format', 'json', '--out', 'c.json');
    expect(json).toEqual({ code: 1, stdout: '', stderr: '' });
    const { worse, gone } = JSON.parse(readFileSync(join(folder, 'c.json'), 'utf8')) as Comparison;
    expect([worse, gone.map((one) => one.id)]).toEqual([true, ['PER-01.b']]);
    await sen2kit(folder, 'compare', 'old', 'new', '--format', 'markdown', '--out', 'c.md');
    expect(readFileSync(join(folder, 'c.md'), 'utf8')).toMatch(/^### ❌ SEN2 conformance compared/);
    expect(contents(folder)).toEqual(['better', 'c.json', 'c.md', 'cut', 'damaged', 'new', 'old', 'unrun']);
  });

  it('refuses what it cannot read or write', async () => {
    expect(complaint(await sen2kit(folder, 'compare', 'old', 'nosuch'), 4)).toContain('nosuch: cannot be read');
    expect(complaint(await sen2kit(folder, 'compare', 'damaged', 'old'), 4)).toContain('damaged line 1: ');
    expect(complaint(await sen2kit(folder, 'compare', 'old', 'new', '--out', 'no/c.md'), 2)).toContain('no folder no');
    expect(complaint(await sen2kit(folder, 'compare', 'old'), 2)).toContain('compare needs <old> and <new>');
  });
});
