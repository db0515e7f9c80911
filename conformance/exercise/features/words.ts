import type { ActivePlans, NamedPlan, Person, PlacementDetail, Requests } from '../../../src/return/index.js';

/** The words that shapes are told in. A value is given where it is there and not empty. */

export function given(value: string | undefined): value is string {
  return value !== undefined && value !== '';
}

export function some(person: Person, holds: (request: Requests) => boolean): boolean {
  return (person.Requests ?? []).some(holds);
}

export function planOf(request: Requests): NamedPlan | undefined {
  return request.Assessment?.NamedPlan;
}

export function isCeased(plan: NamedPlan | undefined): boolean {
  return plan !== undefined && (given(plan.CeaseDate) || given(plan.CeaseReason));
}

export function isOpen(plan: NamedPlan | undefined): boolean {
  return plan !== undefined && !isCeased(plan);
}

export function someActive(person: Person, holds: (active: ActivePlans) => boolean): boolean {
  return some(person, ({ ActivePlans: active }) => active !== undefined && holds(active));
}

export function hasLeft(placement: PlacementDetail): boolean {
  return given(placement.LeavingDate);
}
