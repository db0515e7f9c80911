import { wasJudged, type CaseResult } from './results.js';

/** What became of one rule. */
export interface RuleRow {
  readonly rule: string;
  /** Broken and structure cases of the rule that match, be it unexpectedly, and in which the rule was to be reported. */
  readonly caught: number;
  /** Broken and structure cases of the rule that were judged and are no match, whatever the reason. */
  readonly missed: number;
  /** Judged cases in which the rule was reported where nothing of the kind is expected. */
  readonly falseAlarms: number;
  /** Judged cases in which the rule was neither expected nor reported. */
  readonly rightlyQuiet: number;
  /** Broken and structure cases of the rule that were not judged, or match by a reading in which it does not fire. */
  readonly notJudged: number;
}

/** Adds results up by rule, keeping no more than counts. */
export interface RuleTally {
  add(result: CaseResult): void;
  /** Worst first: most missed, then most false alarms, then by id. */
  rows(): RuleRow[];
}

interface Counts {
  caught: number;
  missed: number;
  falseAlarms: number;
  /** Judged cases in which the rule was expected or raised a false alarm. */
  spoken: number;
  notJudged: number;
}

/** A tally with nothing in it yet. */
export function ruleTally(): RuleTally {
  const byRule = new Map<string, Counts>();
  let judged = 0;
  const of = (rule: string): Counts => {
    let counts = byRule.get(rule);
    if (!counts) {
      counts = { caught: 0, missed: 0, falseAlarms: 0, spoken: 0, notJudged: 0 };
      byRule.set(rule, counts);
    }
    return counts;
  };
  return {
    add: (result) => {
      const aims = result.kind === 'broken' || result.kind === 'structure';
      const own = result.rule === null ? undefined : of(result.rule);
      if (!wasJudged(result)) {
        if (aims && own) own.notJudged += 1;
        return;
      }
      judged += 1;
      if (aims && own) own[standingOf(result)] += 1;
      for (const rule of result.falseAlarms) of(rule).falseAlarms += 1;
      const spoken = new Set([...result.falseAlarms, ...result.expected.map((finding) => finding.rule)]);
      for (const rule of spoken) of(rule).spoken += 1;
    },
    rows: () =>
      [...byRule]
        .map(([rule, { spoken, ...counts }]) => ({ rule, ...counts, rightlyQuiet: judged - spoken }))
        .sort((a, b) => b.missed - a.missed || b.falseAlarms - a.falseAlarms || (a.rule < b.rule ? -1 : 1)),
  };
}

/**
 * What a case says of its rule. Where it was answered as another reading of an open question answers it, without the
 * rule, it is right and says nothing of the rule: a validator that never reports it would answer so too.
 */
function standingOf({ verdict, rule, expected }: CaseResult): 'caught' | 'missed' | 'notJudged' {
  // One that was to fail and passes has caught its rule; that its entry has to go is another matter.
  if (verdict === 'unexpected-pass') return 'caught';
  if (verdict !== 'match') return 'missed';
  return expected.some((finding) => finding.rule === rule) ? 'caught' : 'notJudged';
}

/** The table by rule of a list of results. */
export function ruleTable(results: Iterable<CaseResult>): RuleRow[] {
  const tally = ruleTally();
  for (const result of results) tally.add(result);
  return tally.rows();
}
