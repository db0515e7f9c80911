import type { Pace, Plot } from '../scenarios/life/index.js';
import type { Random } from '../src/random/index.js';
import type { Figures } from './figures/index.js';
import type { PlotMix } from './plots.js';

/** Draws how long plans took, and for how many the 20 weeks did not apply. */
export interface PaceMix {
  /** The pace of a plan that was issued; undefined for a plot that settles it by itself. */
  pace(plot: Plot, random: Random): Pace | undefined;
  /** Whether an exception applied, which is likelier for plans that were late. */
  excepted(pace: Pace | undefined, random: Random): boolean;
  /** Requested while in relevant youth accommodation. */
  inAccommodation(random: Random): boolean;
}

/** Timeliness in the proportions of the figures. */
export function paceMix(
  { timeliness, timelinessUnexcepted, youthAccommodation }: Figures,
  plots: Pick<PlotMix, 'issuedOnTime' | 'oldRequestVeryLate'>,
): PaceMix {
  const exceptions = (all: number, without: number): number => (all > 0 ? Math.max(0, 1 - without / all) : 0);
  const excepted: Readonly<Record<Pace, number>> = {
    'on-time': exceptions(timeliness.onTime, timelinessUnexcepted.onTime),
    late: exceptions(timeliness.late, timelinessUnexcepted.late),
    'very-late': exceptions(timeliness.veryLate, timelinessUnexcepted.veryLate),
  };
  const accommodated = youthAccommodation.inAccommodation / (youthAccommodation.requests || 1);
  return {
    pace: (plot, random) => {
      if (plot === 'issued') return random.chance(plots.issuedOnTime) ? 'on-time' : 'late';
      if (plot === 'issued-on-old-request') return random.chance(plots.oldRequestVeryLate) ? 'very-late' : 'late';
      return undefined;
    },
    excepted: (pace, random) => random.chance(excepted[pace ?? 'late']),
    inAccommodation: (random) => random.chance(accommodated),
  };
}
