import { ruleById, rulesIn } from '../../src/rules/index.js';
import { bytesSource, validate, type Finding } from '../../src/validate/index.js';
import { isDiscrepancy, judge } from '../judge/index.js';
import { applyRegisterToAll, questionsOf, type BuiltCase } from '../suite/index.js';
import type { Adversary, Exam } from './adversary.js';
import { alteredAdversaries } from './alterations.js';
import { filterAdversaries } from './filters.js';
import { refusingAdversaries } from './refusals.js';

/** What became of the adversaries of one rule. */
export interface SelfCheckRow {
  readonly rule: string;
  readonly killed: number;
  /** Those that no case tells from the reference, though something could. */
  readonly survived: readonly Adversary[];
  /** Those that nothing can tell from the reference, and why. */
  readonly equivalent: readonly { readonly adversary: Adversary; readonly reason: string }[];
}

/** Every adversary of a rule in a collection year. */
export function adversariesOf(rule: string, year: number): readonly Adversary[] {
  return [...filterAdversaries(rule, year), ...refusingAdversaries(rule, year), ...alteredAdversaries(rule, year)];
}

const capabilities = { granularity: 'path', levels: true } as const;

/**
 * Puts the cases of a suite to every adversary: the suite is worth what it catches. An adversary is killed
 * by the first case whose verdict counts against it.
 * @param asTaken the cases as they were built, without the register of open questions; they are judged with it, as a
 * suite on disk is
 */
export function selfCheck(
  asTaken: readonly BuiltCase[],
  year: number,
  onProgress: (done: number, total: number) => void = () => undefined,
): readonly SelfCheckRow[] {
  const exam = makeExam(year);
  const built = applyRegisterToAll(asTaken);
  const taken = new Map(asTaken.map((one) => [one.case.id, one]));
  const byId = new Map(built.map((one) => [one.case.id, one]));
  const rules = rulesIn(year);
  return rules.map(({ id }, done) => {
    const own = built.filter((one) => one.case.rule === id);
    const parents = new Set(own.flatMap((one) => byId.get(one.case.parent ?? '') ?? []));
    const cases = [...own, ...parents];
    const survived: Adversary[] = [];
    const equivalent: { adversary: Adversary; reason: string }[] = [];
    let killed = 0;
    for (const adversary of adversariesOf(id, year)) {
      const known = adversary.asksFirst === true ? adversary.equivalence?.(cases, exam) : undefined;
      if (known === undefined && isKilled(adversary, cases, byId, exam)) {
        killed += 1;
        continue;
      }
      const reason = known ?? adversary.equivalence?.(cases, exam) ?? undecidable(adversary, cases, exam);
      if (reason === undefined && isKilled(adversary, related(id, built), byId, exam)) {
        killed += 1;
        continue;
      }
      const found =
        reason ?? adversary.lastResort?.(cases, exam) ?? openQuestionBehind(adversary, cases, taken, byId, exam);
      if (found === undefined) survived.push(adversary);
      else equivalent.push({ adversary, reason: found });
    }
    onProgress(done + 1, rules.length);
    return { rule: id, killed, survived, equivalent };
  });
}

/**
 * The open question for which no case may count against an adversary, though it would if the question were settled as
 * it is taken here: a careful validator may be just like it.
 */
function openQuestionBehind(
  adversary: Adversary,
  cases: readonly BuiltCase[],
  taken: ReadonlyMap<string, BuiltCase>,
  byId: ReadonlyMap<string, BuiltCase>,
  exam: Exam,
): string | undefined {
  const settled = cases.map((one) => taken.get(one.case.id) ?? one);
  const deciding = settled.find((one) => isKilled(adversary, [one], byId, exam));
  if (!deciding) return undefined;
  const note = cases.find((one) => one.case.id === deciding.case.id)?.expectation.note ?? null;
  const asked = questionsOf({ note });
  return `a careful validator may be just so while it is not known: open question ${asked.join(', ')}`;
}

/** Cases of other rules about the same items: the one of two rules that stays quiet can tell as much. */
function related(rule: string, built: readonly BuiltCase[]): readonly BuiltCase[] {
  const items = new Set(ruleById(rule)?.items);
  return built.filter(({ case: one }) => one.rule !== rule && items.has(one.mutation?.path.split('/').at(-1) ?? ''));
}

function makeExam(year: number): Exam {
  const found = new Map<string, readonly Finding[]>();
  const known = new Map<string, { readonly value: unknown }>();
  return {
    year,
    once: <T>(name: string, work: () => T): T => {
      let held = known.get(name);
      if (!held) known.set(name, (held = { value: work() }));
      return held.value as T;
    },
    findings: (one) => {
      let findings = found.get(one.case.id);
      if (!findings) found.set(one.case.id, (findings = validate(bytesSource(one.file), { year }).findings));
      return findings;
    },
  };
}

function isKilled(
  adversary: Adversary,
  cases: readonly BuiltCase[],
  byId: ReadonlyMap<string, BuiltCase>,
  exam: Exam,
): boolean {
  const answers = new Map<string, readonly Finding[]>();
  const answer = (one: BuiltCase): { kind: 'findings'; findings: readonly Finding[] } => {
    let findings = answers.get(one.case.id);
    if (!findings) answers.set(one.case.id, (findings = adversary.answer(one, exam)));
    return { kind: 'findings', findings };
  };
  return cases.some((one) => {
    const parent = byId.get(one.case.parent ?? '');
    const { verdict } = judge({
      case: one.case,
      expectation: one.expectation,
      answer: toReported(answer(one)),
      parentAnswer: parent ? toReported(answer(parent)) : null,
      parentExpectation: parent?.expectation ?? null,
      capabilities,
    });
    return isDiscrepancy(verdict);
  });
}

function toReported({ kind, findings }: { kind: 'findings'; findings: readonly Finding[] }) {
  return {
    kind,
    findings: findings.map(({ rule, level, path, person }) => ({
      rule,
      level,
      path,
      ...(person && { person: { index: person.index } }),
    })),
  };
}

/** Faults that a rule of its kind cannot show. */
function undecidable({ rule, operator }: Adversary, cases: readonly BuiltCase[], exam: Exam): string | undefined {
  const most = Math.max(0, ...cases.map((one) => exam.findings(one).filter((f) => f.rule === rule).length));
  if (operator === 'first-finding-only' && most <= 1 && isToldOnce(rule))
    return 'the rule is told at most once a return';
  return undefined;
}

/** Rules with no more than one finding in any return. */
function isToldOnce(rule: string): boolean {
  return /^(HDR-|FILE-0[1-4]|FILE-09|RET-0[456]|VAL-(CollectionDetails|Source)\.)/.test(rule);
}
