import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { XmlDocument } from 'libxml2-wasm';
import { junitReport, type CaseResult, type Results } from '../../../conformance/report/index.js';
import { loadXsd } from '../../../src/schema/index.js';
import { hostile } from './markup.js';
import { result, sampleResults } from './sample.js';

const xsd = await loadXsd(readFileSync(resolve('test/conformance/report/junit.xsd'), 'utf8'));
afterAll(() => {
  xsd.dispose();
});

/** The report, once the schema has let it through. */
function report(results: Results): XmlDocument {
  const text = junitReport(results);
  expect(xsd.validate(Buffer.from(text))).toEqual({ valid: true, messages: [] });
  return XmlDocument.fromString(text);
}

const all = (document: XmlDocument, xpath: string): string[] => document.find(xpath).map((node) => node.content);

const known = { owner: 'ann', reason: 'old', until: '2026-12-31', verdict: 'missed' as const };
const cases: CaseResult[] = [
  result('valid.plain', null, { kind: 'valid', ms: 1234 }),
  result('PER-12.a', 'PER-12', { verdict: 'missed', reported: [], why: 'PER-12 was not reported' }),
  result('PER-12.b', 'PER-12', { attempts: 3, ms: 3000 }),
  result('FILE-01.a', 'FILE-01', { kind: 'structure', verdict: 'could-not-run', why: 'exit code 7' }),
  result('VAL-Person.Sex.a', 'VAL-Person.Sex', { verdict: 'unsupported', why: 'not done' }),
  result('PER-13.a', 'PER-13', { verdict: 'disputed', why: 'who knows' }),
  result('PER-13.b', 'PER-13', { verdict: 'known-failing', why: 'missed', known }),
  result('PER-13.c', 'PER-13', { verdict: 'unexpected-pass', why: 'it passes' }),
];

describe('junitReport', () => {
  it('has a suite a module in the order of the catalogue, with the counts of its tests', () => {
    const document = report(sampleResults(cases));
    const suites = document
      .find('/testsuites/testsuite')
      .map((node) => ['name', 'tests', 'failures', 'errors', 'skipped'].map((name) => node.get(`@${name}`)?.content));
    expect(suites).toEqual([
      ['FILE', '1', '0', '1', '0'],
      ['PER', '5', '2', '0', '2'],
      ['VAL', '1', '0', '0', '1'],
      ['valid', '1', '0', '0', '0'],
    ]);
    expect(all(document, '//testcase/@name').sort()).toEqual(cases.map((one) => one.id).sort());
    expect(all(document, '//testcase[@name="valid.plain"]/@time')).toEqual(['1.234']);
    expect(all(document, '//testsuite[@name="PER"]/@time')).toEqual(['3.006']);
    document.dispose();
  });

  it('says of each case that is not a match what it is', () => {
    const document = report(sampleResults(cases));
    const inside = (id: string): string[] =>
      document
        .find(`//testcase[@name="${id}"]/*`)
        .flatMap((node) => [node.get('name(.)')?.content ?? '', node.get('@type')?.content ?? '', node.content]);
    expect(all(document, '//failure/@type')).toEqual(['missed', 'unexpected-pass']);
    expect(all(document, '//failure')[0]).toBe(
      'PER-12 was not reported\nexpected PER-12 at /Message/Persons/Person[1]/UPN\nreported nothing\n',
    );
    expect(all(document, '//error/@message')).toEqual(['exit code 7']);
    expect(all(document, '//skipped/@message')).toEqual([
      'disputed: who knows',
      'known-failing: known to fail until 2026-12-31 (ann): old',
      'unsupported: not done',
    ]);
    expect(inside('valid.plain')).toEqual([]);
    expect(all(document, '//testcase[@name="PER-12.b"]/system-out')).toEqual(['known to be flaky: put 3 times']);
    document.dispose();
  });

  it('is not green where the results were cut short', () => {
    const document = report({ ...sampleResults(cases.slice(0, 1)), footer: null });
    expect(all(document, '//testsuite[@name="run"]/testcase/error/@type')).toEqual(['cut-short']);
    document.dispose();
  });

  it('makes safe what XML forbids or would take as markup', () => {
    const one = result(`PER-12.${hostile}`, 'PER-12', { verdict: 'missed', reported: [], why: hostile });
    const document = report(sampleResults([one]));
    const told = hostile.replace('\u0001', String.raw`\u0001`).replace('\ud800', String.raw`\uD800`);
    expect(all(document, '//failure/@message')).toEqual([told]);
    expect(all(document, '//testcase/@name')).toEqual([`PER-12.${told}`]);
    expect(all(document, '//failure')[0]).toContain(told);
    expect(all(document, '//*[local-name()="img"]')).toEqual([]);
    document.dispose();
  });

  it('is held to a schema that refuses what is not so', () => {
    const text = junitReport(sampleResults(cases));
    for (const [from, to] of [
      ['<skipped', '<ignored'],
      [' tests="', ' count="'],
      ['time="1.234"', 'time="1,234"'],
    ] as const) {
      expect(text).toContain(from);
      expect(xsd.validate(Buffer.from(text.replaceAll(from, to))).valid).toBe(false);
    }
  });
});
