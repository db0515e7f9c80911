import { addDays, birthday, makeDate, type InForce } from '../../src/model/index.js';
import type { NamedPlan } from '../../src/return/index.js';
import { justTurned, justUnder } from './births.js';
import type { NearMiss } from './break.js';
import type { Draft } from './draft.js';
import { nearMiss } from './near-miss.js';

const census = (draft: Draft): string => draft.facts.referenceDate;

/** Gives the end of the plan other items; the place is at the tag. */
function cease(
  rule: string,
  name: string,
  parent: string,
  summary: string,
  tag: 'CeaseDate' | 'CeaseReason',
  items: (draft: Draft) => Pick<NamedPlan, 'StartDate' | 'CeaseDate' | 'CeaseReason'>,
): NearMiss {
  return nearMiss(rule, name, parent, summary, (draft) => {
    Object.assign(draft.plan(), items(draft));
    return draft.at.plan(tag);
  });
}

const presence: readonly NearMiss[] = (
  [
    ['PLN-05', 'CeaseDate'],
    ['PLN-06', 'CeaseReason'],
  ] as const
).flatMap(([rule, tag]) => [
  nearMiss(
    rule,
    'open-again',
    'ceased-with-placements-kept',
    'A ceased plan has lost both items, and is open again.',
    (draft) => {
      delete draft.plan().CeaseDate;
      delete draft.plan().CeaseReason;
      for (const number of [2, 3]) delete draft.placement(number).LeavingDate;
      return draft.at.plan(tag);
    },
  ),
  cease(
    rule,
    'both-added',
    'review-maintained',
    'A plan that was open has both items, and ceased on census day.',
    tag,
    (draft) => ({
      CeaseDate: census(draft),
      CeaseReason: '2',
    }),
  ),
]);

const dates: readonly NearMiss[] = [
  cease(
    'PLN-07',
    'on-start-day',
    'ceased-soon-after-issue',
    'The plan ceased on the day it started.',
    'CeaseDate',
    (draft) => ({
      CeaseDate: draft.plan().StartDate ?? '',
    }),
  ),
  cease(
    'PLN-07',
    'started-on-last-day',
    'ceased-needs-met',
    'A plan of earlier years starts on the day it ceased.',
    'CeaseDate',
    (draft) => ({
      StartDate: draft.plan().CeaseDate ?? '',
    }),
  ),
  ...(['ceased-needs-met', 'transferred-out', 'ceased-with-placements-kept'] as const).map((parent) =>
    cease('PLN-08', `${parent}-on-census-day`, parent, 'The plan ceased on census day.', 'CeaseDate', (draft) => ({
      CeaseDate: census(draft),
    })),
  ),
  cease(
    'PLN-09',
    'first-day-of-activity-year',
    'ceased-needs-met',
    'The plan ceased on 1 January of the activity year.',
    'CeaseDate',
    (draft) => ({
      CeaseDate: makeDate(draft.facts.activityYear, 1, 1),
    }),
  ),
  cease(
    'PLN-09',
    'last-day-of-activity-year',
    'transferred-out',
    'The plan ceased on 31 December of the activity year.',
    'CeaseDate',
    (draft) => ({
      CeaseDate: makeDate(draft.facts.activityYear, 12, 31),
    }),
  ),
  cease(
    'PLN-09',
    'between-activity-year-and-census',
    'ceased-died',
    'The plan ceased on 1 January before census day.',
    'CeaseDate',
    (draft) => ({
      CeaseDate: makeDate(draft.facts.activityYear + 1, 1, 1),
    }),
  ),
];

/** CeaseReason 1 for a person born and a plan ceased on given days, by the activity year. */
function maximumAge(
  name: string,
  summary: string,
  days: (activityYear: number) => { readonly born: string; readonly ceased: string },
  years: InForce,
): NearMiss {
  return nearMiss(
    'PLN-10',
    name,
    'ceased-at-maximum-age',
    summary,
    (draft) => {
      const { born, ceased } = days(draft.facts.activityYear);
      draft.person.PersonBirthDate = born;
      draft.plan().CeaseDate = ceased;
      return draft.at.plan('CeaseReason');
    },
    years,
  );
}

