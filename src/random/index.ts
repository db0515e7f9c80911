import { Alea } from './alea.js';

/** A weighted choice: each entry with a weight of 0 or more, in any unit. */
export type Weighted<T> = readonly (readonly [value: T, weight: number])[];

/** A stream of draws. Two streams made from the same parts give the same draws on every machine. */
export interface Random {
  /** From 0 up to, but not including, 1. */
  next(): number;
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number;
  /** True with probability `p`. */
  chance(p: number): boolean;
  /** One of a list, each as likely. @throws RangeError where the list is empty. */
  pick<T>(list: readonly T[]): T;
  /** One of a table, by weight. @throws RangeError where no weight is above 0. */
  weighted<T>(table: Weighted<T>): T;
}

/**
 * The stream named by its parts, such as seed, year, LA and index. What a stream gives depends on its
 * parts alone, never on what was drawn elsewhere, so work can be done in any order.
 */
export function randomFor(...parts: readonly (string | number)[]): Random {
  // JSON keeps ('a', 'bc') and ('ab', 'c') apart, whatever the parts hold.
  return new Stream(JSON.stringify(parts));
}

class Stream extends Alea implements Random {
  int(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  chance(p: number): boolean {
    return this.next() < p;
  }

  pick<T>(list: readonly T[]): T {
    const chosen = list[Math.floor(this.next() * list.length)];
    if (chosen === undefined) throw new RangeError('nothing to pick from');
    return chosen;
  }

  weighted<T>(table: Weighted<T>): T {
    let total = 0;
    for (const [, weight] of table) total += weight;
    let rest = this.next() * total;
    for (const [value, weight] of table) {
      rest -= weight;
      if (rest < 0) return value;
    }
    throw new RangeError('no weight is above 0');
  }
}
