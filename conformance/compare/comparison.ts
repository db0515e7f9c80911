import type { Granularity, Verdict } from '../judge/index.js';
import type { RuleRow } from '../report/index.js';
import type { CaseKind } from '../suite/index.js';
import type { Difference } from '../../src/rules/index.js';

/** One of the two results, as far as a reader must know it. */
export interface Side {
  readonly suite: { readonly digest: string; readonly year: number; readonly seed: string; readonly kit: string };
  readonly validator: {
    readonly kind: string;
    readonly name: string;
    readonly version: string | null;
    readonly granularity: Granularity;
    readonly levels: boolean;
  };
  readonly adapter: string | null;
  /** Version of the kit that judged. */
  readonly kit: string;
  /** ISO 8601, UTC. */
  readonly started: string;
  /** Null where the results were cut short. */
  readonly ended: string | null;
  /** Why not every selected case was put; null where every one was, or it is not known. */
  readonly stopped: string | null;
  readonly cases: number;
}

/** A case, with its verdict in each of the results; null where it is not in them. */
export interface CaseChange {
  readonly id: string;
  readonly kind: CaseKind;
  readonly rule: string | null;
  readonly before: Verdict | null;
  readonly now: Verdict | null;
  /** Why the verdict is what it is, in the newer of the results that have the case; null for a match. */
  readonly why: string | null;
}

/** A case that cannot be held against its like of another year, since the rules of the year changed. */
export interface YearCase extends CaseChange {
  readonly because: 'only-in-old-year' | 'only-in-new-year' | 'expected-differs';
}

/** What the rules of two collection years have to do with the difference of results. */
export interface YearChanges {
  readonly from: number;
  readonly to: number;
  /** What changed in the model: items, codes, order, rules. Null where this version does not know one of the years. */
  readonly differences: readonly Difference[] | null;
  readonly cases: readonly YearCase[];
  /** How many of those cases are failing now and were not before. */
  readonly failing: number;
}

/** How much changed in the cases of one rule. The cases that a changed year accounts for are not among them. */
export interface RuleChange {
  /** Null for valid cases, which are of no rule. */
  readonly rule: string | null;
  readonly new: number;
  readonly gone: number;
  readonly changed: number;
  readonly noLongerJudged: number;
  readonly nowJudged: number;
  /** The row of the table by rule of the older results, without the cases named above; null where there is none. */
  readonly before: RuleRow | null;
  /** The same of the newer ones. */
  readonly now: RuleRow | null;
}

/** Two results held against each other. Every list is whole. */
export interface Comparison {
  readonly format: 1;
  readonly old: Side;
  readonly current: Side;
  /** What must be known before anything is concluded, a line each, the gravest first. */
  readonly notices: readonly string[];
  /** Whether anything is failing now that was not, or is no longer judged. */
  readonly worse: boolean;
  /** The codes of rules, where a crosswalk gave some to the newer results or else the older; absent where none did. */
  readonly codes?: Readonly<Record<string, string>>;
  /** Cases with the same verdict in both. */
  readonly same: number;
  /** Rules in which something is different, worst first. */
  readonly rules: readonly RuleChange[];
  /** Failing now; was right, not judged or not there. */
  readonly new: readonly CaseChange[];
  /** Right now; was failing. */
  readonly gone: readonly CaseChange[];
  /** Another verdict that is as good or bad. */
  readonly changed: readonly CaseChange[];
  /** Was judged; could not be run now, is not supported, is disputed or, of the same suite, is not there. */
  readonly noLongerJudged: readonly CaseChange[];
  /** Right now; was not judged. */
  readonly nowJudged: readonly CaseChange[];
  /** All cases that are only in the older results. */
  readonly onlyInOld: readonly CaseChange[];
  /** All cases that are only in the newer results; those that fail are among the new too. */
  readonly onlyInNew: readonly CaseChange[];
  /** What the rules of the year account for, which is in none of the lists above. Null where the years are the same. */
  readonly year: YearChanges | null;
}
