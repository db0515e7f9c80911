import type { Plot } from '../scenarios/life/index.js';
import type { Random } from '../src/random/index.js';
import { permutation } from './permutation.js';
import { ceasedSlots, type PlotMix, type Pool } from './plots.js';

/** What the index of a person settles, so that shares hold in every stretch of a return. */
export interface Stratum {
  /** Of a ceased plan the plot; of others the pool of plots that the person draws from. */
  readonly kind: { readonly ceased: Plot } | { readonly pool: Pool };
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

/** Plots of ceased plans that have a request with a source. */
const sourced: ReadonlySet<Plot> = new Set<Plot>(['issued']);

/**
 * The kinds of story in a fixed shuffle of the thousand, the same in every thousand, for the stratum of any
 * index k. The return-level shares stay quiet for any stretch of consecutive indices, whatever its length:
 *
 * - RET-04, in 20 persons or more: NOBT stands at one index in 20 at most, so n persons hold at most
 *   ceil(n / 20) of them, which from 20 up is at most n / 10.
 * - RET-05, in 10 ceased plans or more: reason 9 stands at one index in 1000, with all other ceased plans of the
 *   thousand, 19 or more, between it and the next. A stretch with m of them holds at least m + 19 (m - 1) ceased
 *   plans. For m = 1 there are 10 by the condition, so at most one in ten; for m of 2 or more, 10 m <= 20 m - 19.
 * - RET-06, in 10 requests with a source or more: source 5 stands at every fiftieth case that has one, the last
 *   short period left out, so at least 49 cases lie between two of them, of which one in 3 may leave the source
 *   out: at least 32 others, and the same reckoning holds as for reason 9. Persons with source 5 have asked once,
 *   since it would stand twice otherwise, and other requests of a person never have source 5.
 *
 * In general it takes 18 others between two: 10 m <= m + 18 (m - 1) for m of 2 or more.
 */
export function strataFor(random: Random, { perThousand }: Pick<PlotMix, 'perThousand'>): (k: number) => Stratum {
  const { ceased, carried, requested } = perThousand;
  const { newlyIssued, transferred } = ceasedSlots;
  const slots = (count: number, kind: Stratum['kind']): Stratum['kind'][] => Array.from({ length: count }, () => kind);
  const deck = [
    ...slots(ceased - newlyIssued - transferred, { ceased: 'historical' }),
    ...slots(newlyIssued, { ceased: 'issued' }),
    ...slots(transferred, { ceased: 'transferred-in' }),
    ...slots(carried, { pool: 'carried' }),
    ...slots(requested, { pool: 'requested' }),
  ];
  if (deck.length !== strataPeriod) throw new RangeError(`${deck.length} strata, not ${strataPeriod}`);
  const order = permutation(strataPeriod, random);
  const withoutEthnicity = random.int(0, ethnicityPeriod - 1);
  const withSource = requested + newlyIssued;

  let cases = 0;
  let otherReasonGiven = false;
  const strata = Array.from({ length: strataPeriod }, (_, place): Stratum => {
    const kind = deck[order.at(place)] ?? { pool: 'carried' };
    const isCeased = 'ceased' in kind;
    let source: Stratum['source'] = 'named';
    if (isCeased ? sourced.has(kind.ceased) : kind.pool === 'requested') {
      // The last, short period is left out, so that the next thousand does not begin too soon after it.
      if (cases % sourcePeriod === 0 && cases + sourcePeriod <= withSource) source = 'other';
      else if (cases % voluntaryPeriod === 2) source = 'voluntary';
      cases += 1;
    }
    const otherReason = isCeased && !otherReasonGiven;
    if (isCeased) otherReasonGiven = true;
    return { kind, otherReason, source, mayLackEthnicity: place % ethnicityPeriod === withoutEthnicity };
  });
  return (k) => {
    const found = strata[k % strataPeriod];
    if (!found) throw new RangeError(`there is no person ${k}`);
    return found;
  };
}
