import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { collectionYear, collectionYears } from '../../../src/model/index.js';
import { rulesIn, yearDifferences } from '../../../src/rules/index.js';
import { requiredByRule, xsdFor } from '../../../src/schema/index.js';
import { complaint, contents, removeFolders, sen2kit, temporaryFolder } from './kit.js';
import { parseCsv } from './parse-csv.js';

afterAll(removeFolders);
const folder = temporaryFolder();

const isRules = new Ajv2020({ strict: true }).compile(
  JSON.parse(readFileSync(resolve('conformance/schemas/rules.v1.schema.json'), 'utf8')) as object,
);

describe('rules', () => {
  it.each(collectionYears)('of %d are the catalogue, as the contract has it', async (year) => {
    const { code, stdout, stderr } = await sen2kit(folder, 'rules', '--year', String(year), '--format', 'json');
    expect(code).toBe(0);
    const document: unknown = JSON.parse(stdout);
    expect(isRules(document) ? [] : isRules.errors).toEqual([]);
    expect(document).toEqual({ format: 1, year, rules: rulesIn(year) });
    expect(stderr).toBe(year === 2027 ? `2027 is provisional: ${collectionYear(2027).provisional ?? ''}\n` : '');
  });

  it('come as text and as CSV too', async () => {
    const ids = rulesIn(2025).map((rule) => rule.id);
    const text = (await sen2kit(folder, 'rules', '--year', '2025')).stdout.trimEnd().split('\n');
    expect(text.slice(0, -1).map((line) => line.split(' ')[0])).toEqual(ids);
    expect(text.at(-1)).toBe(`${ids.length} rules in 2025`);
    const [head, ...rows] = parseCsv((await sen2kit(folder, 'rules', '--year', '2025', '--format', 'csv')).stdout);
    expect(head?.join(' ')).toBe('id level from to items basis statement message');
    expect(rows.map(([id]) => id)).toEqual(ids);
  });

  it('are shown one at a time, with their cases', async () => {
    const { code, stdout } = await sen2kit(folder, 'rules', 'show', 'per-13');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^PER-13 {2}error, collection years 2023 to now, basis: /);
    expect(stdout).toMatch(/^ +PER-13\.wrong-check-letter {2}\S/m);
    expect(stdout).toContain('Open question dfe-rule-numbers: ');
    const share = (await sen2kit(folder, 'rules', 'show', 'RET-05')).stdout;
    expect(share).toMatch(/^ {2}Open question large-number-thresholds: .*\?\n {4}Taken here: .*\n {4}Or: /m);
    expect(stdout).not.toContain('large-number-thresholds');
    expect((await sen2kit(folder, 'rules', 'show', 'VAL-Person.GenderCurrent')).stdout).toContain('2023 to 2023');
    expect(complaint(await sen2kit(folder, 'rules', 'show', 'PER-99'), 2)).toBe(
      'PER-99: no rule has this id; "sen2kit rules --year 2026" lists them',
    );
  });
});

describe('years', () => {
  it('are listed, the provisional one as such', async () => {
    const { code, stdout } = await sen2kit(folder, 'years');
    const lines = stdout.trimEnd().split('\n');
    expect([code, lines.length]).toEqual([0, 5]);
    expect(lines[2]).toBe('2025  census day 2025-01-16, activity year 2024, to be submitted by 2025-03-14');
    expect(lines.filter((line) => line.includes('provisional')).map((line) => line.slice(0, 4))).toEqual(['2027']);
  });

  it('diff tells what came, what went and what moved', async () => {
    const { code, stdout } = await sen2kit(folder, 'years', 'diff', '2023', '2024');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^item +added +Person\.Sex$/m);
    expect(stdout).toMatch(/^item +removed +Person\.GenderCurrent$/m);
    expect(stdout).toMatch(/^item +added +ActivePlans\.ReviewMeeting/m);
    for (const tag of ['Res', 'WBP']) {
      expect(stdout).toMatch(new RegExp(`^item +removed +ActivePlans\\.${tag}$`, 'm'));
      expect(stdout).toMatch(new RegExp(`^item +added +PlacementDetail\\.${tag}$`, 'm'));
    }
    expect(stdout).toMatch(/^rule +added +VAL-Person\.Sex: /m);
    expect(stdout).toMatch(/^date +changed +referenceDate: 2023-01-19 to 2024-01-18$/m);
    const order = await sen2kit(folder, 'years', 'diff', '2025', '2026');
    expect(order.stdout).toMatch(/^order +changed +ActivePlans: now .*PhaseTransferFinalDate, LastReview$/m);
  });

  it('diff works backwards, and finds nothing between a year and itself', async () => {
    const { stdout } = await sen2kit(folder, 'years', 'diff', '2024', '2023', '--format', 'json');
    expect(JSON.parse(stdout)).toEqual({ format: 1, from: 2024, to: 2023, differences: yearDifferences(2024, 2023) });
    expect(stdout).toMatch(/"Person\.GenderCurrent",\s+"change": "added"/);
    expect(await sen2kit(folder, 'years', 'diff', '2024', '2024')).toEqual({
      code: 0,
      stdout: 'nothing in the model changed from 2024 to 2024\n',
      stderr: '',
    });
  });
});

describe('schema', () => {
  it.each(collectionYears)('of %d is what the library gives', async (year) => {
    const { code, stdout } = await sen2kit(folder, 'schema', '--year', String(year));
    expect(code).toBe(0);
    expect(stdout).toBe(xsdFor(year, requiredByRule(year)));
  });

  it('can go to a file', async () => {
    const ran = await sen2kit(folder, 'schema', '--year', '2025', '--out', 'sen2.xsd');
    expect(ran).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readFileSync(join(folder, 'sen2.xsd'), 'utf8')).toBe(xsdFor(2025, requiredByRule(2025)));
    expect(contents(folder)).toEqual(['sen2.xsd']);
  });
});
