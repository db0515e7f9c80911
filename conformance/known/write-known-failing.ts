import { addDays } from '../../src/model/index.js';
import type { CaseResult } from '../report/index.js';
import type { Case } from '../suite/index.js';
import { knowableVerdicts, type KnownFailing } from './known-list.js';

/** How long a new entry counts, in days from the run: long enough to plan, too short to forget. */
const daysGiven = 90;

/**
 * A list of what failed in a run, for `--known-failing` of later ones: an entry a case, or one for all cases of a rule
 * where every one of them got the same verdict. What stood in an older list keeps its owner, reason and end.
 * @param cases every case of the suite, so that an entry for a rule takes in no case that was not put
 * @param today ccyy-mm-dd
 */
export function knownFailingOf(
  results: readonly CaseResult[],
  cases: readonly Case[],
  older: readonly KnownFailing[],
  today: string,
): readonly KnownFailing[] {
  const verdictOf = new Map(results.flatMap(failedWith));
  const byRule = new Map<string, Case[]>();
  for (const c of cases) if (c.rule !== null) byRule.set(c.rule, [...(byRule.get(c.rule) ?? []), c]);
  const told = new Set<string>();
  return results.flatMap(({ id, rule, why }) => {
    const verdict = verdictOf.get(id);
    if (verdict === undefined) return [];
    const alike = rule === null ? [] : (byRule.get(rule) ?? []);
    const isWholeRule = alike.length > 1 && alike.every((c) => verdictOf.get(c.id) === verdict);
    const select = isWholeRule && rule !== null ? rule : id;
    if (told.has(select)) return [];
    told.add(select);
    const before = older.find((entry) => entry.select === select && entry.verdict === verdict);
    return [
      before ?? { select, verdict, owner: 'nobody yet', reason: why ?? verdict, until: addDays(today, daysGiven) },
    ];
  });
}

/** The text of a list, as `--known-failing` reads it. */
export function knownFailingText(entries: readonly KnownFailing[]): string {
  return `${JSON.stringify({ format: 1, entries }, null, 2)}\n`;
}

function failedWith({ id, verdict, known }: CaseResult): readonly (readonly [string, KnownFailing['verdict']])[] {
  // What an older list explains has failed all the same.
  const got = verdict === 'known-failing' ? known?.verdict : verdict;
  return knowableVerdicts.filter((one) => one === got).map((one) => [id, one] as const);
}
