import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { jsonReport, parseResults, readResults } from '../../../conformance/report/index.js';
import { readSuite } from '../../../conformance/suite/index.js';
import { contents, ended, removeFolders, sen2kit, start, temporaryFolder } from './kit.js';

afterAll(removeFolders);

const folder = temporaryFolder();
const suite = ['--year', '2025', '--out', 'suite', '--select', 'PER-0*', 'PER-13'] as const;
const faulty = `cmd:"${process.execPath}" "${resolve('examples/faulty-validator/faulty-validator.mjs')}" {file} {year}`;
const run = ['run', '--suite', 'suite', '--validator'] as const;

/** Every file of a folder with what it holds. */
function filesIn(name: string): Map<string, string> {
  const root = join(folder, name);
  const names = [...contents(root), ...contents(join(root, 'cases')).map((one) => `cases/${one}`)];
  return new Map(names.filter((one) => one !== 'cases').map((one) => [one, readFileSync(join(root, one), 'utf8')]));
}

beforeAll(async () => {
  const { code, stdout, stderr } = await sen2kit(folder, 'suite', ...suite);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^suite: suite of 2025, seed 1: \d+ cases \(\d+ valid, \d+ broken.*\), [0-9a-f]{12}\n$/);
});

describe('suite', () => {
  it('holds the cases chosen and their parents', async () => {
    const { cases } = await readSuite(join(folder, 'suite'));
    const rules = new Set(cases.map((one) => one.rule));
    expect([...rules].filter((rule) => rule !== null && !/^PER-(0.|13)$/.test(rule))).toEqual([]);
    expect([...rules]).toEqual(expect.arrayContaining([null, 'PER-01', 'PER-09', 'PER-13']));
  });

  it('is the same, byte for byte, when it is made again; another seed makes another', async () => {
    await sen2kit(folder, 'suite', ...suite.map((word) => (word === 'suite' ? 'again' : word)));
    expect(filesIn('again')).toEqual(filesIn('suite'));
    const other = await sen2kit(
      folder,
      'suite',
      '--seed',
      '2',
      ...suite.map((word) => (word === 'suite' ? 'again' : word)),
    );
    expect(other.code).toBe(0);
    expect(filesIn('again').get('suite.json')).not.toBe(filesIn('suite').get('suite.json'));
  });

  it('takes the place of an older one, all of it', async () => {
    writeFileSync(join(folder, 'again', 'stale.txt'), '');
    const { code } = await sen2kit(folder, 'suite', '--year', '2026', '--out', 'again', '--select', 'PER-01');
    expect(code).toBe(0);
    expect(contents(join(folder, 'again'))).toEqual(['cases', 'cases.ndjson', 'expectations.ndjson', 'suite.json']);
    expect((await readSuite(join(folder, 'again'))).manifest.year).toBe(2026);
    expect(contents(folder)).toEqual(['again', 'suite']);
  });
});

