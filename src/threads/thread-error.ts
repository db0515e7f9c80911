/** A thread ended before its work was done, such as for want of memory; the message is one line. */
export class ThreadError extends Error {
  override readonly name = 'ThreadError';
}
