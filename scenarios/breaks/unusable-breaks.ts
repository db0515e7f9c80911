import type { Break } from './break.js';
import type { Draft } from './draft.js';
import { recordBreak } from './record-break.js';

/** Gives an item a value that is not of its type, and makes another change that would break a rule but for it. */
type Unusable = readonly [
  rule: string,
  name: string,
  parent: string,
  summary: string,
  edit: (draft: Draft) => string | readonly string[],
];

const items: readonly Unusable[] = [
  [
    'VAL-NamedPlan.StartDate',
    'not-before-cease-date',
    'ceased-needs-met',
    'The start of a plan is no date, so that nothing is before it.',
    (draft) => {
      draft.plan().StartDate = '2021-02-30';
      return draft.at.plan('StartDate');
    },
  ],
  [
    'VAL-NamedPlan.CeaseDate',
    'not-active-not-open',
    'ceased-needs-met',
    'The date a plan ceased is no date; the plan is ceased all the same.',
    (draft) => {
      draft.plan().CeaseDate = '31/08/2022';
      return draft.at.plan('CeaseDate');
    },
  ],
  [
    'VAL-NamedPlan.CeaseReason',
    'date-has-its-reason',
    'ceased-needs-met',
    'The reason has no such code; it is present all the same.',
    (draft) => {
      draft.plan().CeaseReason = '10';
      return draft.at.plan('CeaseReason');
    },
  ],
  [
    'VAL-NamedPlan.PB',
    'organised-beside-it',
    'budget-organised',
    'PB is neither 0 nor 1, beside OA 1.',
    (draft) => {
      draft.plan().PB = 'Y';
      return draft.at.plan('PB');
    },
  ],
  [
    'VAL-NamedPlan.DP',
    'without-budget',
    'review-maintained',
    'DP has no such code, where PB is 0.',
    (draft) => {
      draft.plan().DP = 'X';
      return draft.at.plan('DP');
    },
  ],
  [
    'VAL-NamedPlan.PlanWBP',
    'of-a-child',
    'review-maintained',
    'PlanWBP of a child of 9 has no such code.',
    (draft) => {
      draft.plan().PlanWBP = 'X';
      return draft.at.plan('PlanWBP');
    },
  ],
  [
    'VAL-PlanDetail.PlacementRank',
    'only-detail',
    'review-maintained',
    'The only plan detail has rank 3, so that none is known to be of rank 1.',
    (draft) => {
      draft.planDetail().PlacementRank = '3';
      return draft.at.planDetail('PlacementRank');
    },
  ],
  [
    'VAL-PlanDetail.PlacementRank',
    'beside-secondary',
    'two-placements',
    'The first plan detail has rank 0, beside a second of rank 2.',
    (draft) => {
      draft.planDetail().PlacementRank = '0';
      return draft.at.planDetail('PlacementRank');
    },
  ],
  [
    'VAL-PlanDetail.URN',
    'without-indicators',
    'issued-on-time',
    'The URN has four digits, and its indicators are absent.',
    (draft) => {
      const detail = draft.planDetail();
      detail.URN = '1234';
      delete detail.SENunitIndicator;
      delete detail.ResourcedProvisionIndicator;
      return draft.at.planDetail('URN');
    },
  ],
  [
    'VAL-PlanDetail.URN',
    'beside-ukprn',
    'issued-on-time',
    'The URN has seven digits, beside a UKPRN.',
    (draft) => {
      Object.assign(draft.planDetail(), { URN: '1234567', UKPRN: '10012345' });
      return draft.at.planDetail('URN');
    },
  ],
  [
    'VAL-PlanDetail.SENSetting',
    'described',
    'other-setting',
    'SENSetting has no such code, and is described.',
    (draft) => {
      draft.planDetail().SENSetting = 'OTHER';
      return draft.at.planDetail('SENSetting');
    },
  ],
  [
    'VAL-PlacementDetail.URN',
    'without-indicators',
    'issued-on-time',
    'The URN has four digits, and its indicators are absent.',
    (draft) => {
      const placement = draft.placement();
      placement.URN = '1234';
      delete placement.SENunitIndicator;
      delete placement.ResourcedProvisionIndicator;
      return draft.at.placement('URN');
    },
  ],
  [
    'VAL-PlacementDetail.SENSetting',
    'described',
    'not-in-education',
    'SENSetting has no such code, and is described.',
    (draft) => {
      draft.placement().SENSetting = 'NEIO';
      return draft.at.placement('SENSetting');
    },
  ],
  [
    'VAL-PlacementDetail.PlacementRank',
    'beside-secondary',
    'two-placements',
    'The rank of the first placement is 3, beside an open one of rank 2.',
    (draft) => {
      draft.placement().PlacementRank = '3';
      return draft.at.placement('PlacementRank');
    },
  ],
  [
    'VAL-PlacementDetail.LeavingDate',
    'only-placement',
    'review-maintained',
    'The only placement was left on no date, so that none is known to be open.',
    (draft) => {
      draft.placement().LeavingDate = '2022-13-01';
      return draft.at.placement('LeavingDate');
    },
  ],
  [
    'VAL-PlacementDetail.LeavingDate',
    'beside-secondary',
    'two-placements',
    'The first of two placements was left on no date, beside an open one of rank 2.',
    (draft) => {
      draft.placement().LeavingDate = '2022-00-10';
      return draft.at.placement('LeavingDate');
    },
  ],
  [
    'VAL-PlacementDetail.EntryDate',
    'left-before',
    'moved-placement',
    'A placement that was left began on no date.',
    (draft) => {
      draft.placement().EntryDate = '9999-99-99';
      return draft.at.placement('EntryDate');
    },
  ],
  [
    'VAL-SENneed.SENtypeRank',
    'only-need',
    'review-maintained',
    'The only need has rank 3, so that none is known to be of rank 1.',
    (draft) => {
      draft.need().SENtypeRank = '3';
      return draft.at.need('SENtypeRank');
    },
  ],
  [
    'VAL-SENneed.SENtype',
    'repeated',
    'two-placements',
    'Both needs are of the same type, which is none.',
    (draft) => {
      for (const number of [1, 2]) draft.need(number).SENtype = 'ADHD';
      return [draft.at.need('SENtype'), draft.at.need('SENtype', 2)];
    },
  ],
  [
    'VAL-ActivePlans.ReviewOutcome',
    'without-its-date',
    'review-met',
    'The outcome has no such code, and no date beside it.',
    (draft) => {
      draft.active().ReviewOutcome = 'X';
      return draft.at.active('ReviewOutcome');
    },
  ],
  [
    'VAL-ActivePlans.ReviewMeeting',
    'decided-before',
    'review-maintained',
    'The review was held on no date, which the decision is not before.',
    (draft) => {
      draft.active().ReviewMeeting = '9999-12-32';
      return draft.at.active('ReviewMeeting');
    },
  ],
  [
    'VAL-ActivePlans.PhaseTransferDueDate',
    'neither-day',
    'phase-transfer-due',
    'The plan is due on no date, which is neither of the two days.',
    (draft) => {
      draft.active().PhaseTransferDueDate = '15 February';
      return draft.at.active('PhaseTransferDueDate');
    },
  ],
  [
    'VAL-ActivePlans.TransferLA',
    'of-no-la',
    'transferred-in',
    'TransferLA is the number of no LA.',
    (draft) => {
      draft.active().TransferLA = '000';
      return draft.at.active('TransferLA');
    },
  ],
  [
    'VAL-Person.PersonBirthDate',
    'two-alike',
    'awaiting-decision',
    'Two persons have the same name and sex, and the same birth date, which is none.',
    (draft) => {
      const { Surname, Forename, Sex, GenderCurrent } = draft.person;
      const other = draft.persons[0];
      const same = { Surname, Forename, Sex, GenderCurrent };
      for (const [tag, value] of Object.entries(same))
        if (other && value !== undefined) Object.assign(other, { [tag]: value });
      for (const person of draft.persons.slice(0, 2)) person.PersonBirthDate = '2015-02-29';
      return [1, 2].map((position) => `${draft.at.return()}/Person[${position}]/PersonBirthDate`);
    },
  ],
];

/** What another rule would say of an item that is not of its type goes unsaid: the VAL rule fires alone. */
export const unusableBreaks: readonly Break[] = items.map(([rule, name, parent, summary, edit]) =>
  recordBreak(rule, name, parent, summary, (draft) => ({ at: [edit(draft)].flat() })),
);
