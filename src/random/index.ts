import seedrandom from 'seedrandom';

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
  const next = seedrandom.alea(JSON.stringify(parts));
  const random: Random = {
    next,
    int: (min, max) => min + Math.floor(next() * (max - min + 1)),
    chance: (p) => next() < p,
    pick: (list) => {
      const chosen = list[Math.floor(next() * list.length)];
      if (chosen === undefined) throw new RangeError('nothing to pick from');
      return chosen;
    },
    weighted: (table) => {
      let total = 0;
      for (const [, weight] of table) total += weight;
      let rest = next() * total;
      for (const [value, weight] of table) {
        rest -= weight;
        if (rest < 0) return value;
      }
      throw new RangeError('no weight is above 0');
    },
  };
  return random;
}
