import { readFileSync } from 'node:fs';
import { complaint, removeFolders, sen2kit, shell, small, temporaryFolder } from './kit.js';

const folder = temporaryFolder();
afterAll(removeFolders);

const commands = [
  'generate',
  'suite',
  'run',
  'compare',
  'validate',
  'rules',
  'rules show',
  'years',
  'years diff',
  'schema',
  'statement',
  'verify',
  'demo',
];

describe('the command line', () => {
  it('tells its version', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(await sen2kit(folder, '--version')).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('lists every command', async () => {
    const { code, stdout } = await sen2kit(folder, '--help');
    expect(code).toBe(0);
    for (const command of [...commands, 'completion'].filter((name) => !name.includes(' ')))
      expect(stdout).toMatch(new RegExp(`^ +sen2kit ${command}\\b`, 'm'));
  });

  it.each(commands)('has help on %s, with an example', async (command) => {
    const { code, stdout, stderr } = await sen2kit(folder, ...command.split(' '), '--help');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`Examples:\\s+sen2kit ${command}`));
    expect(stdout).not.toMatch(/undefined|\$0/);
  });

  it('prints a script for completion, which completes', async () => {
    const { code, stdout } = await sen2kit(folder, 'completion');
    expect(code).toBe(0);
    expect(stdout).toContain('begin-sen2kit-completions');
    const options = await sen2kit(folder, '--get-yargs-completions', 'sen2kit', 'generate', '--');
    expect(options.stdout.split('\n')).toEqual(expect.arrayContaining(['--year', '--only-person']));
  });
});

describe('a command line that makes no sense', () => {
  it.each([
    ['', 'a command is needed; "sen2kit --help" lists them'],
    ['frobnicate', 'there is no command frobnicate; "sen2kit --help" lists them'],
    ['rules', '--year is needed, as in: sen2kit rules --year 2025'],
    ['rules --year 2025 extra', 'rules does not know extra; "sen2kit rules --help" lists what there is'],
    ['rules show', 'rules show needs <id>, as in: sen2kit rules show PER-13'],
    ['validate', 'validate needs <file>, as in: sen2kit validate return.xml --format json'],
    [
      'validate a.xml --frobnicate',
      'validate does not know --frobnicate; "sen2kit validate --help" lists what there is',
    ],
    ['validate a.xml --format yaml', '--format yaml: one of text, json, csv, sarif is needed'],
    ['years diff 2025', 'years diff needs <a> and <b>, as in: sen2kit years diff 2024 2025'],
    ['years diff 2025 1999', 'B 1999: not a known collection year; known years: 2023, 2024, 2025, 2026, 2027'],
    ['schema --year', '--year needs a value, as in: sen2kit schema --year 2025 --out sen2-2025.xsd'],
    ['schema --year 2025 --year 2026', '--year is given more than once; give it once'],
    ['run --suite', '--suite needs a value, as in: sen2kit run'],
    ['run --suite s', '--validator is needed, as in: sen2kit run'],
    ['run --suite s --validator reference --select', '--select needs a value, as in: sen2kit run'],
  ])('"%s" is refused in a line that says what to do', async (line, said) => {
    const args = line.split(' ').filter((word) => word !== '');
    expect(complaint(await sen2kit(folder, ...args), 2)).toContain(said);
  });

  it('may be one with an empty value, such as from a variable that is not set', async () => {
    const ran = [await sen2kit(folder, 'generate', ...small, '--out', ''), await sen2kit(folder, 'validate', '')];
    expect(ran.map((one) => complaint(one, 2))).toEqual([
      expect.stringContaining('--out is empty; a value is needed, as in: sen2kit generate'),
      expect.stringContaining('<file> is empty; a value is needed, as in: sen2kit validate'),
    ]);
  });
});

describe('standard output', () => {
  it('may be closed by a reader that has seen enough', async () => {
    for (const command of ['rules --year 2025', `generate ${small.join(' ')} --persons 5000 --out -`, '--help']) {
      const args = command.replace('--persons 20 ', '');
      const { stdout, stderr } = await shell(folder, `"$KIT" ${args} | head -n 1; exit 0`);
      expect([args, stdout.split('\n').length, stderr]).toEqual([args, 2, '']);
    }
  });

  it('may be closed and the verdict still stands', async () => {
    const { stdout } = await shell(
      folder,
      `echo '<a>' > broken.xml; { "$KIT" validate broken.xml; echo "$?" >&3; } 3>code | true; cat code`,
    );
    expect(stdout).toBe('1\n');
  });

  const full = '/dev/full';
  it('may be a full disk, which is told', async () => {
    for (const command of ['rules --year 2025', 'schema --year 2025', `generate ${small.join(' ')} --out -`]) {
      const { code, stderr } = await shell(folder, `"$KIT" ${command} > ${full}`);
      expect([command, code, stderr]).toEqual([
        command,
        2,
        'sen2kit: cannot write standard output: the disk is full\n',
      ]);
    }
    const help = await shell(folder, `"$KIT" --help > ${full}`);
    expect(help).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^sen2kit: cannot write .*ENOSPC/) as string,
    });
  });
});
