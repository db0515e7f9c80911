import { ageOn, makeDate, yearOf } from '../model/index.js';
import type { ActivePlans, Person, PlacementDetail, Requests } from '../return/index.js';
import { rule, type RecordRule, type Scope } from './definition.js';
import { placementSettingRules } from './setting.js';
import { ageAtCensus, before, isOpenPlacement, isOpenPlan, missing, presence, present } from './words.js';

/** Rules about active plans and their placements. */
export const placementRules: readonly RecordRule[] = [
  rule({
    id: 'PLC-01',
    level: 'error',
    basis: 'guide',
    statement: 'TransferLA is not the LA that makes the return.',
    message: 'The plan is said to be transferred in from the LA that makes the return.',
    on: 'ActivePlans',
    items: ['ActivePlans.TransferLA'],
    uses: ['Source.LEA'],
    broken: ({ TransferLA }, { la }) => present(TransferLA) && TransferLA === la,
  }),
  presence(
    'PLC-02',
    'ActivePlans',
    'ActivePlans.PlacementDetail',
    {},
    {
      when: 'where the plan is open',
      uses: [],
      applies: (_active, { plan }) => isOpenPlan(plan),
    },
  ),
  ...placementSettingRules,
  presence('PLC-06', 'PlacementDetail', 'PlacementDetail.EntryDate'),
  rule({
    id: 'PLC-07',
    level: 'error',
    basis: 'shared-item',
    statement: 'EntryDate is not after the reference date.',
    message: 'The placement starts after the reference date.',
    on: 'PlacementDetail',
    items: ['PlacementDetail.EntryDate'],
    broken: ({ EntryDate }, { facts }) => before(facts.referenceDate, EntryDate),
  }),
  rule({
    id: 'PLC-08',
    level: 'error',
    basis: 'shared-item',
    statement: 'LeavingDate is not before EntryDate.',
    message: 'The person left the placement before it started.',
    on: 'PlacementDetail',
    items: ['PlacementDetail.LeavingDate'],
    uses: ['PlacementDetail.EntryDate'],
    broken: ({ LeavingDate, EntryDate }) => before(LeavingDate, EntryDate),
  }),
  rule({
    id: 'PLC-09',
    level: 'error',
    basis: 'shared-item',
    statement: 'LeavingDate is not after the reference date.',
    message: 'The person left the placement after the reference date: on census day it was open.',
    on: 'PlacementDetail',
    items: ['PlacementDetail.LeavingDate'],
    broken: ({ LeavingDate }, { facts }) => before(facts.referenceDate, LeavingDate),
  }),
  rule({
    id: 'PLC-10',
    level: 'error',
    basis: 'guide',
    statement: 'At most one placement of rank 1 is open, whether the plan is open or ceased.',
    message: 'Two placements of rank 1 are open at once: one needs a LeavingDate or rank 2.',
    on: 'ActivePlans',
    items: ['PlacementDetail.PlacementRank', 'PlacementDetail.LeavingDate'],
    broken: (active) => openOfRank(active, '1').length > 1,
  }),
  rule({
    id: 'PLC-11',
    level: 'query',
    basis: 'guide',
    statement: 'An open plan that has placements has an open one. Not looked at where a LeavingDate cannot be used.',
    message: 'The plan is open, but every placement has been left.',
    on: 'ActivePlans',
    items: ['PlacementDetail.PlacementRank', 'PlacementDetail.LeavingDate'],
    broken: ({ PlacementDetail: placements = [] }, { plan }) =>
      isOpenPlan(plan) && placements.length > 0 && !placements.some(isOpenPlacement),
  }),
  rule({
    id: 'PLC-12',
    level: 'error',
    basis: 'guide',
    statement: 'An open placement of rank 2 stands beside an open one of rank 1, whether the plan is open or ceased.',
    message: 'A placement of rank 2 is open, but none of rank 1 is.',
    on: 'ActivePlans',
    items: ['PlacementDetail.PlacementRank', 'PlacementDetail.LeavingDate'],
    broken: (active) => openOfRank(active, '2').length > 0 && openOfRank(active, '1').length === 0,
    spots: (active) =>
      openOfRank(active, '2')
        .slice(0, 1)
        .map((record) => ({ record, tag: 'PlacementRank' })),
  }),
  rule({
    id: 'PLC-13',
    level: 'error',
    basis: 'sense',
    statement: 'EntryDate is not before the birth date.',
    message: 'The placement starts before the person was born.',
    on: 'PlacementDetail',
    items: ['PlacementDetail.EntryDate'],
    uses: ['Person.PersonBirthDate'],
    broken: ({ EntryDate }, { person }) => before(EntryDate, person?.PersonBirthDate),
  }),
  rule({
    id: 'PLC-14',
    level: 'error',
    basis: 'sense',
    statement: 'No placement has an EntryDate after CeaseDate.',
    message: 'The placement starts after the plan ceased.',
    on: 'Requests',
    items: ['PlacementDetail.EntryDate', 'NamedPlan.CeaseDate'],
    broken: (request) => enteredAfterCeasing(request).length > 0,
    spots: (request) =>
      enteredAfterCeasing(request)
        .slice(0, 1)
        .map((record) => ({ record, tag: 'EntryDate' })),
  }),
  rule({
    id: 'PLC-17',
    level: 'error',
    basis: 'guide',
    statement:
      'An open placement of an open plan is NEET only where the person is aged 16 to 25 on the reference date.',
    message: 'NEET is for people aged 16 to 25; this person is not.',
    on: 'PlacementDetail',
    items: ['PlacementDetail.SENSetting'],
    uses: ['PlacementDetail.LeavingDate', 'Person.PersonBirthDate'],
    broken: (placement, scope) => {
      const age = ageAtCensus(scope.person, scope);
      return (
        isCurrent(placement, scope) && placement.SENSetting === 'NEET' && age !== undefined && (age < 16 || age > 25)
      );
    },
  }),
  ...workBasedRules(),
  rule({
    id: 'PLC-23',
    level: 'query',
    basis: 'sense',
    statement: 'An open placement of an open plan is EYP only where the child is under 6 on the reference date.',
    message: 'EYP is an early years provider; this child is 6 or over.',
    on: 'PlacementDetail',
    items: ['PlacementDetail.SENSetting'],
    uses: ['PlacementDetail.LeavingDate', 'Person.PersonBirthDate'],
    broken: (placement, scope) =>
      isCurrent(placement, scope) && placement.SENSetting === 'EYP' && (ageAtCensus(scope.person, scope) ?? 0) >= 6,
  }),
  presence(
    'PLC-29',
    'PlacementDetail',
    'PlacementDetail.AttendancePattern',
    { from: 2023, to: 2023 },
    {
      when: 'where there is a URN and the child is of compulsory school age on the reference date',
      uses: ['PlacementDetail.URN', 'Person.PersonBirthDate'],
      applies: ({ URN }, scope) => present(URN) && isOfCompulsorySchoolAge(scope.person, scope),
    },
  ),
];

