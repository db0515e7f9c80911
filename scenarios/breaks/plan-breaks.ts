import { addDays, addMonths, dayOf, makeDate, monthOf, yearOf } from '../../src/model/index.js';
import type { Break } from './break.js';
import type { Draft } from './draft.js';
import { inPlan, missing, recordBreak } from './record-break.js';

/** Breaks the plan by another StartDate. */
function start(rule: string, name: string, parent: string, summary: string, date: (draft: Draft) => string): Break {
  return recordBreak(rule, name, parent, summary, (draft) => {
    draft.plan().StartDate = date(draft);
    return draft.at.plan('StartDate');
  });
}

const census = (draft: Draft): string => draft.facts.referenceDate;
const born = (draft: Draft): string => draft.person.PersonBirthDate ?? '';
const assessed = (draft: Draft): string => draft.assessment().AssessmentOutcomeDate ?? '';

const starts: readonly Break[] = [
  ...missing('PLN-01', 'StartDate', 'review-maintained', inPlan),
  ...missing('PLN-01', 'StartDate', 'issued-on-time', inPlan, { prefix: 'issued-', of: ' of a plan just issued' }),
  ...missing('PLN-01', 'StartDate', 'ceased-needs-met', inPlan, { prefix: 'ceased-', of: ' of a ceased plan' }),
  start('PLN-02', 'day-after-census', 'historical-not-reviewed', 'The plan starts the day after census day.', (draft) =>
    addDays(census(draft), 1),
  ),
  start('PLN-02', 'issued-year-ahead', 'issued-late', 'A plan just issued starts a year after census day.', (draft) =>
    addMonths(census(draft), 12),
  ),
  start('PLN-03', 'day-before-birth', 'review-maintained', 'The plan starts the day before the birth.', (draft) =>
    addDays(born(draft), -1),
  ),
  start('PLN-03', 'ceased-century-before', 'ceased-needs-met', 'A ceased plan starts a century early.', (draft) => {
    const date = draft.plan().StartDate ?? '';
    return makeDate(yearOf(date) - 100, monthOf(date), Math.min(dayOf(date), 28));
  }),
  start(
    'PLN-04',
    'day-before-decision',
    'issued-on-time',
    'The plan starts the day before it is decided on.',
    (draft) => addDays(assessed(draft), -1),
  ),
  start(
    'PLN-04',
    'overturned-day-before-decision',
    'refusal-overturned-by-tribunal',
    'After a refusal of the request, the plan starts the day before it is decided on.',
    (draft) => addDays(assessed(draft), -1),
  ),
  start(
    'PLN-04',
    'ceased-year-before-decision',
    'ceased-soon-after-issue',
    'A plan that has ceased starts a year before it is decided on.',
    (draft) => addMonths(assessed(draft), -12),
  ),
];

/** Leaves the plan without any PlanDetail. */
function noDetail(name: string, parent: string, summary: string): Break {
  return recordBreak('PLN-12', name, parent, summary, (draft) => {
    delete draft.plan().PlanDetail;
    return draft.at.plan('PlanDetail');
  });
}

const details: readonly Break[] = [
  noDetail('absent', 'review-maintained', 'The plan has no PlanDetail.'),
  noDetail('issued-absent', 'issued-on-time', 'A plan just issued has no PlanDetail.'),
  noDetail('ceased-absent', 'ceased-needs-met', 'A ceased plan has no PlanDetail.'),
  recordBreak('PLN-16', 'only-detail-secondary', 'review-maintained', 'The only PlanDetail is of rank 2.', (draft) => {
    draft.planDetail().PlacementRank = '2';
    return draft.at.planDetail('PlacementRank');
  }),
  recordBreak('PLN-16', 'both-primary', 'two-placements', 'Both PlanDetail are of rank 1.', (draft) => {
    draft.planDetail(2).PlacementRank = '1';
    return {
      at: [draft.at.planDetail('PlacementRank')],
      orAt: [draft.at.planDetail('PlacementRank', 2)],
    };
  }),
  recordBreak('PLN-16', 'both-secondary', 'two-placements', 'Both PlanDetail are of rank 2.', (draft) => {
    draft.planDetail(1).PlacementRank = '2';
    return {
      at: [draft.at.planDetail('PlacementRank')],
      orAt: [draft.at.planDetail('PlacementRank', 2)],
    };
  }),
];

