import { TextDecoder } from 'node:util';
import { decodeWindows1252 } from '../../src/reading/index.js';
import { fileSource } from '../../src/validate/index.js';
import { FormatError } from '../format.js';

/** How the bytes of a file are made into those of UTF-8, which all is read as. */
export type Encoding = 'utf-8' | 'windows-1252';

/**
 * What a file is written in: UTF-8, or what Excel writes in western Europe where it cannot be that.
 * @throws FormatError where it is UTF-16, UnreadableFileError
 */
export function encodingOf(path: string): Encoding {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isFirst = true;
  for (const bytes of fileSource(path).chunks()) {
    if (isFirst && isUtf16(bytes))
      throw new FormatError(`${path}: is written in UTF-16 ("Unicode text"); save it as CSV in UTF-8`);
    isFirst = false;
    if (!decodes(decoder, bytes)) return 'windows-1252';
  }
  return decodes(decoder) ? 'utf-8' : 'windows-1252';
}

function decodes(decoder: TextDecoder, bytes?: Uint8Array): boolean {
  try {
    decoder.decode(bytes, { stream: bytes !== undefined });
    return true;
  } catch {
    return false;
  }
}

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** The bytes of a file in UTF-8, piece by piece, without a byte order mark. @throws UnreadableFileError */
export function* utf8Pieces(path: string, encoding: Encoding): Generator<Buffer, void, undefined> {
  let isFirst = true;
  for (const chunk of fileSource(path).chunks()) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    if (encoding === 'windows-1252') yield Buffer.from(decodeWindows1252(bytes), 'utf8');
    else yield isFirst && hasMark(bytes) ? bytes.subarray(3) : bytes;
    isFirst = false;
  }
}

function hasMark([first, second, third]: Uint8Array): boolean {
  return first === 0xef && second === 0xbb && third === 0xbf;
}
