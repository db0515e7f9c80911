import { TextDecoder } from 'node:util';
import { fileSource } from '../../src/validate/index.js';
import { FormatError } from '../format.js';

/** A line of a file that is not blank. */
export interface Line {
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

/** More than the longest person by far. */
const longestLine = 16 * 1024 * 1024;
const newLine = 0x0a;

/**
 * The lines of a file in UTF-8, one after the other, with any line ends and a byte order mark or none; blank lines are
 * passed over.
 * @throws FormatError where a line is not UTF-8 or has no end in sight, UnreadableFileError
 */
export function* jsonLines(path: string): Generator<Line, void, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 0;
  const decoded = (bytes: Uint8Array): Line | undefined => {
    line += 1;
    try {
      const text = decoder.decode(bytes);
      return text.trim() === '' ? undefined : { line, text };
    } catch {
      throw new FormatError(`${path}: line ${line} is not in UTF-8; save the file in UTF-8`);
    }
  };
  let held: Uint8Array[] = [];
  let length = 0;
  for (const chunk of fileSource(path).chunks()) {
    let from = 0;
    for (let end = chunk.indexOf(newLine); end >= 0; end = chunk.indexOf(newLine, from)) {
      const rest = chunk.subarray(from, end);
      const one = decoded(held.length === 0 ? rest : Buffer.concat([...held, rest]));
      if (one) yield one;
      held = [];
      length = 0;
      from = end + 1;
    }
    if (from < chunk.length) held.push(chunk.subarray(from));
    length += chunk.length - from;
    if (length > longestLine)
      throw new FormatError(`${path}: line ${line + 1} is longer than ${longestLine} bytes; each person needs a line`);
  }
  if (held.length > 0) {
    const one = decoded(Buffer.concat(held));
    if (one) yield one;
  }
}
