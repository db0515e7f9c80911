import { isDiscrepancy, verdicts, type VerdictCounts } from '../judge/index.js';

/**
 * The exit code of a run: 0 where all that was judged is as expected, 1 where anything counts against the validator
 * (that it could not be run for some cases does) or is wrong with the lists of known cases, 3 where no case could be
 * judged. Never a count.
 */
export function exitCode(
  counts: VerdictCounts,
  { listFaults = [], judged }: { readonly listFaults?: readonly string[]; readonly judged: number },
): 0 | 1 | 3 {
  const some = (test: (verdict: (typeof verdicts)[number]) => boolean): boolean =>
    verdicts.some((verdict) => test(verdict) && counts[verdict] > 0);
  if (judged === 0) return 3;
  return some(isDiscrepancy) || listFaults.length > 0 ? 1 : 0;
}
