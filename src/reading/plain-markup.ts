import { isAscii, isUtf8 } from 'node:buffer';
import { deepest, type XmlHandler } from './xml-reader.js';

/** A place in a file: the line, from 1, and the characters of that line before it. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/**
 * What plain markup does not have: references, comments, instructions, CDATA sections, carriage returns, characters
 * that XML forbids, and those of two code units, by which columns would be miscounted.
 */
const notPlain = new RegExp(
  '[&\\r\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\uD800-\\uDFFF\\uFFFE\\uFFFF]|\\]\\]>|<[!?]',
);

/** The text of bytes in UTF-8 in which all markup may be plain; undefined where some is not. */
export function maybePlain(bytes: Buffer): string | undefined {
  const text = isAscii(bytes) ? bytes.toString('latin1') : isUtf8(bytes) ? bytes.toString('utf8') : undefined;
  return text === undefined || notPlain.test(text) ? undefined : text;
}

/** A plain tag: the name, and nothing else but the sign that it is empty. */
const plainName = /^[A-Za-z][A-Za-z0-9]*$/;
const known = new Set<string>();

/** Names of elements are few, so that each is looked at once. Others than those of a return are not kept for ever. */
const mostKnown = 1000;

function isPlainName(name: string): boolean {
  if (known.has(name)) return true;
  if (!plainName.test(name)) return false;
  if (known.size < mostKnown) known.add(name);
  return true;
}

const none: Readonly<Record<string, string>> = Object.freeze({});

const slash = 0x2f;

/** Elements around a text, at most. */
const mostAround = 8;

/**
 * Reads text that `maybePlain` gave and tells what `XmlReader` would, in far less time: whole elements whose tags
 * are a name and nothing else, as every system writes them. Gives the position of the end; undefined where anything
 * else stands there. What was told until then is then to be forgotten, and the text to be read by `XmlReader`.
 */
export function readPlain(text: string, handler: XmlHandler, start: TextPosition): TextPosition | undefined {
  const open: string[] = [];
  let { line } = start;
  // Where the line begins, as an index in the text: before it for the first.
  let lineStart = -start.column;
  let nextBreak = indexOfBreak(text, 0);
  let at = 0;
  for (let tag = text.indexOf('<'); tag >= 0; tag = text.indexOf('<', at)) {
    if (tag > at) handler.text(text.slice(at, tag));
    while (nextBreak < tag) {
      line += 1;
      lineStart = nextBreak + 1;
      nextBreak = indexOfBreak(text, lineStart);
    }
    const end = text.indexOf('>', tag);
    // A line break in a tag is allowed, and not plain.
    if (end < 0 || end > nextBreak) return undefined;
    if (text.charCodeAt(tag + 1) === slash) {
      if (open.pop() !== text.slice(tag + 2, end)) return undefined;
      handler.close();
    } else {
      const isEmpty = text.charCodeAt(end - 1) === slash;
      const name = text.slice(tag + 1, isEmpty ? end - 1 : end);
      if (!isPlainName(name)) return undefined;
      handler.open(name, none, line, tag - lineStart + 1);
      if (isEmpty) handler.close();
      else open.push(name);
      // Whether there are too many is for the other reader to say, which knows how many stand around the text.
      if (open.length > deepest - mostAround) return undefined;
    }
    at = end + 1;
  }
  if (open.length > 0) return undefined;
  if (at < text.length) handler.text(text.slice(at));
  while (nextBreak < text.length) {
    line += 1;
    lineStart = nextBreak + 1;
    nextBreak = indexOfBreak(text, lineStart);
  }
  return { line, column: text.length - lineStart };
}

function indexOfBreak(text: string, from: number): number {
  const found = text.indexOf('\n', from);
  return found < 0 ? text.length : found;
}
