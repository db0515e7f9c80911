import { collectionYears, knownYear } from '../../model/index.js';
import { fileSource, scanHeader, UnknownYearError, type ByteSource } from '../../validate/index.js';
import { UsageError } from '../exit.js';
import { readYear } from '../options.js';
import { remark } from '../remark.js';

/** Larger ones are held more than once while they are worked on. */
const mostBytes = 256 * 1024 * 1024;

/** A return held whole, and what it is checked against. */
export interface HeldReturn {
  readonly bytes: Uint8Array;
  readonly year: number;
}

/**
 * Reads a return, of whatever is in it, and settles its year: the one asked for, or that of its header, which is said.
 * @throws UsageError where it is too large or has no year, UnreadableFileError
 */
export function holdReturn(file: string, askedYear: string | undefined): HeldReturn {
  const asked = askedYear === undefined ? undefined : readYear(askedYear);
  const source = fileSource(file);
  if (source.size > mostBytes)
    throw new UsageError(`${file}: has more than ${mostBytes / 1024 / 1024} MB; take a part of its persons`);
  const bytes = Buffer.concat([...source.chunks()]);
  if (asked !== undefined) return { bytes, year: asked };
  const year = yearIn(file, source);
  remark(`${file}: checked against ${year}, the Year in its header`);
  return { bytes, year };
}

function yearIn(file: string, source: ByteSource): number {
  let given: string | undefined;
  try {
    given = scanHeader(source).year;
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'FileFault') throw error;
    throw new UsageError(
      `${file}: cannot be read as far as its Year; say which with --year (known years: ${collectionYears.join(', ')})`,
    );
  }
  const year = knownYear(given);
  if (year === undefined) throw new UsageError(`${file}: ${new UnknownYearError(given).message}`);
  return year;
}
