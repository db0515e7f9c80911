/** How much of the national pattern is mixed in, so that a small LA makes nothing impossible. */
const nationalPart = 0.005;

/**
 * Counts of an LA in the place of the national ones. Cells that are not known are filled as the national ones are to
 * the others; a little of the national pattern is mixed in. Where nothing is known, or all of it is 0, the national
 * counts stay, brought to `total` where that is known.
 */
export function blend(
  known: readonly (number | undefined)[],
  national: readonly number[],
  total?: number,
): readonly number[] {
  let have = 0;
  let of = 0;
  let all = 0;
  national.forEach((count, i) => {
    all += count;
    const own = known[i];
    if (own === undefined) return;
    have += own;
    of += count;
  });
  if (have === 0 || of === 0) {
    if (total === undefined || total === 0 || all === 0) return national;
    return national.map((count) => (count * total) / all);
  }
  const scale = have / of;
  return national.map((count, i) => (1 - nationalPart) * (known[i] ?? count * scale) + nationalPart * count * scale);
}

/** The same for counts by name. */
export function blendRecord<K extends string>(
  known: Readonly<Partial<Record<K, number | undefined>>>,
  national: Readonly<Record<K, number>>,
): Readonly<Record<K, number>> {
  const keys = Object.keys(national) as K[];
  const counts = blend(
    keys.map((key) => known[key]),
    keys.map((key) => national[key]),
  );
  const result: Record<K, number> = { ...national };
  keys.forEach((key, i) => (result[key] = counts[i] ?? 0));
  return result;
}
