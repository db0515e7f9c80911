/**
 * The fewest of a list that still show something, by delta debugging (Zeller and Hildebrandt's ddmin): none of them, then
 * half of them, then ever smaller parts are left out. What is left is such that no single one can be left out any more.
 * @param shows whether a part of the list, in its order, still shows it; the whole list is known to
 * @throws what `shows` throws
 */
export async function ddmin<T>(
  list: readonly T[],
  shows: (kept: readonly T[]) => Promise<boolean>,
): Promise<readonly T[]> {
  if (list.length === 0 || (await shows([]))) return [];
  let kept = list;
  let parts = 2;
  while (kept.length > 1) {
    const smaller = await oneOfParts(kept, parts, shows);
    if (smaller) {
      parts = smaller.isPart ? 2 : Math.max(2, parts - 1);
      kept = smaller.kept;
    } else if (parts >= kept.length) {
      return kept;
    } else {
      parts = Math.min(kept.length, parts * 2);
    }
  }
  return kept;
}

interface Smaller<T> {
  readonly kept: readonly T[];
  /** It is one of the parts, and not what is left without one. */
  readonly isPart: boolean;
}

async function oneOfParts<T>(
  list: readonly T[],
  parts: number,
  shows: (kept: readonly T[]) => Promise<boolean>,
): Promise<Smaller<T> | undefined> {
  const bounds = Array.from({ length: parts + 1 }, (_, i) => Math.floor((i * list.length) / parts));
  const spans = bounds.slice(1).map((end, i): readonly [number, number] => [bounds[i] ?? 0, end]);
  for (const [from, to] of spans) {
    const kept = list.slice(from, to);
    if (await shows(kept)) return { kept, isPart: true };
  }
  // Of two parts, each is what is left without the other.
  if (parts === 2) return undefined;
  for (const [from, to] of spans) {
    const kept = [...list.slice(0, from), ...list.slice(to)];
    if (await shows(kept)) return { kept, isPart: false };
  }
  return undefined;
}
