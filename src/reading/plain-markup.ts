import { isAscii, isUtf8 } from 'node:buffer';
import type { XmlHandler } from './xml-reader.js';

/** Where a text begins or ends in its file: the line, from 1, and the characters of that line before it. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/**
 * What plain markup does not have: references, comments, instructions, CDATA sections and declarations, carriage
 * returns, characters that XML forbids, and those that take two code units, by which columns would be miscounted.
 */
// eslint-disable-next-line no-control-regex
const notPlain = /[&\r\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]|\]\]>|<[!?]/;

/** The text of bytes in UTF-8 whose markup may be plain; undefined where it is not. */
export function maybePlain(bytes: Buffer): string | undefined {
  const text = isAscii(bytes) ? bytes.latin1Slice() : isUtf8(bytes) ? bytes.utf8Slice() : undefined;
  return text === undefined || notPlain.test(text) ? undefined : text;
}
