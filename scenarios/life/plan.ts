import type { ActivePlans, NamedPlan, SENneed } from '../../src/return/index.js';
import type { CaseRun } from './case-run.js';
import type { Course } from './course.js';
import { addWays, placementDetails, planDetails, type Places } from './placements.js';
import { otherLa } from './request.js';
import { reviewItems } from './reviews.js';
import type { CaseTraits } from './traits.js';

/** The plan as named, and ceased where it has. */
export function namedPlan(run: CaseRun, started: string, places: Places, ceased?: string): NamedPlan {
  const { traits } = run;
  const { organised, direct } = traits.budget;
  const hasBudget = organised || direct !== undefined;
  const plan: NamedPlan = { StartDate: started, PlanDetail: planDetails(places), PB: hasBudget ? '1' : '0' };
  if (hasBudget) addBudget(plan, traits.budget);
  if (traits.residential !== undefined || traits.workBased !== undefined) addPlannedWays(plan, traits);
  if (ceased !== undefined && traits.ceased !== undefined) addCease(plan, ceased, traits.ceased);
  return plan;
}

// What few plans have is added by functions of its own: see `addWays`.

function addBudget(plan: NamedPlan, { organised, direct }: CaseTraits['budget']): void {
  plan.OA = organised ? '1' : '0';
  if (direct !== undefined) plan.DP = direct;
}

function addPlannedWays(plan: NamedPlan, { residential, workBased }: CaseTraits): void {
  if (residential !== undefined) plan.PlanRes = residential;
  if (workBased !== undefined) plan.PlanWBP = workBased;
}

function addCease(plan: NamedPlan, ceased: string, reason: NonNullable<CaseTraits['ceased']>): void {
  plan.CeaseDate = ceased;
  plan.CeaseReason = reason;
}

/** The plan as it is carried out: placements, needs and reviews. */
export function activePlans(run: CaseRun, course: Course, places: Places, ceased?: string): ActivePlans {
  const { traits } = run;
  const plans: ActivePlans = {
    PlacementDetail: placementDetails(run, course, places, ceased),
    SENneed: needs(traits.needs),
    ...reviewItems(run, course, ceased),
  };
  if (traits.plot === 'transferred-in') addTransfer(plans, run);
  if (traits.residential !== undefined || traits.workBased !== undefined) addWays(plans, run, 'ActivePlans');
  return plans;
}

function addTransfer(plans: ActivePlans, run: CaseRun): void {
  plans.TransferLA = otherLa(run);
}

function needs(types: readonly string[]): SENneed[] {
  return types.map((type, index) => ({ SENtype: type, SENtypeRank: index === 0 ? '1' : '2' }));
}
