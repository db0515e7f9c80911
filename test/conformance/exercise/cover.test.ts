import fc from 'fast-check';
import { coverOf } from '../../../conformance/exercise/index.js';

const sets = (...given: readonly string[]): ReadonlySet<string>[] => given.map((text) => new Set(text));

describe('coverOf', () => {
  it('takes what adds most first, the first of equals, and drops what became needless', () => {
    expect(coverOf(sets('ab', 'abc', 'd'))).toEqual([1, 2]);
    expect(coverOf(sets('ab', 'ba'))).toEqual([0]);
    // abcd is taken first, and is not needed once abx and cdy are.
    expect(coverOf(sets('abx', 'abcd', 'cdy'))).toEqual([0, 2]);
    expect(coverOf(sets('', ''))).toEqual([]);
    expect(coverOf([])).toEqual([]);
  });

  it('holds all that any set holds, and nothing that the others make needless', () => {
    const some = fc.array(
      fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h')).map((list) => new Set(list)),
    );
    fc.assert(
      fc.property(some, (given) => {
        const held = (places: readonly number[]): Set<string> =>
          new Set(places.flatMap((place) => [...(given[place] ?? [])]));
        const chosen = coverOf(given);
        const all = held(given.map((_, place) => place));
        expect(held(chosen)).toEqual(all);
        for (const one of chosen) expect(held(chosen.filter((other) => other !== one)).size).toBeLessThan(all.size);
      }),
    );
  });
});
