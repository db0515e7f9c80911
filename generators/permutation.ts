import type { Random } from '../src/random/index.js';

/** A one-to-one map of the whole numbers 0 to size - 1 onto themselves. */
export interface Permutation {
  readonly size: number;
  /** @throws RangeError for an index that is not a whole number from 0 to size - 1. */
  at(index: number): number;
}

const rounds = 6;
const largest = 2 ** 30;

/**
 * A shuffle that needs no memory: a Feistel network over the smallest power of four that holds `size`,
 * keyed from the stream. Where it leads out of range it is applied again, and since it is one-to-one on
 * the larger range, walking on from inside always comes back inside, at a number no other index reaches.
 *
 * @param size from 1 to 2^30. @throws RangeError for any other.
 */
export function permutation(size: number, random: Random): Permutation {
  if (!Number.isInteger(size) || size < 1 || size > largest) throw new RangeError(`no permutation of ${size} numbers`);
  let bits = 1;
  while (4 ** bits < size) bits += 1;
  const keys = Int32Array.from({ length: rounds }, () => random.int(-(2 ** 31), 2 ** 31 - 1));

  return new Feistel(size, bits, keys);
}

/** A class: of functions made for each permutation, what was compiled for the first is thrown away with the second. */
class Feistel implements Permutation {
  constructor(
    readonly size: number,
    private readonly bits: number,
    private readonly keys: Int32Array,
  ) {}

  at(index: number): number {
    if (!Number.isInteger(index) || index < 0 || index >= this.size)
      throw new RangeError(`${index} is not below ${this.size}`);
    let value = this.#step(index);
    while (value >= this.size) value = this.#step(value);
    return value;
  }

  #step(value: number): number {
    const { bits, keys } = this;
    const mask = (1 << bits) - 1;
    let left = value >>> bits;
    let right = value & mask;
    for (const key of keys) {
      let mixed = Math.imul(right ^ key, 0x9e3779b1);
      mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
      mixed ^= mixed >>> 13;
      const next = left ^ (mixed & mask);
      left = right;
      right = next;
    }
    return (left << bits) | right;
  }
}
