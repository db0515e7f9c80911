import { addDays, codesIn, isDate, type CollectionYear } from '../src/model/index.js';
import type { ActivePlans, NamedPlan, Person, Requests } from '../src/return/index.js';

/**
 * What is put before the records of a story, so that its own come second: a withdrawn request before its
 * requests and, with `records`, another plan detail, placement and need before its own.
 */
export type Company = 'request' | 'records';

/** How many records were put before those of the story. */
export interface Offsets {
  readonly request: number;
  readonly planDetail: number;
  readonly placement: number;
  readonly need: number;
}

export const noOffsets: Offsets = { request: 0, planDetail: 0, placement: 0, need: 0 };

/** Puts company before the records of a person. The person stays valid. */
export function addCompany(person: Person, company: Company, facts: CollectionYear): Offsets {
  const requests = person.Requests ?? [];
  const main = requests[0];
  let offsets = { ...noOffsets, request: 1 };
  if (company === 'records' && main) {
    offsets = {
      ...offsets,
      planDetail: addPlanDetail(main.Assessment?.NamedPlan),
      placement: addPlacement(main.ActivePlans),
      need: addNeed(main.ActivePlans, facts.year),
    };
  }
  person.Requests = [withdrawn(requests, facts), ...requests];
  return offsets;
}

function withdrawn(others: readonly Requests[], facts: CollectionYear): Requests {
  // Breaks move dates to others of the case or the days beside them: none of those may then be the same as this one.
  const dates = JSON.stringify(others).match(/(?<=")\d{4}-\d{2}-\d{2}(?=")/g) ?? [];
  const taken = new Set(dates.filter(isDate).flatMap((date) => [addDays(date, -1), date, addDays(date, 1)]));
  let received = `${facts.activityYear}-06-03`;
  while (taken.has(received)) received = addDays(received, 1);
  return {
    ReceivedDate: received,
    ...(facts.year >= 2025 && { RequestSource: '1' }),
    RYA: '0',
    RequestOutcome: 'W',
  };
}

/** Another detail of rank 2, where the plan has one of rank 1 alone. */
function addPlanDetail(plan: NamedPlan | undefined): number {
  if (plan?.PlanDetail?.length !== 1) return 0;
  plan.PlanDetail = [{ SENSetting: 'EHE', PlacementRank: '2' }, ...plan.PlanDetail];
  return 1;
}

/** A placement that was left on the day it began. */
function addPlacement(active: ActivePlans | undefined): number {
  const [first] = active?.PlacementDetail ?? [];
  if (!active?.PlacementDetail || first?.EntryDate === undefined) return 0;
  const left = { SENSetting: 'EHE', PlacementRank: '1', EntryDate: first.EntryDate, LeavingDate: first.EntryDate };
  active.PlacementDetail = [left, ...active.PlacementDetail];
  return 1;
}

/** Another need of rank 2 and another type, where there is one need alone. */
function addNeed(active: ActivePlans | undefined, year: number): number {
  const [first] = active?.SENneed ?? [];
  if (!active?.SENneed || active.SENneed.length !== 1) return 0;
  const other = [...codesIn('senType', year).keys()].find((code) => code !== first?.SENtype);
  active.SENneed = [{ ...(other !== undefined && { SENtype: other }), SENtypeRank: '2' }, ...active.SENneed];
  return 1;
}
