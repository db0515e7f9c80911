import type { Crosswalk } from '../crosswalk/index.js';
import type { Answer, Capabilities } from '../judge/index.js';
import type { ValidatorIdentity } from '../report/index.js';

/** What a validator is given: the file and the year, never the expectation. */
export interface ValidationRequest {
  /** Absolute. */
  readonly file: string;
  readonly year: number;
}

/** Anything that cases can be put to. */
export interface Validator {
  readonly identity: ValidatorIdentity;
  readonly capabilities: Capabilities;
  /** The sha256 of the adapter file that its answers are read with; null or absent where there is none. */
  readonly adapter?: string | null;
  /** What its rules are called, and how grave they are, in a list of others; absent where there is none. */
  readonly crosswalk?: Crosswalk;
  /**
   * Puts one file to the validator. Several may be under way at once.
   * @param signal ends the work when it is aborted; what is answered then is not looked at
   */
  validate(request: ValidationRequest, signal?: AbortSignal): Promise<Answer>;
  /** What is to be told at the end of what went on between the cases: one line each. Nothing where absent. */
  notes?(): readonly string[];
  /** Lets go of what the validator holds. Nothing is put to it after. */
  close(): Promise<void>;
}

/** How the user named or set up a validator makes no sense; the message is one line that says what to do. */
export class ValidatorUsageError extends Error {
  override readonly name = 'ValidatorUsageError';
}

/** A validator could not be started at all, so that no case can be judged; the message is one line that says why. */
export class ValidatorNotStartedError extends Error {
  override readonly name = 'ValidatorNotStartedError';
}