const budgets: readonly Break[] = [
  ...missing('PLN-23', 'PB', 'review-maintained', inPlan),
  ...missing('PLN-23', 'PB', 'budget-organised', inPlan, {
    prefix: 'organised-',
    of: ' beside organised arrangements',
  }),
  ...missing('PLN-23', 'PB', 'ceased-needs-met', inPlan, { prefix: 'ceased-', of: ' of a ceased plan' }),
  recordBreak('PLN-24', 'organised', 'budget-organised', 'PB is 0, and OA is 1.', (draft) => {
    draft.plan().PB = '0';
    return draft.at.plan('OA');
  }),
  recordBreak('PLN-24', 'direct', 'review-maintained', 'PB is 0, and DP is given.', (draft) => {
    draft.plan().DP = 'S';
    return draft.at.plan('DP');
  }),
  recordBreak(
    'PLN-24',
    'direct-not-organised',
    'budget-direct-education',
    'PB and OA are 0, and DP is given.',
    (draft) => {
      draft.plan().PB = '0';
      return { at: [draft.at.plan('OA')], orAt: [draft.at.plan('DP')] };
    },
  ),
  recordBreak(
    'PLN-24',
    'organised-and-direct',
    'budget-organised-and-direct',
    'PB is 0, OA 1 and DP given.',
    (draft) => {
      draft.plan().PB = '0';
      return draft.at.plan('OA');
    },
  ),
  recordBreak('PLN-25', 'neither', 'review-maintained', 'PB is 1, and there is neither OA nor DP.', (draft) => {
    draft.plan().PB = '1';
    return draft.at.plan('OA');
  }),
  recordBreak('PLN-25', 'not-organised', 'budget-organised', 'PB is 1, OA is 0, and there is no DP.', (draft) => {
    draft.plan().OA = '0';
    return draft.at.plan('OA');
  }),
  recordBreak('PLN-25', 'organised-empty', 'budget-organised', 'PB is 1, OA is empty, and there is no DP.', (draft) => {
    draft.plan().OA = '';
    return draft.at.plan('OA');
  }),
  recordBreak('PLN-25', 'direct-empty', 'budget-direct-health', 'PB is 1, OA is 0, and DP is empty.', (draft) => {
    draft.plan().DP = '';
    return { at: [draft.at.plan('OA')], orAt: [draft.at.plan('DP')] };
  }),
];

const workBased: readonly Break[] = [
  recordBreak('PLN-26', 'apprentice-of-twelve', 'budget-organised', 'A child of 12 has PlanWBP A.', (draft) => {
    draft.plan().PlanWBP = 'A';
    return draft.at.plan('PlanWBP');
  }),
  recordBreak('PLN-26', 'supported-intern-of-six', 'issued-late', 'A child of 6 has PlanWBP S.', (draft) => {
    draft.plan().PlanWBP = 'S';
    return draft.at.plan('PlanWBP');
  }),
  recordBreak(
    'PLN-26',
    'fifteen-day-after-census',
    'review-to-amend',
    'A trainee by PlanWBP turns 15 the day after census day.',
    (draft) => {
      const day = addDays(census(draft), 1);
      draft.person.PersonBirthDate = makeDate(yearOf(day) - 15, monthOf(day), dayOf(day));
      draft.plan().PlanWBP = 'T';
      return draft.at.plan('PlanWBP');
    },
  ),
];

/** Leaves an open plan without ActivePlans. */
function notActive(name: string, parent: string, summary: string): Break {
  return recordBreak('PLN-27', name, parent, summary, (draft) => {
    delete draft.request().ActivePlans;
    return draft.at.request('ActivePlans');
  });
}

const active: readonly Break[] = [
  notActive('absent', 'review-maintained', 'An open plan has no ActivePlans.'),
  notActive('issued-absent', 'issued-on-time', 'A plan just issued has no ActivePlans.'),
  notActive('transferred-absent', 'transferred-in', 'A plan taken over from another LA has no ActivePlans.'),
  recordBreak(
    'PLN-27',
    'cease-taken-back',
    'ceased-needs-met',
    'A ceased plan without ActivePlans has lost its CeaseDate and CeaseReason.',
    (draft) => {
      delete draft.plan().CeaseDate;
      delete draft.plan().CeaseReason;
      return draft.at.request('ActivePlans');
    },
  ),
];

/** Breaks of the rules about the named plan and its details taken together, up to its end. */
export const planBreaks: readonly Break[] = [...starts, ...details, ...budgets, ...workBased, ...active];
