import type { Answer, ReportedFinding } from '../judge/index.js';
import type { ExpectedFinding } from '../suite/index.js';
import type { Probe } from './probe-cases.js';

/** What a validator said of a probe that it had not said of its parent. */
export interface Observation {
  readonly rule: string;
  readonly expected: readonly ExpectedFinding[];
  /** Under its own codes. */
  readonly own: readonly ReportedFinding[];
}

/** Every probe that was answered, with its parent, and how many were not. */
export interface Observations {
  readonly answered: readonly Observation[];
  readonly unanswered: number;
  /** Why the first of those was not; undefined where all were. */
  readonly firstWhy: string | undefined;
}

/** Holds the answers on the probes against those on their parents. @param answers by case id */
export function observe(probes: readonly Probe[], answers: ReadonlyMap<string, Answer>): Observations {
  const answered: Observation[] = [];
  let firstWhy: string | undefined;
  for (const { rule, built, parent } of probes) {
    const answer = answers.get(built.case.id);
    const onParent = parent ? answers.get(parent.case.id) : undefined;
    const lacking = [answer, ...(parent ? [onParent] : [])].find((one) => one?.kind !== 'findings');
    if (answer?.kind !== 'findings') {
      firstWhy ??= lacking && 'why' in lacking ? lacking.why : 'it was not put';
      continue;
    }
    if (parent && onParent?.kind !== 'findings') {
      firstWhy ??= lacking && 'why' in lacking ? lacking.why : 'its parent was not put';
      continue;
    }
    const before = onParent?.kind === 'findings' ? onParent.findings : [];
    answered.push({ rule, expected: built.expectation.findings, own: without(answer.findings, before) });
  }
  return { answered, unanswered: probes.length - answered.length, firstWhy };
}

/** The code that a finding stands under. */
export function codeOf({ code, rule }: ReportedFinding): string {
  return code ?? rule ?? '';
}

/** What is told more often than before, at the same place where it has one. */
function without(findings: readonly ReportedFinding[], before: readonly ReportedFinding[]): readonly ReportedFinding[] {
  const keyOf = (one: ReportedFinding): string => JSON.stringify([codeOf(one), one.path, one.person, one.anyItemOf]);
  const left = new Map<string, number>();
  for (const one of before) left.set(keyOf(one), (left.get(keyOf(one)) ?? 0) + 1);
  return findings.filter((one) => {
    const count = left.get(keyOf(one)) ?? 0;
    left.set(keyOf(one), count - 1);
    return count <= 0;
  });
}
