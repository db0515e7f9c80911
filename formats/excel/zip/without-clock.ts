import { readDirectory } from './directory.js';

/** 1 January 1980, the first day that a zip can tell. */
const firstDay = 0x0021;
const midnight = 0;

/**
 * Sets the time of each file in a zip to the same moment, in place, so that what was made from the same is the same:
 * archiver, which exceljs uses, puts the clock there and cannot be asked not to.
 */
export function withoutClock(bytes: Buffer): void {
  for (const { entryAt, headerAt } of readDirectory(bytes)) {
    for (const at of [entryAt + 12, headerAt + 10]) {
      bytes.writeUInt16LE(midnight, at);
      bytes.writeUInt16LE(firstDay, at + 2);
    }
  }
}
