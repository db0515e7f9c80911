import { statSync } from 'node:fs';
import { join } from 'node:path';
import { FormatError, formatOf, loadFormat, remarkLog } from '../../formats/index.js';
import { UnknownYearError, UnreadableFileError } from '../../src/validate/index.js';
import type { StoryCoverage } from '../exercise/index.js';
import { errorCode, plainText, readPlainFile, reasonOf } from '../shape/index.js';
import { keepReturn, type KeptReturn } from './keep-return.js';
import { packFile, parsePack, type Pack } from './pack-file.js';
import { ExpectedError } from './expected-error.js';

/** The return that must come out, and what its persons tell. */
export interface Expected {
  /** As the user named it. */
  readonly name: string;
  readonly kept: KeptReturn;
  /** Names of stories by the position of the person that tells it; empty where it is no case pack. */
  readonly stories: ReadonlyMap<number, string>;
  /** What the stories of the case pack exercise; absent where it is none. */
  readonly coverage?: readonly StoryCoverage[];
}

/** The return of a folder. */
const returnFile = 'return.xml';

/** More than any case pack has. */
const packBytes = 64 * 1024 * 1024;

/**
 * Reads what is expected: a case pack, which is a folder with `pack.json` and `return.xml`, a folder with a `return.xml`
 * alone, or a return in a file of any format.
 * @throws UnreadableFileError where there is nothing of that name; ExpectedError where it makes no sense
 */
export async function readExpected(path: string): Promise<Expected> {
  const there = isThere(path);
  if (!there) throw new UnreadableFileError(`${path}: no such file or folder; a case pack or a return is needed`);
  const isFolder = there.isDirectory();
  const file = isFolder ? join(path, returnFile) : path;
  const pack = isFolder ? await readPack(join(path, packFile)) : undefined;
  if (isFolder && !isThere(file))
    throw new ExpectedError(`${path}: holds no ${returnFile}; name a case pack, or a return in XML`);
  const kept = await readWhole(file);
  if (pack?.year !== undefined && pack.year !== kept.year)
    throw new ExpectedError(
      `${path}: ${packFile} is of ${pack.year} and ${returnFile} of ${kept.year}; make the pack anew`,
    );
  const beyond = [...(pack?.stories.keys() ?? [])].find((position) => position > kept.persons.length);
  if (beyond !== undefined)
    throw new ExpectedError(
      `${path}: ${packFile} names person ${beyond}, and ${returnFile} has ${kept.persons.length}; make the pack anew`,
    );
  return {
    name: path,
    kept,
    stories: pack?.stories ?? new Map<number, string>(),
    ...(pack && { coverage: pack.coverage }),
  };
}

function isThere(path: string): ReturnType<typeof statSync> {
  try {
    return statSync(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return undefined;
    throw new UnreadableFileError(`${path}: cannot be read (${errorCode(error) ?? reasonOf(error)})`);
  }
}

async function readPack(path: string): Promise<Pack | undefined> {
  const read = await readPlainFile(path, { atMost: packBytes, links: 'followed' });
  switch (read.kind) {
    case 'missing':
      return undefined;
    case 'no-file':
      throw new ExpectedError(`${path}: is not a file`);
    case 'too-large':
      throw new ExpectedError(`${path}: has more than ${packBytes} bytes; it is no ${packFile}`);
    case 'read':
      return parsePack(read.bytes.toString('utf8'), path);
  }
}

async function readWhole(path: string): Promise<KeptReturn> {
  const refuse = (why: string): ExpectedError =>
    new ExpectedError(`${plainText(why, 500)}; a whole return is expected`);
  try {
    // A file whose name tells nothing is taken for XML.
    const format = await loadFormat(formatOf(path) ?? 'xml');
    const kept = await keepReturn(await format.open(path, { remarks: remarkLog() }));
    if (kept.stopped !== null) throw refuse(kept.stopped);
    return kept;
  } catch (error) {
    if (error instanceof FormatError) throw refuse(error.message);
    if (error instanceof UnknownYearError) throw refuse(`${path}: ${error.message}`);
    throw error;
  }
}
