import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { generateReturn } from '../../../generators/index.js';
import { returnToXml } from '../../../output/index.js';
import { complaint, contents, ended, program, removeFolders, sen2kit, shell, temporaryFolder } from './kit.js';
import { explain } from '../../../src/cli/exit.js';
import { convertReturn } from '../../../src/cli/work/convert.js';
import { parseCsv } from './parse-csv.js';

afterAll(removeFolders);

const folder = temporaryFolder();
const made = generateReturn({ year: 2026, la: '202', seed: '1', persons: 20 });
const xml = returnToXml(made, 2026);
// The sex of the second person is none.
const faulty = xml.replace(/(<Sex>[^]*?<Sex>)[MF]/, '$1Q');
const personFile = 'Blade-Export_12-02-2026_person.csv';

beforeAll(async () => {
  writeFileSync(join(folder, 'return.xml'), xml);
  writeFileSync(join(folder, 'faulty.xml'), faulty);
  for (const out of ['faulty/', 'faulty.jsonl']) await sen2kit(folder, 'convert', 'faulty.xml', out);
});

describe('convert', () => {
  it('goes from format to format and back to the same bytes', async () => {
    const said = await shell(
      folder,
      '"$KIT" convert return.xml export/ && "$KIT" convert export one.jsonl --progress && "$KIT" convert one.jsonl two.xml --year 2026',
    );
    expect(said).toEqual({
      code: 0,
      stdout: '',
      stderr: ['return.xml', 'export']
        .map((one) => `${one}: read as a return of 2026, the Year in its header\n`)
        .join(''),
    });
    expect(readFileSync(join(folder, 'two.xml'), 'utf8')).toBe(xml);
    expect(readdirSync(join(folder, 'export')).length).toBe(9);
  });

  it('takes formats that names do not tell, and tells what is to be told once', async () => {
    writeFileSync(join(folder, 'blank.txt'), xml.replaceAll(/<PostCode>[^<]*<\/PostCode>/g, '<PostCode/>'));
    const { code, stderr } = await sen2kit(folder, 'convert', 'blank.txt', 'blank', '--from', 'xml', '--to', 'csv');
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /\nblank.txt: Person\/PostCode is there and empty, which a cell cannot say; .*\(\d+ times\)\n$/,
    );
    expect(readdirSync(join(folder, 'blank')).length).toBe(9);
  });

  it.each([
    [['none.xml', 'x.jsonl'], /none.xml: no such file/],
    [['return.xml', 'x.dat'], /x.dat: its name tells no format; say which with --to \(xml, csv/],
    [['blank.txt', 'x.xml'], /blank.txt: its name tells no format; say which with --from/],
    [['return.xml', 'x', '--to', 'yaml'], /--to yaml: there is no such format; there are: xml, csv/],
    [['return.xml', 'link.xml'], /link.xml: is what is read; write to another name/],
    [['faulty', './faulty/'], /faulty\/: is what is read/],
    [[`faulty/${personFile}`, 'faulty'], /faulty: holds what is read; write to another folder/],
    [['return.xml', `other/${personFile}`], /is a folder of files; name the folder, such as export\//],
    [['return.xml', 'full/'], /cannot write full\/: the folder is there already and holds other files/],
    [['return.xml', 'x.jsonl', '--year', '1999'], /--year 1999: not a known collection year/],
    [['broken.jsonl', 'x.xml'], /broken.jsonl: line 1 is not JSON/],
  ])('refuses %j in one line, and leaves nothing behind', async (args, said) => {
    if (!existsSync(join(folder, 'link.xml'))) {
      symlinkSync('return.xml', join(folder, 'link.xml'));
      mkdirSync(join(folder, 'full'));
      writeFileSync(join(folder, 'full', 'mine.txt'), '');
      writeFileSync(join(folder, 'broken.jsonl'), '{');
    }
    const before = contents(folder);
    const [input = '', out = '', option, value]: readonly string[] = args;
    const named = (name: string): string | undefined => (option === name ? value : undefined);
    const stderr = import.meta.jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    // In this process, since so many take a while to start.
    const failed: unknown = await convertReturn({
      in: join(folder, input),
      out: `${folder}/${out}`,
      from: undefined,
      to: named('--to'),
      year: named('--year'),
      progress: false,
    }).catch((error: unknown) => error);
    stderr.mockRestore();
    const { line, code } = explain(failed);
    expect([line.replaceAll(`${folder}/`, ''), code]).toEqual([expect.stringMatching(said), 2]);
    expect(contents(folder)).toEqual(before);
  });
});

describe('validate of another format', () => {
  const isFindings = new Ajv2020({ strict: true }).compile(
    JSON.parse(readFileSync(resolve('conformance/schemas/findings.v1.schema.json'), 'utf8')) as object,
  );
  const row = faulty.split('<Sex>Q')[0]?.match(/<Person>/g)?.length ?? 0;

  it('finds what it finds in XML, each with its place', async () => {
    for (const [name, place, line] of [
      ['faulty', { kind: 'row', file: personFile, row: row + 1, column: 'sex' }, row + 1],
      ['faulty.jsonl', { kind: 'line', line: row + 1, column: expect.any(Number) as number }, row + 1],
    ] as const) {
      const { code, stdout, stderr } = await sen2kit(folder, 'validate', name, '--format', 'json');
      expect([code, stderr]).toEqual([1, `${name}: checked against 2026, the Year in its header\n`]);
      const document = JSON.parse(stdout) as { findings: { path: string; line: number }[] };
      expect(isFindings(document) ? [] : isFindings.errors).toEqual([]);
      expect(document).toMatchObject({
        file: name,
        yearFrom: 'header',
        persons: 20,
        findings: [{ rule: 'VAL-Person.Sex', path: `/Message/Persons/Person[${row}]/Sex`, line, place, value: 'Q' }],
      });
    }
    const { stdout } = await sen2kit(folder, 'validate', 'faulty.xml', '--format', 'json');
    expect(stdout).not.toContain('"place"');
  });

  it('shows the places as text, CSV and SARIF', async () => {
    const words = `${personFile}, row ${row + 1}, column sex`;
    const text = await sen2kit(folder, 'validate', 'faulty');
    expect(text.stdout).toContain(`faulty: ${words}: error VAL-Person.Sex:`);
    const lines = await sen2kit(folder, 'validate', 'faulty.jsonl');
    expect(lines.stdout).toMatch(new RegExp(`^faulty.jsonl:${row + 1}:\\d+: error VAL-Person.Sex:`));
    const csv = await sen2kit(folder, 'validate', 'faulty', '--format', 'csv');
    const [head = [], first = []] = parseCsv(csv.stdout);
    expect(first[head.indexOf('place')]).toBe(words);
    const sarif = await sen2kit(folder, 'validate', 'faulty', '--format', 'sarif');
    const { runs } = JSON.parse(sarif.stdout) as { runs: { results: unknown[] }[] };
    expect(runs[0]?.results).toMatchObject([
      {
        locations: [
          { physicalLocation: { artifactLocation: { uri: `faulty/${personFile}` }, region: { startLine: row + 1 } } },
        ],
        properties: { place: words },
      },
    ]);
  });

  it('exits with 2 for a file that makes no sense in its format', async () => {
    writeFileSync(join(folder, 'damaged.jsonl'), `${readFileSync(join(folder, 'faulty.jsonl'), 'utf8')}{"UPN":1}\n`);
    expect(complaint(await sen2kit(folder, 'validate', 'damaged.jsonl'), 2)).toMatch(
      /line 22: Person\/UPN is a number/,
    );
  });

  it('keeps what it needs on the way to itself, and removes it on a signal', async () => {
    const temporary = temporaryFolder();
    const large = join(folder, 'large.jsonl');
    const [head = '', ...persons] = readFileSync(join(folder, 'faulty.jsonl'), 'utf8').trimEnd().split('\n');
    writeFileSync(large, [head, ...Array.from({ length: 3000 }, () => persons.join('\n'))].join('\n'));
    const child = spawn(process.execPath, [program, 'validate', large], { env: { ...process.env, TMPDIR: temporary } });
    const end = ended(child);
    let file = '';
    for (let tries = 0; file === '' && tries < 2000; tries++) {
      const [made] = readdirSync(temporary);
      const [inside] = made === undefined ? [] : readdirSync(join(temporary, made));
      if (made !== undefined && inside !== undefined) {
        expect(statSync(join(temporary, made)).mode & 0o777).toBe(0o700);
        file = join(temporary, made, inside);
        expect(statSync(file).mode & 0o777).toBe(0o600);
      }
      await new Promise((settle) => setTimeout(settle, 5));
    }
    expect(file).not.toBe('');
    child.kill('SIGTERM');
    await end;
    expect(child.signalCode).toBe('SIGTERM');
    expect(readdirSync(temporary)).toEqual([]);
  });
});

describe('generate in another format', () => {
  const key = ['generate', '--year', '2026', '--la', '202', '--persons', '30', '--seed', 's'] as const;

  it('makes the same return, in shards too', async () => {
    const out = temporaryFolder();
    await sen2kit(out, ...key, '--shard', '2/3', '--out', 'part.xml');
    for (const [format, name] of [
      ['csv', 'part/'],
      ['jsonl', 'part.jsonl'],
    ] as const) {
      const { code, stderr } = await sen2kit(out, ...key, '--shard', '2/3', '--format', format, '--out', name);
      expect([code, stderr]).toEqual([0, '']);
      await sen2kit(out, 'convert', name, `${format}.xml`);
      expect(readFileSync(join(out, `${format}.xml`), 'utf8')).toBe(readFileSync(join(out, 'part.xml'), 'utf8'));
    }
    expect(contents(out)).toEqual(['csv.xml', 'establishments.csv', 'jsonl.xml', 'part', 'part.jsonl', 'part.xml']);
  });

  it('writes what was planted beside the folder, and no folder to standard output', async () => {
    const out = temporaryFolder();
    writeFileSync(join(out, 'plan.json'), JSON.stringify({ format: 1, defects: [{ rule: 'PER-13', count: 2 }] }));
    const planted = await sen2kit(out, ...key, '--format', 'csv', '--out', 'bad/', '--defects', 'plan.json');
    expect(planted).toMatchObject({ code: 0, stderr: '' });
    const truth = readFileSync(join(out, 'bad.truth.ndjson'), 'utf8').trimEnd().split('\n');
    expect(truth.length).toBe(2);
    const { stdout } = await sen2kit(out, 'validate', 'bad');
    expect(stdout.match(/error PER-13/g)?.length).toBe(2);
    expect(complaint(await sen2kit(out, ...key, '--format', 'csv', '--out', '-'), 2)).toMatch(/name one/);
  });
});
