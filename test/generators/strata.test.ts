import { plotShares } from '../../generators/figures/index.js';
import { sourcePeriod, strataFor, strataPeriod } from '../../generators/strata.js';
import { randomFor } from '../../src/random/index.js';
import { loudStretch } from './windows.js';

const withoutSource = new Set(['historical', 'transferred-in', 'issued-on-old-request']);

describe('strata', () => {
  const seeds = ['a', 'b', 'c', 'd', 'e', 'f'];
  const twoAndAHalf = (seed: string) => {
    const stratum = strataFor(randomFor(seed));
    return Array.from({ length: 2.5 * strataPeriod }, (_, k) => stratum(k));
  };

  it('hold every plot in its share in any thousand', () => {
    const strata = twoAndAHalf('a').slice(700, 1700);
    for (const { plot, ceased, perThousand } of plotShares)
      expect(strata.filter((s) => s.plot === plot && s.ceased === ceased)).toHaveLength(perThousand);
    expect(plotShares.reduce((total, { perThousand }) => total + perThousand, 0)).toBe(strataPeriod);
  });

  it('repeat after a thousand, in another order for another seed', () => {
    const [a, b] = [strataFor(randomFor('a')), strataFor(randomFor('b'))];
    const plots = (of: typeof a): string[] => Array.from({ length: strataPeriod }, (_, k) => of(k).plot);
    for (let k = 0; k < strataPeriod; k++) expect(a(k)).toBe(a(k + 5 * strataPeriod));
    expect(plots(a)).not.toEqual(plots(b));
  });

  it.each(seeds)('keep the shares of RET-04 to RET-06 in stretches of every length (seed %s)', (seed) => {
    const strata = twoAndAHalf(seed);
    const ethnicity = strata.map((s) => ({ all: 1, watched: s.mayLackEthnicity ? 1 : 0 }));
    const reasons = strata.map((s) => ({ all: s.ceased ? 1 : 0, watched: s.otherReason ? 1 : 0 }));
    // The fewest sources there can be: every one that is voluntary is left out.
    const sources = strata.map((s) => ({
      all: withoutSource.has(s.plot) || s.source === 'voluntary' ? 0 : 1,
      watched: s.source === 'other' ? 1 : 0,
    }));
    expect(loudStretch(ethnicity, 20)).toBeUndefined();
    expect(loudStretch(reasons, 10)).toBeUndefined();
    expect(loudStretch(sources, 10)).toBeUndefined();
    for (const shares of [ethnicity, reasons, sources]) expect(shares.some((s) => s.watched > 0)).toBe(true);
  });

  it.each(seeds)('have at least 18 others between two that are watched (seed %s)', (seed) => {
    const strata = twoAndAHalf(seed);
    const between = (watched: (k: number) => boolean, other: (k: number) => boolean): number => {
      const gaps: number[] = [];
      let gap = Infinity;
      strata.forEach((_, k) => {
        if (watched(k)) {
          gaps.push(gap);
          gap = 0;
        } else if (other(k)) gap += 1;
      });
      expect(gaps.length).toBeGreaterThan(1);
      return Math.min(...gaps);
    };
    const at = (k: number) => strata[k];
    expect(
      between(
        (k) => at(k)?.otherReason === true,
        (k) => at(k)?.ceased === true,
      ),
    ).toBe(59);
    const named = (k: number): boolean => at(k)?.source === 'named' && !withoutSource.has(at(k)?.plot ?? '');
    expect(between((k) => at(k)?.source === 'other', named)).toBeGreaterThanOrEqual(
      Math.floor(((sourcePeriod - 2) * 2) / 3),
    );
  });

  it('never give source 5 to a person who asked twice', () => {
    for (const seed of seeds)
      for (const { plot, source } of twoAndAHalf(seed)) if (plot === 'second-request') expect(source).not.toBe('other');
  });
});

describe('loudStretch', () => {
  it('finds a share that is too large', () => {
    const quiet = Array.from({ length: 9 }, () => ({ all: 1, watched: 0 }));
    const loud = { all: 1, watched: 1 };
    expect(loudStretch([loud, ...quiet], 10)).toBeUndefined();
    expect(loudStretch([loud, ...quiet, loud], 10)).toEqual({ from: 0, to: 10 });
  });
});
