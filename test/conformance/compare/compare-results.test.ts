import fc from 'fast-check';
import {
  compareResults,
  type CaseChange,
  type Comparison,
  type YearKnowledge,
} from '../../../conformance/compare/index.js';
import { verdicts } from '../../../conformance/judge/index.js';
import { ResultsError } from '../../../conformance/report/index.js';
import { error } from '../tiny-suite.js';
import { result, sampleResults } from '../report/sample.js';
import { named, noKnowledge, suiteOf, withHeader } from './sample.js';

const ids = (list: readonly CaseChange[]): string[] => list.map((one) => one.id);

describe('two results of one suite', () => {
  const old = named('old', {
    'PER-01.a': 'match',
    'PER-01.b': 'missed',
    'PER-01.c': 'missed',
    'PER-02.d': 'match',
    'PER-02.e': 'unsupported',
    'PER-02.f': 'missed',
  });
  const current = named('new', {
    'PER-01.a': 'missed',
    'PER-01.b': 'match',
    'PER-01.c': 'wrong-code',
    'PER-02.d': 'could-not-run',
    'PER-02.e': 'match',
    'PER-02.f': 'missed',
  });

  it('are told by what became of each case', () => {
    const comparison = compareResults(old, current);
    expect(comparison).toMatchObject({ worse: true, same: 1, notices: [], year: null, onlyInOld: [], onlyInNew: [] });
    expect(comparison.new).toEqual([
      { id: 'PER-01.a', kind: 'broken', rule: 'PER-01', before: 'match', now: 'missed', why: 'it is missed' },
    ]);
    expect(ids(comparison.gone)).toEqual(['PER-01.b']);
    expect(ids(comparison.changed)).toEqual(['PER-01.c']);
    expect(ids(comparison.noLongerJudged)).toEqual(['PER-02.d']);
    expect(ids(comparison.nowJudged)).toEqual(['PER-02.e']);
  });

  it('are counted by rule, the worst first, with the figures of both', () => {
    const { rules } = compareResults(old, current);
    expect(
      rules.map(({ rule, before, now, ...counts }) => [rule, ...Object.values(counts), before?.caught, now?.caught]),
    )
      // new, gone, changed, no longer judged, now judged, caught before and now
      .toEqual([
        ['PER-01', 1, 1, 1, 0, 0, 1, 1],
        ['PER-02', 0, 0, 0, 1, 1, 1, 1],
      ]);
  });

  it('show a rule that is falsely raised in the cases of another', () => {
    const quiet = sampleResults([result('PER-01.a', 'PER-01', { verdict: 'false-alarm', falseAlarms: ['PER-07'] })]);
    const loud = sampleResults([result('PER-01.a', 'PER-01', { verdict: 'false-alarm', falseAlarms: ['PER-08'] })]);
    const { rules } = compareResults({ name: 'a', results: quiet }, { name: 'b', results: loud });
    expect(rules.map(({ rule, before, now }) => [rule, before?.falseAlarms, now?.falseAlarms])).toEqual([
      ['PER-07', 1, undefined],
      ['PER-08', undefined, 1],
    ]);
  });

  it('are no worse where all that changed is better', () => {
    expect(compareResults(named('a', { 'PER-01.a': 'missed' }), named('b', { 'PER-01.a': 'match' })).worse).toBe(false);
    expect(compareResults(old, old)).toMatchObject({ worse: false, same: 6, rules: [] });
  });

  it('miss a case that was judged and is not there any more, but none that never was', () => {
    const fewer = named('new', { 'PER-01.a': 'match' });
    const comparison = compareResults(old, fewer);
    expect(ids(comparison.noLongerJudged)).toEqual(['PER-01.b', 'PER-01.c', 'PER-02.d', 'PER-02.f']);
    expect(comparison.noLongerJudged[0]?.now).toBeNull();
    expect(ids(comparison.onlyInOld)).toEqual(['PER-01.b', 'PER-01.c', 'PER-02.d', 'PER-02.e', 'PER-02.f']);
    expect(comparison.worse).toBe(true);
  });

  it('are damaged where a case stands twice, or a footer counts something else', () => {
    const { results } = named('twice', { 'PER-01.a': 'match' });
    const twice = { name: 'twice', results: { ...results, cases: [...results.cases, ...results.cases] } };
    expect(() => compareResults(twice, current)).toThrow(new ResultsError('twice: the case PER-01.a stands twice'));
    const miscounted = {
      name: 'counts',
      results: { ...results, cases: named('x', { 'PER-01.a': 'missed' }).results.cases },
    };
    expect(() => compareResults(old, miscounted)).toThrow(
      new ResultsError('counts: 0 cases are match, but its footer counts 1'),
    );
  });
});

