import { closeSync, openSync, readSync, statSync } from 'node:fs';

/** Bytes that can be read more than once from the start, in pieces. */
export interface ByteSource {
  /** Bytes in all. */
  readonly size: number;
  chunks(): Iterable<Uint8Array>;
}

const chunkSize = 256 * 1024;

/** A file that cannot be opened or read; the message is one clear line. */
export class UnreadableFileError extends Error {
  override readonly name = 'UnreadableFileError';
}

export function bytesSource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    *chunks() {
      for (let at = 0; at < bytes.length; at += chunkSize) yield bytes.subarray(at, at + chunkSize);
    },
  };
}

/**
 * A file on disk, read piece by piece.
 * @throws UnreadableFileError where there is no such file, it is a folder, or it cannot be read.
 */
export function fileSource(path: string): ByteSource {
  return { size: sizeOf(path), chunks: () => readChunks(path) };
}

function sizeOf(path: string): number {
  return readable(path, () => {
    // Before it is opened: to open a pipe is to wait for whoever writes to it.
    const stats = statSync(path);
    if (!stats.isFile()) {
      throw new UnreadableFileError(
        `${path}: ${stats.isDirectory() ? 'is a folder' : 'is not a file (save what a pipe gives to one)'}, a return is needed`,
      );
    }
    closeSync(openSync(path, 'r'));
    return stats.size;
  });
}

function* readChunks(path: string): Generator<Uint8Array> {
  const file = readable(path, () => openSync(path, 'r'));
  try {
    for (;;) {
      // A new buffer each time: what was handed on may be held for a while.
      const buffer = Buffer.allocUnsafe(chunkSize);
      const length = readable(path, () => readSync(file, buffer, 0, chunkSize, null));
      if (length === 0) return;
      yield buffer.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  ENOTDIR: 'no such file',
  EACCES: 'may not be read (permission denied)',
  EPERM: 'may not be read (permission denied)',
  EISDIR: 'is a folder, a return is needed',
};

function readable<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof UnreadableFileError || !(error instanceof Error)) throw error;
    const code = 'code' in error ? String(error.code) : '';
    throw new UnreadableFileError(`${path}: ${reasons[code] ?? `cannot be read (${code || error.message})`}`);
  }
}
