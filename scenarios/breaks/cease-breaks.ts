import { addDays, addMonths, birthday, dayOf, makeDate, monthOf, yearOf, type InForce } from '../../src/model/index.js';
import type { NamedPlan } from '../../src/return/index.js';
import type { Break } from './break.js';
import type { Draft } from './draft.js';
import { inPlan, missing, recordBreak } from './record-break.js';

const born = (draft: Draft): string => draft.person.PersonBirthDate ?? '';

/** Breaks the plan by other items of its end; the finding is at the tag. */
function cease(
  rule: string,
  name: string,
  parent: string,
  summary: string,
  tag: 'CeaseDate' | 'CeaseReason',
  items: (draft: Draft) => Pick<NamedPlan, 'StartDate' | 'CeaseDate' | 'CeaseReason'>,
  years: InForce = {},
): Break {
  const edit = (draft: Draft): string => {
    Object.assign(draft.plan(), items(draft));
    return draft.at.plan(tag);
  };
  return recordBreak(rule, name, parent, summary, edit, years);
}

const presence: readonly Break[] = [
  ...missing('PLN-05', 'CeaseDate', 'ceased-needs-met', inPlan),
  ...missing('PLN-05', 'CeaseDate', 'ceased-with-placements-kept', inPlan, {
    prefix: 'placements-kept-',
    of: ' of a plan with ActivePlans',
  }),
  cease('PLN-05', 'reason-on-open-plan', 'review-maintained', 'An open plan has a CeaseReason.', 'CeaseDate', () => ({
    CeaseReason: '2',
  })),
  ...missing('PLN-06', 'CeaseReason', 'transferred-out', inPlan),
  ...missing('PLN-06', 'CeaseReason', 'ceased-with-placements-kept', inPlan, {
    prefix: 'placements-kept-',
    of: ' of a plan with ActivePlans',
  }),
  cease(
    'PLN-06',
    'date-on-open-plan',
    'review-maintained',
    'An open plan has a CeaseDate.',
    'CeaseReason',
    (draft) => ({
      CeaseDate: draft.facts.referenceDate,
    }),
  ),
];

/** The plan starts so many days after it ceases. Where it ceased within so many days of census day, that is put earlier. */
function startAfterEnd(days: number): (draft: Draft) => Pick<NamedPlan, 'StartDate' | 'CeaseDate'> {
  return (draft) => {
    const ceased = draft.plan().CeaseDate ?? '';
    const latest = addDays(draft.facts.referenceDate, -days);
    const CeaseDate = ceased < latest ? ceased : latest;
    return { CeaseDate, StartDate: addDays(CeaseDate, days) };
  };
}

const dates: readonly Break[] = [
  cease(
    'PLN-07',
    'day-before-start',
    'ceased-needs-met',
    'The plan ceases the day before it starts.',
    'CeaseDate',
    startAfterEnd(1),
  ),
  cease(
    'PLN-07',
    'issued-day-before-start',
    'ceased-soon-after-issue',
    'A plan issued in the activity year ceases the day before it starts.',
    'CeaseDate',
    startAfterEnd(1),
  ),
  cease(
    'PLN-07',
    'week-before-start',
    'transferred-out',
    'The plan ceases a week before it starts.',
    'CeaseDate',
    startAfterEnd(7),
  ),
  cease(
    'PLN-08',
    'day-after-census',
    'ceased-needs-met',
    'The plan ceases the day after census day.',
    'CeaseDate',
    (draft) => ({ CeaseDate: addDays(draft.facts.referenceDate, 1) }),
  ),
  cease(
    'PLN-08',
    'next-summer',
    'ceased-for-higher-education',
    'The plan ceases at the end of the school year that is under way.',
    'CeaseDate',
    (draft) => ({ CeaseDate: makeDate(yearOf(draft.facts.referenceDate), 8, 31) }),
  ),
  cease(
    'PLN-08',
    'year-after-census',
    'ceased-with-placements-kept',
    'A plan with ActivePlans ceases a year after census day.',
    'CeaseDate',
    (draft) => ({ CeaseDate: addMonths(draft.facts.referenceDate, 12) }),
  ),
  cease(
    'PLN-09',
    'day-before-activity-year',
    'ceased-needs-met',
    'The plan ceased on the last day before the activity year.',
    'CeaseDate',
    (draft) => ({ CeaseDate: makeDate(draft.facts.activityYear - 1, 12, 31) }),
  ),
  cease(
    'PLN-09',
    'year-before-activity-year',
    'ceased-not-engaging',
    'The plan ceased on 1 January of the year before the activity year.',
    'CeaseDate',
    (draft) => ({ CeaseDate: makeDate(draft.facts.activityYear - 1, 1, 1) }),
  ),
];

const maximumAge: readonly Break[] = [
  cease(
    'PLN-10',
    'aged-eleven',
    'ceased-needs-met',
    'The plan of a child of 11 ceases for maximum age.',
    'CeaseReason',
    () => ({ CeaseReason: '1' }),
  ),
  cease(
    'PLN-10',
    'day-before-nineteen',
    'ceased-for-higher-education',
    'The plan ceases for maximum age the day before the 19th birthday, which is before the 31 August.',
    'CeaseReason',
    (draft) => ({ CeaseDate: addDays(birthday(born(draft), 19), -1), CeaseReason: '1' }),
  ),
  cease(
    'PLN-10',
    'aged-twenty',
    'ceased-not-engaging',
    'The plan of a young person of 20 ceases for maximum age, before 19 was allowed.',
    'CeaseReason',
    () => ({ CeaseReason: '1' }),
    { to: 2023 },
  ),
  recordBreak(
    'PLN-10',
    'twenty-five-on-first-september',
    'ceased-at-maximum-age',
    'The plan ceases for maximum age on 31 August, the day before the 25th birthday.',
    (draft) => {
      const { activityYear } = draft.facts;
      draft.person.PersonBirthDate = makeDate(activityYear - 25, 9, 1);
      draft.plan().CeaseDate = makeDate(activityYear, 8, 31);
      return draft.at.plan('CeaseReason');
    },
    { to: 2023 },
  ),
];

/** The person turns 16 the day after the plan ceases. */
function sixteenNextDay(name: string, parent: string, summary: string): Break {
  return recordBreak('PLN-11', name, parent, summary, (draft) => {
    const day = addDays(draft.plan().CeaseDate ?? '', 1);
    draft.person.PersonBirthDate = makeDate(yearOf(day) - 16, monthOf(day), dayOf(day));
    return draft.at.plan('CeaseReason');
  });
}

const tooYoung: readonly Break[] = [
  cease(
    'PLN-11',
    'university-at-eleven',
    'ceased-needs-met',
    'The plan of a child of 11 ceases for higher education.',
    'CeaseReason',
    () => ({ CeaseReason: '3' }),
  ),
  cease(
    'PLN-11',
    'employed-at-eleven',
    'ceased-needs-met',
    'The plan of a child of 11 ceases for paid employment.',
    'CeaseReason',
    () => ({ CeaseReason: '4' }),
  ),
  sixteenNextDay(
    'university-day-before-sixteen',
    'ceased-for-higher-education',
    'The plan ceases for higher education the day before the 16th birthday.',
  ),
  sixteenNextDay(
    'employed-day-before-sixteen',
    'ceased-for-employment',
    'The plan ceases for paid employment the day before the 16th birthday.',
  ),
];

/** Breaks of the rules about when and why a plan ceased. */
export const ceaseBreaks: readonly Break[] = [...presence, ...dates, ...maximumAge, ...tooYoung];
