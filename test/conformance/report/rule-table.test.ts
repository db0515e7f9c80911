import { ruleTable } from '../../../conformance/report/index.js';
import { result } from './sample.js';

const missed = { verdict: 'missed', reported: [] } as const;

describe('ruleTable', () => {
  it('counts by rule, worst first', () => {
    const rows = ruleTable([
      result('valid.plain', null, { kind: 'valid', verdict: 'false-alarm', falseAlarms: ['PER-11', 'X-1'] }),
      result('PER-09.a', 'PER-09'),
      result('PER-09.b', 'PER-09', missed),
      result('PER-09.c', 'PER-09', { kind: 'near-miss' }),
      result('PER-12.a', 'PER-12', { kind: 'structure', verdict: 'wrong-code', falseAlarms: ['PER-13'] }),
      result('PER-12.b', 'PER-12', { kind: 'structure' }),
      result('PER-13.a', 'PER-13', { verdict: 'could-not-run', reported: [] }),
      result('PER-13.b', 'PER-13', { verdict: 'unsupported', falseAlarms: [] }),
      result('PER-11.a', 'PER-11', { verdict: 'disputed' }),
      result('PER-10.a', 'PER-10', { verdict: 'wrong-level' }),
      result('PER-10.b', 'PER-10', missed),
    ]);
    // Judged: all but PER-13.a, PER-13.b and PER-11.a, so eight.
    expect(rows).toEqual([
      { rule: 'PER-10', caught: 0, missed: 2, falseAlarms: 0, rightlyQuiet: 6, notJudged: 0 },
      { rule: 'PER-09', caught: 1, missed: 1, falseAlarms: 0, rightlyQuiet: 6, notJudged: 0 },
      { rule: 'PER-12', caught: 1, missed: 1, falseAlarms: 0, rightlyQuiet: 6, notJudged: 0 },
      { rule: 'PER-11', caught: 0, missed: 0, falseAlarms: 1, rightlyQuiet: 7, notJudged: 1 },
      { rule: 'PER-13', caught: 0, missed: 0, falseAlarms: 1, rightlyQuiet: 7, notJudged: 2 },
      { rule: 'X-1', caught: 0, missed: 0, falseAlarms: 1, rightlyQuiet: 7, notJudged: 0 },
    ]);
  });

  it('does not count a rule as quiet in a case that it is expected beside another', () => {
    const expected = [...result('a', 'PER-09').expected, ...result('b', 'PER-12').expected];
    const rows = ruleTable([result('PER-09.a', 'PER-09', { expected }), result('PER-12.a', 'PER-12')]);
    expect(rows.find((row) => row.rule === 'PER-12')).toMatchObject({ caught: 1, rightlyQuiet: 0 });
    expect(rows.find((row) => row.rule === 'PER-09')).toMatchObject({ caught: 1, rightlyQuiet: 1 });
  });

  it('takes a match by a reading without the rule for no answer about the rule', () => {
    const rows = ruleTable([
      result('RET-05.all', 'RET-05', { expected: [], reported: [] }),
      result('RET-05.two', 'RET-05'),
    ]);
    expect(rows).toMatchObject([{ rule: 'RET-05', caught: 1, missed: 0, notJudged: 1 }]);
  });

  it('takes a case that is known not to run for one that was not judged', () => {
    const known = { owner: 'a', reason: 'b', until: '2027-01-01' };
    const rows = ruleTable([
      result('PER-13.a', 'PER-13', { verdict: 'known-failing', known: { ...known, verdict: 'could-not-run' } }),
      result('PER-13.b', 'PER-13', { verdict: 'known-failing', known: { ...known, verdict: 'missed' } }),
    ]);
    expect(rows).toMatchObject([{ rule: 'PER-13', caught: 0, missed: 1, notJudged: 1 }]);
  });
});
