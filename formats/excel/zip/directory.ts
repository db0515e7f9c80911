import { FormatError } from '../../format.js';

/** A file in a zip, as the directory at its end tells. */
export interface ZipEntry {
  readonly name: string;
  readonly isEncrypted: boolean;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Where its own header is in the file. */
  readonly headerAt: number;
  /** Where its entry in the directory is. */
  readonly entryAt: number;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
export const headerMark = 0x04034b50;
const endLength = 22;
const longestComment = 0xffff;
const entryLength = 46;
/** A workbook has some tens of parts. */
const mostEntries = 10_000;
/** Stands for a number that is told in 64 bits elsewhere. */
const elsewhere = 0xffffffff;
const wideField = 1;

/**
 * The files of a zip. Directories of over 4 GB or 10,000 files, which no workbook needs, are refused.
 * @throws FormatError where it is no zip or is damaged
 */
export function readDirectory(bytes: Buffer): readonly ZipEntry[] {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  if (count > mostEntries || at === elsewhere) throw new FormatError('is no workbook: its zip holds too many files');
  for (let n = 0; n < count; n++) {
    if (at + entryLength > bytes.length || bytes.readUInt32LE(at) !== entryMark) throw damaged();
    const nameLength = bytes.readUInt16LE(at + 28);
    const extraLength = bytes.readUInt16LE(at + 30);
    const next = at + entryLength + nameLength + extraLength + bytes.readUInt16LE(at + 32);
    if (next > bytes.length) throw damaged();
    const extraAt = at + entryLength + nameLength;
    const [size, compressedSize, headerAt] = wide(
      [bytes.readUInt32LE(at + 24), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)],
      bytes.subarray(extraAt, extraAt + extraLength),
    );
    entries.push({
      // Some writers set a slash before names, or use the other one.
      name: bytes
        .toString('utf8', at + entryLength, extraAt)
        .replaceAll('\\', '/')
        .replace(/^\/+/, ''),
      isEncrypted: (bytes.readUInt16LE(at + 8) & 1) !== 0,
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      size,
      compressedSize,
      headerAt,
      entryAt: at,
    });
    at = next;
  }
  return entries;
}

/** Where the end record is: at the very end, but for a comment. */
function findEnd(bytes: Buffer): number {
  for (let at = bytes.length - endLength; at >= Math.max(0, bytes.length - endLength - longestComment); at--) {
    if (bytes.readUInt32LE(at) === endMark) return at;
  }
  throw damaged();
}

/** Sizes and places that are told in 64 bits: those that stand as `elsewhere`, in the order given. */
function wide(numbers: readonly [number, number, number], extra: Buffer): [number, number, number] {
  const [size, compressedSize, headerAt] = numbers;
  if (!numbers.includes(elsewhere)) return [size, compressedSize, headerAt];
  let at = 0;
  while (at + 4 <= extra.length && extra.readUInt16LE(at) !== wideField) at += 4 + extra.readUInt16LE(at + 2);
  at += 4;
  const take = (number: number): number => {
    if (number !== elsewhere) return number;
    if (at + 8 > extra.length) throw damaged();
    at += 8;
    return Number(extra.readBigUInt64LE(at - 8));
  };
  return [take(size), take(compressedSize), take(headerAt)];
}

/** What to throw for a zip that makes no sense. */
export function damaged(): FormatError {
  return new FormatError('the file is damaged or cut off: save it again in Excel as .xlsx');
}
