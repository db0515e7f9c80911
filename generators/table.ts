import type { Random, Weighted } from '../src/random/index.js';

/** A weighted choice made ready: the sums are taken once, so a draw costs a few comparisons. */
export interface Table<T> {
  draw(random: Random): T;
}

/** Entries of weight 0 or less are never drawn. @throws RangeError where no weight is above 0. */
export function table<T>(entries: Weighted<T>): Table<T> {
  const values: T[] = [];
  const sums: number[] = [];
  let total = 0;
  for (const [value, weight] of entries) {
    if (weight <= 0) continue;
    total += weight;
    values.push(value);
    sums.push(total);
  }
  if (values.length === 0) throw new RangeError('no weight is above 0');
  return new Sums(values, sums, total);
}

/** A class: of functions made for each table, what was compiled for the first is thrown away with the second. */
class Sums<T> implements Table<T> {
  constructor(
    private readonly values: readonly T[],
    private readonly sums: readonly number[],
    private readonly total: number,
  ) {}

  draw(random: Random): T {
    const { sums, total } = this;
    const at = random.next() * total;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? total) > at) high = middle;
      else low = middle + 1;
    }
    // `low` is an index of the list, which may hold undefined as a value.
    return this.values[low] as T;
  }
}

/** Tables made when first asked for and kept: one for each key. */
export function tablesBy<K, T>(make: (key: K) => Weighted<T>): (key: K) => Table<T> {
  const made = new Map<K, Table<T>>();
  return (key) => {
    let found = made.get(key);
    if (!found) {
      found = table(make(key));
      made.set(key, found);
    }
    return found;
  };
}
