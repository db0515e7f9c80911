import { changeOf, standingOf, type Change } from '../../../conformance/compare/index.js';
import { isJudged, verdicts, type Verdict } from '../../../conformance/judge/index.js';

describe('what became of a case', () => {
  it.each<[Verdict, Verdict, Change]>([
    ['match', 'match', 'same'],
    ['missed', 'missed', 'same'],
    ['match', 'missed', 'new'],
    ['match', 'known-failing', 'new'],
    ['could-not-run', 'wrong-place', 'new'],
    ['unexpected-pass', 'missed', 'new'],
    ['missed', 'match', 'gone'],
    ['known-failing', 'unexpected-pass', 'gone'],
    ['missed', 'wrong-code', 'changed'],
    ['missed', 'known-failing', 'changed'],
    ['match', 'unexpected-pass', 'changed'],
    ['unsupported', 'could-not-run', 'changed'],
    ['missed', 'could-not-run', 'no-longer-judged'],
    ['match', 'unsupported', 'no-longer-judged'],
    ['match', 'disputed', 'no-longer-judged'],
    ['unsupported', 'match', 'now-judged'],
  ])('%s, then %s: %s', (before, now, change) => {
    expect(changeOf(before, now)).toBe(change);
  });

  it('is never gone where it was not judged now, and is unjudged just where nothing was judged', () => {
    for (const now of verdicts) {
      expect([now, standingOf(now) === 'unjudged']).toEqual([now, !isJudged(now)]);
      for (const before of verdicts) if (!isJudged(now)) expect(changeOf(before, now)).not.toBe('gone');
    }
  });
});
