import { execFileSync, spawn } from 'node:child_process';
import { appendFileSync, chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { returnToXml } from '../../../output/index.js';
import { generateReturn } from '../../../generators/index.js';
import { complaint, contents, ended, removeFolders, sen2kit, small, temporaryFolder, type Ran } from './kit.js';

afterAll(removeFolders);

const whole = returnToXml(generateReturn({ year: 2025, la: '202', seed: '1', persons: 20 }), 2025);

describe('a file to validate', () => {
  const folder = temporaryFolder();
  const files: Readonly<Record<string, string>> = {
    'empty.xml': '',
    'text.xml': 'Surname,Forename',
    'cut.xml': whole.slice(0, whole.length / 2),
    'root.xml': '<Census/>',
    'year-unknown.xml': whole.replace('<Year>2025<', '<Year>2019<'),
    'year-word.xml': whole.replace('<Year>2025<', '<Year>next<'),
    'year-none.xml': whole.replace('<Year>2025</Year>', ''),
    'year-unknown-cut.xml': whole.slice(0, -12).replace('<Year>2025<', '<Year>2019<'),
    'latin.xml': whole.replace('UTF-8', 'ISO-8859-1'),
  };
  beforeAll(() => {
    mkdirSync(join(folder, 'folder'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  });

  // Whoever opens a pipe waits for someone to write to it.
  it.each(['xml', 'jsonl', 'xlsx'])('that is a pipe called .%s is not waited for', async (ending) => {
    const apart = temporaryFolder();
    execFileSync('mkfifo', [join(apart, `pipe.${ending}`)]);
    expect(complaint(await sen2kit(apart, 'validate', `pipe.${ending}`), 2)).toContain(`pipe.${ending}: is not a file`);
  });

  it.each([
    ['nosuch.xml', 'nosuch.xml: no such file'],
    ['empty.xml/x.xml', 'empty.xml/x.xml: no such file'],
    ['folder', 'folder: holds no COLLECT export; files such as Blade-Export_'],
    ['/dev/null', '/dev/null: is not a file (save what a pipe gives to one), a return is needed'],
    ['year-unknown.xml', 'year-unknown.xml: the header\'s Year "2019" is not known; say which with --year'],
    ['year-word.xml', 'year-word.xml: the header\'s Year "next" is not known; say which with --year'],
    ['year-none.xml', 'year-none.xml: the header has no Year; say which with --year (known years: 2023, 2024,'],
  ])('that is %s cannot be judged', async (name, said) => {
    expect(complaint(await sen2kit(folder, 'validate', name), 2)).toContain(said);
  });

  it.each([
    ['empty.xml', 'FILE-01', 1],
    ['text.xml', 'FILE-01', 1],
    ['cut.xml', 'FILE-01', files['cut.xml']?.split('\n').length],
    ['root.xml', 'FILE-04', 1],
    ['year-unknown-cut.xml', 'FILE-01', files['year-unknown-cut.xml']?.split('\n').length],
    ['latin.xml', 'FILE-02', 1],
  ])('that is %s is judged', async (name, rule, line) => {
    const { code, stdout, stderr } = await sen2kit(folder, 'validate', name);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const [finding, summary] = stdout.split('\n');
    expect(finding).toMatch(new RegExp(`^${name}:${line ?? ''}:\\d+: error ${rule}: \\S`));
    expect(summary).toMatch(/ 1 errors, 0 queries$/);
  });

  it('is judged so whatever the year asked for, which has to be known', async () => {
    const { code, stdout } = await sen2kit(folder, 'validate', 'root.xml', '--year', '2023');
    expect([code, stdout]).toEqual([1, expect.stringMatching(/error FILE-04: /)]);
    expect(complaint(await sen2kit(folder, 'validate', 'root.xml', '--year', '2019'), 2)).toBe(
      '--year 2019: not a known collection year; known years: 2023, 2024, 2025, 2026, 2027',
    );
  });

  it('is no reason to write anything', () => {
    expect(contents(folder)).toEqual([...Object.keys(files), 'folder'].sort());
  });
});

/** What `generate` and `suite` are to refuse, and where they may not write. */
describe('what cannot be made', () => {
  const folder = temporaryFolder();
  beforeAll(() => {
    mkdirSync(join(folder, 'folder'));
    writeFileSync(join(folder, 'folder', 'other.txt'), '');
    writeFileSync(join(folder, 'kept.xml'), 'kept');
  });

  const numbers = ['0', '-1', '1e9', 'abc', '1,000'];
  it.each([
    ...numbers.map((n) => [`--persons ${n}`, `--persons ${n}: a whole number from 1 to 10,000,000 is needed`]),
    ['--year 2022', '--year 2022: not a known collection year; known years: 2023'],
    ['--la 909', '--la 909: not the number of a local authority in 2025; a three-digit number such as 202 (Camden)'],
    ['--la Camden', '--la Camden: not the number of a local authority in 2025; Camden is 202'],
    [
      '--datetime 2025-02-30T10:00:00',
      '--datetime 2025-02-30T10:00:00: a real date and time written ccyy-mm-ddThh:mm:ss',
    ],
    ['--shard 5/4', '--shard 5/4: i/n is needed, such as 1/4, with i from 1 to n'],
    ['--shard 1/21', '--shard 1/21: there are only 20 persons to share out'],
    ['--only-person 21', '--only-person 21: a whole number from 1 to 20 is needed'],
    ['--shard 1/2 --only-person 3', '--shard and --only-person do not go together; give one of the two'],
    [
      '--scenario reviewed-maintain',
      '--scenario reviewed-maintain: no story of 2025 is called this; those most like it: ',
    ],
    ['--scenario moonlit', '--scenario moonlit: no story of 2025 is called this; there are: awaiting-decision, '],
    ['--out folder', 'cannot write folder: it is a folder'],
    ['--out nodir/x.xml', 'cannot write nodir/x.xml: there is no folder nodir'],
    ['--out kept.xml/x.xml', 'cannot write kept.xml/x.xml: part of the path is not a folder'],
    ['--out /dev/full', 'cannot write /dev/full: the disk is full'],
  ])('generate %s', async (line, said) => {
    const given = line.split(' ');
    const usual = { '--year': '2025', '--la': '202', '--persons': '20', '--out': 'kept.xml' };
    const rest = Object.entries(usual).filter(([name]) => !given.includes(name));
    expect(complaint(await sen2kit(folder, 'generate', ...rest.flat(), ...given), 2)).toContain(said);
  });

  it.each([
    ['--year 2022 --out new', '--year 2022: not a known collection year'],
    ['--year 2025 --out folder', 'cannot write folder: the folder is there already and holds other files'],
    ['--year 2025 --out kept.xml', 'cannot write kept.xml: it is not a folder'],
    ['--year 2025 --out nodir/new', 'cannot write nodir/new: there is no folder nodir'],
    [
      '--year 2025 --out new --select MOON-*',
      '--select: no case of 2025 is chosen by MOON-*; "sen2kit rules --year 2025"',
    ],
  ])('suite %s', async (line, said) => {
    expect(complaint(await sen2kit(folder, 'suite', ...line.split(' ')), 2)).toContain(said);
  });

  it('schema --out folder', async () => {
    expect(complaint(await sen2kit(folder, 'schema', '--year', '2025', '--out', 'folder'), 2)).toBe(
      'cannot write folder: it is a folder',
    );
  });

  it('anything in a folder that may not be written to', async () => {
    const locked = join(folder, 'locked');
    mkdirSync(locked);
    chmodSync(locked, 0o555);
    try {
      expect(complaint(await withoutRights(folder, ['generate', ...small, '--out', 'locked/x.xml']), 2)).toBe(
        'cannot write locked/x.xml: permission denied',
      );
      expect(contents(locked)).toEqual([]);
    } finally {
      rmSync(locked, { recursive: true });
    }
  });

  it('leaves no file behind, and one that was there as it was', () => {
    expect(contents(folder)).toEqual(['folder', 'kept.xml']);
    expect(contents(join(folder, 'folder'))).toEqual(['other.txt']);
    expect(readFileSync(join(folder, 'kept.xml'), 'utf8')).toBe('kept');
  });
});

describe('what cannot be run', () => {
  const folder = temporaryFolder();
  beforeAll(async () => {
    writeFileSync(join(folder, 'return.xml'), whole);
    mkdirSync(join(folder, 'folder'));
    const made = await sen2kit(folder, 'suite', '--year', '2025', '--out', 'suite', '--select', 'PER-01');
    expect(made.stderr).toBe('');
  });

  it.each([
    ['', '--validator is empty; a value is needed, as in: sen2kit run'],
    ['moon', 'moon is no validator; there are reference, cmd:COMMAND {file} {year} {out}, stdio:COMMAND, http:URL'],
    ['cmd:', 'cmd: names no program; write cmd:COMMAND {file}'],
    ['cmd:check', 'cmd:check does not say where the file goes; put {file} where its path belongs'],
    ['https:/', 'https:/ is no address; write http://HOST:PORT/PATH or https://HOST/PATH'],
    ['http://127.0.0.1/?key=${env:SEN2KIT_UNSET}', 'the environment variable SEN2KIT_UNSET is not set'],
    ['module:nosuch.mjs', 'module:nosuch.mjs: there is no such file'],
    ['module:return.xml', 'module:return.xml cannot be used'],
    ['xsd:nosuch.xsd', 'nosuch.xsd: the schema cannot be read'],
    ['xsd:return.xml', 'return.xml: not a usable schema'],
  ])('the validator "%s"', async (validator, said) => {
    const ran = await sen2kit(folder, 'run', '--suite', 'suite', '--validator', validator);
    expect(complaint(ran, 2)).toContain(said);
  });

  it.each([
    ['stdio:no-such-program', 'stdio:no-such-program could not be started: the program no-such-program was not found'],
    ['stdio:echo hello', 'stdio:echo hello could not be started: it wrote a line that is not a JSON object: hello'],
  ])('the validator "%s", which cannot be started: no case is judged', async (validator, said) => {
    const ran = await sen2kit(folder, 'run', '--suite', 'suite', '--validator', validator);
    expect(complaint(ran, 3)).toContain(said);
  });

  it('a validator that is not there: no case is judged', async () => {
    const { code, stdout, stderr } = await sen2kit(
      folder,
      'run',
      '--suite',
      'suite',
      '--validator',
      'cmd:no-such-program {file}',
    );
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: 'sen2kit: no case could be judged: the program no-such-program was not found\n',
    });
    expect(stdout).toContain('No case could be judged.');
  });

  it.each([
    ['--jobs 0', '--jobs 0: a whole number from 1 to 256 is needed'],
    ['--timeout soon', '--timeout soon: a whole number from 1 to 86,400 is needed'],
    ['--select MOON-*', 'no case of the suite has an id, rule or file that fits MOON-* (* stands for any characters'],
    ['--select PER-* MOON-*', 'no case of the suite has an id, rule or file that fits MOON-*'],
    [
      '--report moon',
      '--report moon: the kind is one of console, ndjson, json, junit, sarif, markdown, html, as in ndjson=results.ndjson',
    ],
    ['--report json', '--report json: a file is needed, as in json=results.json'],
    ['--report ndjson=folder', '--report ndjson=folder: cannot be written: it is a folder'],
    ['--report json=nodir/r.json', '--report json=nodir/r.json: cannot be written: there is no folder nodir'],
    ['--report json=r --report ndjson=r', '--report: two reports go to r; give each a file of its own'],
  ])('%s', async (line, said) => {
    const ran = await sen2kit(folder, 'run', '--suite', 'suite', '--validator', 'reference', ...line.split(' '));
    expect(complaint(ran, 2)).toContain(said);
  });

  it('a suite that is not there, is none, or is damaged', async () => {
    const run = (suite: string): Promise<Ran> => sen2kit(folder, 'run', '--suite', suite, '--validator', 'reference');
    expect(complaint(await run('nosuch'), 2)).toBe('nosuch: there is no such folder; that of a suite is needed');
    expect(complaint(await run('folder'), 4)).toMatch(/is this the folder of a suite\?$/);
    appendFileSync(join(folder, 'suite', 'cases.ndjson'), '{"id":\n');
    expect(complaint(await run('suite'), 4)).toMatch(/^cases\.ndjson line \d+: /);
  });

  it('leaves nothing behind', () => {
    expect(contents(folder)).toEqual(['folder', 'return.xml', 'suite']);
    expect(contents(join(folder, 'folder'))).toEqual([]);
  });
});

/** As `sen2kit`, by someone who is not the superuser, who may write anywhere. */
function withoutRights(folder: string, args: readonly string[]): Promise<Ran> {
  const url = (name: string): string => JSON.stringify(pathToFileURL(resolve('dist/src/cli', name)).href);
  // All is loaded before: another user may not be able to read this folder.
  const script = `
    const { main } = await import(${url('main.js')});
    await import(${url('work/generate.js')});
    if (process.getuid() === 0) process.setuid(65534);
    process.exitCode = await main(${JSON.stringify(args)});`;
  return ended(
    spawn(process.execPath, ['--input-type=module', '-e', script], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] }),
  );
}
