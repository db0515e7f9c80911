import { inForce } from '../../src/model/index.js';
import { casePlanters } from './case-planters.js';
import { personPlanters } from './person-planters.js';
import { planPlanters } from './plan-planters.js';
import type { Planter } from './planter.js';

export type { Planter } from './planter.js';

/** Every planter, one a rule. */
export const planters: readonly Planter[] = [...personPlanters, ...casePlanters, ...planPlanters];

/** The planters of a collection year. */
export function plantersIn(year: number): readonly Planter[] {
  return planters.filter((planter) => inForce(planter, year));
}
