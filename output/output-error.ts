import { dirname } from 'node:path';

/** Output that could not be written. The message is one line that names the file or folder and says what is in the way. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be too large for the file system',
  ENOTDIR: 'part of the path is not a folder',
  EISDIR: 'it is a folder',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'its symbolic links go in a circle',
  EMFILE: 'too many files are open',
  EPIPE: 'the reader has gone away',
};

/** Whether an error came from the operating system, as those of node:fs do. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  // Not by instanceof, which is false for an error of another realm, such as the one the tests run in.
  return typeof error === 'object' && error !== null && 'code' in error && 'syscall' in error;
}

/**
 * What a failed call on a path means for someone who asked for output there. Anything but a system error comes back
 * as it is.
 */
export function asOutputError(error: unknown, path: string): unknown {
  if (!isSystemError(error)) return error;
  const code = error.code ?? '';
  const reason = code === 'ENOENT' ? `there is no folder ${dirname(path)}` : (reasons[code] ?? error.message);
  return new OutputError(`cannot write ${path}: ${reason}`, { cause: error });
}
