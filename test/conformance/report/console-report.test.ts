import { consoleReport, summarise, type CaseResult } from '../../../conformance/report/index.js';
import { result, sampleResults } from './sample.js';

const path = '/Message/Persons/Person[1]/UPN';
const cases: CaseResult[] = [
  result('valid.plain', null, { kind: 'valid' }),
  result('PER-09.a', 'PER-09'),
  result('PER-12.a', 'PER-12', { verdict: 'missed', reported: [], why: `PER-12 at ${path} was not reported` }),
  result('PER-13.a', 'PER-13', {
    verdict: 'wrong-code',
    reported: [{ rule: 'PER-12', path }, { rule: 'PER-11' }],
    parentReported: [{ rule: 'PER-11' }],
    falseAlarms: ['PER-12'],
  }),
  result('PER-18.a', 'PER-18', { verdict: 'could-not-run', reported: [], why: 'it ended with exit code 7' }),
];

describe('consoleReport', () => {
  it('tells a terminal nothing to do, whatever its results hold', () => {
    const bad = 'X\n\u001b[2J\u202e\u009b';
    const finding = { rule: bad, path: `/${bad}`, code: bad, message: bad };
    const failed = ['missed', 'could-not-run', 'wrong-level'] as const;
    const results = sampleResults([
      ...failed.map((verdict) => result(bad, bad, { verdict, reported: [finding, { message: bad }], why: bad })),
      result('FILE-01.a', 'FILE-01', { verdict: 'missed', reported: [{ message: bad }], falseAlarms: [bad] }),
    ]);
    const { header, footer } = results;
    if (!footer) throw new Error('no footer');
    const text = consoleReport(
      summarise({
        ...results,
        header: { ...header, validator: { ...header.validator, name: bad, title: bad, version: bad } },
        footer: { ...footer, stopped: bad, notes: [bad], listFaults: [bad] },
      }),
      { replay: { suite: bad, adapter: bad } },
    );
    expect(text).toContain('[2J');
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(text).not.toMatch(/^.?\[2J/m);
  });

  it('has the headline, the table by rule and the cases that failed', () => {
    expect(consoleReport(summarise(sampleResults(cases)))).toBe(`Validator  cmd:check {file}, judged at path
Suite      2025, seed tiny, aaaaaaaaaaaa
Cases      5, 4 judged: 2 match, 1 missed, 1 wrong-code, 1 could-not-run
Faults     1 of 3 caught, 1 false alarm

Rule    caught  missed  false alarms  rightly quiet  not judged
PER-12       0       1             1              2           0
PER-13       0       1             0              3           0
PER-09       1       0             0              3           0
PER-18       0       0             0              4           1

Cases that failed
  missed        PER-12.a
      expected PER-12 at ${path}
      reported nothing
      sen2kit replay PER-12.a --suite SUITE --validator 'cmd:check {file}'
  wrong-code    PER-13.a
      expected PER-13 at ${path}
      reported PER-12 at ${path}, PER-11 (1 of them on its parent too, so set aside)
      sen2kit replay PER-13.a --suite SUITE --validator 'cmd:check {file}'
  could-not-run PER-18.a
      it ended with exit code 7
      sen2kit replay PER-18.a --suite SUITE --validator 'cmd:check {file}'
`);
  });

  it('caps the table and the list, and says how many more there are', () => {
    const many = Array.from({ length: 60 }, (_, n) => {
      const rule = `PER-${String(n).padStart(2, '0')}`;
      return n < 30 ? result(`${rule}.a`, rule, { verdict: 'missed', reported: [] }) : result(`${rule}.a`, rule);
    });
    const summary = summarise(sampleResults(many), 25);
    const few = consoleReport(summary, { maxRules: 10, maxFailures: 5 });
    expect(few).toContain(
      '\nand 50 more rules (20 never raised, 30 with nothing missed and no false alarm); --all-rules lists them\n',
    );
    expect(few).toMatch(/PER-04\.a\n.*\n.*\n.*\nand 25 more\n$/);
    const fine = consoleReport(summary, { maxRules: 40 });
    expect(fine).toContain('\nand 20 more rules (20 with nothing missed and no false alarm); --all-rules lists them\n');
    const all = consoleReport(summary, { maxRules: Infinity, maxFailures: Infinity });
    expect(all).not.toContain('more rules');
    expect(all).toMatch(/and 5 more\n$/);
  });

  it('names the folder of the suite and the adapter in the commands, and passes notes on', () => {
    const whole = sampleResults(cases);
    const footer = whole.footer && { ...whole.footer, notes: ['two cases are flaky'] };
    const text = consoleReport(summarise({ ...whole, footer }), { replay: { suite: 'my suite', adapter: 'a.json' } });
    expect(text).toContain(
      "\n      sen2kit replay PER-12.a --suite 'my suite' --validator 'cmd:check {file}' --adapter a.json\n",
    );
    expect(text).toContain('\ntwo cases are flaky\n');
  });

  it('says that results were cut short, that a run was stopped and that nothing could be judged', () => {
    const whole = sampleResults(cases);
    expect(consoleReport(summarise({ ...whole, footer: null }))).toContain('These results were cut short');
    const footer = whole.footer && { ...whole.footer, stopped: 'first fault' };
    expect(consoleReport(summarise({ ...whole, footer }))).toContain('The run was stopped: first fault.');
    const none = sampleResults([result('PER-18.a', 'PER-18', { verdict: 'could-not-run', why: 'no' })]);
    expect(consoleReport(summarise(none))).toContain('No case could be judged.');
    expect(consoleReport(summarise(whole))).not.toMatch(/cut short|stopped|No case/);
  });
});
