import { knownYear } from '../../src/model/index.js';
import { FileFault } from '../../src/reading/index.js';
import { scanHeader, UnknownYearError, type ByteSource } from '../../src/validate/index.js';

/** The file is not XML, or not a return; the message says where and why. */
export class NotAReturnError extends Error {
  override readonly name = 'NotAReturnError';
}

/** Runs work that reads a file. @throws NotAReturnError where a FileFault stops it, and what else the work throws */
export function reading<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    throw new NotAReturnError(`${error.rule} in line ${error.line}: ${error.message}`, { cause: error });
  }
}

/** The collection year in the header. @throws UnknownYearError where it has none that is known, NotAReturnError */
export function yearOfReturn(source: ByteSource): number {
  const { year: given } = reading(() => scanHeader(source));
  const year = knownYear(given);
  if (year === undefined) throw new UnknownYearError(given);
  return year;
}
