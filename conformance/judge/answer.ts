import type { Level } from '../../src/validate/index.js';

/**
 * What a validator reports at, from coarse to fine: whether the file is valid at all; which rules are broken; for which
 * person; in which record; at which item of a person; at which path.
 */
export const granularities = ['file', 'rule', 'person', 'record', 'item', 'path'] as const;

export type Granularity = (typeof granularities)[number];

/** What a validator declares it can say. It is judged at that and no finer. */
export interface Capabilities {
  readonly granularity: Granularity;
  /** Whether it tells errors from queries. */
  readonly levels: boolean;
  /**
   * Why it cannot report a rule in a collection year, in one line; undefined where it can. It is not held to rules that it
   * cannot report. Absent where it can report any.
   */
  readonly cannotReport?: (rule: string, year: number) => string | undefined;
  /** The level it is to give a rule in a collection year, where that is told from elsewhere; undefined where it is the kit's own. */
  readonly levelOf?: (rule: string, year: number) => Level | undefined;
}

/** A finding as a validator reports it. What is absent is not judged. */
export interface ReportedFinding {
  /** Absent only from a validator that says no more than valid or not. */
  readonly rule?: string;
  /** The validator's own code, where an adapter made a rule of it. */
  readonly code?: string;
  /** Every rule that the code stands for, where that is more than one; `rule` is the first of them. */
  readonly anyRuleOf?: readonly string[];
  readonly level?: string;
  readonly path?: string;
  /** The tags of all items it may be at, where its path does not say which. */
  readonly anyItemOf?: readonly string[];
  /** The 1-based position, alone or in an object; 0 where what it says of the person fits nobody in the file. */
  readonly person?: number | { readonly index?: number };
  /** The positions of all persons it may be about, where what it says of the person fits more than one. */
  readonly anyPersonOf?: readonly number[];
  readonly message?: string;
}

/** What came of putting a file to a validator. */
export type Answer =
  | { readonly kind: 'findings'; readonly findings: readonly ReportedFinding[]; readonly stderr?: string }
  | { readonly kind: 'unsupported'; readonly why: string }
  | { readonly kind: 'could-not-run'; readonly why: string; readonly stderr?: string };
