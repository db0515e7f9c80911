import { addDays, dayOf, makeDate, monthOf, yearOf } from '../../src/model/index.js';
import type { PlacementDetail } from '../../src/return/index.js';
import type { Break } from './break.js';
import type { Draft } from './draft.js';
import { absent, inPlacement, missing, recordBreak } from './record-break.js';
import { workBased } from './year-items.js';

const census = (draft: Draft): string => draft.facts.referenceDate;
const born = (draft: Draft): string => draft.person.PersonBirthDate ?? '';

/** Gives items of one placement other values; the finding is at a tag of it. */
function given(
  rule: string,
  name: string,
  parent: string,
  summary: string,
  at: keyof PlacementDetail,
  items: (placement: PlacementDetail, draft: Draft) => PlacementDetail,
  number = 1,
): Break {
  return recordBreak(rule, name, parent, summary, (draft) => {
    const placement = draft.placement(number);
    Object.assign(placement, items(placement, draft));
    return draft.at.placement(at, number);
  });
}

/** The person has a birthday on a day, whatever their age was. */
function haveBirthday(draft: Draft, age: number, day: string): void {
  draft.person.PersonBirthDate = makeDate(yearOf(day) - age, monthOf(day), dayOf(day));
}

const enteredAfterCensus = (days: number) => (_: PlacementDetail, draft: Draft) => ({
  EntryDate: addDays(census(draft), days),
});
const leftAfterCensus = (days: number) => (_: PlacementDetail, draft: Draft) => ({
  LeavingDate: addDays(census(draft), days),
});
const leftBeforeEntry =
  (days: number) =>
  ({ EntryDate = '' }: PlacementDetail) => ({ LeavingDate: addDays(EntryDate, -days) });
const enteredBeforeBirth = (days: number) => (_: PlacementDetail, draft: Draft) => ({
  EntryDate: addDays(born(draft), -days),
});

function noPlacement(name: string, parent: string, summary: string): Break {
  return recordBreak('PLC-02', name, parent, summary, (draft) => {
    delete draft.active().PlacementDetail;
    return draft.at.active('PlacementDetail');
  });
}

function fromOwnLa(name: string, parent: string, summary: string): Break {
  return recordBreak('PLC-01', name, parent, summary, (draft) => {
    draft.active().TransferLA = draft.la;
    return draft.at.active('TransferLA');
  });
}

const present: readonly Break[] = [
  fromOwnLa('own-la', 'transferred-in', 'A plan is taken over from the LA that makes the return.'),
  fromOwnLa('own-la-added', 'review-maintained', 'A plan of earlier years has the LA itself as its TransferLA.'),
  noPlacement('absent', 'review-maintained', 'The active plans of an open plan hold no PlacementDetail.'),
  noPlacement('issued-absent', 'issued-on-time', 'The active plans of a plan just issued hold no PlacementDetail.'),
  noPlacement('transferred-absent', 'transferred-in', 'A plan taken over from another LA has no PlacementDetail.'),
  ...missing('PLC-06', 'EntryDate', 'review-maintained', inPlacement()),
  ...missing('PLC-06', 'EntryDate', 'two-placements', inPlacement(2), {
    prefix: 'second-',
    of: ' of the second placement',
  }),
  absent('PLC-06', 'EntryDate', 'three-placements', inPlacement(3), {
    prefix: 'third-',
    of: ' of the third placement',
  }),
  absent('PLC-06', 'EntryDate', 'moved-placement', inPlacement(), {
    prefix: 'left-',
    of: ' of a placement that was left',
  }),
];

const dates: readonly Break[] = [
  given(
    'PLC-07',
    'day-after-census',
    'special-school-independent',
    'A placement begins the day after census day.',
    'EntryDate',
    enteredAfterCensus(1),
  ),
  given(
    'PLC-07',
    'second-month-after-census',
    'two-placements',
    'A second placement begins a month after census day.',
    'EntryDate',
    enteredAfterCensus(30),
    2,
  ),
  given(
    'PLC-08',
    'day-before-entry',
    'moved-placement',
    'A placement is left the day before it begins.',
    'LeavingDate',
    leftBeforeEntry(1),
  ),
  given(
    'PLC-08',
    'ceased-year-before-entry',
    'ceased-with-placements-kept',
    'A placement of a ceased plan is left a year before it begins.',
    'LeavingDate',
    leftBeforeEntry(365),
    2,
  ),
  given(
    'PLC-09',
    'day-after-census',
    'moved-placement',
    'The placement before the present one is left the day after census day.',
    'LeavingDate',
    leftAfterCensus(1),
  ),
  given(
    'PLC-09',
    'second-planned-end',
    'two-placements',
    'The second placement has the end that is planned for it, six months after census day.',
    'LeavingDate',
    leftAfterCensus(180),
    2,
  ),
  given(
    'PLC-09',
    'ceased-day-after-census',
    'ceased-with-placements-kept',
    'A placement of a ceased plan is left the day after census day.',
    'LeavingDate',
    leftAfterCensus(1),
    3,
  ),
  given(
    'PLC-13',
    'day-before-birth',
    'review-maintained',
    'A placement begins the day before the birth.',
    'EntryDate',
    enteredBeforeBirth(1),
  ),
  given(
    'PLC-13',
    'left-years-before-birth',
    'moved-placement',
    'A placement that was left begins years before the birth.',
    'EntryDate',
    enteredBeforeBirth(3650),
  ),
  recordBreak(
    'PLC-14',
    'day-after-plan-ceased',
    'ceased-with-placements-kept',
    'The last placement is the day after the plan ceased, which is before census day.',
    (draft) => {
      const plan = draft.plan();
      const dayBefore = addDays(census(draft), -1);
      if ((plan.CeaseDate ?? '') > dayBefore) plan.CeaseDate = dayBefore;
      const day = addDays(plan.CeaseDate ?? '', 1);
      Object.assign(draft.placement(3), { EntryDate: day, LeavingDate: day });
      return draft.at.placement('EntryDate', 3);
    },
  ),
  recordBreak(
    'PLC-14',
    'plan-ceased-day-before-entry',
    'transferred-in',
    'The plan ceased the day before the present placement began, in the activity year.',
    (draft) => {
      const earliest = makeDate(draft.facts.activityYear, 1, 2);
      const placement = draft.placement();
      if ((placement.EntryDate ?? '') < earliest) placement.EntryDate = earliest;
      const CeaseDate = addDays(placement.EntryDate ?? '', -1);
      Object.assign(draft.plan(), { CeaseDate, CeaseReason: '7' });
      return draft.at.placement('EntryDate');
    },
  ),
];

