import type { Plot } from '../scenarios/life/index.js';
import type { Random } from '../src/random/index.js';
import type { Figures } from './figures/index.js';
import { sum } from './fit.js';
import { table } from './table.js';

/** Cases that say nothing of their request's source, and those that do. */
export type Pool = 'carried' | 'requested';

/** A plot, and where a plan is issued or transferred in this year, whether it began in the census year. */
export interface DrawnPlot {
  readonly plot: Plot;
  readonly isNewest: boolean;
}

/** How the persons of a return are shared out over plots. */
export interface PlotMix {
  /** How many persons the figures come to. */
  readonly persons: number;
  /** How many of them asked in the activity year and were agreed to; follows from the plans, not from the requests. */
  readonly agreed: number;
  /** Of a thousand persons: with a ceased plan, in the pool "carried", and in the pool "requested". */
  readonly perThousand: { readonly ceased: number; readonly carried: number; readonly requested: number };
  /** A plot whose plan, if any, is open; `once` leaves out the one that has two requests. */
  draw(pool: Pool, once: boolean, random: Random): DrawnPlot;
  /** Chance that a plan on an old request took over a year. */
  readonly oldRequestVeryLate: number;
  /** Chance that a plan that was issued without a detour was so within 20 weeks. */
  readonly issuedOnTime: number;
  /** Of transfers in, how many plans began before the activity year. */
  readonly transferredOlder: number;
}

/**
 * What the release does not tell, in persons for each thousand plans issued: overturned refusals, cases exported,
 * asked for twice, and decided without a plan yet. Kept small.
 */
const chosen = {
  'refused-mediated': 12,
  'refused-appealed': 8,
  'not-issued-mediated': 4,
  'not-issued-appealed': 3,
  'decided-not-yet-issued': 4,
  exported: 15,
  'second-request': 1.5,
  assessing: 1.5,
} as const satisfies Partial<Record<Plot, number>>;

/** Of plans issued on a tribunal's order, how many took over a year; follows from the spans of `scenarios/life`. */
const appealedVeryLate = { refused: 0.65, notIssued: 0.55 };
/** Of requests decided in the activity year, how many were received before it; follows from `scenarios/life`. */
const receivedBefore = { issued: 0.03, refused: 0.02, refusedMediated: 0.6, notIssued: 0.04 };
/** Plans on old requests that took less than a year, for each that took more. */
const oldAndQuicker = 0.2;
/** Ceased plans of a thousand that were issued, or transferred in, in the same year. */
const ceasedPlans = { newlyIssued: 1, transferred: 1 };

/** Works out how many persons there are of each plot, so that every table of flows comes out in its proportions. */
export function plotMix(figures: Figures): PlotMix {
  const { timeliness, assessments, requests } = figures;
  const plans = sum(figures.openPlans);
  const scale = plans / sum(figures.yearsInPlace);
  const [newest = 0, recent = 0] = figures.yearsInPlace.map((n) => n * scale);
  const issuedAll = sum(figures.newPlans);
  const perPlan = (n: number): number => (n * issuedAll) / 1000;
  const timed = sum(Object.values(timeliness));

  const appealed = perPlan(chosen['refused-appealed']);
  const notAppealed = perPlan(chosen['not-issued-appealed']);
  const detours = appealed + notAppealed + perPlan(chosen['refused-mediated']) + perPlan(chosen['not-issued-mediated']);
  const veryLate = Math.max(
    0,
    (issuedAll * timeliness.veryLate) / timed -
      appealed * appealedVeryLate.refused -
      notAppealed * appealedVeryLate.notIssued,
  );
  const old = veryLate * (1 + oldAndQuicker);
  const issued = Math.max(0, Math.min(issuedAll, recent) - old - detours);
  const transferred = Math.max(sum(figures.ceasedPlans['5']), recent - issuedAll);
  const transferredRecent = Math.max(0, recent - issuedAll);

  const assessedYes =
    issued + newest + old + appealed + perPlan(chosen['refused-mediated']) + perPlan(chosen['decided-not-yet-issued']);
  const perAssessed = assessedYes / assessments.issued;
  const notIssued = Math.max(
    0,
    assessments.notIssued * perAssessed - notAppealed - perPlan(chosen['not-issued-mediated']),
  );
  const withdrawnLater = assessments.withdrawn * perAssessed;
  const agreedThisYear =
    issued * (1 - receivedBefore.issued) +
    newest +
    perPlan(chosen['not-issued-mediated']) +
    notIssued * (1 - receivedBefore.notIssued) +
    withdrawnLater +
    perPlan(chosen.assessing + chosen['second-request'] + chosen['decided-not-yet-issued'] + chosen.exported);
  const perAgreed = agreedThisYear / sum(requests.agreed);
  const refused =
    (sum(requests.refused) * perAgreed -
      perPlan(chosen['refused-mediated']) * (1 - receivedBefore.refusedMediated) -
      perPlan(chosen['second-request'])) /
    (1 - receivedBefore.refused);

  const carried: [DrawnPlot, number][] = [
    [{ plot: 'historical', isNewest: false }, plans - newest - recent - (transferred - transferredRecent)],
    [{ plot: 'transferred-in', isNewest: false }, transferred],
    [{ plot: 'issued-on-old-request', isNewest: false }, old],
  ];
  const requested: [DrawnPlot, number][] = [
    [{ plot: 'issued', isNewest: false }, issued],
    [{ plot: 'issued', isNewest: true }, newest],
    [{ plot: 'refused', isNewest: false }, refused],
    [{ plot: 'awaiting-decision', isNewest: false }, sum(requests.awaiting) * perAgreed],
    [{ plot: 'withdrawn', isNewest: false }, sum(requests.withdrawn) * perAgreed],
    [{ plot: 'not-issued', isNewest: false }, notIssued],
    [{ plot: 'assessment-withdrawn', isNewest: false }, withdrawnLater],
    ...(Object.entries(chosen) as [keyof typeof chosen, number][]).map(([plot, n]): [DrawnPlot, number] => [
      { plot, isNewest: false },
      perPlan(n),
    ]),
  ];
  const total = (entries: readonly [DrawnPlot, number][]): number => sum(entries.map(([, n]) => Math.max(0, n)));
  const ceased = sum(Object.values(figures.ceasedPlans).map((counts) => sum(counts)));
  const persons = total(carried) + total(requested) + ceased;
  // The shares that return-level rules watch take some of each in every thousand: see strata.ts.
  const clamp = (n: number, low: number, high: number): number => Math.max(low, Math.min(high, Math.round(n)));
  const ofCeased = clamp((1000 * ceased) / persons, 20, 200);
  const ofRequested = clamp((1000 * total(requested)) / persons, 60, 600);

  const tables = {
    carried: table(carried),
    requested: table(requested),
    once: table(requested.filter(([{ plot }]) => plot !== 'second-request')),
  };
  return {
    persons,
    agreed: agreedThisYear,
    perThousand: { ceased: ofCeased, requested: ofRequested, carried: 1000 - ofCeased - ofRequested },
    draw: (pool, once, random) => tables[pool === 'requested' && once ? 'once' : pool].draw(random),
    oldRequestVeryLate: 1 / (1 + oldAndQuicker),
    issuedOnTime: Math.min(1, (issuedAll * timeliness.onTime) / timed / (issued || 1)),
    transferredOlder: transferred > 0 ? (transferred - transferredRecent) / transferred : 0,
  };
}

/** Slots for ceased plans of a thousand, beside those of historical plans. */
export const ceasedSlots = ceasedPlans;
