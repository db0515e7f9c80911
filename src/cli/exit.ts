import { withoutControls } from '../../conformance/shape/index.js';

/** Exit codes, as users' scripts know them. Never a count. */
export const exitCodes = {
  conforms: 0,
  discrepancy: 1,
  usage: 2,
  nothingJudged: 3,
  damaged: 4,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The command line makes no sense; the message is one line that says what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * What each kind of error that was foreseen exits with. They go by name: to import the classes is to load all of the
 * kit, which is most of what a small command would take.
 */
const codes: Readonly<Record<string, ExitCode>> = {
  UsageError: exitCodes.usage,
  ValidatorUsageError: exitCodes.usage,
  OutputError: exitCodes.usage,
  UnknownYearError: exitCodes.usage,
  UnreadableFileError: exitCodes.usage,
  FormatError: exitCodes.usage,
  XmlWriteError: exitCodes.usage,
  XsdError: exitCodes.usage,
  KnownListError: exitCodes.usage,
  RunAborted: exitCodes.usage,
  ThreadError: exitCodes.usage,
  ValidatorNotStartedError: exitCodes.nothingJudged,
  SuiteError: exitCodes.damaged,
  ResultsError: exitCodes.damaged,
  AdapterError: exitCodes.damaged,
  CrosswalkError: exitCodes.damaged,
  CollectedError: exitCodes.damaged,
  StatementError: exitCodes.damaged,
  ExpectedError: exitCodes.damaged,
  WaiverError: exitCodes.damaged,
  UnprovedSuiteError: exitCodes.discrepancy,
};

/** The one line to print for an error, and the code to exit with. */
export function explain(error: unknown): { readonly line: string; readonly code: ExitCode } {
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  const line = withoutControls(message.replace(/\s*\n\s*/g, ' '));
  const code = codes[name];
  if (code === undefined)
    return { line: `something unforeseen went wrong, please report it: ${line}`, code: exitCodes.usage };
  if (name === 'UnprovedSuiteError') {
    return { line: `the suite is not built, since a case is not proved: ${line}`, code };
  }
  return { line, code };
}

/** Whether output failed because nobody reads it any more, as under `head`. */
export function isReaderGone(error: unknown): boolean {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'EPIPE';
}
