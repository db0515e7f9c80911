import { ulnSource } from '../../generators/uln.js';
import { hasUlnCheckDigit, hasUlnShape } from '../../src/model/index.js';
import { randomFor } from '../../src/random/index.js';

describe('ulnSource', () => {
  it('makes sound ULNs that differ in their first eight digits', () => {
    const source = ulnSource(randomFor('uln'));
    const seen = new Set<string>();
    const indices = Array.from({ length: 20_000 }, (_, i) => (i < 10_000 ? i : 10_000_000 - i));
    for (const k of indices) {
      const uln = source.at(k, randomFor('person', k));
      expect(hasUlnShape(uln)).toBe(true);
      expect(hasUlnCheckDigit(uln)).toBe(true);
      seen.add(uln.slice(0, 8));
    }
    expect(seen.size).toBe(indices.length);
  });
});