describe('the head', () => {
  const one = named('a', { 'PER-01.a': 'match' });
  const changed = (header: Parameters<typeof withHeader>[1]): readonly string[] =>
    compareResults(one, { name: 'b', results: withHeader(one.results, header) }, noKnowledge).notices;
  const { validator } = one.results.header;

  it('says what is not the same', () => {
    expect(changed({})).toEqual([]);
    expect(changed({ suite: { ...one.results.header.suite, digest: 'b'.repeat(64) } })).toEqual([
      expect.stringMatching(/^The suites of 2025 differ \(aaaaaaaaaaaa, seed tiny and bbbbbbbbbbbb/),
    ]);
    expect(changed({ suite: suiteOf(2026) })).toEqual([expect.stringMatching(/^The years differ, 2025 and 2026/)]);
    expect(changed({ validator: { ...validator, name: 'other' } })).toEqual([
      expect.stringMatching(/^The validators differ: cmd:check \{file\} and other/),
    ]);
    expect(changed({ validator: { ...validator, version: '2' } })).toEqual([
      'The versions of the validator differ: not told and 2.',
    ]);
    expect(changed({ adapter: 'c'.repeat(64) })).toEqual([
      expect.stringMatching(/^The adapters differ \(none and ccc/),
    ]);
    expect(changed({ validator: { ...validator, granularity: 'rule' } })).toEqual([
      'They are not judged at the same: path and rule.',
    ]);
    expect(changed({ kit: '9' })).toEqual(['They were judged by different versions of sen2kit: 0.0.0 and 9.']);
  });

  it('says first that results were cut short or stopped, and misses what these should have', () => {
    const two = named('a', { 'PER-01.a': 'match', 'PER-01.b': 'match' });
    const other = withHeader(one.results, { suite: suiteOf(2025) });
    const cut = compareResults(two, { name: 'b', results: { ...other, footer: null } });
    expect(cut.notices[0]).toBe('NEW was cut short after 1 cases: its run did not come to its end.');
    expect(ids(cut.noLongerJudged)).toEqual(['PER-01.b']);
    const whole = compareResults(two, { name: 'b', results: other });
    expect([whole.worse, ids(whole.onlyInOld)]).toEqual([false, ['PER-01.b']]);
    const footer = other.footer && { ...other.footer, stopped: 'enough' };
    const stopped = compareResults({ name: 'a', results: { ...other, footer } }, two);
    expect(stopped.notices[0]).toBe('OLD was stopped after 1 cases: enough.');
  });
});

describe('results of two years', () => {
  const knowledge: YearKnowledge = {
    exists: (id, _, year) => (id.endsWith('.2025') ? year === 2025 : id.endsWith('.2026') ? year === 2026 : true),
    answeredOtherwise: (asked) => new Map(asked.map((id) => [id, id.endsWith('.otherwise')])),
  };
  const header = (year: number): { suite: ReturnType<typeof suiteOf> } => ({ suite: suiteOf(year) });
  const compare = (
    before: Parameters<typeof named>[1],
    now: Parameters<typeof named>[1],
    known = knowledge,
  ): Comparison => compareResults(named('a', before, header(2025)), named('b', now, header(2026)), known);

  it('tell apart what is only in one year', () => {
    const comparison = compare(
      { 'PER-01.a': 'match', 'PER-08.x.2025': 'match' },
      { 'PER-01.a': 'missed', 'PER-09.y.2026': 'missed', 'PER-09.z.2026': 'match' },
    );
    expect(ids(comparison.new)).toEqual(['PER-01.a']);
    expect(comparison).toMatchObject({ onlyInOld: [], onlyInNew: [], noLongerJudged: [] });
    expect(comparison.year).toMatchObject({ from: 2025, to: 2026, failing: 1 });
    expect(comparison.year?.cases.map(({ id, because }) => [id, because])).toEqual([
      ['PER-08.x.2025', 'only-in-old-year'],
      ['PER-09.y.2026', 'only-in-new-year'],
      ['PER-09.z.2026', 'only-in-new-year'],
    ]);
    expect(comparison.rules.map(({ rule }) => rule)).toEqual(['PER-01']);
    expect(comparison.year?.differences?.length).toBeGreaterThan(5);
  });

  it('are worse where a case that only the newer year has fails', () => {
    expect(compare({}, { 'PER-09.y.2026': 'missed' }).worse).toBe(true);
    expect(compare({ 'PER-08.x.2025': 'match' }, { 'PER-09.y.2026': 'match' }).worse).toBe(false);
  });

  it('tell apart a case that must be answered otherwise, and only by what must be, not by what was taken', () => {
    const otherwise = (id: string, path: string): ReturnType<typeof result> =>
      result(id, 'PER-01', { expected: [error('PER-01', path)] });
    const results = (year: number, path: string): ReturnType<typeof sampleResults> =>
      withHeader(sampleResults(['PER-01.a.otherwise', 'PER-01.b'].map((id) => otherwise(id, path))), header(year));
    const [a, b] = [
      { name: 'a', results: results(2025, '/a') },
      { name: 'b', results: results(2026, '/b') },
    ];
    const told = compareResults(a, b, knowledge);
    expect(told.year?.cases.map(({ id, because }) => [id, because])).toEqual([
      ['PER-01.a.otherwise', 'expected-differs'],
    ]);
    expect(told.same).toBe(1);
    // Of cases that nothing is known of, there is only what the results say.
    expect(compareResults(a, b, noKnowledge).year?.cases).toHaveLength(2);
  });

  it('leave the years alone that are not known', () => {
    const comparison = compareResults(
      named('a', { 'PER-01.a': 'match' }, header(2019)),
      named('b', { 'PER-01.a': 'missed' }, header(2020)),
    );
    expect(comparison.year).toMatchObject({ differences: null, cases: [] });
    expect(ids(comparison.new)).toEqual(['PER-01.a']);
  });
});

describe('whatever the verdicts', () => {
  const someVerdicts = fc.dictionary(
    fc.integer({ min: 0, max: 15 }).map((n) => `PER-0${n % 3}.case-${n}${n % 4 === 0 ? '.2025' : ''}`),
    fc.constantFrom(...verdicts),
  );
  const knowledge: YearKnowledge = {
    exists: (id, _, year) => !id.endsWith('.2025') || year === 2025,
    answeredOtherwise: () => new Map(),
  };

  it('every case is told once, and only what is worse makes it worse', () => {
    fc.assert(
      fc.property(someVerdicts, someVerdicts, fc.constantFrom(2025, 2026), (before, now, year) => {
        const comparison = compareResults(
          named('a', before, { suite: suiteOf(2025) }),
          named('b', now, { suite: suiteOf(year) }),
          knowledge,
        );
        const { gone, changed, nowJudged, noLongerJudged, onlyInOld, onlyInNew, same, year: changes } = comparison;
        const both = (list: readonly CaseChange[]): number => list.filter((one) => one.before && one.now).length;
        const ofYear = changes?.cases ?? [];
        const inBoth = [comparison.new, gone, changed, nowJudged, noLongerJudged, ofYear].map(both);
        const names = new Set([...Object.keys(before), ...Object.keys(now)]);
        const onlyByYear = ofYear.length - both(ofYear);
        expect(inBoth.reduce((a, b) => a + b) + same + onlyInOld.length + onlyInNew.length + onlyByYear).toBe(
          names.size,
        );
        const failing = changes?.failing ?? 0;
        expect(comparison.worse).toBe(comparison.new.length + noLongerJudged.length + failing > 0);
        expect(comparison.rules.reduce((sum, rule) => sum + rule.new, 0)).toBe(comparison.new.length);
      }),
      { numRuns: 200 },
    );
  });
});
