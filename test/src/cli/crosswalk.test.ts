import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { readResults } from '../../../conformance/report/index.js';
import { readSuite } from '../../../conformance/suite/index.js';
import { complaint, removeFolders, sen2kit, temporaryFolder } from './kit.js';
import { parseCsv } from './parse-csv.js';

afterAll(removeFolders);

const folder = temporaryFolder();
const ajv = new Ajv2020({ strict: true });
const isDocument = (name: string, value: unknown): unknown => {
  const text = readFileSync(resolve(`conformance/schemas/${name}.v1.schema.json`), 'utf8');
  const check = ajv.compile(JSON.parse(text) as object);
  return check(value) ? [] : check.errors;
};

// The codes are plainly made up: DfE's own are not known here.
const rows = ['PER-13,X101,2025,query,made up', 'PER-01,X102,2025,,', 'PER-01,X103,2025,,', 'PER-11,,2025,error,'];
const withCodes = ['--crosswalk', 'codes.csv'] as const;
const said =
  "codes.csv: levels of 2025 are the crosswalk's where it gives one; not the kit's: PER-11 error, PER-13 query\n";
const wrongLetter = 'PER-13.wrong-check-letter';
let file = '';

beforeAll(async () => {
  writeFileSync(join(folder, 'codes.csv'), `rule,dfeCode,year,level,note\n${rows.join('\n')}\n`);
  const { code } = await sen2kit(
    folder,
    ...['suite', '--year', '2025', '--out', 'suite', '--select', wrongLetter, 'PER-01', 'PER-11.*'],
  );
  expect(code).toBe(0);
  const { cases } = await readSuite(join(folder, 'suite'));
  file = `suite/${cases.find(({ id }) => id === wrongLetter)?.file ?? ''}`;
});

describe('validate --crosswalk', () => {
  const validate = (...args: string[]): ReturnType<typeof sen2kit> =>
    sen2kit(folder, 'validate', file, '--year', '2025', ...args);

  it('shows the code, and counts by the level of the crosswalk', async () => {
    const plain = await validate();
    expect([plain.code, plain.stderr]).toEqual([1, '']);
    expect(plain.stdout).toMatch(/: error PER-13: [^]*: 1 errors, 0 queries\n$/);
    const { code, stdout, stderr } = await validate(...withCodes);
    expect([code, stderr]).toEqual([0, said]);
    expect(stdout).toMatch(/: query PER-13 \(X101\): [^]*: 0 errors, 1 queries\n$/);
  });

  it('has it in JSON, CSV and SARIF, where no code is there without it', async () => {
    const json = JSON.parse((await validate(...withCodes, '--format', 'json')).stdout) as object;
    expect(isDocument('findings', json)).toEqual([]);
    expect(json).toMatchObject({
      findings: [{ rule: 'PER-13', dfeCode: 'X101', level: 'query' }],
      summary: { errors: 0, queries: 1, byRule: { 'PER-13': 1 }, stored: 1 },
    });
    const [head = [], row = []] = parseCsv((await validate(...withCodes, '--format', 'csv')).stdout);
    expect([head.at(-1), row.at(-1), row[1]]).toEqual(['dfeCode', 'X101', 'query']);
    const sarif = JSON.parse((await validate(...withCodes, '--format', 'sarif')).stdout) as object;
    expect(sarif).toMatchObject({ runs: [{ results: [{ level: 'warning', properties: { dfeCode: 'X101' } }] }] });
    for (const format of ['json', 'csv', 'sarif']) {
      expect((await validate('--format', format)).stdout).not.toMatch(/dfeCode|X101/);
    }
  });

  it('counts exactly what is not listed too', async () => {
    const { stdout } = await validate(...withCodes, '--max-findings', '0');
    expect(stdout).toMatch(/: 0 errors, 1 queries\n$/);
  });

  it('says so where it has nothing for the year, and refuses one that is not there or damaged', async () => {
    writeFileSync(join(folder, 'later.csv'), 'rule,dfeCode,year\nPER-13,X101,2026\n');
    const { code, stderr } = await validate('--crosswalk', 'later.csv');
    expect([code, stderr]).toEqual([1, 'later.csv: has no code and no level for any rule of 2025\n']);
    writeFileSync(join(folder, 'bad.csv'), 'rule,dfeCode,year\nPER-99,X101,2026\n');
    expect(complaint(await validate('--crosswalk', 'bad.csv'), 4)).toMatch(/^bad\.csv line 2: PER-99 is no rule/);
    expect(complaint(await validate('--crosswalk', 'none.csv'), 2)).toMatch(/^none\.csv: no such file/);
  });
});

