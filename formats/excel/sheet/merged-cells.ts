import { parseAddress } from '../address.js';
import type { Cell, SheetRow } from './cell.js';

/** Cells of one column that are merged into the topmost. */
interface Merged {
  readonly column: number;
  readonly top: number;
  readonly bottom: number;
}

const mark = Buffer.from('mergeCell');
const reference = /<(?:\w+:)?mergeCell\s[^<>]*?\bref\s*=\s*["']([A-Z0-9$]+):([A-Z0-9$]+)["']/g;
/** More than anyone merges by hand. */
const mostMerged = 100_000;

/**
 * Finds the cells of a worksheet that are merged over several rows, which stand after all its rows: a look ahead. Of cells
 * merged over several columns the first counts.
 */
export async function findMerged(chunks: AsyncIterable<Buffer>): Promise<readonly Merged[]> {
  // The end of the last piece, since a mark may stand in two.
  let tail = Buffer.alloc(0);
  let isFound = false;
  const found: Merged[] = [];
  for await (const chunk of chunks) {
    const piece = Buffer.concat([tail, chunk]);
    isFound ||= piece.includes(mark);
    let read = 0;
    if (isFound) {
      const text = piece.toString('latin1');
      for (const match of text.matchAll(reference)) {
        read = match.index + match[0].length;
        const from = parseAddress(match[1] ?? '');
        const to = parseAddress(match[2] ?? '');
        if (from && to && to.row > from.row && found.length < mostMerged)
          found.push({ column: from.column, top: from.row, bottom: to.row });
      }
    }
    tail = piece.subarray(Math.max(read, piece.length - longestElement));
  }
  return found;
}

const longestElement = 200;

/** Gives the rows that merged cells run through the value of the topmost of them. */
export class MergedCells {
  readonly #byTop = new Map<number, Merged[]>();
  #running: { readonly merged: Merged; readonly cell: Cell }[] = [];

  constructor(all: readonly Merged[]) {
    for (const merged of all) {
      const same = this.#byTop.get(merged.top);
      if (same) same.push(merged);
      else this.#byTop.set(merged.top, [merged]);
    }
  }

  /** The cells of a row, and those that run into it from above; none run into a row that holds nothing of its own. */
  fill({ number, cells }: SheetRow): { readonly row: SheetRow; readonly filled: readonly number[] } {
    if (this.#running.length > 0) this.#running = this.#running.filter(({ merged }) => merged.bottom >= number);
    const filled: number[] = [];
    let all: Map<number, Cell> | undefined;
    for (const { merged, cell } of this.#running) {
      if (cells.has(merged.column)) continue;
      all ??= new Map(cells);
      all.set(merged.column, cell);
      filled.push(merged.column);
    }
    for (const merged of this.#byTop.get(number) ?? []) {
      const cell = cells.get(merged.column);
      if (cell) this.#running.push({ merged, cell });
    }
    return { row: all ? { number, cells: all } : { number, cells }, filled };
  }
}
