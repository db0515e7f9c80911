import type { RuleRow } from '../report/index.js';
import type { CaseChange, Comparison, RuleChange } from './comparison.js';

/** The lists of cases that are counted by rule. */
export type ChangeLists = Pick<Comparison, 'new' | 'gone' | 'changed' | 'noLongerJudged' | 'nowJudged'>;

const counted = ['new', 'gone', 'changed', 'noLongerJudged', 'nowJudged'] as const;

/**
 * How much changed in each rule: those with a case in any of the lists, and those whose figures differ, as by a rule
 * that is falsely raised in the cases of another. Worst first: most new, then most no longer judged, then by id.
 */
export function ruleChanges(
  lists: ChangeLists,
  before: readonly RuleRow[],
  now: readonly RuleRow[],
): readonly RuleChange[] {
  const rows = { before: byRule(before), now: byRule(now) };
  const rules = new Set<string | null>([
    ...counted.flatMap((name) => lists[name].map((one) => one.rule)),
    ...[...rows.before.keys(), ...rows.now.keys()].filter((rule) =>
      figuresDiffer(rows.before.get(rule), rows.now.get(rule)),
    ),
  ]);
  const countOf = (list: readonly CaseChange[], rule: string | null): number =>
    list.filter((one) => one.rule === rule).length;
  return [...rules]
    .map((rule) => ({
      rule,
      new: countOf(lists.new, rule),
      gone: countOf(lists.gone, rule),
      changed: countOf(lists.changed, rule),
      noLongerJudged: countOf(lists.noLongerJudged, rule),
      nowJudged: countOf(lists.nowJudged, rule),
      before: (rule === null ? undefined : rows.before.get(rule)) ?? null,
      now: (rule === null ? undefined : rows.now.get(rule)) ?? null,
    }))
    .sort((a, b) => b.new - a.new || b.noLongerJudged - a.noLongerJudged || ((a.rule ?? '') < (b.rule ?? '') ? -1 : 1));
}

function byRule(rows: readonly RuleRow[]): ReadonlyMap<string, RuleRow> {
  return new Map(rows.map((row) => [row.rule, row]));
}

/** How often a rule was rightly quiet says more about the number of cases than about the rule. */
function figuresDiffer(before: RuleRow | undefined, now: RuleRow | undefined): boolean {
  return (['caught', 'missed', 'falseAlarms', 'notJudged'] as const).some(
    (figure) => (before?.[figure] ?? 0) !== (now?.[figure] ?? 0),
  );
}