/** PLC-22: the item stood in ActivePlans in 2023 and stands in each placement since. */
function workBasedRules(): readonly RecordRule[] {
  const text = {
    id: 'PLC-22',
    level: 'query',
    basis: 'sense',
    statement: 'WBP is present only where the person is 15 or over on the reference date.',
    message: 'Work based learning is given for a person under 15.',
    uses: ['Person.PersonBirthDate'],
  } as const;
  const isTooYoung = (workBased: string | undefined, scope: Scope): boolean =>
    present(workBased) && (ageAtCensus(scope.person, scope) ?? 15) < 15;
  return [
    rule({
      ...text,
      from: 2023,
      to: 2023,
      on: 'ActivePlans',
      items: ['ActivePlans.WBP'],
      broken: ({ WBP }, scope) => isTooYoung(WBP, scope),
    }),
    rule({
      ...text,
      from: 2024,
      on: 'PlacementDetail',
      items: ['PlacementDetail.WBP'],
      broken: ({ WBP }, scope) => isTooYoung(WBP, scope),
    }),
  ];
}

function openOfRank({ PlacementDetail: placements = [] }: ActivePlans, rank: string): PlacementDetail[] {
  return placements.filter((placement) => isOpenPlacement(placement) && placement.PlacementRank === rank);
}

function enteredAfterCeasing({ Assessment: assessment, ActivePlans: active }: Requests): PlacementDetail[] {
  const ceased = assessment?.NamedPlan?.CeaseDate;
  return (active?.PlacementDetail ?? []).filter(({ EntryDate }) => before(ceased, EntryDate));
}

/** Where the person is on census day: an open placement of an open plan. */
function isCurrent(placement: PlacementDetail, { plan }: Scope): boolean {
  return isOpenPlacement(placement) && isOpenPlan(plan);
}

/** 5 by the 31 December before the reference date, and under 16 on the 31 August before it. */
function isOfCompulsorySchoolAge(person: Person | undefined, { facts }: Scope): boolean {
  const birthDate = person?.PersonBirthDate;
  if (missing(birthDate) || birthDate === undefined) return false;
  const yearBefore = yearOf(facts.referenceDate) - 1;
  return ageOn(birthDate, makeDate(yearBefore, 12, 31)) >= 5 && ageOn(birthDate, makeDate(yearBefore, 8, 31)) < 16;
}
