import { ageOn, makeDate, yearOf } from '../model/index.js';
import type { NamedPlan } from '../return/index.js';
import { rule, type RecordRule, type Scope } from './definition.js';
import { planSettingRules } from './setting.js';
import { ageAtCensus, before, isOneOf, isOpenPlan, missing, presence, present } from './words.js';

/** Rules about the plan as named, its details and its ceasing. */
export const planRules: readonly RecordRule[] = [
  presence('PLN-01', 'NamedPlan', 'NamedPlan.StartDate'),
  rule({
    id: 'PLN-02',
    level: 'error',
    basis: 'sense',
    statement: 'StartDate is not after the reference date.',
    message: 'The plan starts after the reference date.',
    on: 'NamedPlan',
    items: ['NamedPlan.StartDate'],
    broken: ({ StartDate }, { facts }) => before(facts.referenceDate, StartDate),
  }),
  rule({
    id: 'PLN-03',
    level: 'error',
    basis: 'sense',
    statement: 'StartDate is not before the birth date.',
    message: 'The plan starts before the person was born.',
    on: 'NamedPlan',
    items: ['NamedPlan.StartDate'],
    uses: ['Person.PersonBirthDate'],
    broken: ({ StartDate }, { person }) => before(StartDate, person?.PersonBirthDate),
  }),
  rule({
    id: 'PLN-04',
    level: 'error',
    basis: 'sense',
    statement: 'StartDate is not before AssessmentOutcomeDate where AssessmentOutcome is Y.',
    message: 'The plan starts before it was decided to issue it.',
    on: 'NamedPlan',
    items: ['NamedPlan.StartDate'],
    uses: ['Assessment.AssessmentOutcome', 'Assessment.AssessmentOutcomeDate'],
    broken: ({ StartDate }, { assessment }) =>
      assessment?.AssessmentOutcome === 'Y' && before(StartDate, assessment.AssessmentOutcomeDate),
  }),
  presence(
    'PLN-05',
    'NamedPlan',
    'NamedPlan.CeaseDate',
    {},
    {
      when: 'where CeaseReason is',
      uses: ['NamedPlan.CeaseReason'],
      applies: ({ CeaseReason }) => present(CeaseReason),
    },
  ),
  presence(
    'PLN-06',
    'NamedPlan',
    'NamedPlan.CeaseReason',
    {},
    {
      when: 'where CeaseDate is',
      uses: ['NamedPlan.CeaseDate'],
      applies: ({ CeaseDate }) => present(CeaseDate),
    },
  ),
  rule({
    id: 'PLN-07',
    level: 'error',
    basis: 'sense',
    statement: 'CeaseDate is not before StartDate.',
    message: 'The plan ceased before it started.',
    on: 'NamedPlan',
    items: ['NamedPlan.CeaseDate'],
    uses: ['NamedPlan.StartDate'],
    broken: ({ CeaseDate, StartDate }) => before(CeaseDate, StartDate),
  }),
  rule({
    id: 'PLN-08',
    level: 'error',
    basis: 'sense',
    statement: 'CeaseDate is not after the reference date.',
    message: 'The plan ceased after the reference date: on census day it was open.',
    on: 'NamedPlan',
    items: ['NamedPlan.CeaseDate'],
    broken: ({ CeaseDate }, { facts }) => before(facts.referenceDate, CeaseDate),
  }),
  rule({
    id: 'PLN-09',
    level: 'query',
    basis: 'guide',
    statement: 'CeaseDate is on or after 1 January of the activity year.',
    message: 'The plan ceased before the activity year: it does not belong in this return.',
    on: 'NamedPlan',
    items: ['NamedPlan.CeaseDate'],
    broken: ({ CeaseDate }, { activityStart }) => before(CeaseDate, activityStart),
  }),
  rule({
    id: 'PLN-10',
    level: 'query',
    basis: 'guide',
    statement:
      'CeaseReason 1 (maximum age): the person is 25 or over on the 31 August on or after CeaseDate; from 2024 a person aged 19 or over on CeaseDate is allowed too.',
    message: 'The plan ceased because the person reached the maximum age, but they had not.',
    on: 'NamedPlan',
    items: ['NamedPlan.CeaseReason'],
    uses: ['NamedPlan.CeaseDate', 'Person.PersonBirthDate'],
    broken: (plan, scope) => plan.CeaseReason === '1' && !reachedMaximumAge(plan, scope),
  }),
  rule({
    id: 'PLN-11',
    level: 'query',
    basis: 'sense',
    statement: 'CeaseReason 3 or 4 (higher education, paid employment): the person is 16 or over on CeaseDate.',
    message: 'The plan ceased for higher education or paid employment, but the person was under 16.',
    on: 'NamedPlan',
    items: ['NamedPlan.CeaseReason'],
    uses: ['NamedPlan.CeaseDate', 'Person.PersonBirthDate'],
    broken: (plan, { person }) =>
      isOneOf(plan.CeaseReason, '3', '4') &&
      present(plan.CeaseDate) &&
      present(person?.PersonBirthDate) &&
      ageOn(person.PersonBirthDate, plan.CeaseDate) < 16,
  }),
  presence('PLN-12', 'NamedPlan', 'NamedPlan.PlanDetail'),
  ...planSettingRules,
  rule({
    id: 'PLN-16',
    level: 'error',
    basis: 'guide',
    statement: 'Of the PlanDetail of a plan exactly one has rank 1 and at most one has rank 2.',
    message: 'A plan names one placement of rank 1 and perhaps one of rank 2; these ranks differ from that.',
    on: 'NamedPlan',
    items: ['PlanDetail.PlacementRank'],
    broken: ({ PlanDetail: details = [] }) => {
      const ranked = (rank: string): number => details.filter((detail) => detail.PlacementRank === rank).length;
      return details.length > 0 && (ranked('1') !== 1 || ranked('2') > 1);
    },
  }),
  presence('PLN-23', 'NamedPlan', 'NamedPlan.PB'),
  rule({
    id: 'PLN-24',
    level: 'error',
    basis: 'guide',
    statement: 'OA is not 1 and DP is absent where PB is 0.',
    message: 'No personal budget is taken up (PB 0), yet arrangements or direct payments are given.',
    on: 'NamedPlan',
    items: ['NamedPlan.OA', 'NamedPlan.DP'],
    uses: ['NamedPlan.PB'],
    broken: ({ PB, OA, DP }) => PB === '0' && (OA === '1' || present(DP)),
  }),
  rule({
    id: 'PLN-25',
    level: 'query',
    basis: 'guide',
    statement: 'OA is 1 or DP is present where PB is 1.',
    message: 'A personal budget is taken up (PB 1), but neither as organised arrangements nor as direct payments.',
    on: 'NamedPlan',
    phase: 'conditional',
    items: ['NamedPlan.OA', 'NamedPlan.DP'],
    uses: ['NamedPlan.PB'],
    lacks: ['NamedPlan.OA', 'NamedPlan.DP'],
    broken: ({ PB, OA, DP }) => PB === '1' && OA !== '1' && missing(DP),
  }),
  rule({
    id: 'PLN-26',
    level: 'query',
    basis: 'sense',
    statement: 'PlanWBP is present only where the person is 15 or over on the reference date.',
    message: 'Work based learning is named in the plan of a person under 15.',
    on: 'NamedPlan',
    items: ['NamedPlan.PlanWBP'],
    uses: ['Person.PersonBirthDate'],
    broken: ({ PlanWBP }, scope) => present(PlanWBP) && (ageAtCensus(scope.person, scope) ?? 15) < 15,
  }),
  rule({
    id: 'PLN-27',
    level: 'error',
    basis: 'guide',
    statement: 'There are ActivePlans in a request whose plan is open.',
    message: 'The plan is open, but the request has no ActivePlans.',
    on: 'Requests',
    phase: 'conditional',
    items: ['Requests.ActivePlans', 'NamedPlan.CeaseDate'],
    lacks: ['Requests.ActivePlans'],
    broken: (request) => request.ActivePlans === undefined && isOpenPlan(request.Assessment?.NamedPlan),
  }),
];

function reachedMaximumAge(plan: NamedPlan, { person, facts }: Scope): boolean {
  const birthDate = person?.PersonBirthDate;
  const ceased = plan.CeaseDate;
  // Without both dates nothing can be said against it; their lack is told by other rules.
  if (!present(birthDate) || !present(ceased)) return true;
  const august = makeDate(yearOf(ceased), 8, 31);
  const next = ceased <= august ? august : makeDate(yearOf(ceased) + 1, 8, 31);
  return ageOn(birthDate, next) >= 25 || (facts.year >= 2024 && ageOn(birthDate, ceased) >= 19);
}
