import { caseAges, type CaseAges } from './case-ages.js';
import { ethnicity, type DrawEthnicity } from './ethnicity.js';
import type { Figures } from './figures/index.js';
import { needMix, type DrawNeeds } from './needs.js';
import { placing, type Placing } from './placing.js';
import { planCells, type PlanCells } from './plan-cells.js';
import { budgets, type DrawBudget } from './plan-extras.js';
import { plotMix, type PlotMix } from './plots.js';
import { reviewMix, type DrawReview } from './review-mix.js';
import { paceMix, type PaceMix } from './pace.js';

/** All that persons are drawn from, made ready once from the figures. */
export interface Mix {
  readonly plots: PlotMix;
  readonly cells: PlanCells;
  readonly ages: CaseAges;
  readonly placing: Placing;
  readonly needs: DrawNeeds;
  readonly review: DrawReview;
  readonly budget: DrawBudget;
  readonly ethnicity: DrawEthnicity;
  readonly pace: PaceMix;
}

const made = new WeakMap<Figures, Mix>();

/** The mix of some figures; the same object for the same figures. */
export function mixOf(figures: Figures): Mix {
  let mix = made.get(figures);
  if (!mix) {
    const cells = planCells(figures);
    const places = placing(figures, cells);
    const plots = plotMix(figures);
    mix = {
      plots,
      cells,
      ages: caseAges(figures),
      placing: places,
      needs: needMix(figures, places),
      review: reviewMix(figures),
      budget: budgets(figures),
      ethnicity: ethnicity(figures),
      pace: paceMix(figures, plots),
    };
    made.set(figures, mix);
  }
  return mix;
}
