import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { programDigest } from '../../../conformance/run/index.js';
import { removeFolders, temporaryFolder } from '../tiny-suite.js';

afterAll(removeFolders);

const folder = temporaryFolder();
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

describe('the digest of a validator', () => {
  it('is of its program and the files its command names, wherever they are', async () => {
    const [program, rules] = [file('check', 'one'), file('rules.csv', 'two')];
    const digest = await programDigest([program, '--rules', rules, '{file}']);
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    mkdirSync(join(folder, 'b'));
    const moved = [file('b/check', 'one'), '--rules', file('b/rules.csv', 'two'), '{file}'];
    expect(await programDigest(moved)).toBe(digest);
    file('b/rules.csv', 'changed');
    expect(await programDigest(moved)).not.toBe(digest);
  });

  it('finds the program as a shell does', async () => {
    expect(await programDigest(['sh', '-c', 'true'])).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is not known where there is no file', async () => {
    expect(await programDigest(['no-such-program-anywhere', '{file}'])).toBeUndefined();
    expect(await programDigest([])).toBeUndefined();
    expect(await programDigest([folder])).toBeUndefined();
  });
});
