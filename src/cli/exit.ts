import { ResultsError } from '../../conformance/report/index.js';
import { RunAborted, ValidatorUsageError } from '../../conformance/run/index.js';
import { SuiteError, UnprovedSuiteError } from '../../conformance/suite/index.js';
import { OutputError } from '../../output/index.js';
import { XsdError } from '../schema/index.js';
import { UnknownYearError, UnreadableFileError } from '../validate/index.js';

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

const usageErrors = [
  UsageError,
  ValidatorUsageError,
  OutputError,
  UnknownYearError,
  UnreadableFileError,
  XsdError,
  RangeError,
];

/** The one line to print for an error, and the code to exit with. */
export function explain(error: unknown): { readonly line: string; readonly code: ExitCode } {
  if (error instanceof SuiteError || error instanceof ResultsError)
    return { line: error.message, code: exitCodes.damaged };
  if (error instanceof UnprovedSuiteError) {
    return {
      line: `the suite is not built, since a case is not proved: ${error.message}`,
      code: exitCodes.discrepancy,
    };
  }
  if (error instanceof RunAborted) return { line: error.message, code: exitCodes.usage };
  if (usageErrors.some((kind) => error instanceof kind)) return { line: messageOf(error), code: exitCodes.usage };
  return { line: `something unforeseen went wrong, please report it: ${messageOf(error)}`, code: exitCodes.usage };
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/\s*\n\s*/g, ' ');
}
