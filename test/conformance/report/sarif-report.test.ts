import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import {
  findingsToSarif,
  sarifReport,
  sarifText,
  type CaseResult,
  type SarifLog,
} from '../../../conformance/report/index.js';
import { readSuite } from '../../../conformance/suite/index.js';
import type { Finding } from '../../../src/validate/index.js';
import { removeFolders, sexPath, smallSuite, writeSuite } from '../tiny-suite.js';
import { result, sampleResults } from './sample.js';

afterAll(removeFolders);

const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true, allowUnionTypes: true });
ajv.addFormat('uri', (text: string) => URL.canParse(text));
ajv.addFormat('uri-reference', /^[\w.~:/?#[\]@!$&'()*+,;=%-]*$/);
ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
const isSarif = ajv.compile(
  JSON.parse(readFileSync(resolve('test/conformance/report/sarif-2.1.0.schema.json'), 'utf8')) as object,
);

/** The only run of a log, once the schema has let it through and its indexes are right. */
function runOf(log: SarifLog): SarifLog['runs'][0] {
  const read = JSON.parse(sarifText(log)) as SarifLog;
  expect(isSarif(read) ? [] : isSarif.errors).toEqual([]);
  const [run] = read.runs;
  for (const one of run.results) expect(run.tool.driver.rules[one.ruleIndex]?.id).toBe(one.ruleId);
  return run;
}

const cases: CaseResult[] = [
  result('valid.plain', null, { kind: 'valid', verdict: 'false-alarm', falseAlarms: ['PER-12'], why: 'no' }),
  result('PER-09.left-out', 'PER-09', { verdict: 'missed', reported: [], why: 'not reported' }),
  result('PER-09.given', 'PER-09', { kind: 'near-miss' }),
  result('PER-11.a', 'PER-11', { verdict: 'disputed', why: 'x' }),
  result('X-1.a', 'X-1', { verdict: 'could-not-run', why: 'exit code 7' }),
];

describe('sarifReport', () => {
  it('has a result for each case that counts against the validator, at its file and path', async () => {
    const suite = await readSuite(writeSuite(smallSuite));
    const { results, tool, invocations } = runOf(sarifReport(sampleResults(cases), suite));
    expect(results.map((one) => [one.ruleId, one.level, one.properties?.['verdict']])).toEqual([
      ['valid', 'error', 'false-alarm'],
      ['PER-09', 'error', 'missed'],
      ['X-1', 'error', 'could-not-run'],
    ]);
    expect(results[1]?.locations).toEqual([
      {
        physicalLocation: { artifactLocation: { uri: 'cases/0001.xml', uriBaseId: 'SUITE' } },
        logicalLocations: [{ fullyQualifiedName: '/Message', kind: 'element' }],
      },
    ]);
    expect(results[1]?.message.text).toMatch(
      /^PER-09.left-out: missed: not reported. Expected PER-09 at .*; reported nothing.$/,
    );
    expect(tool.driver.rules[1]).toMatchObject({ id: 'PER-09', defaultConfiguration: { level: 'error' } });
    expect(tool.driver.rules[2]?.shortDescription.text).toBe('No rule of the catalogue has this id.');
    expect(invocations[0]?.executionSuccessful).toBe(true);
  });

  it('does without the suite, and says that results were cut short', () => {
    const run = runOf(sarifReport({ ...sampleResults(cases), footer: null }, null));
    expect(run.results[1]?.locations).toEqual([
      { logicalLocations: [{ fullyQualifiedName: '/Message/Persons/Person[1]/UPN', kind: 'element' }] },
    ]);
    expect(run.invocations[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [{ level: 'error', message: { text: 'These results were cut short.' } }],
    });
  });
});

describe('findingsToSarif', () => {
  const secret = 'Zebedee';
  const person = { index: 1, surname: secret, forename: secret, upn: secret, birthDate: secret };
  const findings: Finding[] = [
    {
      rule: 'PER-09',
      level: 'error',
      path: sexPath,
      line: 12,
      column: 7,
      person,
      items: ['Sex'],
      value: secret,
      message: 'm',
    },
    {
      rule: 'PER-11',
      level: 'query',
      path: '/Message',
      line: 1,
      column: 1,
      persons: [person],
      items: [],
      message: 'q',
    },
  ];

  it('has the place and the message of each, and no value of a person', () => {
    const log = findingsToSarif(findings, 'in folder/r é.xml', 2025, '1.0.0');
    const { results, invocations } = runOf(log);
    expect(results.map((one) => [one.ruleId, one.level, one.message.text])).toEqual([
      ['PER-09', 'error', 'm'],
      ['PER-11', 'warning', 'q'],
    ]);
    expect(results[0]?.locations[0]).toEqual({
      physicalLocation: {
        artifactLocation: { uri: 'in%20folder/r%20%C3%A9.xml' },
        region: { startLine: 12, startColumn: 7 },
      },
      logicalLocations: [{ fullyQualifiedName: sexPath, kind: 'element' }],
    });
    expect(invocations).toEqual([{ executionSuccessful: true }]);
    expect(sarifText(log)).not.toContain(secret);
  });

  it('gives an absolute path as a URI, and says how many findings are not listed', () => {
    const { results, invocations } = runOf(findingsToSarif(findings, resolve('/a/b c.xml'), null, '1.0.0', 7));
    expect(results[0]?.locations[0]?.physicalLocation?.artifactLocation.uri).toMatch(/^file:\/\/\/.*\/b%20c\.xml$/);
    expect(invocations[0]?.toolExecutionNotifications?.[0]?.message.text).toMatch(/^7 more findings/);
  });

  it('is held to a schema that refuses what is not so', () => {
    const log = findingsToSarif(findings, 'r.xml', 2025, '1.0.0');
    expect(isSarif({ ...log, version: '2.0.0' })).toBe(false);
    const [run] = log.runs;
    const results = run.results.map((one) => ({ ...one, level: 'query' }));
    expect(isSarif({ ...log, runs: [{ ...run, results }] })).toBe(false);
    expect(isSarif({ ...log, runs: [{ ...run, tool: {} }] })).toBe(false);
  });
});
