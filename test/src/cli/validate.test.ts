import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { generateReturn } from '../../../generators/index.js';
import { returnToXml } from '../../../output/index.js';
import { removeFolders, sen2kit, temporaryFolder } from './kit.js';
import { parseCsv } from './parse-csv.js';

afterAll(removeFolders);

interface Document {
  readonly file: string;
  readonly year: number | null;
  readonly yearFrom: string | null;
  readonly persons: number;
  readonly findings: readonly {
    rule: string;
    level: string;
    line: number;
    value?: string;
    person?: { surname?: string };
  }[];
  readonly summary: { errors: number; queries: number; byRule: Record<string, number>; stored: number };
}

const isFindings = new Ajv2020({ strict: true }).compile(
  JSON.parse(readFileSync(resolve('conformance/schemas/findings.v1.schema.json'), 'utf8')) as object,
);

const folder = temporaryFolder();
const made = generateReturn({ year: 2025, la: '202', seed: '1', persons: 20 });
const clean = returnToXml(made, 2025);
// A surname that is a formula, and a value that no code list has, in every person.
const faulty = clean
  .replaceAll(/<Surname>[^<]*</g, '<Surname>=HYPERLINK("http://a.test","x, y")<')
  .replaceAll(/<Ethnicity>[^<]*</g, '<Ethnicity>+1,"&#10;<');
const queried = clean.replaceAll(/ *<PostCode>[^<]*<\/PostCode>\n/g, '');

beforeAll(() => {
  writeFileSync(join(folder, 'clean.xml'), clean);
  writeFileSync(join(folder, 'faulty.xml'), faulty);
  writeFileSync(join(folder, 'queried.xml'), queried);
});

async function findings(code: number, ...args: readonly string[]): Promise<Document> {
  const ran = await sen2kit(folder, 'validate', ...args, '--format', 'json');
  expect([ran.code, ran.stderr.split('\n').length]).toEqual([code, args.includes('--year') ? 1 : 2]);
  const document: unknown = JSON.parse(ran.stdout);
  expect(isFindings(document) ? [] : isFindings.errors).toEqual([]);
  return document as Document;
}

describe('validate, as SARIF', () => {
  it('has every finding with its place, and no value of a person', async () => {
    const { code, stdout } = await sen2kit(
      folder,
      'validate',
      'faulty.xml',
      '--format',
      'sarif',
      '--max-findings',
      '15',
    );
    expect(code).toBe(1);
    const { version, runs } = JSON.parse(stdout) as {
      version: string;
      runs: { results: { ruleId: string; locations: unknown[] }[]; invocations: unknown[] }[];
    };
    expect(version).toBe('2.1.0');
    expect(runs[0]?.results.map((one) => one.ruleId)).toEqual(Array(15).fill('VAL-Person.Ethnicity'));
    const line = faulty.split('\n').findIndex((one) => one.includes('<Ethnicity>')) + 1;
    expect(runs[0]?.results[0]?.locations).toMatchObject([
      { physicalLocation: { artifactLocation: { uri: 'faulty.xml' }, region: { startLine: line } } },
    ]);
    expect(JSON.stringify(runs[0]?.invocations)).toContain('5 more findings');
    expect(stdout).not.toMatch(/HYPERLINK|\+1,/);
  });
});

