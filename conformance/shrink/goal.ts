import type { Answer, Difference, ReportedFinding } from '../judge/index.js';

/** What a smaller return must still show. */
export type Goal =
  /** The validator reports a rule, or a code of its own. */
  | { readonly kind: 'reports'; readonly rule: string }
  /** The validator lacks findings of a rule that the reference validator has, or has some that it lacks. */
  | { readonly kind: 'missed' | 'raised'; readonly rule: string }
  /** The validator gives no answer. */
  | { readonly kind: 'fails' };

/** The goal in words that follow "still shows that". */
export function goalInWords(goal: Goal): string {
  switch (goal.kind) {
    case 'reports':
      return `the validator reports ${goal.rule}`;
    case 'missed':
      return `the validator misses ${goal.rule}, which the reference validator reports`;
    case 'raised':
      return `the validator raises ${goal.rule}, which the reference validator does not report there`;
    case 'fails':
      return 'the validator gives no answer';
  }
}

/** Whether a validator reported a rule: by its id, by any that its code stands for, or by the code itself. */
export function reportsRule(findings: readonly ReportedFinding[], rule: string): boolean {
  return findings.some((one) => one.rule === rule || one.code === rule || one.anyRuleOf?.includes(rule) === true);
}

/** Every rule and code that a validator reported, each once, in order. */
export function rulesReported(findings: readonly ReportedFinding[]): readonly string[] {
  return [...new Set(findings.map(({ rule, code }) => rule ?? code ?? ''))].filter((rule) => rule !== '').sort();
}

/** The kinds of disagreement that an answer shows, the gravest first. */
export function disagreements(answer: Answer, difference: Difference | undefined): readonly Goal[] {
  if (answer.kind === 'could-not-run') return [{ kind: 'fails' }];
  return [
    ...(difference?.missed ?? []).map((rule): Goal => ({ kind: 'missed', rule })),
    ...(difference?.raised ?? []).map((rule): Goal => ({ kind: 'raised', rule })),
  ];
}

export function isSameGoal(a: Goal, b: Goal): boolean {
  return a.kind === b.kind && (a.kind === 'fails' || b.kind === 'fails' || a.rule === b.rule);
}