const ages: readonly Break[] = [
  given('PLC-17', 'thirteen', 'arranged-by-la', 'A child of 13 is NEET.', 'SENSetting', () => ({ SENSetting: 'NEET' })),
  given('PLC-17', 'eleven', 'home-education', 'A child of 11 is NEET.', 'SENSetting', () => ({ SENSetting: 'NEET' })),
  recordBreak(
    'PLC-17',
    'day-before-sixteen',
    'arranged-by-la',
    'A young person is NEET who turns 16 the day after census day.',
    (draft) => {
      haveBirthday(draft, 16, addDays(census(draft), 1));
      draft.placement().SENSetting = 'NEET';
      return draft.at.placement('SENSetting');
    },
  ),
  recordBreak('PLC-22', 'apprentice-of-twelve', 'budget-organised', 'A child of 12 has WBP A.', (draft) =>
    workBased(draft, 'A'),
  ),
  recordBreak('PLC-22', 'supported-intern-of-eight', 'issued-on-time', 'A child of 8 has WBP S.', (draft) =>
    workBased(draft, 'S'),
  ),
  recordBreak(
    'PLC-22',
    'fifteen-day-after-census',
    'review-to-amend',
    'A trainee by WBP turns 15 the day after census day.',
    (draft) => {
      haveBirthday(draft, 15, addDays(census(draft), 1));
      return workBased(draft, 'T');
    },
  ),
  recordBreak(
    'PLC-22',
    'second-placement',
    'two-placements',
    'A child of 13 is a trainee at the second placement.',
    (draft) => {
      draft.placement(2).WBP = 'T';
      return draft.at.placement('WBP', 2);
    },
    { from: 2024 },
  ),
  given('PLC-23', 'thirteen', 'arranged-by-la', 'A child of 13 is at an early years provider.', 'SENSetting', () => ({
    SENSetting: 'EYP',
  })),
  recordBreak(
    'PLC-23',
    'sixth-birthday',
    'early-years-provider',
    'A child at an early years provider turns 6 on census day.',
    (draft) => {
      haveBirthday(draft, 6, census(draft));
      return draft.at.placement('SENSetting');
    },
  ),
];

/** Takes the AttendancePattern of the first placement from a child who is just of compulsory school age. */
function attendanceAtEdge(name: string, parent: string, summary: string, age: number, month: number, day: number) {
  return recordBreak('PLC-29', name, parent, summary, (draft) => {
    haveBirthday(draft, age, makeDate(draft.facts.activityYear, month, day));
    delete draft.placement().AttendancePattern;
    return draft.at.placement('AttendancePattern');
  });
}

const attendance: readonly Break[] = [
  ...missing('PLC-29', 'AttendancePattern', 'special-school-independent', inPlacement()),
  ...missing('PLC-29', 'AttendancePattern', 'two-placements', inPlacement(2), {
    prefix: 'second-',
    of: ' of the second placement',
  }),
  absent('PLC-29', 'AttendancePattern', 'moved-placement', inPlacement(), {
    prefix: 'left-',
    of: ' of a placement that was left',
  }),
  attendanceAtEdge(
    'five-on-31-december',
    'historical-not-reviewed',
    'A child who turned 5 on 31 December has no AttendancePattern.',
    5,
    12,
    31,
  ),
  attendanceAtEdge(
    'sixteen-on-first-september',
    'alternative-provision',
    'A young person who turned 16 on 1 September has no AttendancePattern.',
    16,
    9,
    1,
  ),
];

/** Breaks of the rules about one placement and about the placements of a plan as such. */
export const placementBreaks: readonly Break[] = [...present, ...dates, ...ages, ...attendance];
