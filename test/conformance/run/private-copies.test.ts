import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { runSuite, type ValidationRequest, type Validator } from '../../../conformance/run/index.js';
import { readSuite } from '../../../conformance/suite/index.js';
import { removeFolders, smallSuite, writeSuite } from '../tiny-suite.js';

afterAll(removeFolders);

const sink = { start: () => undefined, result: () => undefined, end: () => undefined };

/** Runs the small suite with a validator of a kind, and gives the files it was given. */
async function filesGiven(kind: string, look: (request: ValidationRequest) => void): Promise<string[]> {
  const files: string[] = [];
  const validator: Validator = {
    identity: { kind, name: kind },
    capabilities: { granularity: 'path', levels: true },
    validate: (request) => {
      files.push(request.file);
      look(request);
      return Promise.resolve({ kind: 'findings', findings: [] });
    },
    close: () => Promise.resolve(),
  };
  await runSuite(await suite, validator, { kit: '0', jobs: 1, timeoutMs: 5000 }, sink);
  return files;
}

const suite = readSuite(writeSuite(smallSuite));

describe.each(['cmd', 'stdio', 'module'])('a validator that is given paths: %s', (kind) => {
  it('gets a copy in a private folder with nothing beside it, which is gone after', async () => {
    const { folder } = await suite;
    const texts: string[] = [];
    const files = await filesGiven(kind, ({ file }) => {
      texts.push(readFileSync(file, 'utf8'));
      expect(readdirSync(dirname(file))).toEqual([basename(file)]);
      expect(statSync(dirname(file)).mode & 0o777).toBe(0o700);
      expect(basename(file)).toMatch(/^\d+\.xml$/);
      expect(file.startsWith(folder)).toBe(false);
      // What it writes there changes no case.
      writeFileSync(file, 'changed');
    });
    expect(texts.sort()).toEqual(smallSuite.map(({ text }) => text).sort());
    expect(files.filter((file) => existsSync(dirname(file)))).toEqual([]);
    expect((await readSuite(folder)).cases.length).toBe(smallSuite.length);
  });
});

it('one that is not given paths reads the file of the suite', async () => {
  const { folder } = await suite;
  const files = await filesGiven('reference', () => undefined);
  expect(files.every((file) => file.startsWith(folder))).toBe(true);
});