describe('rules --crosswalk', () => {
  const rules = (...args: string[]): ReturnType<typeof sen2kit> =>
    sen2kit(folder, 'rules', '--year', '2025', ...withCodes, ...args);

  it('has a column of codes, and its level beside that of the kit', async () => {
    const { stdout } = await rules();
    expect(stdout).toMatch(/^PER-13 +X101 +error; query by the crosswalk +The check letter/m);
    expect(stdout).toMatch(/^PER-01 +X102, X103 +error +Surname/m);
    expect(stdout).toMatch(/^PER-12 +- +error +UPN/m);
    const [head = [], ...csv] = parseCsv((await rules('--format', 'csv')).stdout);
    expect(head.slice(-2)).toEqual(['dfeCode', 'dfeLevel']);
    expect(csv.filter((row) => row.slice(-2).join('') !== '').map((row) => [row[0], row[1], ...row.slice(-2)])).toEqual(
      [
        ['PER-01', 'error', 'X102, X103', ''],
        ['PER-11', 'query', '', 'error'],
        ['PER-13', 'error', 'X101', 'query'],
      ],
    );
    const json = JSON.parse((await rules('--format', 'json')).stdout) as { rules: { id: string }[] };
    expect(isDocument('rules', json)).toEqual([]);
    expect(json.rules.find(({ id }) => id === 'PER-13')).toMatchObject({
      level: 'error',
      dfeCode: 'X101',
      dfeLevel: 'query',
    });
  });

  it('tells of one rule what it says, year by year', async () => {
    const shown = async (id: string): Promise<string | undefined> =>
      /^ {2}In the crosswalk: (.*)$/m.exec((await sen2kit(folder, 'rules', 'show', id, ...withCodes)).stdout)?.[1];
    expect(await shown('PER-13')).toBe('2025 X101, error; query by the crosswalk');
    expect(await shown('PER-11')).toBe('2025 no code, query; error by the crosswalk');
    expect(await shown('PER-12')).toBe('nothing');
    expect((await sen2kit(folder, 'rules', 'show', 'PER-13')).stdout).not.toContain('crosswalk');
  });
});

describe('judging with --crosswalk', () => {
  const judged = ['--suite', 'suite', ...withCodes] as const;

  it('expects its levels, which the reference validator gives, and keeps its codes in the results', async () => {
    const reports = ['--report', 'console', '--report', 'ndjson=r.ndjson'];
    const { code, stdout, stderr } = await sen2kit(folder, 'run', '--validator', 'reference', ...judged, ...reports);
    expect([code, stderr]).toEqual([0, said]);
    expect(stdout).toMatch(/^PER-13 \(X101\) +1 +0 /m);
    const { header, cases } = await readResults(join(folder, 'r.ndjson'));
    expect([header.codes, header.levels]).toEqual([
      { 'PER-01': 'X102, X103', 'PER-13': 'X101' },
      { 'PER-11': 'error', 'PER-13': 'query' },
    ]);
    expect(cases.find(({ id }) => id === wrongLetter)?.expected).toMatchObject([{ rule: 'PER-13', level: 'query' }]);
  });

  it('does not go on with results by other codes', async () => {
    const again = ['run', '--suite', 'suite', '--validator', 'reference', '--resume', '--report', 'ndjson=r.ndjson'];
    expect(complaint(await sen2kit(folder, ...again), 2)).toMatch(
      /of another run \(suite, validator, adapter, crosswalk,/,
    );
    const { code, stderr } = await sen2kit(folder, ...again, ...withCodes);
    expect([code, stderr]).toEqual([0, expect.stringContaining('are there from an earlier run')]);
  });

  it('takes answers under its codes', async () => {
    const { cases } = await readSuite(join(folder, 'suite'));
    const lines = cases.map(({ id, rule, kind }) => {
      const code = kind !== 'broken' ? '' : rule === 'PER-01' ? 'X103' : rule === 'PER-13' ? 'X101' : (rule ?? '');
      return `${id},${code}`;
    });
    writeFileSync(join(folder, 'answers.csv'), `case,rule\n${lines.join('\n')}\n`);
    const args = ['judge', '--results', 'answers.csv', '--report', 'ndjson=j.ndjson', '--suite', 'suite'];
    const plain = await sen2kit(folder, ...args);
    expect(plain.code).toBe(1);
    const { code } = await sen2kit(folder, ...args, ...withCodes);
    const results = await readResults(join(folder, 'j.ndjson'));
    expect(results.cases.filter(({ verdict }) => verdict !== 'match').map(({ id }) => id)).toEqual([]);
    expect(code).toBe(0);
  });

  it('says it of one case too, and what puts it again says it in turn', async () => {
    const levels = JSON.stringify([{ rule: 'X101', level: 'error' }]);
    writeFileSync(
      join(folder, 'v.mjs'),
      `import { readFileSync } from 'node:fs';
       const broken = readFileSync(${JSON.stringify(join(folder, file))}, 'utf8');
       export const validate = ({ file }) => ({ findings: readFileSync(file, 'utf8') === broken ? ${levels} : [] });`,
    );
    const args = ['--validator', 'module:v.mjs', ...judged];
    const { code, stdout, stderr } = await sen2kit(folder, 'replay', wrongLetter, ...args);
    expect([code, stderr]).toEqual([1, said]);
    expect(stdout).toMatch(/^ +query PER-13 \(X101\) at \/Message/m);
    expect(stdout).toMatch(/^ +error PER-13 \(X101\)$/m);
    expect(stdout).toMatch(/ {2}wrong-level\n {2}PER-13 was reported as error, expected query\n/);
    const ran = await sen2kit(folder, 'run', ...args, '--select', wrongLetter);
    expect(ran.stdout).toMatch(/^ +sen2kit replay PER-13\.wrong-check-letter .* --crosswalk codes\.csv$/m);
    expect(ran.stdout).toContain('expected PER-13 (X101) at /Message');
  });
});
