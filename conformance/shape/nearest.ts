/** Steps apart at most that two words may be to be taken for a slip of the pen, by the length of the longer. */
function tolerated(length: number): number {
  return length < 5 ? 1 : length < 10 ? 2 : 3;
}

/** The word of a list that is nearest to one that is not in it, letter case not counting; undefined where none is near. */
export function nearest(word: string, words: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Infinity;
  for (const one of words) {
    const steps = stepsApart(word.toLowerCase(), one.toLowerCase());
    if (steps < least && steps <= tolerated(Math.max(word.length, one.length))) {
      best = one;
      least = steps;
    }
  }
  return best;
}

/** `; did you mean X?`, or nothing where no word is near. */
export function hint(word: string, words: Iterable<string>): string {
  const near = nearest(word, words);
  return near === undefined ? '' : `; did you mean ${near}?`;
}

/** Characters to put in, take out or change to get from one word to the other. A word far too long is not looked at. */
function stepsApart(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 3) return Infinity;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const changed = (row[j] ?? 0) + (a.charAt(i) === b.charAt(j) ? 0 : 1);
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? Infinity;
}
