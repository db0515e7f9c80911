import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import {
  buildCases,
  readSuite,
  whyAlone,
  writePackedSuite,
  type Case,
  type PackedSuite,
} from '../../../conformance/suite/index.js';
import { removeFolders, temporaryFolder } from '../tiny-suite.js';

afterAll(removeFolders);

const options = {
  year: 2025,
  seed: '1',
  kit: '0.0.0-test',
  select: ['PER-13*', 'RET-04.two-*', 'FILE-07.s*', 'valid.a*'],
};

function write(): { readonly folder: string; readonly suite: PackedSuite } {
  const folder = temporaryFolder();
  return { folder, suite: writePackedSuite(folder, options) };
}

function casesIn(folder: string): Case[] {
  const lines = readFileSync(join(folder, 'cases.ndjson'), 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as Case);
}

describe('a packed suite on disk', () => {
  it('is read back undamaged, with as many files as it says', async () => {
    const { folder, suite } = write();
    const read = await readSuite(folder);
    expect(read.manifest).toEqual(suite.manifest);
    const alone = Object.values(suite.alone).reduce((sum, count) => sum + count, 0);
    const packed = suite.returns.reduce((sum, one) => sum + one.cases, 0);
    expect(Object.keys(suite.alone)).toEqual(Object.keys(whyAlone));
    expect(read.cases.length).toBe(packed + alone);
    expect(readdirSync(join(folder, 'cases')).length).toBe(suite.returns.length + alone);
    for (const { file } of suite.returns) expect(existsSync(join(folder, file))).toBe(true);
    expect(read.cases.filter((one) => one.packed).length).toBe(packed);
    expect(read.cases.filter(({ id }) => !id.endsWith('.alone')).map(({ id }) => id)).toEqual(
      buildCases(options).map(({ case: one }) => one.id),
    );
  });

  it('holds to the schema of a case', () => {
    const schema = JSON.parse(readFileSync(resolve('conformance/schemas/case.v1.schema.json'), 'utf8')) as object;
    const isCase = new Ajv2020({ strict: true, allErrors: true }).compile(schema);
    const cases = casesIn(write().folder);
    expect(cases.filter((one) => !isCase(one))).toEqual([]);
    expect(isCase({ ...cases[0], packed: { person: 0 } })).toBe(false);
  });

  it('says in words why a case stands alone, and gives nothing away in a file name', () => {
    const { suite } = write();
    for (const why of Object.values(whyAlone)) expect(why).toMatch(/^it is |^it differs |^the person /);
    for (const { file } of suite.returns) expect(file).toMatch(/^cases\/packed-\d+\.xml$/);
  });

  it.each<[string, (one: Case) => object, RegExp]>([
    [
      'a person that the file does not have',
      (one) => (one.packed ? { ...one, packed: { person: one.persons + 1 } } : one),
      /^cases\.ndjson line \d+: the file has \d+ persons, and so no person \d+$/,
    ],
    [
      'a person 0',
      (one) => (one.packed ? { ...one, packed: { person: 0 } } : one),
      /^cases\.ndjson line \d+: the file has \d+ persons, and so no person 0$/,
    ],
    [
      'a case whose parent alone is packed',
      (one) => {
        const { packed, ...rest } = one;
        return one.kind === 'valid' ? { ...rest, ...(packed && { packed }) } : rest;
      },
      /^cases\.ndjson line \d+: of the case and its parent only one is packed$/,
    ],
    [
      'a packed that says nothing',
      (one) => (one.packed ? { ...one, packed: {} } : one),
      /^cases\.ndjson line \d+: person/,
    ],
  ])('is refused with %s', async (_name, change, message) => {
    const { folder } = write();
    const lines = casesIn(folder).map((one) => `${JSON.stringify(change(one))}\n`);
    writeFileSync(join(folder, 'cases.ndjson'), lines.join(''));
    await expect(readSuite(folder)).rejects.toThrow(message);
  });
});
