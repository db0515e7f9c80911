import { htmlReport, type CaseResult, type Results } from '../../../../conformance/report/index.js';
import { readSuite, type Suite } from '../../../../conformance/suite/index.js';
import { rulesIn } from '../../../../src/rules/index.js';
import { error, sexPath, writeSuite, type TinyCase } from '../../tiny-suite.js';
import { hostile } from '../markup.js';
import { result, sampleResults } from '../sample.js';

const person = (no: number, sex: string): string =>
  `    <Person>\n      <Surname>Number ${no}</Surname>\n${sex}      <UPN>A${no}</UPN>\n    </Person>\n`;

/** A file of twelve persons, the first of which is given. */
export function fileOf(first: string): string {
  const others = Array.from({ length: 11 }, (_, n) => person(n + 2, '      <Sex>M</Sex>\n')).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Message>\n  <Persons>\n${first}${others}  </Persons>\n</Message>\n`;
}

const plain = fileOf(person(1, '      <Sex>F</Sex>\n'));

/** A suite with cases that have something to look at, one of them hostile. */
export const cases: readonly TinyCase[] = [
  { id: 'valid.plain', kind: 'valid', text: plain },
  {
    id: 'PER-09.wrong',
    rule: 'PER-09',
    parent: 'valid.plain',
    text: fileOf(person(1, '      <Sex>X</Sex>\n')),
    findings: [error('PER-09', sexPath)],
    status: 'queried',
    alternatives: [[error('VAL-Person.Sex', sexPath)], []],
    path: sexPath,
  },
  {
    id: 'PER-09.absent',
    rule: 'PER-09',
    parent: 'valid.plain',
    text: fileOf(person(1, '')),
    findings: [error('PER-09', sexPath)],
    path: sexPath,
  },
  {
    id: `PER-12.${hostile}`,
    rule: 'PER-12',
    parent: 'valid.plain',
    text: `<Message>${'x'.repeat(2000)}</Message>`,
    path: hostile,
  },
];

/** Reads the sample suite into memory; its folder is made anew. */
export function sampleSuite(): Promise<Suite> {
  return readSuite(writeSuite(cases));
}

/** What came of the sample suite: two of the cases failed. */
export const sampleCases: readonly CaseResult[] = [
  result('valid.plain', null, { kind: 'valid' }),
  result('PER-09.wrong', 'PER-09', { expected: [error('PER-09', sexPath)] }),
  result('PER-09.absent', 'PER-09', {
    expected: [error('PER-09', sexPath)],
    verdict: 'wrong-code',
    reported: Array.from({ length: 60 }, (_, n) => ({ rule: 'PER-10', path: `/Message/Persons/Person[${n + 1}]` })),
    reportedCount: 1234,
    falseAlarms: ['PER-10'],
    why: 'PER-10 was reported in place of PER-09',
  }),
  result(`PER-12.${hostile}`, 'PER-12', {
    verdict: 'could-not-run',
    reported: [{ rule: hostile, message: hostile, path: hostile, level: hostile }],
    falseAlarms: [hostile],
    why: hostile,
  }),
];

/** Results of many cases over the rules of 2025, each with ten findings. */
export function manyResults(count: number): Results {
  const rules = rulesIn(2025).map((rule) => rule.id);
  const verdicts = ['match', 'missed', 'match', 'false-alarm', 'match'] as const;
  return sampleResults(
    Array.from({ length: count }, (_, n) => {
      const rule = rules[n % rules.length] ?? '';
      const verdict = verdicts[n % verdicts.length] ?? 'match';
      const path = `/Message/Persons/Person[${n + 1}]/Requests[1]/ReceivedDate`;
      const reported = Array.from({ length: 10 }, (_, at) => ({
        rule,
        level: 'error',
        path,
        person: n + 1,
        message: `finding ${at}`,
      }));
      return result(`${rule}.case-${n}`, rule, { verdict, reported, why: verdict === 'match' ? null : 'so it is' });
    }),
  );
}

/** The report of the sample suite. */
export async function samplePage(more: Partial<Results> = {}): Promise<string> {
  return htmlReport({ ...sampleResults(sampleCases), ...more }, await sampleSuite(), { suite: 'my suite' });
}
