import type { Claim } from '../judge/index.js';
import type { Element } from '../tree/index.js';

/** What a transformation starts from. */
export interface Start {
  readonly root: Element;
  readonly year: number;
  /** What the validator says of the return as it is, written as this kit writes. */
  readonly claims: readonly Claim[];
  /** Positions of persons of whom neither the validator nor the reference validator says anything. */
  readonly clean: readonly number[];
}

/** Findings of a transformation that are not compared, and why. */
export interface LeftOut {
  readonly what: string;
  readonly why: string;
}

/** Findings that must be the same. */
export interface Comparison {
  readonly expected: readonly Claim[];
  readonly found: readonly Claim[];
}

/** A return in another shape. */
export interface Transformed {
  readonly files: readonly Uint8Array[];
  readonly leftOut: readonly LeftOut[];
  /** What must be the same, given what the validator says of each of the files. */
  readonly compare: (answers: readonly (readonly Claim[])[]) => readonly Comparison[];
}

/** Changes a return in a way that a validator's findings must follow. */
export interface Transformation {
  /** Kebab-case. */
  readonly name: string;
  /** One plain sentence. */
  readonly summary: string;
  readonly apply: (start: Start) => Transformed | { readonly why: string };
}
