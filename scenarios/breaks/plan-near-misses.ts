import { addMonths, makeDate } from '../../src/model/index.js';
import type { PlanDetail } from '../../src/return/index.js';
import { justTurned } from './births.js';
import type { NearMiss } from './break.js';
import type { Draft } from './draft.js';
import { nearMiss } from './near-miss.js';

const census = (draft: Draft): string => draft.facts.referenceDate;

/** A detail in second place, at another school. */
const secondDetail: PlanDetail = {
  URN: '123456',
  PlacementRank: '2',
  SENunitIndicator: '0',
  ResourcedProvisionIndicator: '0',
};

/** Keeps some of the details, by position, in that order. */
const details =
  (...numbers: readonly number[]) =>
  (draft: Draft): string => {
    draft.plan().PlanDetail = numbers.map((number) => draft.planDetail(number));
    return draft.at.planDetail('PlacementRank');
  };

const added = (draft: Draft): string => {
  draft.plan().PlanDetail = [draft.planDetail(), secondDetail];
  return draft.at.planDetail('PlacementRank', 2);
};

const ranks: readonly NearMiss[] = [
  nearMiss('PLN-12', 'one-of-two-kept', 'two-placements', 'There is one plan detail where there were two.', details(1)),
  nearMiss(
    'PLN-15',
    'secondary-kept-as-primary',
    'two-placements',
    'The second plan detail stands alone, of rank 1.',
    (draft) => {
      draft.planDetail(2).PlacementRank = '1';
      return details(2)(draft);
    },
  ),
  nearMiss(
    'PLN-16',
    'secondary-stands-first',
    'two-placements',
    'The plan detail of rank 2 stands before that of rank 1.',
    details(2, 1),
  ),
  nearMiss(
    'PLN-16',
    'secondary-added',
    'review-maintained',
    'A plan detail of rank 2 stands beside the one of rank 1.',
    added,
  ),
  nearMiss(
    'PLN-16',
    'ceased-secondary-added',
    'ceased-needs-met',
    'A ceased plan has plan details of rank 1 and 2.',
    added,
  ),
  nearMiss(
    'PLN-16',
    'placements-of-other-ranks',
    'two-placements',
    'The two placements are of ranks 2 and 1, the plan details of ranks 1 and 2.',
    (draft) => {
      draft.placement(1).PlacementRank = '2';
      draft.placement(2).PlacementRank = '1';
      return draft.at.planDetail('PlacementRank');
    },
  ),
];

function budget(
  rule: string,
  name: string,
  parent: string,
  summary: string,
  tag: 'PB' | 'OA' | 'DP',
  change: (plan: { PB?: string; OA?: string; DP?: string }) => void,
): NearMiss {
  return nearMiss(rule, name, parent, summary, (draft) => {
    change(draft.plan());
    return draft.at.plan(tag);
  });
}

const budgets: readonly NearMiss[] = [
  budget('PLN-23', 'zero-after-one', 'budget-organised', 'PB is 0 where it was 1, and OA 0.', 'PB', (plan) => {
    Object.assign(plan, { PB: '0', OA: '0' });
  }),
  budget('PLN-24', 'organised-zero', 'review-maintained', 'PB is 0 and so is OA.', 'OA', (plan) => {
    plan.OA = '0';
  }),
  budget(
    'PLN-24',
    'ceased-organised-zero',
    'ceased-needs-met',
    'Of a ceased plan PB is 0 and so is OA.',
    'OA',
    (plan) => {
      plan.OA = '0';
    },
  ),
  budget('PLN-24', 'budget-direct', 'budget-organised', 'PB is 1, OA is 0 and DP is given.', 'DP', (plan) => {
    Object.assign(plan, { OA: '0', DP: 'S' });
  }),
  budget(
    'PLN-25',
    'direct-alone',
    'budget-direct-education',
    'PB is 1, DP is given, and there is no OA.',
    'DP',
    (plan) => {
      delete plan.OA;
    },
  ),
  budget(
    'PLN-25',
    'organised-alone',
    'budget-organised-and-direct',
    'PB and OA are 1, and there is no DP.',
    'OA',
    (plan) => {
      delete plan.DP;
    },
  ),
  ...(['E', 'S', 'H', 'I'] as const).map((kind) =>
    budget(
      'PLN-25',
      `direct-${kind.toLowerCase()}`,
      'review-maintained',
      `PB is 1 and DP ${kind}, without OA.`,
      'DP',
      (plan) => {
        Object.assign(plan, { PB: '1', DP: kind });
      },
    ),
  ),
];

const workBased: readonly NearMiss[] = [
  ...(['A', 'T', 'S'] as const).map((activity) =>
    nearMiss(
      'PLN-26',
      `fifteen-on-census-day-${activity.toLowerCase()}`,
      'arranged-by-la',
      `PlanWBP is ${activity}, and the person turns 15 on census day.`,
      (draft) => {
        draft.person.PersonBirthDate = justTurned(15, census(draft));
        draft.plan().PlanWBP = activity;
        return draft.at.plan('PlanWBP');
      },
    ),
  ),
  nearMiss(
    'PLN-26',
    'fifteen-since-the-plan-ceased',
    'ceased-needs-met',
    'The plan, with PlanWBP, ceased at 14, and the person has turned 15 by census day.',
    (draft) => {
      draft.person.PersonBirthDate = justTurned(15, census(draft));
      Object.assign(draft.plan(), { PlanWBP: 'T', CeaseDate: makeDate(draft.facts.activityYear, 7, 20) });
      return draft.at.plan('PlanWBP');
    },
  ),
  nearMiss(
    'PLN-26',
    'residential-at-nine',
    'review-maintained',
    'A child of 9 boards, and has no work based activity.',
    (draft) => {
      draft.plan().PlanRes = 'A';
      return draft.at.plan('PlanWBP');
    },
  ),
];

/** Closes the plan on census day, as it stands. */
function ceaseNow(draft: Draft): void {
  Object.assign(draft.plan(), { CeaseDate: census(draft), CeaseReason: '9' });
}

const active: readonly NearMiss[] = [
  nearMiss(
    'PLN-27',
    'ceased-on-census-day',
    'review-maintained',
    'A plan that ceased on census day has no ActivePlans.',
    (draft) => {
      ceaseNow(draft);
      delete draft.request().ActivePlans;
      return draft.at.request('ActivePlans');
    },
  ),
  nearMiss(
    'PLN-27',
    'ceased-beside-open-plan',
    'review-maintained',
    'A plan ceased on an earlier request, and has no ActivePlans.',
    (draft) => {
      const earlier = structuredClone(draft.request());
      delete earlier.ActivePlans;
      draft.requests.push(earlier);
      Object.assign(draft.plan(2), { CeaseDate: addMonths(census(draft), -6), CeaseReason: '9' });
      return draft.at.request('ActivePlans', 2);
    },
  ),
];

/** Near misses of the rules about the plan as named, its details and its budget. */
export const planNearMisses: readonly NearMiss[] = [...ranks, ...budgets, ...workBased, ...active];
