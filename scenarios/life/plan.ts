import type { ActivePlans, NamedPlan, SENneed } from '../../src/return/index.js';
import type { CaseRun } from './case-run.js';
import type { Course } from './course.js';
import { placementDetails, planDetails, type Places } from './placements.js';
import { otherLa } from './request.js';
import { reviewItems } from './reviews.js';

/** The plan as named, and ceased where it has. */
export function namedPlan(run: CaseRun, started: string, places: Places, ceased?: string): NamedPlan {
  const { traits } = run;
  const { organised, direct } = traits.budget;
  const hasBudget = organised || direct !== undefined;
  const plan: NamedPlan = { StartDate: started, PlanDetail: planDetails(places), PB: hasBudget ? '1' : '0' };
  if (hasBudget) plan.OA = organised ? '1' : '0';
  if (direct !== undefined) plan.DP = direct;
  if (traits.residential !== undefined) plan.PlanRes = traits.residential;
  if (traits.workBased !== undefined) plan.PlanWBP = traits.workBased;
  if (ceased !== undefined && traits.ceased !== undefined) {
    plan.CeaseDate = ceased;
    plan.CeaseReason = traits.ceased;
  }
  return plan;
}

/** The plan as it is carried out: placements, needs and reviews. */
export function activePlans(run: CaseRun, course: Course, places: Places, ceased?: string): ActivePlans {
  const { traits } = run;
  const plans: ActivePlans = {
    PlacementDetail: placementDetails(run, course, places, ceased),
    SENneed: needs(traits.needs),
    ...reviewItems(run, course, ceased),
  };
  if (traits.plot === 'transferred-in') plans.TransferLA = otherLa(run);
  if (traits.residential !== undefined && run.has('ActivePlans', 'Res')) plans.Res = traits.residential;
  if (traits.workBased !== undefined && run.has('ActivePlans', 'WBP')) plans.WBP = traits.workBased;
  return plans;
}

function needs(types: readonly string[]): SENneed[] {
  return types.map((type, index) => ({ SENtype: type, SENtypeRank: index === 0 ? '1' : '2' }));
}
