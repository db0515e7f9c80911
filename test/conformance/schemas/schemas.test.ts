import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { buildPack, packFiles } from '../../../conformance/cases/index.js';
import { compareResults } from '../../../conformance/compare/index.js';
import { exerciseAccount } from '../../../conformance/exercise/index.js';
import { verdicts } from '../../../conformance/judge/index.js';
import { jsonReport, ndjsonSink, parseResults } from '../../../conformance/report/index.js';
import { runSuite, type Validator } from '../../../conformance/run/index.js';
import { readSuite } from '../../../conformance/suite/index.js';
import { result, sampleResults } from '../report/sample.js';
import { named, suiteOf } from '../compare/sample.js';
import { makeSample } from '../statement/sample.js';
import { collectionYears } from '../../../src/model/index.js';
import { yearDifferences } from '../../../src/rules/index.js';
import { removeFolders, smallSuite, writeSuite } from '../tiny-suite.js';

afterAll(removeFolders);

const folder = resolve('conformance/schemas');
const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
const ajv = new Ajv2020({ strict: true, allErrors: true });
for (const name of names) ajv.addSchema(JSON.parse(readFileSync(join(folder, name), 'utf8')) as object);

function schema(name: string): ValidateFunction {
  const compiled = ajv.getSchema(`urn:sen2kit:${name}:v1`);
  if (!compiled) throw new Error(`there is no schema ${name}`);
  return compiled;
}

function faults(name: string, value: unknown): unknown {
  const validate = schema(name);
  return validate(value) ? [] : validate.errors?.map((e) => `${e.instancePath} ${e.message ?? ''}`);
}

const linesOf = (text: string): unknown[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));

const noisy: Validator = {
  identity: { kind: 'test', name: 'test', version: '1' },
  capabilities: { granularity: 'path', levels: true },
  validate: ({ file }) =>
    Promise.resolve(
      file.endsWith('2.xml')
        ? { kind: 'could-not-run', why: 'no', stderr: 'noise' }
        : {
            kind: 'findings',
            findings: [{ rule: 'PER-11', level: 'error', path: '/a', person: { index: 1 }, message: 'm' }],
          },
    ),
  close: () => Promise.resolve(),
};

