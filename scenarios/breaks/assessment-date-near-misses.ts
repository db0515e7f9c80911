import { addDays, makeDate } from '../../src/model/index.js';
import type { Assessment } from '../../src/return/index.js';
import type { NearMiss } from './break.js';
import type { Draft } from './draft.js';
import { nearAlike, nearMiss } from './near-miss.js';

const date = 'AssessmentOutcomeDate';

const censusDay = ({ facts }: Draft): string => facts.referenceDate;
const firstDay = ({ facts }: Draft): string => makeDate(facts.activityYear, 1, 1);
const lastDayBefore = ({ facts }: Draft): string => makeDate(facts.activityYear - 1, 12, 31);

/** Gives items of the assessment other values; the place is that of the date. */
function given(items: Assessment): (draft: Draft) => string {
  return (draft) => {
    Object.assign(draft.assessment(), items);
    return draft.at.assessment(date);
  };
}

/** All but the date of an assessment whose outcome allows none. */
const allButDate: Assessment = {
  AssessmentMediation: '0',
  AssessmentTribunal: '0',
  OtherMediation: '0',
  OtherTribunal: '0',
  Week20: '0',
};

/** The request, the decision to assess and that on the plan all on one day. */
function allOn(day: (draft: Draft) => string): (draft: Draft) => string {
  return (draft) => {
    const on = day(draft);
    Object.assign(draft.request(), { ReceivedDate: on, RequestOutcomeDate: on });
    return given({ [date]: on })(draft);
  };
}

const decided = (draft: Draft): string => draft.assessment().AssessmentOutcomeDate ?? '';

/** The request was decided before the activity year: it is historical, and was received that many days before a day. */
function onOldRequest(draft: Draft, day: string, daysBefore: number): void {
  const request = draft.request();
  Object.assign(request, { RequestOutcome: 'H', ReceivedDate: addDays(day, -daysBefore) });
  delete request.RequestOutcomeDate;
  request.RequestMediation = '0';
  request.RequestTribunal = '0';
}

/** Decided on a day, with an old request; a plan starts no earlier than it did. */
function decidedOn(day: (draft: Draft) => string, more: Assessment = {}): (draft: Draft) => string {
  return (draft) => {
    const on = day(draft);
    onOldRequest(draft, on, 112);
    return given({ [date]: on, ...more })(draft);
  };
}

/** Moves the receipt, so that the case is another than its parent even where that has the date asked for. */
function receivedDayEarlier(draft: Draft): void {
  const { ReceivedDate = '' } = draft.request();
  draft.request().ReceivedDate = addDays(ReceivedDate, -1);
}

/** The plan is dated census day, and decided on a day before or on it. */
function startedOnCensusDay(day: (draft: Draft) => string): (draft: Draft) => string {
  return (draft) => {
    draft.plan().StartDate = draft.facts.referenceDate;
    receivedDayEarlier(draft);
    return given({ [date]: day(draft) })(draft);
  };
}

