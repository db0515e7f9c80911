import { noVerdicts, verdicts, type Verdict } from '../../../conformance/judge/index.js';
import { exitCode } from '../../../conformance/report/index.js';

const code = (...given: Verdict[]): number => {
  const counts = noVerdicts();
  for (const verdict of given) counts[verdict] += 1;
  return exitCode(counts);
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

  it('is never a count', () => {
    expect(exitCode({ ...noVerdicts(), missed: 256 })).toBe(1);
  });
});