describe('run', () => {
  const results = (name: string): string => join(folder, name);

  it('finds that the reference validator conforms, and writes every report', async () => {
    const { code, stdout, stderr } = await sen2kit(
      folder,
      ...run,
      'reference',
      ...['--report', 'ndjson=r.ndjson', '--report', 'json=r.json', '--report', 'console=r.txt'],
    );
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: '' });
    const read = await readResults(results('r.ndjson'));
    const { cases } = await readSuite(join(folder, 'suite'));
    expect(read.cases.map((one) => [one.id, one.verdict])).toEqual(cases.map((one) => [one.id, 'match']));
    expect(read.footer?.stopped).toBeNull();
    expect(JSON.parse(readFileSync(results('r.json'), 'utf8'))).toEqual(JSON.parse(JSON.stringify(jsonReport(read))));
    expect(readFileSync(results('r.txt'), 'utf8')).toMatch(/Validator +reference/);
    expect(contents(folder)).toEqual(['again', 'r.json', 'r.ndjson', 'r.txt', 'suite']);
  });

  it('finds the faulty example out', async () => {
    const { code, stdout, stderr } = await sen2kit(
      folder,
      ...run,
      faulty,
      '--all-rules',
      '--report',
      'ndjson=f.ndjson',
    );
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const { cases } = await readResults(results('f.ndjson'));
    const verdict = (id: string): string | undefined => cases.find((one) => one.id === id)?.verdict;
    expect(verdict('PER-13.wrong-check-letter')).toBe('match');
    expect(verdict('PER-13.temporary-wrong-letter')).toBe('missed');
    expect(cases.filter((one) => one.rule === 'PER-04').map((one) => one.verdict)).toContain('wrong-place');
    expect(verdict('PER-01.absent')).toBe('match');
    expect(stdout).toMatch(/^PER-13 +\d+ +[1-9]/m);
  });

  it('writes the reports for servers and people, and names the command that puts a case again', async () => {
    const kinds = { junit: 'f.xml', sarif: 'f.sarif', markdown: 'f.md', html: 'f.html' };
    const reports = Object.entries(kinds).flatMap(([kind, file]) => ['--report', `${kind}=${file}`]);
    const { code, stdout, stderr } = await sen2kit(folder, ...run, faulty, ...reports, '--select', 'PER-13');
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const again = /^ +(sen2kit replay PER-13\.temporary-wrong-letter --suite suite --validator '[^']+')$/m.exec(stdout);
    expect(again?.[1]).toContain(faulty);
    const text = (file: string): string => readFileSync(results(file), 'utf8');
    expect(text('f.xml')).toMatch(/<testcase name="PER-13\.temporary-wrong-letter" [^>]*><failure type="missed"/);
    expect(JSON.parse(text('f.sarif'))).toMatchObject({
      version: '2.1.0',
      runs: [{ results: expect.any(Array) as [] }],
    });
    expect(text('f.md')).toMatch(/^\| <code>PER-13<\/code> \| \d+ \| [1-9]/m);
    expect(text('f.html')).toMatch(/^<!DOCTYPE html>[^]*"excerpt":\{"first":\d+,"text":/);
  });

  it('stops at the first failure where it is told to, with the same results in whatever order cases end', async () => {
    const first = (await readResults(results('f.ndjson'))).cases.findIndex((one) => one.verdict !== 'match');
    const { code, stdout, stderr } = await sen2kit(
      folder,
      ...run,
      faulty,
      ...['--fail-fast', '--jobs', '4', '--report', 'ndjson=-'],
    );
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const { cases, footer } = parseResults(stdout, 'standard output');
    expect(cases).toHaveLength(first + 1);
    expect(footer?.stopped).toMatch(/stop at the first/);
  });

  it('judges by a schema what a schema can say', async () => {
    await sen2kit(folder, 'schema', '--year', '2025', '--out', 'sen2.xsd');
    const { code, stdout } = await sen2kit(folder, ...run, 'xsd:sen2.xsd', '--select', 'PER-01', 'PER-13');
    expect(code).toBe(0);
    expect(stdout).toMatch(/ unsupported/);
  });

  it('writes to a device as it is', async () => {
    const { code } = await sen2kit(folder, ...run, 'reference', '--report', 'ndjson=/dev/null', '--select', 'PER-01');
    expect(code).toBe(0);
    const full = await sen2kit(folder, ...run, 'reference', '--report', 'ndjson=/dev/full', '--select', 'PER-01');
    expect([full.code, full.stderr]).toEqual([2, expect.stringMatching(/^sen2kit: cannot write \/dev\/full: ENOSPC/)]);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'ends at %s with its children, and no results that look whole',
    async (signal) => {
      const pids = `pids-${signal}`;
      writeFileSync(results(pids), '');
      const sleeper = `sleep-${signal}.cjs`;
      writeFileSync(
        results(sleeper),
        "require('fs').appendFileSync(process.argv[3], process.pid + '\\n'); setInterval(() => {}, 1000);",
      );
      const name = `cut-${signal}.ndjson`;
      const child = start(folder, [
        ...run,
        `cmd:"${process.execPath}" ${sleeper} {file} ${pids}`,
        ...['--jobs', '2', '--report', `ndjson=${name}`],
      ]);
      const end = ended(child);
      const started = (): number[] => readFileSync(results(pids), 'utf8').split('\n').filter(Boolean).map(Number);
      while (started().length < 2) await new Promise((r) => setTimeout(r, 20));
      child.kill(signal);
      const { code, stdout, stderr } = await end;
      expect(code).toBe(2);
      expect(stderr).toMatch(/^stopping: .*\nsen2kit: stopped after 0 of \d+ cases\n$/);
      expect(stdout).toContain('cut short');
      expect(started().filter(isAlive)).toEqual([]);
      expect(contents(folder)).not.toContain(name);
      expect((await readResults(results(`${name}.part`))).footer).toBeNull();
    },
  );
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // One that has ended but was not yet waited for counts as ended.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

describe('run --detect-year', () => {
  it('says which year is applied, and needs no suite', async () => {
    const { code, stdout } = await sen2kit(folder, 'run', '--detect-year', '--validator', 'reference', '--jobs', '1');
    expect(code).toBe(0);
    expect(stdout.match(/^Asked about (\d{4}) it applies \1\.$/gm)?.length).toBe(5);
  });

  it('asks for the year of a suite alone, and exits with 1 where another is applied', async () => {
    await sen2kit(folder, 'schema', '--year', '2024', '--out', '2024.xsd');
    await sen2kit(folder, 'suite', '--year', '2024', '--out', 'of 2024', '--select', 'PER-01');
    const detect = ['run', '--detect-year', '--validator', 'xsd:2024.xsd', '--suite'];
    const right = await sen2kit(folder, ...detect, 'of 2024');
    expect([right.code, right.stdout.match(/^Asked about /gm)?.length]).toEqual([0, 1]);
    const wrong = await sen2kit(folder, ...detect, 'suite');
    expect([wrong.code, wrong.stdout.includes('Asked about 2025 it applies 2025')]).toEqual([1, false]);
  });

  it('exits with 3 where nothing was answered, and refuses what is about verdicts', async () => {
    const none = await sen2kit(
      folder,
      'run',
      '--detect-year',
      '--validator',
      'cmd:/no/such/program {file}',
      '--suite',
      'suite',
    );
    expect(none.code).toBe(3);
    const refused = await sen2kit(folder, 'run', '--detect-year', '--validator', 'reference', '--select', 'PER-*');
    expect([refused.code, refused.stderr]).toEqual([
      2,
      'sen2kit: --select and --detect-year do not go together; give one of the two\n',
    ]);
  });
});
