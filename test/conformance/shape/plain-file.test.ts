import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPlainFile, type PlainFile } from '../../../conformance/shape/index.js';
import { removeFolders, temporaryFolder } from '../tiny-suite.js';

afterAll(removeFolders);

const folder = temporaryFolder();
const place = (name: string): string => join(folder, name);
writeFileSync(place('file'), 'four');
mkdirSync(place('folder'));
execFileSync('mkfifo', [place('pipe')]);
symlinkSync(place('file'), place('link'));
symlinkSync(place('nothing'), place('dangling'));
symlinkSync('/dev/zero', place('endless'));

const read = (name: string, atMost = 100, links: 'followed' | 'refused' = 'refused'): Promise<PlainFile> =>
  readPlainFile(place(name), { atMost, links });
const four = { kind: 'read', bytes: Buffer.from('four') };

describe('a file that others may have replaced', () => {
  it('is read where it is still one', async () => {
    expect(await read('file')).toEqual(four);
    expect(await read('file', 4)).toEqual(four);
    expect(await read('file', 3)).toEqual({ kind: 'too-large' });
    expect(await read('link', 4, 'followed')).toEqual(four);
    // The system says that it is empty.
    const status = await readPlainFile('/proc/self/status', { atMost: 3, links: 'followed' });
    expect(status.kind).toBe(process.platform === 'linux' ? 'too-large' : 'missing');
  });

  it.each([
    ['folder', 'no-file'],
    ['pipe', 'no-file'],
    ['link', 'no-file'],
    ['endless', 'no-file'],
    ['nothing', 'missing'],
  ])('is neither waited for nor read without end: %s', async (name, kind) => {
    expect(await read(name)).toEqual({ kind });
  });

  it.each([
    ['endless', 'no-file'],
    ['dangling', 'missing'],
  ])('may be behind a link, where that is allowed: %s', async (name, kind) => {
    expect(await read(name, 100, 'followed')).toEqual({ kind });
  });
});
