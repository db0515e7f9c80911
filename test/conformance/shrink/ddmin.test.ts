import fc from 'fast-check';
import { ddmin } from '../../../conformance/shrink/index.js';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

describe('delta debugging', () => {
  it('finds exactly what is needed, in order, whatever that is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.nat(59), { maxLength: 6 }), async (needed) => {
        const kept = await ddmin(numbers(60), (some) => Promise.resolve(needed.every((one) => some.includes(one))));
        expect(kept).toEqual([...needed].sort((a, b) => a - b));
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it('leaves nothing that could be left out, where any three will do', async () => {
    expect(await ddmin(numbers(40), (some) => Promise.resolve(some.length >= 3))).toHaveLength(3);
  });

  it('asks some tens of times for one in a hundred thousand', async () => {
    let calls = 0;
    const kept = await ddmin(numbers(100_000), (some) => {
      calls += 1;
      return Promise.resolve(some.includes(77_777));
    });
    expect(kept).toEqual([77_777]);
    expect(calls).toBeLessThan(45);
  });
});
