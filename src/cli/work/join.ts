import { closeSync, openSync, readSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { writeOutput, type Sink } from '../../../output/index.js';
import { personsSpan, type PersonsSpan } from '../../reading/index.js';
import { fileSource } from '../../validate/index.js';
import type { JoinOptions } from '../commands/join.js';
import { exitCodes, UsageError, type ExitCode } from '../exit.js';
import { makeProgress } from './progress.js';
import { refuseOtherFormats } from './xml-only.js';

/** The part of a file that holds the persons. */
interface Part {
  readonly file: string;
  readonly size: number;
  /** From after the tag that opens Persons to the end of the last thing in it, in bytes. */
  readonly from: number;
  readonly to: number;
  readonly year: string;
  readonly la: string;
}

/**
 * Writes the first return with the persons of the others after its own, byte for byte as they stand.
 * @throws UsageError where a file is no return or is not of the same LA and year, UnreadableFileError, OutputError
 */
export async function joinReturns({ file: files, out, progress: isAsked }: JoinOptions): Promise<ExitCode> {
  for (const file of files) await refuseOtherFormats(file);
  const progress = makeProgress(`joining ${files.length} returns`, isAsked);
  try {
    const parts: Part[] = [];
    for (const file of files) {
      parts.push(findPart(file));
      await setImmediate();
    }
    const [first, ...others] = parts;
    if (!first) throw new UsageError('join needs one return or more');
    for (const part of others) checkFit(first, part);

    const total = first.size + others.reduce((sum, { from, to }) => sum + to - from, 0);
    let bytes = 0;
    const told = (more: number): void => {
      bytes += more;
      progress.update(bytes, total, { bytes });
    };
    await writeOutput(out, async (sink) => {
      await copy(first.file, 0, first.to, sink, told);
      for (const { file, from, to } of others) await copy(file, from, to, sink, told);
      await copy(first.file, first.to, first.size, sink, told);
    });
  } finally {
    progress.end();
  }
  return exitCodes.conforms;
}

function findPart(file: string): Part {
  const source = fileSource(file);
  const { year, la, from, to, persons, isRepeated } = spanOf(file, source.chunks());
  const refuse = (why: string): UsageError => new UsageError(`${file}: ${why}, so it cannot be joined`);
  if (year === undefined || la === undefined) throw refuse('has no header with Year and LEA');
  if (from === undefined || to === undefined || persons === 0) throw refuse('holds no person');
  if (isRepeated) throw refuse('has Persons more than once');
  return { file, size: source.size, from, to: endOfLast(file, from, to), year, la };
}

function spanOf(file: string, chunks: Iterable<Uint8Array>): PersonsSpan {
  try {
    return personsSpan(chunks);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'FileFault') throw error;
    throw new UsageError(`${file}: is not a return (${error.message}), so it cannot be joined`);
  }
}

function checkFit(first: Part, { file, year, la }: Part): void {
  if (la === first.la && year === first.year) return;
  throw new UsageError(
    `${file}: is the return of LA ${la} for ${year}, and ${first.file} that of LA ${first.la} for ${first.year}; join takes returns of one LA and year`,
  );
}

const pieceSize = 256 * 1024;
const whiteSpace: ReadonlySet<number | undefined> = new Set([0x20, 0x09, 0x0a, 0x0d]);

/** The end of what stands before the white space at the end of a stretch. */
function endOfLast(file: string, from: number, to: number): number {
  const fd = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(Math.min(pieceSize, to - from));
    for (let end = to; end > from;) {
      const start = Math.max(from, end - bytes.length);
      const length = readSync(fd, bytes, 0, end - start, start);
      for (let i = length - 1; i >= 0; i--) if (!whiteSpace.has(bytes[i])) return start + i + 1;
      end = start;
    }
    return from;
  } finally {
    closeSync(fd);
  }
}

/** Copies a stretch of a file; looks at signals between pieces. */
async function copy(file: string, from: number, to: number, sink: Sink, told: (bytes: number) => void): Promise<void> {
  const fd = openSync(file, 'r');
  try {
    const bytes = Buffer.allocUnsafe(pieceSize);
    for (let at = from; at < to;) {
      const length = readSync(fd, bytes, 0, Math.min(pieceSize, to - at), at);
      if (length === 0) throw new UsageError(`${file}: became shorter while it was read; try again`);
      sink.write(bytes.subarray(0, length));
      at += length;
      told(length);
      await setImmediate();
    }
  } finally {
    closeSync(fd);
  }
}
