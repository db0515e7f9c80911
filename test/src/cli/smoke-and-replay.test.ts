import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { complaint, removeFolders, sen2kit, shell, temporaryFolder, type Ran } from './kit.js';

afterAll(removeFolders);

const folder = temporaryFolder();
const temporary = join(folder, 'files kept');
const reference = JSON.stringify(pathToFileURL(resolve('dist/src/validate/index.js')).href);
const load = `import { fileSource, validate as check } from ${reference};`;
const node = `"${process.execPath}"`;

/** Runs smoke with a folder of its own for what it keeps. */
function smoke(validator: string, ...more: readonly string[]): Promise<Ran> {
  const words = ['smoke', '--year', '2025', '--validator', validator, ...more].map((one) => `'${one}'`);
  return shell(folder, `TMPDIR='${temporary}' "$KIT" ${words.join(' ')}`);
}

/** The commands that smoke prints for trying again by hand. */
function repeats(stdout: string): string[] {
  return [...stdout.matchAll(/^ {3}to repeat: (.+)$/gm)].map(([, command = '']) => command);
}

beforeAll(() => {
  mkdirSync(temporary);
  const write = (name: string, text: string): void => {
    writeFileSync(join(folder, name), text);
  };
  write(
    'right.mjs',
    `${load} const [, , file, year] = process.argv;
    console.log(JSON.stringify({ findings: check(fileSource(file), { year: Number(year) }).findings }));`,
  );
  write(
    'same.mjs',
    `console.error('not a finding'); console.log(JSON.stringify({ findings: [{ rule: 'PER-01', path: '/x/' + process.argv[3] }] }));`,
  );
  write('crash.mjs', `console.error('licence not found'); process.exitCode = 9;`);
  write(
    'same-module.mjs',
    `export const validate = async ({ year }) => ({ findings: [{ rule: 'PER-01', path: '/x/' + year }] });`,
  );
  write(
    'same-lines.mjs',
    `import { createInterface } from 'node:readline';
    const say = (value) => console.log(JSON.stringify(value));
    createInterface({ input: process.stdin }).on('line', (line) => {
      const { cmd, id, year } = JSON.parse(line);
      if (cmd === 'start') say({ protocol: 1, validator: { name: 'Same' }, years: [2025], granularity: 'path', levels: true });
      if (cmd === 'validate') say({ id, findings: [{ rule: 'PER-01', path: '/x/' + year }] });
    });`,
  );
});

describe('smoke', () => {
  it('is content with a validator that tells the two files apart, and keeps nothing', async () => {
    const { code, stdout, stderr } = await smoke(`cmd:${node} right.mjs {file} {year}`);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^1\. A clean return\n {3}it reported nothing\n/m);
    expect(stdout).toMatch(/^2\. .*\n {3}it reported HDR-01 at \/Message\/Header\/CollectionDetails\/Collection\n/m);
    expect([repeats(stdout), readdirSync(temporary)]).toEqual([[], []]);
  });

  it.each([
    ['cmd', `cmd:${node} same.mjs {file} {year}`],
    ['cmd with {out}', `cmd:sh -c "${process.execPath} same.mjs \\"$1\\" \\"$2\\" > \\"$3\\"" sh {file} {year} {out}`],
    ['module', 'module:same-module.mjs'],
    ['stdio', `stdio:${node} same-lines.mjs`],
  ])(
    'exits with 1 where the same is said of both, and prints what does it again in a shell: %s',
    async (_, validator) => {
      const { code, stdout } = await smoke(validator);
      expect([code, stdout]).toEqual([1, expect.stringContaining('says the same of both')]);
      const commands = repeats(stdout);
      expect(commands).toHaveLength(2);
      for (const command of commands) {
        const again = await shell(folder, `rm -f answer; ${command}; if [ -f answer ]; then cat answer; fi`);
        expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('"path":"/x/2025"') as string });
      }
    },
  );

  it('exits with 3 where there is no answer, with the end of standard error and what tries again', async () => {
    const { code, stdout } = await smoke(`cmd:${node} crash.mjs {file}`);
    expect(code).toBe(3);
    expect(stdout).toMatch(/could-not-run: .*exit(ed)? .*9/);
    expect(stdout).toContain('standard error: licence not found');
    expect(stdout).toContain('The validator is not wired up: it gave no answer.');
    const [first = ''] = repeats(stdout);
    expect(await shell(folder, first)).toMatchObject({ code: 9, stderr: 'licence not found\n' });
  });

  it('exits with 3 where one that is started once does not start, and prints what tries again', async () => {
    const { code, stdout } = await smoke('stdio:echo hello');
    expect([code, stdout]).toEqual([3, expect.stringContaining('The validator is not wired up: it did not start.')]);
    const [command = ''] = repeats(stdout);
    expect(await shell(folder, command)).toMatchObject({ code: 0, stdout: 'hello\n' });
  });

  it('exits with 3 where there is no such program, and with 2 where the options make no sense', async () => {
    const { code, stdout } = await smoke('cmd:/no/such/program {file}');
    expect([code, stdout]).toEqual([3, expect.stringContaining('/no/such/program')]);
    expect(complaint(await sen2kit(folder, 'smoke', '--year', '1999', '--validator', 'reference'), 2)).toMatch(/1999/);
    expect(
      complaint(
        await sen2kit(folder, 'smoke', '--validator', 'reference', '--year', '2025', '--adapter', 'no.json'),
        2,
      ),
    ).toMatch(/^no\.json: no such file/);
  });

  it('reads a validator as an adapter says', async () => {
    const examples = resolve('examples/adapters/plain-text');
    const { code, stdout } = await smoke(
      `cmd:${node} "${examples}/stand-in.mjs" {file}`,
      '--adapter',
      `${examples}/adapter.json`,
    );
    // It looks at UPN and PostCode alone, so it says the same of both: the question is only whether it is read.
    expect([code, stdout]).toEqual([1, expect.stringContaining('judged at person')]);
    expect(stdout.match(/it reported nothing/g)).toHaveLength(2);
  });
});

