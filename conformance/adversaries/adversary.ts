import type { Finding } from '../../src/validate/index.js';
import type { BuiltCase } from '../suite/index.js';

/** What a wrong validator may look at: the case, and what the reference validator finds in it. */
export interface Exam {
  readonly year: number;
  /** The findings of the reference validator, found once a case. */
  findings(one: BuiltCase): readonly Finding[];
  /** What was worked out before under the same name. */
  once<T>(name: string, work: () => T): T;
}

/** A validator that is the reference but for one fault in one rule. */
export interface Adversary {
  readonly rule: string;
  /** The kind of fault, kebab-case; with the rule and the detail it names the adversary. */
  readonly operator: string;
  /** One line that says how it is wrong. */
  readonly description: string;
  answer(one: BuiltCase, exam: Exam): readonly Finding[];
  /** Why nothing can tell it from the reference, where that is so. */
  equivalence?(cases: readonly BuiltCase[], exam: Exam): string | undefined;
  /** The same by a longer search, for one that survived every case. */
  lastResort?(cases: readonly BuiltCase[], exam: Exam): string | undefined;
  /** To be asked before any case is put to it: what makes it equivalent covers every case. */
  readonly asksFirst?: boolean;
}
