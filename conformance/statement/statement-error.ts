/** A statement is damaged or cannot be read; the message is one line that names the file. */
export class StatementError extends Error {
  override readonly name = 'StatementError';
}
