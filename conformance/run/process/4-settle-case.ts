import { isDiscrepancy } from '../../judge/index.js';
import type { KnownCases } from '../../known/index.js';
import type { CaseResult } from '../../report/index.js';
import type { Case } from '../../suite/index.js';

/**
 * Puts a case that is known to be flaky again as long as its result counts against the validator and it has attempts
 * left, and settles what is known to fail.
 * @param attempt puts and judges the case; from the second time on anew
 */
export async function settleCase(
  c: Case,
  known: KnownCases | undefined,
  attempt: (isAgain: boolean) => Promise<CaseResult>,
): Promise<CaseResult> {
  const most = known?.attempts(c) ?? 1;
  let result = await attempt(false);
  for (let attempts = 2; attempts <= most && isDiscrepancy(result.verdict); attempts++) {
    result = { ...(await attempt(true)), attempts };
  }
  return known ? known.settle(result, c.file) : result;
}
