import { closeSync, openSync, readSync } from 'node:fs';
import { errorCode, reasonOf } from '../../../conformance/shape/index.js';

/** What a file holds, or why it cannot be read, and whether it could be opened at all. */
export type SmallFile = { readonly text: string } | { readonly why: string; readonly isOpen: boolean };

/** Reads a file, or a pipe, that is known to be small: of a device that never ends no more than that is read. */
export function readSmallFile(file: string, maxBytes: number): SmallFile {
  try {
    const descriptor = openSync(file, 'r');
    try {
      const bytes = Buffer.alloc(maxBytes + 1);
      let length = 0;
      for (let read = -1; read !== 0 && length < bytes.length; length += read)
        read = readSync(descriptor, bytes, length, bytes.length - length, null);
      return length > maxBytes
        ? { why: `has more than ${maxBytes} bytes`, isOpen: true }
        : { text: bytes.toString('utf8', 0, length) };
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    const reasons: Readonly<Record<string, string>> = { ENOENT: 'no such file', EISDIR: 'is a folder' };
    return { why: reasons[errorCode(error) ?? ''] ?? `cannot be read: ${reasonOf(error)}`, isOpen: false };
  }
}
