import type { CaseResult } from '../report/index.js';
import { caseSelector, type Case } from '../suite/index.js';
import type { KnownEntry, KnownFailing, KnownFlaky } from './known-list.js';

/** What is known of the cases of a suite before it is run. */
export interface KnownCases {
  /** A result as it counts: a known failure as such, and one that is gone as an unexpected pass. */
  settle(result: CaseResult, file: string): CaseResult;
  /** How often a case may be put at most; 1 where it is not known to be flaky. */
  attempts(c: Case): number;
  /** What is wrong with the lists themselves, a line each: entries that have ended or that no case of the suite fits. */
  readonly faults: readonly string[];
}

/**
 * Holds lists of known failures and flaky cases against the cases of a suite. An entry that has ended no longer counts.
 * @param cases every case of the suite, chosen or not
 * @param today ccyy-mm-dd
 */
export function knownCases(
  failing: readonly KnownFailing[],
  flaky: readonly KnownFlaky[],
  cases: readonly Case[],
  today: string,
): KnownCases {
  const current = <E extends KnownEntry>(list: readonly E[]): readonly (E & { fits: Fits })[] =>
    list.filter(({ until }) => until >= today).map((entry) => ({ ...entry, fits: caseSelector([entry.select]) }));
  const [failures, unsteady] = [current(failing), current(flaky)];
  return {
    settle: (result, file) => {
      const fitting = failures.filter(({ fits }) => fits({ ...result, file }));
      const entry = fitting.find(({ verdict }) => verdict === result.verdict) ?? fitting[0];
      if (!entry) return result;
      const { owner, reason, until } = entry;
      const known = { owner, reason, until, verdict: result.verdict };
      if (result.verdict === entry.verdict) return { ...result, verdict: 'known-failing', known };
      if (result.verdict !== 'match') return result;
      const why = `it passes, but is listed as known to be ${entry.verdict}; take it off the list`;
      return { ...result, verdict: 'unexpected-pass', why, known };
    },
    attempts: (c) => unsteady.find(({ fits }) => fits(c))?.attempts ?? 1,
    faults: [...faultsOf('known failing', failing, cases, today), ...faultsOf('known flaky', flaky, cases, today)],
  };
}

type Fits = ReturnType<typeof caseSelector>;

function faultsOf(list: string, entries: readonly KnownEntry[], cases: readonly Case[], today: string): string[] {
  return entries.flatMap(({ select, owner, until }) => {
    const entry = `${list}: the entry ${select} (${owner})`;
    if (until < today) return [`${entry} ended on ${until}; see to it, or give it a new end with a reason`];
    return cases.some(caseSelector([select])) ? [] : [`${entry} fits no case of the suite; take it off the list`];
  });
}
