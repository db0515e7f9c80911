import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { FormatError } from '../../format.js';

/** Takes what a part of a workbook says; tags come without the prefix that some writers give them. */
export interface PartHandler {
  open(tag: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(tag: string): void;
}

/** Elements that may be open at once; a worksheet has some ten. */
const deepest = 100;
/** Bytes without the start of a tag: the longest text of a cell takes some 200 KB, escaped. */
const longestStretch = 2 ** 20;
const less = '<'.charCodeAt(0);

/**
 * Reads a part of a workbook, which is XML, as it comes. exceljs has a reader too that streams, but it decodes each piece
 * of a file apart, and so loses a character that two pieces share.
 * @throws FormatError where it is not XML in UTF-8, or such as to fill the memory; what the handler throws comes through
 */
export async function parsePart(chunks: AsyncIterable<Buffer>, name: string, handler: PartHandler): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let depth = 0;
  parser.on('opentag', ({ name: tag, attributes }) => {
    depth += 1;
    if (depth > deepest) throw unreadable(name);
    handler.open(withoutPrefix(tag), attributes);
  });
  parser.on('text', (text) => handler.text?.(text));
  parser.on('cdata', (text) => handler.text?.(text));
  parser.on('closetag', ({ name: tag }) => {
    depth -= 1;
    handler.close?.(withoutPrefix(tag));
  });
  parser.on('error', (error) => {
    throw unreadable(name, error);
  });
  let stretch = 0;
  for await (const chunk of chunks) {
    const tagAt = chunk.lastIndexOf(less);
    stretch = tagAt < 0 ? stretch + chunk.length : chunk.length - tagAt;
    if (stretch > longestStretch) throw unreadable(name);
    parser.write(decode(decoder, chunk, name));
  }
  parser.write(decode(decoder, undefined, name));
  parser.close();
}

function decode(decoder: TextDecoder, chunk: Buffer | undefined, name: string): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch (error) {
    throw unreadable(name, error);
  }
}

function withoutPrefix(tag: string): string {
  const colon = tag.indexOf(':');
  return colon < 0 ? tag : tag.slice(colon + 1);
}

function unreadable(name: string, cause?: unknown): FormatError {
  return new FormatError(`${name} in it makes no sense: save the file again in Excel as .xlsx`, { cause });
}