describe('the JSON Schemas', () => {
  it('are all versioned, compile strictly and describe themselves', () => {
    expect(names.length).toBe(29);
    for (const name of names) {
      const [base, version] = name.split('.');
      expect(version).toBe('v1');
      expect(Object.keys(schema(base ?? '').schema)).toEqual(expect.arrayContaining(['title', 'description']));
    }
  });

  it('hold for a suite', async () => {
    const suite = writeSuite(smallSuite);
    const read = (name: string): string => readFileSync(join(suite, name), 'utf8');
    expect(faults('suite', JSON.parse(read('suite.json')))).toEqual([]);
    for (const line of linesOf(read('cases.ndjson'))) expect(faults('case', line)).toEqual([]);
    for (const line of linesOf(read('expectations.ndjson'))) expect(faults('expectation', line)).toEqual([]);
    await expect(readSuite(suite)).resolves.toBeDefined();
  });

  it('hold for the results of a run and the report made from them', async () => {
    let text = '';
    const sink = ndjsonSink((line) => void (text += line));
    await runSuite(await readSuite(writeSuite(smallSuite)), noisy, { kit: '1', jobs: 1, timeoutMs: 1000 }, sink);
    const lines = linesOf(text);
    expect(lines.length).toBe(5);
    for (const line of lines) expect(faults('results-line', line)).toEqual([]);
    expect(faults('report', JSON.parse(JSON.stringify(jsonReport(parseResults(text, 'r')))))).toEqual([]);
    const cutShort = text.slice(0, text.lastIndexOf('{"type":"footer"'));
    expect(faults('report', JSON.parse(JSON.stringify(jsonReport(parseResults(cutShort, 'r')))))).toEqual([]);
  });

  it('hold for what a run with known failures and flaky cases adds', () => {
    const known = { owner: 'ann', reason: 'old', until: '2026-12-31', verdict: 'missed' as const };
    const reported = [{ rule: 'PER-13', code: 'E7', anyRuleOf: ['PER-13', 'PER-12'], anyPersonOf: [1, 2] }];
    const line = result('PER-13.a', 'PER-13', { verdict: 'known-failing', attempts: 2, known, reported });
    expect(faults('results-line', line)).toEqual([]);
    expect(faults('results-line', { ...line, attempts: 0 })).not.toEqual([]);
    expect(faults('results-line', { ...line, known: { ...known, until: 'soon' } })).not.toEqual([]);
    const { footer } = sampleResults([line]);
    expect(faults('results-line', { ...footer, notes: ['one'] })).toEqual([]);
    expect(faults('results-line', { ...footer, notes: 'one' })).not.toEqual([]);
  });

  it('hold for a comparison, of one year and of two', () => {
    const comparison = (year: number): unknown => {
      const old = named('a', { 'PER-01.a': 'match', 'PER-08.absent': 'match', 'PER-01.c': 'missed' });
      const now = named('b', { 'PER-01.a': 'missed', 'PER-09.absent': 'missed' }, { suite: suiteOf(year) });
      return JSON.parse(JSON.stringify(compareResults(old, now)));
    };
    expect(faults('comparison', comparison(2025))).toEqual([]);
    expect(faults('comparison', comparison(2023))).toEqual([]);
    expect(faults('comparison', { ...(comparison(2023) as object), more: 1 })).not.toEqual([]);
  });

  it('hold for a statement', async () => {
    const { signed } = await makeSample();
    expect(faults('statement', JSON.parse(JSON.stringify(signed)))).toEqual([]);
    expect(faults('statement', { ...signed, more: 1 })).not.toEqual([]);
  });

  it('hold for a header with what a crosswalk says', () => {
    const { header } = sampleResults([]);
    const coded = { ...header, codes: { 'PER-13': 'X101' }, levels: { 'PER-13': 'query' } };
    expect(faults('results-line', coded)).toEqual([]);
    expect(faults('results-line', { ...coded, codes: { 'PER-13': ['X101'] } })).not.toEqual([]);
    expect(faults('results-line', { ...coded, levels: { 'PER-13': 'grave' } })).not.toEqual([]);
  });

  it('hold for what changed between two years', () => {
    for (const to of collectionYears) {
      const document = { format: 1, from: 2023, to, differences: yearDifferences(2023, to) };
      expect(faults('years-diff', JSON.parse(JSON.stringify(document)))).toEqual([]);
    }
    expect(faults('years-diff', { format: 1, from: 2023, to: 2024, differences: [{ kind: 'item' }] })).not.toEqual([]);
  });

  it('hold for a case pack, and for an account of what a return did not exercise', () => {
    for (const year of collectionYears) {
      const pack = buildPack({ year, la: '202', seed: '1' });
      const files = packFiles(pack, '1');
      const read = (name: string): unknown => JSON.parse(files.get(name) ?? '');
      expect(faults('case-pack', read('pack.json'))).toEqual([]);
      expect(faults('case-sheet', read('sheet.json'))).toEqual([]);
      expect(faults('case-pack', { ...(read('pack.json') as object), more: 1 })).not.toEqual([]);
      expect(faults('case-sheet', { ...(read('sheet.json') as object), persons: [] })).not.toEqual([]);

      const some = new Set(pack.stories.slice(0, 5).flatMap(({ covers }) => covers));
      const account = exerciseAccount(year, some, pack.stories);
      expect(faults('exercise', JSON.parse(JSON.stringify(account)))).toEqual([]);
      expect(faults('exercise', { ...account, groups: [{}] })).not.toEqual([]);
    }
  });

  it('hold for answers that were collected', () => {
    expect(faults('collected', { file: 'packed-1.xml', findings: [{ rule: 'PER-13' }] })).toEqual([]);
    expect(faults('collected', { case: 'PER-13.a', unsupported: 'no' })).toEqual([]);
    expect(faults('collected', { findings: [] })).not.toEqual([]);
    expect(faults('collected', { case: 'PER-13.a' })).not.toEqual([]);
  });

  it('know every verdict', () => {
    const { $defs } = schema('results-line').schema as {
      $defs: { case: { properties: { verdict: { enum: string[] } } } };
    };
    expect($defs.case.properties.verdict.enum).toEqual(verdicts);
    const ofStatement = schema('statement').schema as { $defs: { counts: { required: string[] } } };
    expect(ofStatement.$defs.counts.required).toEqual(verdicts);
  });

  const finding = {
    rule: 'PER-13',
    level: 'error',
    path: '/Message/Persons/Person[3]/UPN',
    line: 120,
    column: 9,
    person: { index: 3, upn: 'A', uln: '1', surname: 'S', forename: 'F', birthDate: '2010-01-01' },
    items: ['UPN'],
    value: 'A',
    message: 'The check letter is wrong.',
  };
  const findings = {
    format: 1,
    tool: { name: 'sen2kit', version: '0.1.0' },
    file: 'r.xml',
    year: 2025,
    yearFrom: 'header',
    persons: 3,
    findings: [finding],
    summary: { errors: 1, queries: 0, byRule: { 'PER-13': 1 }, stored: 1, stopped: null },
  };

  it('take a document of findings as the contract gives it, and refuse one that lacks or adds something', () => {
    expect(faults('findings', findings)).toEqual([]);
    const { person, ...alone } = finding;
    expect(faults('findings', { ...findings, findings: [{ ...alone, persons: [person, person] }] })).toEqual([]);
    for (const key of Object.keys(findings)) {
      expect([key, faults('findings', { ...findings, [key]: undefined })]).not.toEqual([key, []]);
    }
    for (const key of ['rule', 'level', 'path', 'line', 'column', 'items', 'message']) {
      expect([key, faults('findings', { ...findings, findings: [{ ...finding, [key]: undefined }] })]).not.toEqual([
        key,
        [],
      ]);
    }
    expect(faults('findings', { ...findings, more: 1 })).not.toEqual([]);
    expect(faults('findings', { ...findings, findings: [{ ...finding, dfeCode: 'X101' }] })).toEqual([]);
  });

  it('ask of another validator no more than the rule', () => {
    expect(faults('answer', findings)).toEqual([]);
    expect(faults('answer', { findings: [{ rule: 'PER-13' }] })).toEqual([]);
    expect(faults('answer', { findings: [{ rule: 'PER-13', person: 3, path: null }] })).toEqual([]);
    expect(faults('answer', { findings: [{ path: '/a' }] })).not.toEqual([]);
    expect(faults('answer', {})).not.toEqual([]);
  });

  it('take the rules as the contract gives them', () => {
    const rule = {
      id: 'VAL-Person.Sex',
      level: 'error',
      from: 2024,
      to: null,
      items: ['Sex'],
      basis: 'structure',
      statement: 's',
      message: 'm',
    };
    expect(faults('rules', { format: 1, year: 2025, rules: [rule, { ...rule, id: 'FILE-01' }] })).toEqual([]);
    expect(faults('rules', { format: 1, year: 2025, rules: [{ ...rule, id: 'sex' }] })).not.toEqual([]);
    const coded = { ...rule, dfeCode: 'X101', dfeLevel: 'query' };
    expect(faults('rules', { format: 1, year: 2025, rules: [coded] })).toEqual([]);
    expect(faults('rules', { format: 1, year: 2025, rules: [{ ...coded, dfeLevel: 'grave' }] })).not.toEqual([]);
    expect(faults('rules', { format: 1, year: 2025, rules: [{ ...rule, basis: 'hearsay' }] })).not.toEqual([]);
  });
});
