import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { plainFileFlags, reasonOf } from '../../shape/index.js';

/** A file as lines, or why it cannot be shown as such. */
export type TextFile = { readonly text: string; readonly lineStarts: readonly number[] } | { readonly why: string };

/** Reads a file as UTF-8 text. Does not throw. */
export function readTextFile(file: string): TextFile {
  let bytes: Uint8Array;
  try {
    bytes = readBytes(file);
  } catch (error) {
    return { why: `the file cannot be read: ${reasonOf(error)}` };
  }
  return textFile(bytes);
}

/** A validator that was given the file may have put something else in its place, such as a pipe, that is not waited for. */
function readBytes(file: string): Uint8Array {
  const descriptor = openSync(file, plainFileFlags);
  try {
    if (!fstatSync(descriptor).isFile()) throw new Error('it is no file any more');
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** The same of bytes at hand. */
export function textFile(bytes: Uint8Array): TextFile {
  if (bytes.length === 0) return { why: 'the file is empty' };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { why: 'the file is not UTF-8 text' };
  }
  // UTF-16 of plain letters is UTF-8 too, with a NUL in every other place.
  if (text.includes('\0')) return { why: 'the file is not UTF-8 text' };
  const lineStarts = [0];
  for (const { index, 0: lineBreak } of text.matchAll(/\r\n|\n|\r/g)) lineStarts.push(index + lineBreak.length);
  return { text, lineStarts };
}

/** The line, from 0, in which an offset is. */
export function lineAt(lineStarts: readonly number[], offset: number): number {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
