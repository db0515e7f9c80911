import { open, type FileHandle } from 'node:fs/promises';
import { bytesSource } from '../../../src/validate/index.js';
import { plainFileFlags } from '../../shape/index.js';
import type { ValidationRequest } from '../../run/index.js';
import { readElements, type ElementTable } from './element-table.js';
import { PersonTable } from './person-table.js';

/** Where everything in a return stands, so that what a validator says of it can be placed. */
export interface FileIndex extends Pick<ElementTable, 'nth' | 'atLine'> {
  readonly persons: PersonTable;
}

/** Indexes of returns, each made when it is first asked for. */
export interface FileIndexes {
  /**
   * The index of a return; undefined where the file is no XML that a return may be, so that nothing is known of it.
   * Rejects where it cannot be read or is too large.
   */
  of(request: ValidationRequest): Promise<FileIndex | undefined>;
}

interface Kept {
  readonly key: string;
  readonly index: Promise<FileIndex | undefined>;
}

/** @param keep how many indexes are kept, those asked for last; a file that has changed since is read again */
export function fileIndexes(keep = 4): FileIndexes {
  let kept: readonly Kept[] = [];
  return {
    of: async ({ file, year }) => {
      // A validator that was given the file may have put something else in its place.
      const handle = await open(file, plainFileFlags);
      try {
        const stats = await handle.stat({ bigint: true });
        if (!stats.isFile()) throw new Error('the file of the case is no file any more');
        const { ino, size, mtimeNs } = stats;
        const key = JSON.stringify([file, year, String(ino), String(size), String(mtimeNs)]);
        const known = kept.find((one) => one.key === key) ?? { key, index: makeIndex(handle, year) };
        kept = [known, ...kept.filter((one) => one !== known)].slice(0, keep);
        return await known.index;
      } finally {
        await handle.close();
      }
    },
  };
}

async function makeIndex(file: FileHandle, year: number): Promise<FileIndex | undefined> {
  const elements = readElements(bytesSource(await file.readFile()).chunks(), year);
  if (!elements) return undefined;
  return {
    persons: new PersonTable(elements.persons),
    nth: (tag, n) => elements.nth(tag, n),
    atLine: (line, column) => elements.atLine(line, column),
  };
}
