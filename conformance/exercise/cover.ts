/**
 * Chooses as few sets as it can that hold all that any of them holds: again and again the one that adds most, the first
 * of those that add as much; then each that the others make needless is dropped, the last chosen first. Gives back the
 * places of those chosen, in order. The same sets give the same choice.
 */
export function coverOf(sets: readonly ReadonlySet<string>[]): readonly number[] {
  const left = new Set(sets.flatMap((set) => [...set]));
  const chosen: number[] = [];
  while (left.size > 0) {
    const adds = sets.map((set) => [...set].filter((one) => left.has(one)).length);
    const best = adds.indexOf(Math.max(...adds));
    chosen.push(best);
    for (const one of sets[best] ?? []) left.delete(one);
  }
  return withoutNeedless(chosen, sets).sort((a, b) => a - b);
}

function withoutNeedless(chosen: readonly number[], sets: readonly ReadonlySet<string>[]): number[] {
  let kept = [...chosen];
  for (const candidate of [...chosen].reverse()) {
    const others = kept.filter((one) => one !== candidate);
    const held = new Set(others.flatMap((one) => [...(sets[one] ?? [])]));
    if ([...(sets[candidate] ?? [])].every((one) => held.has(one))) kept = others;
  }
  return kept;
}
