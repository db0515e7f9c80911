import { nationalFigures } from '../../generators/figures/index.js';
import { plotMix } from '../../generators/plots.js';
import { sourcePeriod, strataFor as strataOf, strataPeriod, type Stratum } from '../../generators/strata.js';
import { randomFor, type Random } from '../../src/random/index.js';
import { loudStretch } from './windows.js';

const national = plotMix(nationalFigures);
const strataFor = (random: Random) => strataOf(random, national);
const isCeased = ({ kind }: Stratum): boolean => 'ceased' in kind;
const hasSource = ({ kind }: Stratum): boolean =>
  'ceased' in kind ? kind.ceased === 'issued' : kind.pool === 'requested';

describe('strata', () => {
  const seeds = ['a', 'b', 'c', 'd', 'e', 'f'];
  const twoAndAHalf = (seed: string) => {
    const stratum = strataFor(randomFor(seed));
    return Array.from({ length: 2.5 * strataPeriod }, (_, k) => stratum(k));
  };

  it('hold every kind in its share in any thousand', () => {
    const strata = twoAndAHalf('a').slice(700, 1700);
    const { ceased, carried, requested } = national.perThousand;
    expect(ceased + carried + requested).toBe(strataPeriod);
    expect(strata.filter(isCeased)).toHaveLength(ceased);
    expect(strata.filter(({ kind }) => 'pool' in kind && kind.pool === 'requested')).toHaveLength(requested);
  });

  it('repeat after a thousand, in another order for another seed', () => {
    const [a, b] = [strataFor(randomFor('a')), strataFor(randomFor('b'))];
    const kinds = (of: typeof a) => Array.from({ length: strataPeriod }, (_, k) => of(k).kind);
    for (let k = 0; k < strataPeriod; k++) expect(a(k)).toBe(a(k + 5 * strataPeriod));
    expect(kinds(a)).not.toEqual(kinds(b));
  });

  it.each([
    { ceased: 20, carried: 920, requested: 60 },
    { ceased: 200, carried: 200, requested: 600 },
  ])('keep the shares with the fewest and the most of what they watch (%j)', (perThousand) => {
    const stratum = strataOf(randomFor('edge'), { perThousand });
    const strata = Array.from({ length: 2.5 * strataPeriod }, (_, k) => stratum(k));
    const reasons = strata.map((s) => ({ all: isCeased(s) ? 1 : 0, watched: s.otherReason ? 1 : 0 }));
    const sources = strata.map((s) => ({
      all: !hasSource(s) || s.source === 'voluntary' ? 0 : 1,
      watched: s.source === 'other' ? 1 : 0,
    }));
    expect(loudStretch(reasons, 10)).toBeUndefined();
    expect(loudStretch(sources, 10)).toBeUndefined();
    expect(sources.some((s) => s.watched > 0)).toBe(true);
  });

  it.each(seeds)('keep the shares of RET-04 to RET-06 in stretches of every length (seed %s)', (seed) => {
    const strata = twoAndAHalf(seed);
    const ethnicity = strata.map((s) => ({ all: 1, watched: s.mayLackEthnicity ? 1 : 0 }));
    const reasons = strata.map((s) => ({ all: isCeased(s) ? 1 : 0, watched: s.otherReason ? 1 : 0 }));
    // The fewest sources there can be: every one that is voluntary is left out.
    const sources = strata.map((s) => ({
      all: !hasSource(s) || s.source === 'voluntary' ? 0 : 1,
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
        (k) => strata[k] !== undefined && isCeased(strata[k]),
      ),
    ).toBe(national.perThousand.ceased - 1);
    const named = (k: number): boolean => strata[k]?.source === 'named' && hasSource(strata[k]);
    expect(between((k) => at(k)?.source === 'other', named)).toBeGreaterThanOrEqual(
      Math.floor(((sourcePeriod - 2) * 2) / 3),
    );
  });

  it('leave the plot of a person who asked twice out where source 5 stands', () => {
    for (let k = 0; k < 5000; k++)
      expect(national.draw('requested', true, randomFor('once', k)).plot).not.toBe('second-request');
    const any = Array.from({ length: 20_000 }, (_, k) => national.draw('requested', false, randomFor('any', k)).plot);
    expect(any).toContain('second-request');
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