const dates: readonly NearMiss[] = [
  ...(['A', 'W', 'H'] as const).map((AssessmentOutcome) =>
    nearMiss(
      'ASM-04',
      `all-but-the-date-${AssessmentOutcome.toLowerCase()}`,
      'assessing',
      `The outcome is ${AssessmentOutcome}, and every item but the date is given.`,
      given({ AssessmentOutcome, ...allButDate }),
    ),
  ),

  nearMiss(
    'ASM-05',
    'received-on-decision',
    'issued-on-old-request',
    'A request is received the day its plan is decided on.',
    (draft) => {
      draft.request().ReceivedDate = decided(draft);
      return draft.at.assessment(date);
    },
  ),
  nearMiss(
    'ASM-05',
    'received-day-before',
    'issued-on-old-request',
    'A request is received the day before its plan is decided on.',
    (draft) => {
      draft.request().ReceivedDate = addDays(decided(draft), -1);
      return draft.at.assessment(date);
    },
  ),
  ...nearAlike('ASM-05', allOn(decided), [
    ['refused-on-receipt', 'not-issued', 'Request, decision to assess and refusal of a plan are on one day.'],
    ['issued-on-receipt', 'issued-on-time', 'Request, decision to assess and decision to issue are on one day.'],
  ]),
  nearMiss(
    'ASM-05',
    'received-unknown',
    'issued-on-old-request',
    'The date of receipt of a historical request is absent.',
    (draft) => {
      delete draft.request().ReceivedDate;
      return draft.at.assessment(date);
    },
  ),
  nearMiss(
    'ASM-05',
    'second-request-later',
    'issued-on-time',
    'A second request comes after the plan is decided on.',
    (draft) => {
      const first = { ...draft.request() };
      delete first.Assessment;
      delete first.ActivePlans;
      draft.requests.push({
        ...first,
        ReceivedDate: draft.facts.referenceDate,
        RequestOutcomeDate: draft.facts.referenceDate,
        RequestOutcome: 'N',
      });
      return draft.at.assessment(date);
    },
  ),

  ...(['not-issued', 'issued-on-time'] as const).map((parent) =>
    nearMiss(
      'ASM-06',
      `${parent}-on-agreement`,
      parent,
      'The decision comes on the day that of the request did.',
      (draft) => {
        draft.request().RequestOutcomeDate = decided(draft);
        return draft.at.assessment(date);
      },
    ),
  ),
  nearMiss(
    'ASM-06',
    'request-refused',
    'refusal-overturned-by-mediation',
    'The request, refused at first, has a later decision.',
    (draft) => {
      draft.request().RequestOutcomeDate = censusDay(draft);
      return startedOnCensusDay((one) => addDays(censusDay(one), -1))(draft);
    },
  ),

  nearMiss('ASM-07', 'refused-on-census-day', 'not-issued', 'A plan is refused on census day.', (draft) => {
    receivedDayEarlier(draft);
    return given({ [date]: censusDay(draft) })(draft);
  }),
  ...nearAlike('ASM-07', startedOnCensusDay(censusDay), [
    ['issued-on-census-day', 'issued-on-time', 'A plan is decided on and starts on census day.'],
    ['old-request-on-census-day', 'issued-on-old-request', 'A plan on an old request is decided on on census day.'],
    [
      'overturned-on-census-day',
      'not-issued-overturned-by-mediation',
      'A refusal, since overturned, is dated census day.',
    ],
  ]),

  ...nearAlike('ASM-17', decidedOn(firstDay), [
    ['issued-on-1-january', 'issued-on-old-request', 'A plan is decided on the first day of the activity year.'],
    ['refused-on-1-january', 'not-issued', 'A plan is refused on the first day of the activity year.'],
  ]),
  nearMiss(
    'ASM-17',
    'refused-in-census-year',
    'not-issued',
    'A plan is refused after the activity year, before census day.',
    (draft) => decidedOn(({ year }) => makeDate(year, 1, 1))(draft),
  ),
  ...nearAlike(
    'ASM-17',
    startedOnCensusDay(({ year }) => makeDate(year, 1, 1)),
    [['issued-in-census-year', 'issued-on-old-request', 'A plan is decided on after the activity year.']],
  ),
  ...nearAlike('ASM-17', decidedOn(lastDayBefore, { AssessmentMediation: '1', AssessmentTribunal: '0' }), [
    ['mediated', 'not-issued', 'A plan refused before the activity year goes to mediation.'],
    ['mediated-and-issued', 'not-issued-overturned-by-mediation', 'A plan refused before the activity year is issued.'],
  ]),
  ...nearAlike('ASM-17', decidedOn(lastDayBefore, { AssessmentMediation: '0', AssessmentTribunal: '1' }), [
    ['appealed', 'not-issued', 'A plan refused before the activity year goes to the tribunal.'],
    ['appealed-and-issued', 'not-issued-overturned-by-tribunal', 'A plan refused before the activity year is ordered.'],
  ]),
  ...nearAlike(
    'ASM-17',
    decidedOn(({ facts }) => makeDate(facts.activityYear - 2, 7, 1), { AssessmentTribunal: '1' }),
    [['appealed-two-years-before', 'not-issued', 'A plan refused two years before the activity year is appealed.']],
  ),
];

/** Near misses of the date of an assessment (ASM-04 to ASM-07, ASM-17). */
export const assessmentDateNearMisses: readonly NearMiss[] = dates;
