/** A suite on disk is damaged or cannot be read; the message is one line that names the file, and the line where it has one. */
export class SuiteError extends Error {
  override readonly name = 'SuiteError';
}
