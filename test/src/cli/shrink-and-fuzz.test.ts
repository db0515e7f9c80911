import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ShrinkCommandOptions } from '../../../src/cli/commands/shrink.js';
import { metamorphicCheck } from '../../../src/cli/work/metamorphic.js';
import { shrinkReturn } from '../../../src/cli/work/shrink.js';
import { complaint, contents, ended, program, removeFolders, sen2kit, small, temporaryFolder } from './kit.js';

afterAll(removeFolders);

const folder = temporaryFolder();
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

/** A validator that says what the reference validator says of some rules, and keeps a list of the modes of what it was given. */
const validator = `
import { appendFileSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
export const validate = ({ file }) => {
  const mode = (path) => (statSync(path).mode & 0o777).toString(8);
  appendFileSync('modes', mode(file) + ' ' + mode(dirname(file)) + '\\n');
  const xml = readFileSync(file, 'utf8');
  const persons = xml.match(/<Person>[^]*?<\\/Person>/g) ?? [];
  return { findings: persons.flatMap((one, i) => (/<Surname>[^<]*\\d/.test(one) ? [{ rule: 'X103', person: i + 1 }] : [])) };
};
`;

beforeAll(async () => {
  await sen2kit(folder, 'generate', ...small, '--out', 'clean.xml');
  writeFileSync(join(folder, 'wrong.xml'), read('clean.xml').replace(/<Surname>(\w+)</, '<Surname>$1 2<'));
  writeFileSync(join(folder, 'names.mjs'), validator);
  writeFileSync(join(folder, 'codes.csv'), 'rule,dfeCode,year,level,note\nPER-03,X103,2025,query,\n');
  writeFileSync(join(folder, 'silent.mjs'), 'export const validate = () => ({ findings: [] });\n');
  writeFileSync(join(folder, 'crash.mjs'), "export const validate = () => { throw new Error('no'); };\n");
  writeFileSync(
    join(folder, 'flaky.mjs'),
    "let n = 0; export const validate = () => ({ findings: (n += 1) % 2 ? [{ rule: 'PER-03' }] : [] });\n",
  );
});

const shrink = (...args: readonly string[]): ReturnType<typeof sen2kit> => sen2kit(folder, 'shrink', ...args);

