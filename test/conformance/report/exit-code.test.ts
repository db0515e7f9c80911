import { isJudged, noVerdicts, verdicts, type Verdict } from '../../../conformance/judge/index.js';
import { exitCode } from '../../../conformance/report/index.js';

const code = (...given: Verdict[]): number => {
  const counts = noVerdicts();
  for (const verdict of given) counts[verdict] += 1;
  return exitCode(counts, { judged: given.filter(isJudged).length });
};

describe('exitCode', () => {
  it('is 0 where all that was judged matches', () => {
    expect(code('match')).toBe(0);
    expect(code('match', 'unsupported', 'disputed', 'known-failing')).toBe(0);
  });

  it('is 1 for anything that counts against the validator', () => {
    const harmless = new Set<Verdict>(['match', 'unsupported', 'disputed', 'known-failing']);
    for (const verdict of verdicts)
      expect([verdict, code('match', verdict)]).toEqual([verdict, harmless.has(verdict) ? 0 : 1]);
  });

  it('is 3 where no case could be judged', () => {
    expect(code()).toBe(3);
    expect(code('could-not-run', 'unsupported', 'disputed')).toBe(3);
  });

  it('is 1 where a list of known cases is out of date', () => {
    expect(exitCode({ ...noVerdicts(), match: 1 }, { judged: 1, listFaults: ['it ended'] })).toBe(1);
  });

  it('is 3 where all that is known to fail could not be run', () => {
    expect(exitCode({ ...noVerdicts(), 'known-failing': 5 }, { judged: 0 })).toBe(3);
  });

  it('is never a count', () => {
    expect(exitCode({ ...noVerdicts(), missed: 256 }, { judged: 256 })).toBe(1);
  });
});
