import { closeSync, openSync, readSync } from 'node:fs';
import { errorCode, reasonOf } from '../../../conformance/shape/index.js';

const pieceBytes = 256 * 1024;

/** What a file holds, or why it cannot be read, and whether it could be opened at all. */
export type SmallFile = { readonly text: string } | { readonly why: string; readonly isOpen: boolean };

/**
 * Reads a file, or a pipe, that is known to be small: of a device that never ends no more than that is read. It is
 * taken for UTF-8 unless `decode` says otherwise.
 */
export function readSmallFile(
  file: string,
  maxBytes: number,
  decode = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8'),
): SmallFile {
  try {
    const descriptor = openSync(file, 'r');
    try {
      const pieces: Buffer[] = [];
      let length = 0;
      for (let read = -1; read !== 0 && length <= maxBytes; length += read) {
        const piece = Buffer.alloc(Math.min(pieceBytes, maxBytes + 1 - length));
        read = readSync(descriptor, piece, 0, piece.length, null);
        pieces.push(piece.subarray(0, read));
      }
      return length > maxBytes
        ? { why: `has more than ${maxBytes} bytes`, isOpen: true }
        : { text: decode(Buffer.concat(pieces, length)) };
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    const reasons: Readonly<Record<string, string>> = { ENOENT: 'no such file', EISDIR: 'is a folder' };
    return { why: reasons[errorCode(error) ?? ''] ?? `cannot be read: ${reasonOf(error)}`, isOpen: false };
  }
}
