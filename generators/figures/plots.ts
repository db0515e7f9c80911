import type { Plot } from '../../scenarios/life/index.js';

/** Persons of a kind in every thousand. */
export interface PlotShare {
  readonly plot: Plot;
  /** The plan has ceased by census day. */
  readonly ceased: boolean;
  readonly perThousand: number;
}

/**
 * What became of the cases in a return, in persons of a thousand; together 1000. Rounded from the national
 * totals of DfE, Education, health and care plans, reporting year 2025 (Open Government Licence v3.0):
 * 638,745 open plans, of them 97,747 issued in 2024; 44,862 ceased; 38,889 requests refused, 12,038 undecided,
 * 2,517 withdrawn; 6,404 plans refused after assessment, 327 assessments withdrawn. That makes some 745,000
 * persons. Transfers in are taken to be as many as the 13,953 transfers out. How many refusals were overturned,
 * and cases exported or asked for twice, is not published and kept small; so are assessments under way, of which
 * the release counts next to none.
 */
export const plotShares: readonly PlotShare[] = [
  { plot: 'historical', ceased: false, perThousand: 708 },
  { plot: 'historical', ceased: true, perThousand: 58 },
  { plot: 'issued', ceased: false, perThousand: 112 },
  { plot: 'issued', ceased: true, perThousand: 1 },
  { plot: 'issued-on-old-request', ceased: false, perThousand: 9 },
  { plot: 'refused-mediated', ceased: false, perThousand: 4 },
  { plot: 'refused-appealed', ceased: false, perThousand: 3 },
  { plot: 'not-issued-mediated', ceased: false, perThousand: 1 },
  { plot: 'not-issued-appealed', ceased: false, perThousand: 2 },
  { plot: 'transferred-in', ceased: false, perThousand: 17 },
  { plot: 'transferred-in', ceased: true, perThousand: 1 },
  { plot: 'refused', ceased: false, perThousand: 46 },
  { plot: 'withdrawn', ceased: false, perThousand: 3 },
  { plot: 'awaiting-decision', ceased: false, perThousand: 16 },
  { plot: 'assessing', ceased: false, perThousand: 3 },
  { plot: 'assessment-withdrawn', ceased: false, perThousand: 1 },
  { plot: 'not-issued', ceased: false, perThousand: 8 },
  { plot: 'decided-not-yet-issued', ceased: false, perThousand: 1 },
  { plot: 'second-request', ceased: false, perThousand: 4 },
  { plot: 'exported', ceased: false, perThousand: 2 },
];
