import { addDays, birthday, makeDate, yearOf } from '../../src/model/index.js';
import type { NamedPlan, Requests } from '../../src/return/index.js';
import { alike } from './alike.js';
import { justUnder } from './births.js';
import type { Break } from './break.js';
import type { Draft } from './draft.js';
import { inPlan, missing, recordBreak } from './record-break.js';

const census = (draft: Draft): string => draft.facts.referenceDate;

/** Gives the plan other items; the finding is at a tag of it. */
function given(
  rule: string,
  name: string,
  parent: string,
  summary: string,
  tag: keyof NamedPlan,
  items: (draft: Draft) => NamedPlan,
  years: { from?: number; to?: number } = {},
): Break {
  const edit = (draft: Draft): string => {
    Object.assign(draft.plan(), items(draft));
    return draft.at.plan(tag);
  };
  return recordBreak(rule, name, parent, summary, edit, years);
}

const dates: readonly Break[] = [
  ...alike(
    'PLN-02',
    (draft) => {
      draft.plan().StartDate = addDays(census(draft), 1);
      return draft.at.plan('StartDate');
    },
    [
      ['issued-day-after-census', 'issued-on-time', 'A plan just issued starts the day after census day.'],
      ['transferred-day-after-census', 'transferred-in', 'A plan taken over starts the day after census day.'],
    ],
  ),
  given(
    'PLN-04',
    'old-request-day-before',
    'issued-on-old-request',
    'A plan agreed earlier starts a day early.',
    'StartDate',
    (draft) => ({
      StartDate: addDays(draft.assessment().AssessmentOutcomeDate ?? '', -1),
    }),
  ),
  given(
    'PLN-08',
    'ceased-at-next-new-year',
    'ceased-died',
    'The plan ceases at the end of the year of the census.',
    'CeaseDate',
    (draft) => ({
      CeaseDate: makeDate(yearOf(census(draft)), 12, 31),
    }),
  ),
  ...alike(
    'PLN-09',
    (draft) => {
      draft.plan().CeaseDate = makeDate(draft.facts.activityYear - 1, 12, 31);
      return draft.at.plan('CeaseDate');
    },
    [
      ['died-day-before', 'ceased-died', 'The plan of a child who died ceased the day before the activity year.'],
      [
        'moved-day-before',
        'transferred-out',
        'A plan that another LA took over ceased the day before the activity year.',
      ],
    ],
  ),
];

