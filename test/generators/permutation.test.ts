import fc from 'fast-check';
import { permutation } from '../../generators/permutation.js';
import { randomFor } from '../../src/random/index.js';

describe('permutation', () => {
  it('maps the numbers below its size onto themselves, whatever size and key', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.string(), (size, key) => {
        const order = permutation(size, randomFor(key));
        const reached = new Set<number>();
        for (let i = 0; i < size; i++) reached.add(order.at(i));
        expect(reached.size).toBe(size);
        expect(Math.max(...reached)).toBe(size - 1);
        expect(Math.min(...reached)).toBe(0);
      }),
    );
  });

  it('stays in range for the largest sizes', () => {
    const size = 90_000_000;
    const order = permutation(size, randomFor('large'));
    const reached = new Set<number>();
    for (let i = 0; i < 20_000; i++) reached.add(order.at(size - 1 - i));
    expect(reached.size).toBe(20_000);
    for (const at of reached) expect(at >= 0 && at < size && Number.isInteger(at)).toBe(true);
  });

  it('gives the same order for the same key and another for another', () => {
    const first = (key: string): number[] => {
      const order = permutation(1000, randomFor(key));
      return Array.from({ length: 20 }, (_, i) => order.at(i));
    };
    expect(first('a')).toEqual(first('a'));
    expect(first('a')).not.toEqual(first('b'));
  });

  it('spreads neighbours out', () => {
    const order = permutation(1000, randomFor('spread'));
    let low = 0;
    for (let i = 0; i < 500; i++) if (order.at(i) < 500) low += 1;
    expect(low).toBeGreaterThan(200);
    expect(low).toBeLessThan(300);
  });

  it.each([0, -1, 1.5, 2 ** 31])('refuses a size of %d', (size) => {
    expect(() => permutation(size, randomFor('x'))).toThrow(RangeError);
  });

  it.each([-1, 10, 0.5])('refuses the index %d of ten', (index) => {
    expect(() => permutation(10, randomFor('x')).at(index)).toThrow(RangeError);
  });
});
