import { crc32, createInflateRaw } from 'node:zlib';
import { FormatError } from '../../format.js';
import { damaged, headerMark, type ZipEntry } from './directory.js';

const headerLength = 30;
const chunkSize = 64 * 1024;
const stored = 0;
const deflated = 8;

/**
 * What a file in a zip holds, piece by piece, and no more than its directory says.
 * @param atMost bytes that it may hold
 * @throws FormatError where it is encrypted, damaged or larger than it may be
 */
export async function* entryChunks(bytes: Buffer, entry: ZipEntry, atMost: number): AsyncGenerator<Buffer> {
  if (entry.isEncrypted) throw new FormatError('is encrypted: save it in Excel without a password');
  if (entry.size > atMost)
    throw new FormatError(`is too large: ${entry.name} would be more than ${Math.floor(atMost / 2 ** 20)} MB`);
  let size = 0;
  let crc = 0;
  try {
    for await (const chunk of piecesOf(bytes, entry)) {
      size += chunk.length;
      if (size > entry.size) throw damaged();
      crc = crc32(chunk, crc);
      yield chunk;
    }
  } catch (error) {
    throw isOfZlib(error) ? damaged() : error;
  }
  if (size !== entry.size || crc !== entry.crc) throw damaged();
}

function piecesOf(
  bytes: Buffer,
  { headerAt, compressedSize, method }: ZipEntry,
): AsyncIterable<Buffer> | Iterable<Buffer> {
  if (headerAt + headerLength > bytes.length || bytes.readUInt32LE(headerAt) !== headerMark) throw damaged();
  const from = headerAt + headerLength + bytes.readUInt16LE(headerAt + 26) + bytes.readUInt16LE(headerAt + 28);
  if (from + compressedSize > bytes.length) throw damaged();
  const held = bytes.subarray(from, from + compressedSize);
  if (method === stored) return pieces(held);
  if (method !== deflated)
    throw new FormatError('its zip is packed in a way that Excel does not use: save it in Excel');
  const inflate = createInflateRaw({ chunkSize });
  inflate.end(held);
  return inflate;
}

function* pieces(held: Buffer): Generator<Buffer> {
  for (let at = 0; at < held.length; at += chunkSize) yield held.subarray(at, at + chunkSize);
}

/** What zlib says of data that makes no sense has a code such as Z_DATA_ERROR. */
function isOfZlib(error: unknown): boolean {
  // Not by instanceof, which is false for an error of another realm, such as the one the tests run in.
  return typeof error === 'object' && error !== null && 'code' in error && String(error.code).startsWith('Z_');
}