const maximumAges: readonly NearMiss[] = [
  maximumAge(
    '25-on-31-august-that-day',
    'The plan ceases on 31 August for maximum age, the day of the 25th birthday.',
    (year) => ({ born: makeDate(year - 25, 8, 31), ceased: makeDate(year, 8, 31) }),
    { to: 2023 },
  ),
  maximumAge(
    '25-by-31-august-to-come',
    'The plan ceases in May for maximum age at 24, and the person turns 25 on the next 31 August.',
    (year) => ({ born: makeDate(year - 25, 8, 31), ceased: makeDate(year, 5, 10) }),
    { to: 2023 },
  ),
  maximumAge(
    '25-by-31-august-a-year-after-first-september',
    'The plan ceases on 1 September for maximum age, and the person turns 25 on 31 August of the next year.',
    (year) => ({ born: makeDate(year + 1 - 25, 8, 31), ceased: makeDate(year, 9, 1) }),
    { to: 2023 },
  ),
  maximumAge(
    '25-the-day-after-first-september',
    'The plan ceases on 1 September for maximum age, the day before the 25th birthday.',
    (year) => ({ born: makeDate(year - 25, 9, 2), ceased: makeDate(year, 9, 1) }),
    { to: 2023 },
  ),
  maximumAge(
    '25-between-new-year-and-31-august',
    'The plan ceases on 31 December for maximum age, and the person turns 25 in the spring.',
    (year) => ({ born: makeDate(year + 1 - 25, 4, 1), ceased: makeDate(year, 12, 31) }),
    { to: 2023 },
  ),
  maximumAge(
    'leap-day-19-on-1-march',
    'The plan ceases on 1 March for maximum age; the person, born on 29 February, turns 19 that day.',
    (year) => ({ born: makeDate(year - 19, 2, 29), ceased: makeDate(year, 3, 1) }),
    // Alone of the years known, this one is 19 after a leap year.
    { from: 2024, to: 2024 },
  ),
  maximumAge(
    '19-that-day-before-31-august',
    'The plan ceases for maximum age on the 19th birthday, in July.',
    (year) => ({ born: makeDate(year - 19, 7, 20), ceased: makeDate(year, 7, 20) }),
    { from: 2024 },
  ),
  nearMiss(
    'PLN-10',
    'higher-education-19-that-day',
    'ceased-for-higher-education',
    'The plan ceases for maximum age on the 19th birthday.',
    (draft) => {
      const born = draft.person.PersonBirthDate ?? '';
      Object.assign(draft.plan(), { CeaseDate: birthday(born, 19), CeaseReason: '1' });
      return draft.at.plan('CeaseReason');
    },
    { from: 2024 },
  ),
  ...(['5', '6', '7', '8', '9'] as const).map((reason) =>
    cease(
      'PLN-10',
      `aged-eleven-reason-${reason}`,
      'ceased-needs-met',
      `The plan of a child of 11 ceases for reason ${reason}.`,
      'CeaseReason',
      () => ({
        CeaseReason: reason,
      }),
    ),
  ),
];

/** The plan ceases in the activity year, on the day a person reaches an age or the day before. */
function atAge(name: string, reason: string, summary: string, birthDate: (ceased: string) => string): NearMiss {
  return nearMiss('PLN-11', name, 'ceased-for-employment', summary, (draft) => {
    const ceased = draft.plan().CeaseDate ?? '';
    draft.person.PersonBirthDate = birthDate(ceased);
    draft.plan().CeaseReason = reason;
    return draft.at.plan('CeaseReason');
  });
}

const sixteen: readonly NearMiss[] = [
  ...(['3', '4'] as const).map((reason) =>
    atAge(
      `sixteen-that-day-reason-${reason}`,
      reason,
      `The plan ceases for reason ${reason} on the 16th birthday.`,
      (ceased) => justTurned(16, ceased),
    ),
  ),
  ...(['2', '5', '6', '7', '8', '9'] as const).map((reason) =>
    atAge(
      `day-before-sixteen-reason-${reason}`,
      reason,
      `The plan ceases for reason ${reason} the day before the 16th birthday.`,
      (ceased) => justUnder(16, ceased),
    ),
  ),
  nearMiss(
    'PLN-11',
    'leap-day-sixteen',
    'ceased-for-higher-education',
    'The plan ceases on 29 February for higher education, the 16th birthday.',
    (draft) => {
      const { activityYear } = draft.facts;
      draft.person.PersonBirthDate = makeDate(activityYear - 16, 2, 29);
      draft.plan().CeaseDate = makeDate(activityYear, 2, 29);
      return draft.at.plan('CeaseReason');
    },
    { from: 2025, to: 2025 },
  ),
  nearMiss(
    'PLN-11',
    'day-after-sixteen',
    'ceased-for-higher-education',
    'The plan ceases for higher education the day after the 16th birthday.',
    (draft) => {
      draft.person.PersonBirthDate = addDays(justTurned(16, draft.plan().CeaseDate ?? ''), -1);
      return draft.at.plan('CeaseReason');
    },
  ),
];

/** Near misses of the rules about when and why a plan ceased. */
export const ceaseNearMisses: readonly NearMiss[] = [...presence, ...dates, ...maximumAges, ...sixteen];
