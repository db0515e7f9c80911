import { codeOf, type Observation } from './observe.js';

/** A code and a rule it stands for. */
export interface CodeForRule {
  readonly rule: string;
  /** The share of the rule's cases in which the code came, above 0 and at most 1. */
  readonly share: number;
}

/** What was learned of a validator's codes. */
export interface LearnedCodes {
  /** By code, in the order of the codes, the rules it stands for, the surest first. */
  readonly codes: ReadonlyMap<string, readonly CodeForRule[]>;
  /** Codes that come with nearly every fault, such as "the file has errors", and so say nothing. */
  readonly summary: readonly string[];
  /** Codes that came, but with no rule often enough. */
  readonly unclear: readonly string[];
  /** Rules with cases, none of which brought a code that could be told from chance. */
  readonly unmapped: readonly string[];
}

/** A code stands for a rule that brings it in at least this share of its cases, */
const oftenEnough = 0.5;
/** or of which at least this share of all that it comes with are cases. */
const ownEnough = 0.5;
/** A code that comes with more than this share of all rules says no more than that something is wrong. */
const tooMany = 0.5;

/**
 * Decides which codes mean which rules, from what each came with. A code that comes with some cases of a rule and hardly
 * any of others is one of several that the rule has; one that comes with most cases of several rules stands for them all.
 */
export function learnCodes(observations: readonly Observation[]): LearnedCodes {
  const casesOf = new Map<string, number>();
  const hits = new Map<string, Map<string, number>>();
  for (const { rule, own } of observations) {
    casesOf.set(rule, (casesOf.get(rule) ?? 0) + 1);
    for (const code of new Set(own.map(codeOf))) {
      const byRule = hits.get(code) ?? new Map<string, number>();
      hits.set(code, byRule);
      byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
    }
  }

  const codes = new Map<string, readonly CodeForRule[]>();
  const summary: string[] = [];
  const unclear: string[] = [];
  for (const [code, byRule] of [...hits].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const total = [...byRule.values()].reduce((sum, count) => sum + count, 0);
    const rules = [...byRule]
      .filter(([rule, count]) => count / (casesOf.get(rule) ?? 1) >= oftenEnough || count / total >= ownEnough)
      .map(([rule, count]) => ({ rule, share: count / (casesOf.get(rule) ?? 1) }))
      .sort((a, b) => b.share - a.share || (a.rule < b.rule ? -1 : 1));
    if (rules.length > 2 && rules.length > tooMany * casesOf.size) summary.push(code);
    else if (rules.length === 0) unclear.push(code);
    else codes.set(code, rules);
  }
  const mapped = new Set([...codes.values()].flat().map(({ rule }) => rule));
  return { codes, summary, unclear, unmapped: [...casesOf.keys()].filter((rule) => !mapped.has(rule)) };
}
