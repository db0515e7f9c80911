import type { Level } from '../../src/validate/index.js';

export type CaseKind = 'valid' | 'broken' | 'near-miss' | 'structure';

/** A case as it stands in `cases.ndjson`: what to put to a validator, without the answer. */
export interface Case {
  readonly id: string;
  readonly year: number;
  readonly kind: CaseKind;
  readonly rule: string | null;
  /** Id of the valid case it was made from. */
  readonly parent: string | null;
  readonly mutation: { readonly name: string; readonly summary: string; readonly path: string } | null;
  /** Relative to the suite folder. */
  readonly file: string;
  readonly sha256: string;
  readonly persons: number;
  readonly years: { readonly from: number; readonly to: number | null };
  /** In a file that holds many cases, the 1-based position of the person that is this one. Absent of a file of its own. */
  readonly packed?: { readonly person: number };
}

export interface ExpectedFinding {
  readonly rule: string;
  readonly level: Level;
  readonly path: string;
  /** 1-based position, or null for a finding about the return or the file. */
  readonly person: number | null;
}

/** The answer to a case, as it stands in `expectations.ndjson`. */
export interface Expectation {
  readonly id: string;
  readonly findings: readonly ExpectedFinding[];
  readonly status: 'agreed' | 'queried' | 'disputed';
  readonly note: string | null;
  /** Other sets of findings that are as right. */
  readonly alternatives: readonly (readonly ExpectedFinding[])[];
}

/** `suite.json`. */
export interface SuiteManifest {
  readonly format: 1;
  readonly kit: string;
  readonly algorithm: number;
  readonly year: number;
  readonly seed: string;
  /** The globs that chose its cases; absent of a whole suite. */
  readonly select?: readonly string[];
  /** Whether cases about one person share files; absent where each case has a file of its own. */
  readonly packed?: true;
  readonly counts: Readonly<Record<CaseKind | 'total', number>>;
  /** Over cases.ndjson, expectations.ndjson and every case file, in the order of their names. */
  readonly sha256: string;
}

/** A case with its answer and its file, before it is written. */
export interface BuiltCase {
  readonly case: Case;
  readonly expectation: Expectation;
  readonly file: Uint8Array;
}
