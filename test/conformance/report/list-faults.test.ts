import {
  consoleReport,
  htmlReport,
  isGood,
  junitReport,
  markdownReport,
  sarifReport,
  sarifText,
  summarise,
  type Results,
} from '../../../conformance/report/index.js';
import { result, sampleResults } from './sample.js';

const whole = sampleResults([result('PER-09.a', 'PER-09', { questions: ['where'] })]);
const withFooter = (more: Partial<NonNullable<Results['footer']>>): Results => ({
  ...whole,
  footer: whole.footer && { ...whole.footer, ...more },
});
const fault = 'known failing: the entry X ended';
const failing = withFooter({ listFaults: [fault] });

/** Each report, and what of it says that all is well. */
const reports: [string, (results: Results) => string, RegExp | undefined][] = [
  ['console', (results) => consoleReport(summarise(results)), undefined],
  ['markdown', (results) => markdownReport(results), /✅/],
  ['html', (results) => htmlReport(results, null), /Conforms to the suite/],
  ['junit', junitReport, undefined],
  ['sarif', (results) => sarifText(sarifReport(results, null)), undefined],
];

describe.each(reports)('the %s report', (_name, report, good) => {
  it('says that a list of known cases is out of date, and is not green then', () => {
    expect(report(failing)).toContain(fault);
    expect(report(whole)).not.toContain(fault);
    if (!good) return;
    expect(report(whole)).toMatch(good);
    expect(report(failing)).not.toMatch(good);
  });
});

it('the JUnit report has a failure for it', () => {
  expect(junitReport(failing)).toContain('failures="1"');
  expect(junitReport(whole)).not.toContain('failures="1"');
});

it('results are good where nothing counts against the validator and the run came to its end', () => {
  expect(isGood(summarise(whole))).toBe(true);
  expect(isGood(summarise(failing))).toBe(false);
  expect(isGood(summarise({ ...whole, footer: null }))).toBe(false);
  expect(isGood(summarise(withFooter({ stopped: 'enough' })))).toBe(false);
  expect(isGood(summarise(sampleResults([result('a', null, { verdict: 'unsupported' })])))).toBe(false);
});

it.each(reports.slice(0, 3))('the %s report tells the open questions that cases hang on', (_name, report) => {
  expect(report(whole)).toContain('1 case that accepts every reading: where (1)');
});
