/** Every verdict a case can get. The last two come only with a list of known failures. */
export const verdicts = [
  'match',
  'missed',
  'false-alarm',
  'wrong-code',
  'wrong-place',
  'wrong-level',
  'unsupported',
  'disputed',
  'could-not-run',
  'known-failing',
  'unexpected-pass',
] as const;

export type Verdict = (typeof verdicts)[number];

/** Number of cases by verdict, each verdict there. */
export type VerdictCounts = Readonly<Record<Verdict, number>>;

/** Verdicts that say nothing about whether the validator is right. */
const unjudged: ReadonlySet<Verdict> = new Set<Verdict>(['unsupported', 'disputed', 'could-not-run']);

/** Verdicts that do not count against a validator. */
const harmless: ReadonlySet<Verdict> = new Set<Verdict>(['match', 'unsupported', 'disputed', 'known-failing']);

/** Whether the verdict says something about the validator's answer: all but unsupported, disputed and could-not-run. */
export function isJudged(verdict: Verdict): boolean {
  return !unjudged.has(verdict);
}

/** Whether the verdict counts against the validator. That it could not be run does. */
export function isDiscrepancy(verdict: Verdict): boolean {
  return !harmless.has(verdict);
}

/** Counts of 0 for every verdict, to add to. */
export function noVerdicts(): Record<Verdict, number> {
  return {
    match: 0,
    missed: 0,
    'false-alarm': 0,
    'wrong-code': 0,
    'wrong-place': 0,
    'wrong-level': 0,
    unsupported: 0,
    disputed: 0,
    'could-not-run': 0,
    'known-failing': 0,
    'unexpected-pass': 0,
  };
}
