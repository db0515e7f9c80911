/** What one person adds to a share that a return-level rule watches. */
export interface Counted {
  /** Of what the rule counts, such as ceased plans. */
  readonly all: number;
  /** Of those that it allows for at most one in ten, such as reason 9. */
  readonly watched: number;
}

/**
 * The first stretch of consecutive persons, of any length, in which more than one in ten of at least `least` are
 * watched; undefined where there is none.
 */
export function loudStretch(persons: readonly Counted[], least: number): { from: number; to: number } | undefined {
  const all = Int32Array.from(persons, (person) => person.all);
  const watched = Int32Array.from(persons, (person) => person.watched);
  for (let from = 0; from < all.length; from++) {
    let counted = 0;
    let found = 0;
    for (let to = from; to < all.length; to++) {
      counted += all[to] ?? 0;
      found += watched[to] ?? 0;
      if (10 * found > counted && counted >= least) return { from, to };
    }
  }
  return undefined;
}
