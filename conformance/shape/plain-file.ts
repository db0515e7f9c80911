import { constants, type Stats } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { errorCode } from './errors.js';

/** What became of reading a file that others may have put something else in the place of. */
export type PlainFile =
  | { readonly kind: 'read'; readonly bytes: Buffer }
  /** There is nothing under its name. */
  | { readonly kind: 'missing' }
  /** What is there is no file: a folder, a pipe, a device or, where none may be, a link. */
  | { readonly kind: 'no-file' }
  /** It holds more than may be read. */
  | { readonly kind: 'too-large' };

/** How such a file is read. */
export interface PlainFileOptions {
  /** Bytes at most. */
  readonly atMost: number;
  /** Whether a link may stand for it. */
  readonly links: 'followed' | 'refused';
}

/**
 * Reads a file whose name others know, and may have put a pipe, a device or a link under: nothing is waited for, and no
 * more is read than may be.
 * @throws what the system throws where the file is there and cannot be read
 */
export async function readPlainFile(path: string, { atMost, links }: PlainFileOptions): Promise<PlainFile> {
  let handle: FileHandle;
  try {
    handle = await open(path, plainFileFlags | (links === 'refused' ? constants.O_NOFOLLOW : 0));
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT') return { kind: 'missing' };
    // A link that is refused, and a socket or a device that nothing is behind.
    if (code === 'ELOOP' || code === 'ENXIO' || code === 'EISDIR') return { kind: 'no-file' };
    throw error;
  }
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) return { kind: 'no-file' };
    return await readUpTo(handle, stats, atMost);
  } finally {
    await handle.close();
  }
}

/** With these, opening a pipe does not wait for who writes to it. */
export const plainFileFlags = constants.O_RDONLY | constants.O_NONBLOCK;

/** Bytes that are read at a time. */
const pieceSize = 1024 * 1024;

/** It may grow while it is read. */
async function readUpTo(handle: FileHandle, { size }: Stats, atMost: number): Promise<PlainFile> {
  if (size > atMost) return { kind: 'too-large' };
  const pieces: Buffer[] = [];
  let total = 0;
  for (;;) {
    const piece = Buffer.allocUnsafe(Math.min(pieceSize, Math.max(size - total, 0) + 1));
    const { bytesRead } = await handle.read(piece, 0, piece.length, null);
    if (bytesRead === 0) return { kind: 'read', bytes: Buffer.concat(pieces, total) };
    total += bytesRead;
    if (total > atMost) return { kind: 'too-large' };
    pieces.push(piece.subarray(0, bytesRead));
  }
}
