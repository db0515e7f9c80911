import { isJudged, type Verdict } from '../judge/index.js';

/**
 * What a verdict says of the validator's answer: right, failing, or nothing. A known failure is a failure still, and one
 * that passes is right, whatever the list says: lists differ from run to run, and only answers are compared.
 */
export type Standing = 'right' | 'failing' | 'unjudged';

/** What a verdict says of the validator's answer. */
export function standingOf(verdict: Verdict): Standing {
  if (!isJudged(verdict)) return 'unjudged';
  return verdict === 'match' || verdict === 'unexpected-pass' ? 'right' : 'failing';
}

/** What became of a case. */
export type Change = 'same' | 'new' | 'gone' | 'changed' | 'no-longer-judged' | 'now-judged';

/**
 * What became of a case that both results have.
 *
 *  - `new`               failing now, and not failing before: it was right, or was not judged
 *  - `gone`              right now, and was failing
 *  - `no-longer-judged`  not judged now, and was
 *  - `now-judged`        right now, and was not judged
 *  - `changed`           another verdict of the same standing
 */
export function changeOf(before: Verdict, now: Verdict): Change {
  if (before === now) return 'same';
  const [was, is] = [standingOf(before), standingOf(now)];
  if (was === is) return 'changed';
  if (is === 'failing') return 'new';
  if (is === 'unjudged') return 'no-longer-judged';
  return was === 'failing' ? 'gone' : 'now-judged';
}