/** A reason for having ceased, of each code, on a plan that is otherwise open. */
const reasonsAlone: readonly Break[] = (['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const).map((reason) =>
  recordBreak(
    'PLN-05',
    `reason-${reason}-alone`,
    'transferred-in',
    `CeaseReason is ${reason}, and there is no CeaseDate.`,
    (draft) => {
      draft.plan().CeaseReason = reason;
      return draft.at.plan('CeaseDate');
    },
  ),
);

/** CeaseReason 1 for a person born and a plan ceased on given days, relative to the activity year. */
function maximumAge(
  name: string,
  summary: string,
  days: (activityYear: number) => { readonly born: string; readonly ceased: string },
  years: { from?: number; to?: number },
): Break {
  return recordBreak(
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

const ages: readonly Break[] = [
  maximumAge(
    'ceased-first-september-25-a-year-later',
    'The plan ceases on 1 September for maximum age, and the person is 24 on the next 31 August.',
    (year) => ({ born: makeDate(year + 1 - 25, 9, 1), ceased: makeDate(year, 9, 1) }),
    { to: 2023 },
  ),
  maximumAge(
    'ceased-in-spring-25-in-september',
    'The plan ceases in May for maximum age, and the person turns 25 on 1 September.',
    (year) => ({ born: makeDate(year - 25, 9, 1), ceased: makeDate(year, 5, 10) }),
    { to: 2023 },
  ),
  maximumAge(
    'leap-day-18-on-28-february',
    'The plan ceases on 28 February for maximum age; the person, born on 29 February, turns 19 on 1 March.',
    (year) => ({ born: makeDate(year - 19, 2, 29), ceased: makeDate(year, 2, 28) }),
    // Alone of the years known, this one is 19 after a leap year.
    { from: 2024, to: 2024 },
  ),
  maximumAge(
    '19-after-the-plan-ceased',
    'The plan ceases for maximum age on 31 August at 18, and the person turns 19 the next day.',
    (year) => ({ born: makeDate(year - 19, 9, 1), ceased: makeDate(year, 8, 31) }),
    { from: 2024 },
  ),
  ...(['3', '4'] as const).map((reason) =>
    recordBreak(
      'PLN-11',
      `sixteen-by-31-august-reason-${reason}`,
      'ceased-for-employment',
      `CeaseReason is ${reason}, and the person turns 16 on the 31 August after the plan ceased.`,
      (draft) => {
        const { activityYear } = draft.facts;
        draft.person.PersonBirthDate = makeDate(activityYear - 16, 8, 31);
        Object.assign(draft.plan(), { CeaseDate: makeDate(activityYear, 7, 20), CeaseReason: reason });
        return draft.at.plan('CeaseReason');
      },
    ),
  ),
  ...(['A', 'S', 'T'] as const).map((activity) =>
    recordBreak(
      'PLN-26',
      `day-before-fifteen-${activity.toLowerCase()}`,
      'arranged-by-la',
      `PlanWBP is ${activity}, and the person turns 15 the day after census day.`,
      (draft) => {
        draft.person.PersonBirthDate = justUnder(15, census(draft));
        draft.plan().PlanWBP = activity;
        return draft.at.plan('PlanWBP');
      },
    ),
  ),
  given(
    'PLN-26',
    'ceased-at-eleven',
    'ceased-needs-met',
    'A ceased plan of a child of 11 has PlanWBP A.',
    'PlanWBP',
    () => ({
      PlanWBP: 'A',
    }),
  ),
];

const budgets: readonly Break[] = [
  ...(['E', 'S', 'H', 'I'] as const).map((kind) =>
    given(
      'PLN-24',
      `direct-${kind.toLowerCase()}-alone`,
      'historical-not-reviewed',
      `PB is 0, and DP is ${kind}.`,
      'DP',
      () => ({
        DP: kind,
      }),
    ),
  ),
  given('PLN-24', 'ceased-organised', 'ceased-needs-met', 'Of a ceased plan PB is 0, and OA is 1.', 'OA', () => ({
    OA: '1',
  })),
  given('PLN-24', 'organised-alone', 'review-maintained', 'PB is 0, and OA is 1, where there was no OA.', 'OA', () => ({
    OA: '1',
  })),
  given('PLN-25', 'ceased-neither', 'ceased-needs-met', 'Of a ceased plan PB is 1, without OA and DP.', 'OA', () => ({
    PB: '1',
  })),
  given('PLN-25', 'organised-zero-added', 'review-maintained', 'PB is 1 and OA is 0, without DP.', 'OA', () => ({
    PB: '1',
    OA: '0',
  })),
  ...missing('PLN-23', 'PB', 'budget-direct-education', inPlan, { prefix: 'direct-', of: ' beside a direct payment' }),
];

/** A plan that ceased on census day, and one that did not, on two requests of a person. */
function withEarlierPlan(draft: Draft): Requests {
  const earlier = structuredClone(draft.request());
  Object.assign(earlier.Assessment?.NamedPlan ?? {}, { CeaseDate: census(draft), CeaseReason: '9' });
  draft.requests.unshift(earlier);
  return earlier;
}

const active: readonly Break[] = [
  recordBreak(
    'PLN-27',
    'active-plans-of-ceased-plan-alone',
    'review-maintained',
    'The ActivePlans stand in the request whose plan ceased, and not in that of the open plan.',
    (draft) => {
      withEarlierPlan(draft);
      delete draft.request(2).ActivePlans;
      return draft.at.request('ActivePlans', 2);
    },
  ),
  recordBreak(
    'PLN-27',
    'second-of-two-open-plans',
    'review-maintained',
    'Of two open plans of a person the second has no ActivePlans.',
    (draft) => {
      const second = structuredClone(draft.request());
      delete second.ActivePlans;
      draft.requests.push(second);
      return draft.at.request('ActivePlans', 2);
    },
  ),
  recordBreak(
    'PLN-27',
    'over-19-absent',
    'over-19',
    'The open plan of a young person of 22 has no ActivePlans.',
    (draft) => {
      delete draft.request().ActivePlans;
      return draft.at.request('ActivePlans');
    },
  ),
];

/** One change, and the place. */
const startOnBirthday = given(
  'PLN-03',
  'start-same-day-year-before',
  'transferred-in',
  'A plan taken over starts on the day of the birth, a year before it.',
  'StartDate',
  (draft) => ({ StartDate: birthday(draft.person.PersonBirthDate ?? '', -1) }),
);

/** More breaks of the rules about the plan and its end. */
export const planMoreBreaks: readonly Break[] = [
  startOnBirthday,
  ...dates,
  ...reasonsAlone,
  ...ages,
  ...budgets,
  ...active,
];
