import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { AdapterFile } from '../../../conformance/adapt/index.js';
import { readResults } from '../../../conformance/report/index.js';
import { rulesIn } from '../../../src/rules/index.js';
import { complaint, contents, removeFolders, sen2kit, temporaryFolder, type Ran } from './kit.js';

afterAll(removeFolders);

const folder = temporaryFolder();
const reference = JSON.stringify(pathToFileURL(resolve('dist/src/validate/index.js')).href);

let silent: Promise<Ran>;

beforeAll(() => {
  // A validator with codes and words for levels of its own, that has one code for two rules, says one thing whatever the
  // fault, and does not know PER-09.
  const own = `import { fileSource, validate as check } from ${reference};
    const words = { error: 'Stop', query: 'Ask' };
    const codeOf = (rule) => (rule === 'PER-01' || rule === 'PER-02' ? 'E-NAME' : 'E-' + rule);
    export const validate = ({ file, year }) => {
      const found = check(fileSource(file), { year }).findings.filter(({ rule }) => rule !== 'PER-09');
      const findings = found.map(({ rule, level, path }) => ({ rule: codeOf(rule), level: words[level], path }));
      return { findings: found.length > 0 ? [...findings, { rule: 'E-SUMMARY', level: 'Stop' }] : [] };
    };`;
  writeFileSync(join(folder, 'own.mjs'), own);
  writeFileSync(join(folder, 'silent.mjs'), `export const validate = () => { throw new Error('no licence'); };`);
  // It takes as long as the other, and need not wait for it.
  silent = sen2kit(folder, 'learn', '--year', '2025', '--validator', 'module:silent.mjs', '--out', 'none.json');
});

describe('learn', () => {
  it('finds out the codes of a validator, and writes an adapter that it is judged by', async () => {
    const learned = await sen2kit(
      folder,
      'learn',
      '--year',
      '2025',
      '--validator',
      'module:own.mjs',
      '--out',
      'a.json',
    );
    expect([learned.code, learned.stdout]).toEqual([0, '']);
    const rules = rulesIn(2025).length;
    expect(learned.stderr).toMatch(
      new RegExp(`^${rules - 1} of ${rules} rules found behind ${rules - 2} codes, from \\d+ cases$`, 'm'),
    );
    expect(learned.stderr).toMatch(/^ {2}with nearly every fault, so ignored: E-SUMMARY$/m);
    expect(learned.stderr).toMatch(/^ {2}rules without a code: PER-09$/m);

    const adapter = JSON.parse(readFileSync(join(folder, 'a.json'), 'utf8')) as AdapterFile;
    const schema = JSON.parse(readFileSync(resolve('conformance/schemas/adapter.v1.schema.json'), 'utf8')) as object;
    const isAdapter = new Ajv2020({ strict: true }).compile(schema);
    expect(isAdapter(adapter) ? [] : isAdapter.errors).toEqual([]);
    expect(adapter).toMatchObject({
      granularity: 'path',
      levels: { Stop: 'error', Ask: 'query' },
      ignore: ['E-SUMMARY'],
    });
    expect([adapter.codes?.['E-PER-13'], [adapter.codes?.['E-NAME'] ?? []].flat().sort()]).toEqual([
      'PER-13',
      ['PER-01', 'PER-02'],
    ]);

    const made = await sen2kit(folder, 'suite', '--year', '2025', '--out', 'suite', '--select', 'PER-0*', 'PER-13.*');
    expect(made.code).toBe(0);
    const run = ['run', '--suite', 'suite', '--validator', 'module:own.mjs', '--report', 'ndjson=r.ndjson'];
    expect((await sen2kit(folder, ...run)).code).toBe(1);
    const { code } = await sen2kit(folder, ...run, '--adapter', 'a.json');
    const { cases } = await readResults(join(folder, 'r.ndjson'));
    const others = cases.filter(({ verdict }) => verdict !== 'match');
    expect(
      others.map(({ rule, verdict }) => `${rule ?? ''} ${verdict}`).filter((one) => one !== 'PER-09 unsupported'),
    ).toEqual([]);
    expect([code, others.length > 0]).toEqual([0, true]);
  });

  it('writes nothing where it had no answer, and says why', async () => {
    const { code, stdout, stderr } = await silent;
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toMatch(/^sen2kit: nothing could be learned: .*no licence\n$/);
    expect(contents(folder).filter((name) => name.startsWith('none.json'))).toEqual([]);
  });

  it('refuses what cannot be learned from, before it starts', async () => {
    const learn = ['learn', '--year', '2025', '--out', 'none.json', '--validator'];
    await sen2kit(folder, 'schema', '--year', '2025', '--out', 'sen2.xsd');
    expect(complaint(await sen2kit(folder, ...learn, 'xsd:sen2.xsd'), 2)).toBe('a schema has no codes to learn');
    const nowhere = await sen2kit(
      folder,
      'learn',
      '--year',
      '2025',
      '--validator',
      'module:own.mjs',
      '--out',
      'no/a.json',
    );
    expect(complaint(nowhere, 2)).toMatch(/^--out no\/a\.json: /);
    expect(existsSync(join(folder, 'none.json'))).toBe(false);
  });
});
