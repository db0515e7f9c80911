import { addDays, ageOn, type CollectionYear } from '../../src/model/index.js';
import type { NamedPlan, Person, PlacementDetail, PlanDetail } from '../../src/return/index.js';
import {
  firstNeed,
  leaveOut,
  openActive,
  openPlan,
  placementWhere,
  planDetailWhere,
  set,
  type NewValue,
  type Planter,
} from './planter.js';

const hasUrn = ({ URN }: PlanDetail | PlacementDetail): boolean => URN !== undefined;
const inSchool = planDetailWhere(hasUrn);
const atSchool = placementWhere(hasUrn);
const present = placementWhere(({ LeavingDate }) => LeavingDate === undefined);
const workFrom = 15;

const tooYoungForWork = ({ PersonBirthDate: born }: Person, { referenceDate }: CollectionYear): boolean =>
  born !== undefined && ageOn(born, referenceDate) < workFrom;
const work: NewValue<object> = (_, person, facts) => (tooYoungForWork(person, facts) ? 'A' : undefined);
const dayAfterCensus: NewValue<object> = (_, __, { referenceDate }) => addDays(referenceDate, 1);

/** Both indicators 1; the finding is at the first of the two. */
function bothIndicators(rule: string, find: typeof inSchool | typeof atSchool): Planter {
  return {
    rule,
    plant: (person, facts) => {
      const spot = find(person, facts);
      if (!spot) return undefined;
      Object.assign(spot.record, { SENunitIndicator: '1', ResourcedProvisionIndicator: '1' });
      return `${spot.path}/SENunitIndicator`;
    },
  };
}

/** A plan without a budget gets one, by items that cannot stand together. */
function budget(rule: string, items: Pick<NamedPlan, 'PB' | 'OA' | 'DP'>, at: 'OA' | 'DP'): Planter {
  return {
    rule,
    plant: (person, facts) => {
      const spot = openPlan(person, facts);
      if (spot?.record.PB !== '0') return undefined;
      Object.assign(spot.record, items);
      return `${spot.path}/${at}`;
    },
  };
}

/** Faults of the plan as named. */
const named: readonly Planter[] = [
  leaveOut('PLN-01', openPlan, 'StartDate'),
  leaveOut(
    'PLN-15',
    planDetailWhere(() => true),
    'PlacementRank',
  ),
  leaveOut('PLN-19', inSchool, 'SENunitIndicator'),
  leaveOut('PLN-20', inSchool, 'ResourcedProvisionIndicator'),
  bothIndicators('PLN-21', inSchool),
  leaveOut('PLN-23', openPlan, 'PB'),
  budget('PLN-24', { DP: 'S' }, 'DP'),
  budget('PLN-25', { PB: '1', OA: '0' }, 'OA'),
  set('PLN-26', openPlan, 'PlanWBP', work),
  set(
    'VAL-NamedPlan.StartDate',
    openPlan,
    'StartDate',
    ({ StartDate }) => StartDate && `${StartDate.slice(0, 5)}02-30`,
  ),
  set('VAL-PlanDetail.URN', inSchool, 'URN', ({ URN }) => URN && `${URN}00`),
];

/** Faults of the plan as it is carried out. */
const active: readonly Planter[] = [
  leaveOut('PLC-05', present, 'PlacementRank'),
  leaveOut('PLC-06', present, 'EntryDate'),
  set('PLC-07', present, 'EntryDate', dayAfterCensus),
  set('PLC-13', present, 'EntryDate', (_, { PersonBirthDate: born }) => born && addDays(born, -1)),
  leaveOut('PLC-18', atSchool, 'SENunitIndicator'),
  leaveOut('PLC-19', atSchool, 'ResourcedProvisionIndicator'),
  bothIndicators('PLC-20', atSchool),
  set('PLC-22', present, 'WBP', work, { from: 2024 }),
  leaveOut('PLC-24', openActive, 'SENneed'),
  leaveOut('PLC-25', firstNeed, 'SENtype'),
  leaveOut('PLC-26', firstNeed, 'SENtypeRank'),
  {
    ...leaveOut('PLC-31', openActive, 'LastReview', { from: 2024 }),
    plant: (person, facts) => {
      const spot = openActive(person, facts);
      if (spot?.record.ReviewOutcome === undefined) return undefined;
      delete spot.record.LastReview;
      return `${spot.path}/LastReview`;
    },
  },
  set(
    'PLC-33',
    openActive,
    'ReviewMeeting',
    (plans, person, facts) =>
      plans.ReviewMeeting === undefined || plans.LastReview !== undefined
        ? undefined
        : dayAfterCensus(plans, person, facts),
    { from: 2024 },
  ),
  set('PLC-34', openActive, 'LastReview', (plans, person, facts) =>
    plans.LastReview === undefined ? undefined : dayAfterCensus(plans, person, facts),
  ),
  set('PLC-38', openActive, 'PhaseTransferDueDate', ({ PhaseTransferDueDate: due }) => due && addDays(due, 1), {
    from: 2025,
  }),
  set('VAL-PlacementDetail.EntryDate', present, 'EntryDate', ({ EntryDate }) => EntryDate?.replaceAll('-', '/')),
  set('VAL-SENneed.SENtype', firstNeed, 'SENtype', () => 'ADHD'),
];

/** Faults of plans that are open. */
export const planPlanters: readonly Planter[] = [...named, ...active];
