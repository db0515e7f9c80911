import { fitGrowth, growthInWords, type Measured } from '../../../conformance/scale/index.js';
import { randomFor } from '../../../src/random/index.js';

const sizes = [1e6, 3e6, 1e7, 3e7, 1e8, 3e8, 1e9];
const noise = randomFor('noise');
const about = (value: number): number => value * (0.95 + noise.next() * 0.1);
const measured = (cost: (bytes: number) => number): Measured[] =>
  sizes.map((bytes) => ({ bytes, cost: about(cost(bytes)) }));

describe('the growth of a cost', () => {
  it.each([0.5, 1, 2])('is found where it grows as n^%d', (exponent) => {
    const growth = fitGrowth(measured((bytes) => bytes ** exponent / 1000));
    expect(growth?.exponent).toBeCloseTo(exponent, 1);
    expect(growth?.above).toBeNull();
  });

  it('is told from where it bends', () => {
    const growth = fitGrowth(measured((bytes) => (bytes <= 3e7 ? bytes : bytes * (bytes / 3e7) ** 0.9)));
    expect(growth?.exponent).toBeCloseTo(1.9, 1);
    expect(growth?.above?.bytes).toBe(3e7);
    expect(growth?.above?.exponentBelow).toBeCloseTo(1, 1);
    if (!growth) throw new Error('no growth');
    expect(growthInWords('time', growth)).toBe('time grows as n^1.9 above 30 MB, and as n^1.0 up to there');
  });

  it('takes two sizes', () => {
    expect(fitGrowth([])).toBeUndefined();
    expect(fitGrowth([{ bytes: 10, cost: 1 }])).toBeUndefined();
    const growth = fitGrowth([
      { bytes: 100, cost: 10_000 },
      { bytes: 10, cost: 100 },
    ]);
    expect(growth?.exponent).toBeCloseTo(2);
    expect(growth && growthInWords('memory', growth)).toBe('memory grows as n^2.0');
  });
});
