import { isJudged, type Granularity, type ReportedFinding, type Verdict, type VerdictCounts } from '../judge/index.js';
import type { Level } from '../../src/validate/index.js';
import type { CaseKind, ExpectedFinding } from '../suite/index.js';

/** What a validator is called in results. */
export interface ValidatorIdentity {
  /** How it is reached, such as 'reference' or 'cmd'. */
  readonly kind: string;
  /** As the user gave it. */
  readonly name: string;
  /** What it calls itself, where it says. */
  readonly title?: string;
  readonly version?: string;
  /** A digest of its program and the files its command names, where they are on this machine. */
  readonly digest?: string;
  /** The words of its command, places for file and year not yet filled. */
  readonly command?: readonly string[];
}

/** A validator in one line: what it calls itself, where it says, with its version, and how the user named it. */
export function validatorInWords({ name, title, version }: ValidatorIdentity): string {
  const own = [title, version].filter((part) => part !== undefined).join(' ');
  return own === '' ? name : `${name} (${own})`;
}

/** First line of a results file. */
export interface ResultsHeader {
  readonly type: 'header';
  readonly format: 1;
  /** Version of this kit. */
  readonly kit: string;
  readonly suite: { readonly digest: string; readonly year: number; readonly seed: string; readonly kit: string };
  readonly validator: ValidatorIdentity & { readonly granularity: Granularity; readonly levels: boolean };
  /** The sha256 of the adapter file; null where there is none. */
  readonly adapter: string | null;
  readonly machine: {
    readonly platform: string;
    readonly arch: string;
    readonly cores: number;
    readonly node: string;
  };
  /** The sha256 of the lists of known failures and of flaky cases; absent where there is none. */
  readonly lists?: { readonly knownFailing?: string; readonly knownFlaky?: string };
  /** By rule, its code in the year of the suite, from the crosswalk of the run; absent where none is known. */
  readonly codes?: Readonly<Record<string, string>>;
  /** By rule, the level it was to have in place of the kit's own, from the same; absent where none is given. */
  readonly levels?: Readonly<Record<string, Level>>;
  /** ISO 8601, UTC. */
  readonly started: string;
}

/** The entry of a list of known failures that a case stands on. */
export interface KnownFailure {
  /** Who answers for it. */
  readonly owner: string;
  readonly reason: string;
  /** The last day that it is accepted, yyyy-mm-dd. */
  readonly until: string;
  /** The verdict that the case got and would count with. */
  readonly verdict: Verdict;
}

/** What came of one case: a line of a results file. */
export interface CaseResult {
  readonly type: 'case';
  readonly id: string;
  readonly kind: CaseKind;
  readonly rule: string | null;
  readonly verdict: Verdict;
  readonly expected: readonly ExpectedFinding[];
  /** All that was reported, at most `reportedAtMost` of them, and fewer where they are long. */
  readonly reported: readonly ReportedFinding[];
  /** How many findings were reported, where that is more than are kept. */
  readonly reportedCount?: number;
  /** What of it did not count because it was reported on the parent too. */
  readonly parentReported?: readonly ReportedFinding[];
  /** Rules reported where nothing of the kind is expected; of those in no catalogue only some, and one name for the rest. */
  readonly falseAlarms: readonly string[];
  /** One line; null for a match. */
  readonly why: string | null;
  /** Milliseconds that the validator took. */
  readonly ms: number;
  /** The end of what the validator wrote to standard error, which means nothing for the verdict. */
  readonly stderr?: string;
  /** Ids of the open questions that its answer hangs on; absent where it hangs on none. */
  readonly questions?: readonly string[];
  /** How often the case was put, where that is more than once because it is known to be flaky. */
  readonly attempts?: number;
  /** Where the case stands on a list of known failures: what that says of it. */
  readonly known?: KnownFailure;
}

/** Last line of a results file; a file without one was cut short. */
export interface ResultsFooter {
  readonly type: 'footer';
  readonly counts: VerdictCounts;
  readonly total: number;
  /** Why not every selected case was put; null where every one was. */
  readonly stopped: string | null;
  /** ISO 8601, UTC. */
  readonly ended: string;
  /** What else a reader should know of the run, a line each. */
  readonly notes?: readonly string[];
  /** What is wrong with the lists of known failures and of flaky cases, a line each: the run fails for it. */
  readonly listFaults?: readonly string[];
}

/** A whole results file. */
export interface Results {
  readonly header: ResultsHeader;
  readonly cases: readonly CaseResult[];
  /** Null where the file was cut short. */
  readonly footer: ResultsFooter | null;
}

/** Whether a result says something about the validator's answer: that it could not be run does not, known or not. */
export function wasJudged({ verdict, known }: Pick<CaseResult, 'verdict' | 'known'>): boolean {
  return isJudged(verdict === 'known-failing' && known ? known.verdict : verdict);
}

/** How many reported findings a result keeps, so that one that always complains cannot fill the disk. */
export const reportedAtMost = 200;