/** Says what a terminal would obey, in every part of a finding and on standard error. */
const hostile = `const bad = '\\u001b[2J\\u202eX\\n';
  console.error(bad);
  console.log(JSON.stringify({ findings: [{ rule: bad, level: bad, path: '/' + bad + process.argv[2], message: bad }] }));`;

/** What is on a terminal may hold line breaks, and nothing else that is obeyed. */
const isInert = (text: string): boolean => !/[\p{Cc}\p{Cf}]/u.test(text.replaceAll('\n', ''));

describe('replay', () => {
  const replay = (id: string, validator: string): Promise<Ran> =>
    sen2kit(folder, 'replay', id, '--suite', 'suite', '--validator', validator);

  beforeAll(async () => {
    const made = await sen2kit(folder, 'suite', '--year', '2025', '--out', 'suite', '--select', 'PER-13.*', 'PER-01.*');
    expect(made.code).toBe(0);
  });

  it('says match of what is right, and all about the case', async () => {
    const { code, stdout, stderr } = await replay('PER-13.wrong-check-letter', 'reference');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^PER-13\.wrong-check-letter {2}match\n/);
    const place = String.raw`error PER-13 at /Message/Persons/Person\[\d+\]/UPN`;
    expect(stdout).toMatch(new RegExp(String.raw`^ {2}Expected\n {4}${place}\n\n {2}Reported\n {4}${place}\n`, 'm'));
    const file = /^ {2}file +(.+)$/m.exec(stdout)?.[1] ?? '';
    const again = await shell(folder, `${node} right.mjs '${file}' 2025`);
    expect(again.stdout).toContain('"PER-13"');
  });

  it('exits with 1 at a discrepancy, says what is wrong, and what does it again by hand', async () => {
    const { code, stdout } = await replay('PER-13.wrong-check-letter', `cmd:${node} same.mjs {file} {year}`);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^PER-13\.wrong-check-letter {2}missed\n {2}PER-13 at \/\S+ was not reported/);
    expect(stdout).toMatch(/reported on its parent too, so set aside\n {4}PER-01 at \/x\/2025\n/);
    expect(stdout).toMatch(/Standard error, which means nothing\n {4}not a finding\n/);
    const command = /^ {2}repeat +(.+)$/m.exec(stdout)?.[1] ?? 'false';
    expect(await shell(folder, command)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('/x/2025') as string,
    });
  });

  it('exits with 3 where the validator gave no answer', async () => {
    const { code, stdout } = await replay('PER-13.wrong-check-letter', `cmd:${node} crash.mjs {file}`);
    expect([code, stdout]).toEqual([3, expect.stringMatching(/^PER-13\.wrong-check-letter {2}could-not-run\n/)]);
  });

  it('tells a terminal nothing to do, and nor does smoke', async () => {
    writeFileSync(join(folder, 'hostile.mjs'), hostile);
    const replayed = await replay('PER-13.wrong-check-letter', `cmd:${node} hostile.mjs {file}`);
    expect(replayed.code).toBe(1);
    expect(replayed.stdout).toMatch(/Reported\n.*\[2J.*X/);
    const smoked = await smoke(`cmd:${node} hostile.mjs {file}`);
    expect(smoked.stdout).toMatch(/it reported .*\[2J.*X/);
    expect([replayed, smoked].flatMap(({ stdout, stderr }) => [stdout, stderr]).every(isInert)).toBe(true);
  });

  it('knows no other case, and names some that are like it', async () => {
    expect(complaint(await replay('PER-13.wrong-letter', 'reference'), 2)).toMatch(
      /^PER-13\.wrong-letter: suite has no case with this id; of PER-13 there are PER-13\.wrong-check-letter, .*, …$/,
    );
    expect(complaint(await replay('nonsense', 'reference'), 2)).toBe('nonsense: suite has no case with this id');
  });
});
