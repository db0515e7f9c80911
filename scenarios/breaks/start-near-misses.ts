import { addDays, makeDate, yearOf } from '../../src/model/index.js';
import type { NearMiss } from './break.js';
import type { Draft } from './draft.js';
import { nearAlike, nearMiss } from './near-miss.js';

const census = (draft: Draft): string => draft.facts.referenceDate;
const born = (draft: Draft): string => draft.person.PersonBirthDate ?? '';

const startOn =
  (day: (draft: Draft) => string) =>
  (draft: Draft): string => {
    draft.plan().StartDate = day(draft);
    return draft.at.plan('StartDate');
  };

/** The plan is decided on some days before census day, and starts on census day. */
const decidedBeforeCensus =
  (days: number) =>
  (draft: Draft): string => {
    draft.assessment().AssessmentOutcomeDate = addDays(census(draft), -days);
    draft.plan().StartDate = census(draft);
    return draft.at.plan('StartDate');
  };

const dayBeforeRefusal = startOn((draft) => addDays(draft.assessment().AssessmentOutcomeDate ?? '', -1));

/** Near misses of the rules about when a plan started. */
export const startNearMisses: readonly NearMiss[] = [
  nearMiss(
    'PLN-01',
    'not-yet-issued',
    'issued-on-time',
    'A plan decided on is not yet issued: there is none.',
    (draft) => {
      const assessment = draft.assessment();
      delete assessment.NamedPlan;
      delete assessment.AssessmentOutcomeDate;
      delete assessment.Week20;
      delete draft.request().ActivePlans;
      return draft.at.assessment('NamedPlan');
    },
  ),
  ...nearAlike('PLN-02', startOn(census), [
    ['on-census-day', 'historical-not-reviewed', 'The plan starts on census day.'],
    ['issued-on-census-day', 'issued-on-old-request', 'A plan just issued starts on census day.'],
    ['transferred-on-census-day', 'transferred-in', 'A plan taken over starts on census day.'],
  ]),
  nearMiss(
    'PLN-02',
    'day-after-last-placement-entry',
    'moved-placement',
    'The plan starts on census day, after both placements began.',
    startOn(census),
  ),
  ...nearAlike('PLN-03', startOn(born), [
    ['on-birth-day', 'review-maintained', 'The plan starts on the day of the birth.'],
    ['ceased-on-birth-day', 'ceased-needs-met', 'A ceased plan starts on the day of the birth.'],
  ]),
  nearMiss(
    'PLN-03',
    'new-year-after-birth',
    'review-to-amend',
    'The plan starts on 1 January after the birth, an earlier day of a later year.',
    startOn((draft) => makeDate(yearOf(born(draft)) + 1, 1, 1)),
  ),
  nearMiss(
    'PLN-04',
    'on-decision-day',
    'issued-on-old-request-in-time',
    'The plan starts on the day it is decided on.',
    decidedBeforeCensus(0),
  ),
  nearMiss(
    'PLN-04',
    'day-after-decision',
    'issued-on-old-request',
    'The plan starts the day after it is decided on.',
    decidedBeforeCensus(1),
  ),
  nearMiss(
    'PLN-04',
    'overturned-request-on-decision-day',
    'refusal-overturned-by-mediation',
    'After a refusal of the request, the plan starts on the day it is decided on.',
    decidedBeforeCensus(0),
  ),
  ...nearAlike('PLN-04', dayBeforeRefusal, [
    [
      'day-before-refusal-mediated',
      'not-issued-overturned-by-mediation',
      'The plan starts the day before it was refused, before mediation.',
    ],
    [
      'day-before-refusal-appealed',
      'not-issued-overturned-by-tribunal',
      'The plan starts the day before it was refused, before the tribunal.',
    ],
  ]),
];
