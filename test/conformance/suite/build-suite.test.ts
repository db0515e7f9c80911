import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import {
  applyRegisterToAll,
  buildCases,
  readSuite,
  writeSuite,
  type BuiltCase,
} from '../../../conformance/suite/index.js';
import { collectionYears } from '../../../src/model/index.js';
import { rulesIn } from '../../../src/rules/index.js';

const kit = '0.0.0-test';
const suites = new Map<number, readonly BuiltCase[]>(
  collectionYears.map((year) => [year, buildCases({ year, seed: '1', kit })]),
);

function casesOf(year: number): readonly BuiltCase[] {
  return suites.get(year) ?? [];
}

describe.each(collectionYears)('the suite of %i', (year) => {
  it('catches every rule in force alone', () => {
    const alone = new Set(
      casesOf(year)
        .filter(({ case: one }) => one.kind === 'broken' || one.kind === 'structure')
        .filter(({ case: one, expectation }) => expectation.findings.every((finding) => finding.rule === one.rule))
        .map(({ case: one }) => one.rule),
    );
    const never = rulesIn(year).filter((rule) => !alone.has(rule.id));
    expect(never.map((rule) => rule.id)).toEqual([]);
  });

  it('has a near miss of every rule in force', () => {
    const near = new Set(
      casesOf(year)
        .filter(({ case: one, expectation }) => one.kind === 'near-miss' && expectation.findings.length === 0)
        .map(({ case: one }) => one.rule),
    );
    const never = rulesIn(year).filter((rule) => !near.has(rule.id));
    expect(never.map((rule) => rule.id)).toEqual([]);
  });

  it('says why wherever another rule fires beside the target', () => {
    const accompanied = casesOf(year).filter(({ case: one, expectation }) =>
      expectation.findings.some((finding) => finding.rule !== one.rule),
    );
    // The list is short, and a reason stands beside each.
    const told = accompanied.map(({ case: one, expectation }) => `${one.id}: ${expectation.note ?? 'no reason'}`);
    console.log(
      `${year}: ${told.length} cases in which another rule fires too${told.map((line) => `\n  ${line}`).join('')}`,
    );
    expect(told.filter((line) => line.endsWith('no reason'))).toEqual([]);
    expect(told.length).toBeLessThanOrEqual(10);
  });

  it('names each case once, and by rule and mutation alone', () => {
    const ids = casesOf(year).map(({ case: one }) => one.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { case: one } of casesOf(year)) {
      if (one.mutation) expect(one.id).toBe(`${one.rule ?? ''}.${one.mutation.name}`);
      expect(one.id).toMatch(/^[A-Za-z0-9.-]+\.[a-z0-9-]+$/);
    }
  });

  it('gives nothing away in a file name', () => {
    const names = casesOf(year).map(({ case: one }) => basename(one.file));
    expect(names.filter((name) => /broken|near|missing|wrong|invalid|valid|[A-Z]{3}-\d\d/.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('makes each broken case from a valid one, and differs from it', () => {
    const byId = new Map(casesOf(year).map((one) => [one.case.id, one]));
    const wrong = casesOf(year).filter(({ case: one, file }) => {
      if (one.kind === 'valid') return one.parent !== null;
      const parent = byId.get(one.parent ?? '');
      return parent?.case.kind !== 'valid' || Buffer.compare(parent.file, file) === 0;
    });
    expect(wrong.map(({ case: one }) => one.id)).toEqual([]);
  });
});

// Continuous integration builds the suites of all years with another seed, for the self-check.
it.each([2023, 2026])('the suite of %i is proved for another seed and LA too, with the same cases', (year) => {
  // Building proves every expectation, and throws where one is not.
  const built = buildCases({ year, seed: `another seed for ${year}`, kit, la: '886' });
  expect(built.map(({ case: one }) => one.id)).toEqual(casesOf(year).map(({ case: one }) => one.id));
});

// A whole suite takes some seconds where the machine is busy.
import.meta.jest.setTimeout(60_000);

describe('a suite', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'suite-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('is read back as it was written, and found undamaged', async () => {
    const manifest = writeSuite(folder, { year: 2025, seed: '1', kit });
    const suite = await readSuite(folder);
    expect(suite.manifest).toEqual(manifest);
    expect(suite.cases).toEqual(casesOf(2025).map(({ case: one }) => one));
    // With the register of open questions applied, which a suite in memory is not.
    const asWritten = applyRegisterToAll(casesOf(2025)).map(({ expectation }) => expectation);
    expect([...suite.expectations.values()]).toEqual(asWritten);
    expect(asWritten.filter(({ status }) => status === 'queried').length).toBeGreaterThan(300);
    expect(asWritten.filter(({ status, note }) => status === 'queried' && !/Open question /.test(note ?? ''))).toEqual(
      [],
    );
  });

  it('holds the chosen cases and their parents where some are chosen', () => {
    const chosen = buildCases({ year: 2025, seed: '1', kit, select: ['PER-1*'] });
    const broken = chosen.filter(({ case: one }) => one.kind !== 'valid');
    expect(broken.length).toBeGreaterThan(20);
    expect(broken.every(({ case: one }) => one.rule?.startsWith('PER-1'))).toBe(true);
    const parents = new Set(broken.map(({ case: one }) => one.parent));
    expect(
      chosen
        .filter(({ case: one }) => one.kind === 'valid')
        .map(({ case: one }) => one.id)
        .sort(),
    ).toEqual([...parents].sort());
    // What is chosen has the same bytes as in the whole suite.
    const whole = new Map(casesOf(2025).map(({ case: one }) => [one.id, one.sha256]));
    expect(chosen.map(({ case: one }) => one.sha256)).toEqual(chosen.map(({ case: one }) => whole.get(one.id)));
  });

  it('is not built where a selection chooses nothing', () => {
    expect(() => buildCases({ year: 2025, seed: '1', kit, select: ['XYZ-*'] })).toThrow(
      'no case of 2025 is chosen by XYZ-*',
    );
  });

  it('never tells the answer in cases.ndjson', () => {
    writeSuite(folder, { year: 2025, seed: '1', kit, select: ['PER-13'] });
    const cases = readFileSync(join(folder, 'cases.ndjson'), 'utf8');
    expect(cases).not.toContain('"findings"');
    expect(cases).not.toContain('"level"');
  });
});
