import { ulnCheckDigit } from '../src/model/index.js';
import type { Random } from '../src/random/index.js';
import { permutation } from './permutation.js';

/** Gives person `k` (from 0, below 90 million) a ULN that no other index gets. */
export interface UlnSource {
  at(k: number, random: Random): string;
}

const first = 10_000_000;
const slots = 90_000_000;

/** The first eight digits are a permutation of the index, which makes the whole unique; `keys` draws it. */
export function ulnSource(keys: Random): UlnSource {
  const order = permutation(slots, keys);
  return {
    at: (k, random) => {
      const eight = String(first + order.at(k));
      const ninth = random.int(0, 9);
      // The ninth digit has weight 2 of 11, a prime: at most one of the ten leaves remainder 0, so the next one will do.
      const chosen = ulnCheckDigit(eight + String(ninth)) === undefined ? (ninth + 1) % 10 : ninth;
      return `${eight}${chosen}${ulnCheckDigit(`${eight}${chosen}`) ?? ''}`;
    },
  };
}