describe('shrink', () => {
  it('writes the smallest return, with nothing of a person in it, and says how it came to it', async () => {
    const { code, stdout, stderr } = await shrink(
      ...['wrong.xml', '--validator', 'reference', '--keep', 'PER-03', '--anonymise', '--out', 'small.xml'],
    );
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toMatch(/^wrong\.xml: checked against 2025, the Year in its header$/m);
    expect(stderr).toMatch(
      /^wrong\.xml: 20 persons, [\d,]+ bytes; small\.xml: 1 person, \d+ bytes, of which still: the validator reports PER-03$/m,
    );
    expect(stderr).toMatch(/the validator was asked \d+ times$/m);
    expect((await sen2kit(folder, 'validate', 'small.xml')).stdout).toContain('query PER-03');
    expect(read('small.xml')).toMatch(/<Surname>\d<\/Surname>/);
    expect(contents(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('keeps a rule that a crosswalk makes of the codes of a validator, and gives it private files alone', async () => {
    const args = ['--validator', 'module:names.mjs', '--crosswalk', 'codes.csv', '--keep', 'PER-03', '--out', '-'];
    const { code, stdout } = await shrink('wrong.xml', ...args);
    expect(code).toBe(0);
    expect(stdout).toMatch(/<Surname>2<\/Surname>/);
    expect(new Set(read('modes').trim().split('\n'))).toEqual(new Set(['600 700']));
  });

  it('keeps a disagreement, and says which', async () => {
    const { code, stdout, stderr } = await shrink(
      ...['wrong.xml', '--validator', 'module:silent.mjs', '--keep', 'disagreement', '--out', '-'],
    );
    expect(code).toBe(0);
    expect(stderr).toContain('the validator misses PER-03, which the reference validator reports');
    expect(stdout).toMatch(/<Surname>2<\/Surname>/);
    expect(stderr).toContain('real values are still in it');
  });

  it.each<[string, Partial<ShrinkCommandOptions>, RegExp]>([
    [
      'what does not show it',
      { file: 'clean.xml' },
      /--keep PER-03: the validator does not report it of .*clean\.xml; it reports nothing/,
    ],
    ['what nobody disagrees on', { keep: 'disagreement' }, /--keep disagreement: .*agree on .*wrong\.xml/],
    ['a file without a year', { file: 'names.mjs', year: undefined }, /say which with --year/],
    ['a seed of nothing', { anonymise: false, seed: 'x' }, /--seed is of --anonymise/],
    ['to write over the return', { out: 'wrong.xml' }, /--out .*is the return itself/],
    ['a target that cannot be', { out: 'none/refused.xml' }, /--out .*there is no folder/],
  ])('refuses %s, and writes nothing', async (_, { file = 'wrong.xml', out = 'refused.xml', ...other }, message) => {
    const options = {
      ...{
        validator: 'reference',
        keep: 'PER-03',
        adapter: undefined,
        crosswalk: undefined,
        year: '2025',
        timeout: '60',
      },
      ...{ 'max-seconds': '60', anonymise: true, seed: undefined, progress: false, _: [], $0: '' },
      ...other,
      file: join(folder, file),
      out: join(folder, out),
    };
    await expect(shrinkReturn(options)).rejects.toThrow(message);
    expect(contents(folder)).not.toContain('refused.xml');
  });

  it.each([
    ['a validator that never answers', 'PER-03', 'crash', /the validator gives no answer/],
    ['one that fails on everything', 'disagreement', 'crash', /of this file or any/],
    [
      'one that says now this and now that',
      'PER-03',
      'flaky',
      /not say the same of the same file each time.*nothing was written/,
    ],
  ])('exits with 3 for %s, and writes nothing', async (_, keep, name, message) => {
    const ran = await shrink(
      'wrong.xml',
      '--year',
      '2025',
      '--keep',
      keep,
      '--validator',
      `module:${name}.mjs`,
      '--out',
      'refused.xml',
    );
    expect(complaint(ran, 3)).toMatch(message);
    expect(contents(folder)).not.toContain('refused.xml');
  });

  it('does not write what cannot be made anonymous', async () => {
    const [, name = ''] = /<Forename>(\w+)</.exec(read('clean.xml')) ?? [];
    writeFileSync(
      join(folder, 'one.mjs'),
      `import { readFileSync } from 'node:fs';
       export const validate = ({ file }) => ({ findings: readFileSync(file, 'utf8').includes('>${name}<') ? [{ rule: 'PER-03' }] : [] });`,
    );
    const ran = await shrink(
      'clean.xml',
      '--validator',
      'module:one.mjs',
      '--keep',
      'PER-03',
      '--anonymise',
      '--out',
      'refused.xml',
    );
    expect(ran.code).toBe(1);
    expect(ran.stderr).toMatch(/Forename of person 1 .* could not be replaced/);
    expect(ran.stderr).not.toContain(name);
    expect(contents(folder)).not.toContain('refused.xml');
  });

  it('keeps the disagreement that is asked for, where there are more', async () => {
    const twice = read('wrong.xml').replace(/<Forename>(\w+)</, '<Forename><');
    writeFileSync(join(folder, 'twice.xml'), twice);
    const keep = (what: string): ReturnType<typeof sen2kit> =>
      shrink('twice.xml', '--validator', 'module:silent.mjs', '--keep', what, '--out', '-');
    const [first, second] = [await keep('disagreement'), await keep('disagreement:PER-03')];
    expect(first.stderr).toContain('misses PER-02, which the reference validator reports (others: PER-03;');
    expect(second.stdout).toMatch(/<Surname>2<\/Surname>/);
    expect((await keep('disagreement:PER-07')).stderr).toMatch(/disagree on twice\.xml, but not on PER-07/);
  });

  it('leaves nothing behind when it is stopped', async () => {
    const temporary = join(folder, 'tmp');
    mkdirSync(temporary);
    writeFileSync(
      join(folder, 'slow.mjs'),
      `import { appendFileSync } from 'node:fs';
       export const validate = async () => { appendFileSync('asked', '.'); await new Promise((r) => setTimeout(r, 200)); return { findings: [{ rule: 'PER-03' }] }; };`,
    );
    const child = spawn(
      process.execPath,
      [program, 'shrink', 'clean.xml', '--validator', 'module:slow.mjs', '--keep', 'PER-03', '--out', 'stopped.xml'],
      { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, TMPDIR: temporary } },
    );
    const end = ended(child);
    while (!contents(folder).includes('asked') || statSync(join(folder, 'asked')).size < 3)
      await new Promise((r) => setTimeout(r, 50));
    expect(contents(temporary).length).toBeGreaterThan(0);
    child.kill('SIGINT');
    const { code, stderr } = await end;
    expect(code).toBe(2);
    expect(stderr).toContain('nothing is written');
    expect(stderr).toMatch(/sen2kit: stopped; nothing was written\n$/);
    expect(contents(temporary)).toEqual([]);
    expect(contents(folder)).not.toContain('stopped.xml');
  });
});

describe('fuzz', () => {
  const fuzz = (...args: readonly string[]): ReturnType<typeof sen2kit> =>
    sen2kit(folder, 'fuzz', '--year', '2025', ...args);

  it('says that nothing was found within the budget', async () => {
    expect(await fuzz('--validator', 'reference', '--runs', '20')).toEqual({
      code: 0,
      stdout: '20 returns of seed 1: the validator and the reference validator agree\n',
      stderr: '',
    });
  });

  it('writes what it finds, with what each said', async () => {
    const ran = await fuzz('--validator', 'module:silent.mjs', '--runs', '50', '--out', 'found');
    expect(ran.code).toBe(1);
    expect(ran.stdout).toMatch(/^Return \d+ of seed 1: the validator misses [A-Z]{3}/);
    expect(contents(join(folder, 'found'))).toEqual(['disagreement.json', 'return.xml']);
    const told = JSON.parse(read('found/disagreement.json')) as { rule: string; referenceSaid: { rule: string }[] };
    expect(told.referenceSaid.map(({ rule }) => rule)).toContain(told.rule);
    const again = await fuzz('--validator', 'module:silent.mjs', '--runs', '50');
    expect(again.stdout).toBe(ran.stdout);
    expect(complaint(await fuzz('--validator', 'reference', '--runs', '5', '--out', 'found'), 2)).toMatch(
      /holds other files already/,
    );
  });

  it('exits with 3 where there is no answer', async () => {
    expect(complaint(await fuzz('--validator', 'module:crash.mjs', '--runs', '50'), 3)).toMatch(
      /no return could be judged/,
    );
  });
});

describe('the check by changes', () => {
  it('gives a code, a text and a result', async () => {
    const check = (validator: string): ReturnType<typeof metamorphicCheck> =>
      metamorphicCheck({
        file: join(folder, 'wrong.xml'),
        validator,
        adapter: undefined,
        year: '2025',
        timeout: '60',
        progress: false,
      });
    expect(await check('reference')).toMatchObject({ code: 0, result: { persons: 20, findings: 1 } });
    expect(await check(`module:${join(folder, 'crash.mjs')}`)).toMatchObject({
      code: 3,
      result: null,
      text: expect.stringMatching(/no answer/) as string,
    });
    expect(await check(`module:${join(folder, 'flaky.mjs')}`)).toMatchObject({ code: 3, result: null });
  });
});