describe('validate, as JSON', () => {
  it('finds nothing in a clean return', async () => {
    const document = await findings(0, 'clean.xml');
    expect(document).toEqual({
      format: 1,
      tool: { name: 'sen2kit', version: expect.stringMatching(/^\d+\.\d+\.\d+/) as string },
      file: 'clean.xml',
      year: 2025,
      yearFrom: 'header',
      persons: 20,
      findings: [],
      summary: { errors: 0, queries: 0, byRule: {}, stored: 0, stopped: null },
    });
  });

  it('gives the findings of a faulty one as the contract has them', async () => {
    const { findings: all, summary } = await findings(1, 'faulty.xml');
    expect(summary.byRule).toEqual({ 'VAL-Person.Ethnicity': 20 });
    expect(all).toHaveLength(20);
    expect(all[0]).toMatchObject({ value: '+1,"\n', person: { surname: '=HYPERLINK("http://a.test","x, y")' } });
    expect(clean.split('\n')[(all[0]?.line ?? 0) - 1]).toContain('<Ethnicity>');
  });

  it('exits with 0 on queries alone', async () => {
    const { summary } = await findings(0, 'queried.xml');
    expect(summary).toMatchObject({ errors: 0, byRule: { 'PER-11': 20 } });
    expect(summary.queries).toBeGreaterThanOrEqual(20);
  });

  it('lists as many as are asked for, and counts all', async () => {
    for (const most of [0, 3]) {
      const document = await findings(1, 'faulty.xml', '--max-findings', String(most));
      expect(document.findings).toHaveLength(most);
      expect(document.summary).toMatchObject({ errors: 20, stored: most, byRule: { 'VAL-Person.Ethnicity': 20 } });
    }
  });

  it("holds a return against the year asked for, whatever its header's", async () => {
    const { year, yearFrom, summary } = await findings(1, 'clean.xml', '--year', '2026');
    expect([year, yearFrom, summary.byRule['HDR-02']]).toEqual([2026, 'option', 1]);
  });
});

describe('validate, as CSV', () => {
  it('gives a row a finding, which no spreadsheet takes for a formula', async () => {
    const { code, stdout } = await sen2kit(folder, 'validate', 'faulty.xml', '--format', 'csv');
    expect(code).toBe(1);
    const [head = [], ...rows] = parseCsv(stdout);
    expect(head.join(' ')).toBe(
      'rule level path line column person upn uln surname forename birthDate items value message',
    );
    expect(rows).toHaveLength(20);
    for (const row of rows) expect(row).toHaveLength(head.length);
    const first = Object.fromEntries(head.map((name, at) => [name, rows[0]?.[at]]));
    expect(first).toMatchObject({
      rule: 'VAL-Person.Ethnicity',
      level: 'error',
      path: '/Message/Persons/Person[1]/Ethnicity',
      person: '1',
      surname: `'=HYPERLINK("http://a.test","x, y")`,
      value: `'+1,"\n`,
    });
  });

  it('has its head and no more where there is nothing to tell', async () => {
    const { code, stdout } = await sen2kit(folder, 'validate', 'clean.xml', '--format', 'csv');
    expect([code, parseCsv(stdout).length]).toEqual([0, 1]);
  });
});

describe('validate, as text', () => {
  it('says a line each, where in the file, without a value of any person', async () => {
    const { code, stdout, stderr } = await sen2kit(folder, 'validate', 'faulty.xml', '--max-findings', '7');
    expect([code, stderr]).toEqual([1, 'faulty.xml: checked against 2025, the Year in its header\n']);
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(9);
    for (const line of lines.slice(0, 7)) {
      expect(line).toMatch(
        /^faulty\.xml:\d+:\d+: error VAL-Person\.Ethnicity: .+ \[\/Message\/Persons\/Person\[\d+\]\/Ethnicity\]$/,
      );
    }
    expect(lines.slice(7)).toEqual([
      '... and 13 more findings, counted but not listed',
      'faulty.xml: return of 2025, 20 persons: 20 errors, 0 queries',
    ]);
    const values =
      made.Persons?.Person?.flatMap((one) => [one.Forename, one.PersonBirthDate, one.PostCode, one.UPN]) ?? [];
    for (const value of ['HYPERLINK', '+1', ...values]) if (value !== undefined) expect(stdout).not.toContain(value);
  });

  it('tells a terminal nothing to do, whatever a file and its tags are called', async () => {
    const name = 'a\u001b[2J.xml';
    writeFileSync(join(folder, name), clean.replace('<Persons>', '<A\u200dB/><Persons>'));
    const { stdout, stderr } = await sen2kit(folder, 'validate', name);
    expect(stdout).toContain('/A\ufffdB');
    expect((stdout + stderr).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it('tells the year a clean return was checked against', async () => {
    expect(await sen2kit(folder, 'validate', 'clean.xml')).toEqual({
      code: 0,
      stdout: 'clean.xml: return of 2025, 20 persons: 0 errors, 0 queries\n',
      stderr: 'clean.xml: checked against 2025, the Year in its header\n',
    });
    const asked = await sen2kit(folder, 'validate', 'clean.xml', '--year', '2025');
    expect([asked.code, asked.stderr]).toEqual([0, '']);
  });
});
