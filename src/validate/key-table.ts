/**
 * Finds keys that stand more than once among very many, in little memory: of each position a 53-bit hash of its key is
 * held, 8 bytes, and as much again while the groups are looked for. Two different keys could share a hash; whoever
 * uses the groups compares the keys themselves.
 */
export class KeyTable {
  readonly #blocks: Float64Array[] = [];
  /** The last position that was taken in. */
  #last = 0;

  /** Takes in the key that stands at a position, from 1. */
  add(key: string, position: number): void {
    this.#set(hashOf(key), position);
  }

  /** Takes in what another table held of positions from 1, as those that follow an offset. */
  take(hashes: Float64Array, offset: number): void {
    hashes.forEach((hash, i) => {
      if (!Number.isNaN(hash)) this.#set(hash, offset + i + 1);
    });
  }

  /** The hashes by position: the first is that of position 1; NaN where a position has no key. */
  hashes(): Float64Array<ArrayBuffer> {
    const all = new Float64Array(this.#last);
    this.#blocks.forEach((block, i) => {
      all.set(block.subarray(0, this.#last - i * blockSize), i * blockSize);
    });
    return all;
  }

  /** The positions of each key that was taken in more than once, in the order of their first. */
  groups(): readonly (readonly number[])[] {
    const repeated = this.#repeated();
    const groups = new Map<number, number[]>();
    if (repeated.size === 0) return [];
    for (const [at, block] of this.#blocks.entries()) {
      block.forEach((hash, i) => {
        if (!repeated.has(hash)) return;
        const group = groups.get(hash);
        const position = at * blockSize + i + 1;
        if (group) group.push(position);
        else groups.set(hash, [position]);
      });
    }
    return [...groups.values()];
  }

  /** The hashes that stand at more than one position. */
  #repeated(): ReadonlySet<number> {
    // In order, those that are the same are side by side; NaN comes last and is not the same as itself.
    const sorted = this.hashes().sort();
    const repeated = new Set<number>();
    for (let i = 1; i < sorted.length; i++) {
      const hash = sorted[i];
      if (hash !== undefined && hash === sorted[i - 1]) repeated.add(hash);
    }
    return repeated;
  }

  #set(hash: number, position: number): void {
    const at = Math.floor((position - 1) / blockSize);
    while (this.#blocks.length <= at) this.#blocks.push(new Float64Array(blockSize).fill(NaN));
    const block = this.#blocks[at];
    if (block) block[(position - 1) % blockSize] = hash;
    if (position > this.#last) this.#last = position;
  }
}

/** Positions in a block: 64 KB, so that a small return takes little. */
const blockSize = 8192;

// Looked up once: a global costs a look-up for every character where globals are slow, as in tests.
const { imul } = Math;

/** 53 bits of two independent 32-bit multiplicative hashes. */
function hashOf(key: string): number {
  let a = 0x9e3779b9;
  let b = 0x85ebca6b;
  for (let i = 0; i < key.length; i++) {
    const code = key.charCodeAt(i);
    a = imul(a ^ code, 0x01000193);
    b = imul(b ^ code, 0xc2b2ae35);
    b = (b << 13) | (b >>> 19);
  }
  a = imul(a ^ (a >>> 16), 0x85ebca6b);
  b = imul(b ^ (b >>> 15), 0x2c1b3c6d);
  return ((a ^ (a >>> 13)) >>> 0) * 0x200000 + ((b ^ (b >>> 16)) >>> 11);
}
