import type { InForce } from '../../src/model/index.js';
import type { EditableDocument } from '../../output/index.js';
import type { Draft } from './draft.js';

/** A finding that cannot be avoided beside the target, and why. */
export interface Companion {
  readonly rule: string;
  readonly path: string;
  readonly reason: string;
}

/** What a break did: where the target rule must fire, and what else must, with the reason. */
export interface Change {
  /** One path for each finding of the target rule. */
  readonly at: readonly string[];
  readonly also?: readonly Companion[];
  /** Other places that a careful reader could as well say the fault lies at, in place of `at`: one path. */
  readonly orAt?: readonly string[];
  /** The same where `at` has several paths: whole lists in its place. */
  readonly orAllAt?: readonly (readonly string[])[];
}

interface BreakText extends InForce {
  /** Id of the rule that must fire, alone unless the change says otherwise; of a near miss, that must not. */
  readonly rule: string;
  /** With the rule, the id of the case for ever: kebab-case. */
  readonly name: string;
  /** One plain sentence. */
  readonly summary: string;
  /** Name of the parent: a story, or one of the crowds. */
  readonly parent: string;
  /** A collection year in which the target fires, and a neighbouring one in which, at that place, it does not. */
  readonly tellsApart?: readonly [flagged: number, notFlagged: number];
}

/**
 * One small change that turns a valid return into one that breaks a rule. Written from the statement of
 * the rule, never from its check, so that each proves the other.
 */
export type Break =
  /** Changes the records of the return. */
  | (BreakText & { readonly change: (draft: Draft) => Change })
  /** Changes the document: what records cannot hold, such as unknown elements or another order. */
  | (BreakText & { readonly edit: (document: EditableDocument, draft: Draft) => Change })
  /** Changes the bytes of the file. */
  | (BreakText & { readonly bytes: (xml: string, draft: Draft) => Change & { readonly file: Uint8Array } });

/**
 * One small change after which a return still holds to a rule by the smallest step: the day itself where a
 * day later breaks it, the birthday itself, exactly one in ten. No rule at all may fire.
 */
export type NearMiss =
  /** Changes the records, and says where the rule nearly fires. */
  | (BreakText & { readonly near: (draft: Draft) => string })
  /** Changes the file as text, in ways that records cannot hold, and says where the rule nearly fires. */
  | (BreakText & { readonly write: (xml: string, draft: Draft) => { readonly at: string; readonly file: Uint8Array } });

/** Whether a change is one after which no rule may fire. */
export function isNearMiss(one: Break | NearMiss): one is NearMiss {
  return 'near' in one || 'write' in one;
}
