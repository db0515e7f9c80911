import type { CollectionYear, InForce } from '../../src/model/index.js';
import type { Person, Return } from '../../src/return/index.js';

/** Where a finding is expected: a path as in the contracts. */
export type Place = string;

/** The valid return a break starts from, copied so that it may be changed freely. */
export interface Draft {
  readonly year: number;
  readonly facts: CollectionYear;
  readonly la: string;
  readonly ret: Return;
  /** The person whose story the parent tells. */
  readonly person: Person;
  /** 1-based position of that person. */
  readonly position: number;
}

export interface ExpectedFinding {
  readonly rule: string;
  readonly path: Place;
  /** 1-based position, or null for a finding about the return or the file. */
  readonly person: number | null;
}

/** A finding that cannot be avoided beside the target, and why. */
export interface Companion extends ExpectedFinding {
  readonly reason: string;
}

/** What a break did: where the target rule must fire, and what else must, with the reason. */
export interface Change {
  readonly at: readonly Place[];
  readonly also?: readonly Companion[];
}

/**
 * One small change that turns a valid return into one that breaks a rule. Written from the statement of
 * the rule, never from its check, so that each proves the other.
 */
export interface Break extends InForce {
  /** Id of the rule that must fire, alone unless the change says otherwise. */
  readonly rule: string;
  /** With the rule, the id of the case for ever: kebab-case. */
  readonly name: string;
  readonly summary: string;
  /** Name of the story that the parent return tells. */
  readonly story: string;
  /** Changes the return; the document and its bytes are made from it after. */
  readonly change: (draft: Draft) => Change;
}
