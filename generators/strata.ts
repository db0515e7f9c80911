import type { Plot } from '../scenarios/life/index.js';
import type { Random } from '../src/random/index.js';
import { plotShares } from './figures/index.js';
import { permutation } from './permutation.js';

/** What the index of a person settles, so that shares hold in every stretch of a return. */
export interface Stratum {
  readonly plot: Plot;
  readonly ceased: boolean;
  /** The plan ceased for the reason "other" (9). */
  readonly otherReason: boolean;
  /** RequestSource: a named one, "other" (5), or, where it is voluntary, none. */
  readonly source: 'named' | 'other' | 'voluntary';
  /** The ethnicity may be "not yet obtained". */
  readonly mayLackEthnicity: boolean;
}

/** Indices after which the strata repeat. */
export const strataPeriod = 1000;

/** One index in so many may have the ethnicity NOBT. */
export const ethnicityPeriod = 20;

/** Of the cases with a source, one in so many has source 5, the last of a period apart. */
export const sourcePeriod = 50;

/** Of the cases with a source, one in so many leaves it out where it is voluntary. */
const voluntaryPeriod = 3;

const withoutSource: ReadonlySet<Plot> = new Set<Plot>(['historical', 'transferred-in', 'issued-on-old-request']);

/**
 * The kinds of story in a fixed shuffle of the thousand, the same in every thousand, for the stratum of any
 * index k. The return-level shares stay quiet for any stretch of consecutive indices, whatever its length:
 *
 * - RET-04, in 20 persons or more: NOBT stands at one index in 20 at most, so n persons hold at most
 *   ceil(n / 20) of them, which from 20 up is at most n / 10.
 * - RET-05, in 10 ceased plans or more: reason 9 stands at one index in 1000, with the 59 other ceased plans of
 *   the thousand between it and the next. A stretch with m of them holds at least m + 59 (m - 1) ceased plans.
 *   For m = 1 there are 10 by the condition, so at most one in ten; for m of 2 or more, 10 m <= 60 m - 59.
 * - RET-06, in 10 requests with a source or more: source 5 stands at cases counted 0, 50, 100 and 150 of the
 *   207 that have one (the next where that one asked twice, which would give it twice), so at least 48 cases
 *   lie between two of them, of which one in 3 may leave the source out: at least 32 others, and the same
 *   reckoning holds as for reason 9. Other requests of a person never have source 5.
 *
 * In general it takes 18 others between two: 10 m <= m + 18 (m - 1) for m of 2 or more.
 */
export function strataFor(random: Random): (k: number) => Stratum {
  const deck = plotShares.flatMap(({ plot, ceased, perThousand }) =>
    Array.from({ length: perThousand }, () => ({ plot, ceased })),
  );
  const order = permutation(strataPeriod, random);
  const withoutEthnicity = random.int(0, ethnicityPeriod - 1);

  let sourced = 0;
  let otherDue = false;
  let otherReasonGiven = false;
  const strata = Array.from({ length: strataPeriod }, (_, place): Stratum => {
    const { plot, ceased } = deck[order.at(place)] ?? { plot: 'historical', ceased: false };
    let source: Stratum['source'] = 'named';
    if (!withoutSource.has(plot)) {
      // The last, short period is left out, so that the next thousand does not begin too soon after it.
      if (sourced % sourcePeriod === 0 && sourced < 4 * sourcePeriod) otherDue = true;
      if (otherDue && plot !== 'second-request') {
        source = 'other';
        otherDue = false;
      } else if (sourced % voluntaryPeriod === 2) source = 'voluntary';
      sourced += 1;
    }
    const otherReason = ceased && !otherReasonGiven;
    if (ceased) otherReasonGiven = true;
    return { plot, ceased, otherReason, source, mayLackEthnicity: place % ethnicityPeriod === withoutEthnicity };
  });
  return (k) => {
    const found = strata[k % strataPeriod];
    if (!found) throw new RangeError(`there is no person ${k}`);
    return found;
  };
}
