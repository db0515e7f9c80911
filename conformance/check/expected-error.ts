/** What is expected is damaged; the message is one line that names the file and what is wrong. */
export class ExpectedError extends Error {
  override readonly name = 'ExpectedError';
}
