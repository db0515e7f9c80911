import type { Granularity, Verdict, VerdictCounts } from '../judge/index.js';
import type { RuleRow } from '../report/index.js';

/** What became of one rule. */
export interface StatedRule extends RuleRow {
  /** Its code in the crosswalk of the run; absent where that has none. */
  readonly dfeCode?: string;
}

/** Who makes a statement, about what: the vendor's own words. */
export interface Vendor {
  readonly name: string | null;
  readonly product: string | null;
  readonly version: string | null;
}

/** The suite that a statement speaks of, with what is needed to build it again. */
export interface StatedSuite {
  readonly digest: string;
  readonly year: number;
  /** Why the year is not final; null where it is. */
  readonly provisional: string | null;
  readonly seed: string;
  /** The globs that chose its cases; null of a whole suite. */
  readonly select: readonly string[] | null;
  readonly packed: boolean;
  readonly cases: number;
  /** Version of the kit that built it. */
  readonly kit: string;
  /** Version of the generating algorithm. */
  readonly algorithm: number;
}

/** The validator as results name it. */
export interface StatedValidator {
  readonly kind: string;
  readonly name: string;
  /** Null where the results do not tell. */
  readonly version: string | null;
  /** Of the program that was run; null where the results do not tell. */
  readonly digest: string | null;
  readonly granularity: Granularity;
  readonly levels: boolean;
}

/** The results file that a statement rests on. */
export interface StatedResults {
  /** Of the bytes of the file. */
  readonly sha256: string;
  /** Version of the kit that judged. */
  readonly kit: string;
  /** ISO 8601, UTC. */
  readonly started: string;
  /** Null where the results were cut short. */
  readonly ended: string | null;
  readonly cases: number;
  readonly judged: number;
}

/** A case on the vendor's list of known failures. */
export interface StatedKnownFailure {
  readonly case: string;
  readonly verdict: Verdict;
  readonly owner: string;
  readonly reason: string;
  /** The last day that it is accepted, yyyy-mm-dd. */
  readonly until: string;
}

/** A question that nobody has answered, and that cases in the results hang on. */
export interface StatedQuestion {
  readonly id: string;
  /** Null, as the reading, where this version of the kit does not know the question. */
  readonly question: string | null;
  /** The reading taken. */
  readonly reading: string | null;
  /** How many cases hang on it. */
  readonly cases: number;
}

/** What is signed. Everything but `vendor` and `kit` follows from the results file and the suite. */
export interface Statement {
  /** Version of the kit that made the statement. */
  readonly kit: string;
  readonly vendor: Vendor;
  readonly suite: StatedSuite;
  readonly validator: StatedValidator;
  /** The sha256 of the adapter file; null where there is none. */
  readonly adapter: string | null;
  readonly results: StatedResults;
  /** Why the results are not those of every case of a whole suite; null where they are. */
  readonly partial: readonly string[] | null;
  /** Number of cases by verdict. */
  readonly counts: VerdictCounts;
  readonly rules: readonly StatedRule[];
  readonly knownFailures: readonly StatedKnownFailure[];
  readonly openQuestions: readonly StatedQuestion[];
  readonly doesNotSay: readonly string[];
}

/** A statement as it stands in `statement.json`. */
export interface SignedStatement {
  readonly format: 1;
  readonly statement: Statement;
  readonly signature: {
    readonly algorithm: 'Ed25519';
    /** SPKI as PEM. */
    readonly publicKey: string;
    /** Base64, over the UTF-8 of the canonical JSON of `statement`. */
    readonly value: string;
  };
}
