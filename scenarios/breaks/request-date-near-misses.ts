import { addDays, addMonths, makeDate } from '../../src/model/index.js';
import type { Requests } from '../../src/return/index.js';
import { justTurned, justUnder } from './births.js';
import type { NearMiss } from './break.js';
import type { Draft } from './draft.js';
import { nearAlike, nearMiss } from './near-miss.js';

type DateTag = 'ReceivedDate' | 'RequestOutcomeDate';

/** Gives a date of a request another value. */
function set(tag: DateTag, value: (draft: Draft, request: Requests) => string, number = 1): (draft: Draft) => string {
  return (draft) => {
    const request = draft.request(number);
    request[tag] = value(draft, request);
    return draft.at.request(tag, number);
  };
}

const censusDay = ({ facts }: Draft): string => facts.referenceDate;
const dayBeforeCensus = ({ facts }: Draft): string => addDays(facts.referenceDate, -1);
const decided = (_: Draft, request: Requests): string => request.RequestOutcomeDate ?? '';

/** Received so many weeks before the decision, which is taken on a day. */
function decidedOn(day: (draft: Draft) => string, more: Requests = {}): (draft: Draft) => string {
  return (draft) => {
    const RequestOutcomeDate = day(draft);
    Object.assign(draft.request(), { RequestOutcomeDate, ReceivedDate: addDays(RequestOutcomeDate, -35) }, more);
    return draft.at.request('RequestOutcomeDate');
  };
}

const firstDay = ({ facts }: Draft): string => makeDate(facts.activityYear, 1, 1);
const lastDayBefore = ({ facts }: Draft): string => makeDate(facts.activityYear - 1, 12, 31);
const yearsBefore = ({ facts }: Draft): string => addMonths(makeDate(facts.activityYear, 1, 1), -24);
const newYearBeforeCensus = ({ year }: Draft): string => makeDate(year, 1, 1);

/** The person is born on a day that depends on the day of receipt. */
function born(birthDate: (received: string) => string, number = 1): (draft: Draft) => string {
  return (draft) => {
    draft.person.PersonBirthDate = birthDate(draft.request(number).ReceivedDate ?? '');
    return draft.at.request('ReceivedDate', number);
  };
}

const dates: readonly NearMiss[] = [
  ...nearAlike('REQ-02', set('ReceivedDate', censusDay), [
    ['census-day', 'awaiting-decision', 'A request is received on census day.'],
    ['census-day-withdrawn', 'request-withdrawn', 'A request is received on census day and withdrawn.'],
    ['census-day-historical', 'historical-not-reviewed', 'A historical request is dated census day.'],
  ]),
  ...nearAlike('REQ-02', set('ReceivedDate', dayBeforeCensus), [
    ['day-before-census', 'awaiting-decision', 'A request is received the day before census day.'],
  ]),

  ...nearAlike('REQ-07', set('RequestOutcomeDate', censusDay), [
    ['refused', 'request-refused', 'A request that is refused has a decision date.'],
    ['agreed', 'assessing', 'A request that is agreed has a decision date.'],
  ]),

  ...nearAlike('REQ-08', set('ReceivedDate', decided), [
    ['refused-on-receipt', 'request-refused', 'A request is refused the day it is received.'],
    ['agreed-on-receipt', 'assessing', 'A request is agreed the day it is received.'],
    ['overturned', 'refusal-overturned-by-mediation', 'A request, since assessed, is refused the day it is received.'],
  ]),
  ...nearAlike('REQ-08', set('ReceivedDate', decided, 2), [
    [
      'second-request-agreed-on-receipt',
      'second-request-after-refusal',
      'The second request is agreed the day it is received.',
    ],
  ]),
  ...nearAlike(
    'REQ-08',
    set('ReceivedDate', (draft, request) => addDays(decided(draft, request), -1)),
    [['refused-day-after-receipt', 'request-refused', 'A request is refused the day after it is received.']],
  ),

  ...nearAlike('REQ-09', set('RequestOutcomeDate', censusDay), [
    ['refused-on-census-day', 'request-refused', 'A request is refused on census day.'],
    ['agreed-on-census-day', 'assessing', 'A request is agreed on census day.'],
    ['exported-on-census-day', 'exported', 'A request that was exported is agreed on census day.'],
  ]),
  ...nearAlike('REQ-09', set('RequestOutcomeDate', censusDay, 2), [
    ['second-request-on-census-day', 'second-request-after-refusal', 'The second request is agreed on census day.'],
  ]),

  ...nearAlike('REQ-17', decidedOn(firstDay), [
    ['refused-on-1-january', 'request-refused', 'A request is refused on the first day of the activity year.'],
    ['agreed-on-1-january', 'assessing', 'A request is agreed on the first day of the activity year.'],
    ['issued-on-1-january', 'issued-on-time', 'The request of a new plan is agreed as the activity year begins.'],
  ]),
  ...nearAlike('REQ-17', decidedOn(newYearBeforeCensus), [
    ['refused-in-census-year', 'request-refused', 'A request is refused after the activity year, before census day.'],
    ['agreed-in-census-year', 'assessing', 'A request is agreed after the activity year, before census day.'],
  ]),
  ...nearAlike('REQ-17', decidedOn(lastDayBefore, { RequestMediation: '1' }), [
    ['mediated', 'request-refused', 'A request with mediation is refused the day before the activity year.'],
  ]),
  ...nearAlike('REQ-17', decidedOn(lastDayBefore, { RequestTribunal: '1' }), [
    ['appealed', 'request-refused', 'A request taken to the tribunal is refused the day before the activity year.'],
  ]),
  ...nearAlike('REQ-17', decidedOn(yearsBefore, { RequestMediation: '1', RequestTribunal: '1' }), [
    ['mediated-and-appealed', 'request-refused', 'A request with both challenges is refused years before.'],
  ]),

  ...nearAlike(
    'REQ-18',
    born((received) => received),
    [
      ['day-of-birth', 'awaiting-decision', 'A request is received on the day of birth.'],
      ['day-of-birth-refused', 'request-refused', 'A request that is refused is received on the day of birth.'],
    ],
  ),
  ...nearAlike(
    'REQ-18',
    born((received) => addDays(received, -1)),
    [['day-after-birth', 'awaiting-decision', 'A request is received the day after the birth.']],
  ),

  ...nearAlike(
    'REQ-21',
    born((received) => justUnder(25, received)),
    [
      ['25-the-day-after', 'awaiting-decision', 'The person is 25 the day after the request.'],
      ['25-the-day-after-refused', 'request-refused', 'The person is 25 the day after a request that is refused.'],
      [
        '25-the-day-after-withdrawn',
        'request-withdrawn',
        'The person is 25 the day after a request that is withdrawn.',
      ],
      ['25-the-day-after-agreed', 'assessing', 'The person is 25 the day after a request that is agreed.'],
    ],
  ),
  nearMiss('REQ-21', 'no-date', 'over-19', 'The person is 25, and the historical request has no date.', (draft) => {
    draft.person.PersonBirthDate = justTurned(25, draft.facts.referenceDate);
    return draft.at.request('ReceivedDate');
  }),
  // Those born on 29 February 2000 are 25 on 1 March 2025.
  nearMiss(
    'REQ-21',
    'leap-day-birthday-to-come',
    'request-withdrawn',
    'The person, born on a 29 February, is 25 the day after the request of 28 February.',
    (draft) => {
      draft.person.PersonBirthDate = '2000-02-29';
      draft.request().ReceivedDate = '2025-02-28';
      return draft.at.request('ReceivedDate');
    },
    { from: 2026, to: 2026 },
  ),
];

/** Adds copies of the only request of the person, changed in turn. */
function beside(...changes: readonly ((first: Requests) => Requests)[]): (draft: Draft) => string {
  return (draft) => {
    const first = draft.request();
    draft.requests.push(...changes.map((change) => ({ ...first, ...change(first) })));
    return draft.at.request('ReceivedDate');
  };
}

const earlierBy =
  (days: number) =>
  ({ ReceivedDate = '' }: Requests): Requests => ({
    ReceivedDate: addDays(ReceivedDate, -days),
  });

const several: readonly NearMiss[] = [
  ...nearAlike('REQ-19', beside(earlierBy(1)), [
    ['day-apart', 'request-refused', 'Two requests of one person are received a day apart.'],
    ['withdrawn-day-apart', 'request-withdrawn', 'Two withdrawn requests are received a day apart.'],
  ]),
  ...nearAlike('REQ-19', beside(earlierBy(1), earlierBy(2)), [
    ['three-days-running', 'request-refused', 'Three requests are received on three days running.'],
  ]),
  nearMiss('REQ-19', 'no-dates', 'historical-not-reviewed', 'Two historical requests have no date.', (draft) => {
    draft.requests.push({ RequestOutcome: 'H', Exported: 'XXX' });
    return draft.at.request('ReceivedDate');
  }),
  nearMiss('REQ-19', 'date-of-another-person', 'request-refused', 'Two persons have requests of one date.', (draft) => {
    const other = draft.persons[0]?.Requests?.[0];
    const { ReceivedDate, RequestOutcomeDate } = draft.request();
    Object.assign(other ?? {}, { ReceivedDate, RequestOutcomeDate });
    return draft.at.request('ReceivedDate');
  }),
  nearMiss(
    'REQ-19',
    'decided-as-next-received',
    'second-request-after-refusal',
    'The second request is received the day the first is refused.',
    (draft) => {
      draft.request(2).ReceivedDate = draft.request(1).RequestOutcomeDate ?? '';
      return draft.at.request('ReceivedDate');
    },
  ),

  ...nearAlike(
    'REQ-20',
    beside((first) => ({ ...earlierBy(7)(first), RequestOutcome: 'W' })),
    [['beside-withdrawn', 'awaiting-decision', 'One request awaits its decision, another was withdrawn.']],
  ),
  ...nearAlike(
    'REQ-20',
    beside(
      (first) => ({ ...earlierBy(7)(first), RequestOutcome: 'W' }),
      (first) => ({ ...earlierBy(14)(first), RequestOutcome: 'W' }),
    ),
    [['beside-two-withdrawn', 'awaiting-decision', 'One request awaits its decision, two were withdrawn.']],
  ),
  nearMiss(
    'REQ-20',
    'beside-assessment-awaited',
    'assessing',
    'One request awaits its decision, another is under assessment.',
    (draft) => {
      const { ReceivedDate = '', RYA = '', RequestSource } = draft.request();
      draft.requests.push({
        ReceivedDate: addDays(ReceivedDate, 1),
        ...(RequestSource !== undefined && { RequestSource }),
        RYA,
        RequestOutcome: 'A',
      });
      return draft.at.request('RequestOutcome');
    },
  ),
  nearMiss(
    'REQ-20',
    'another-person-awaits',
    'awaiting-decision',
    'Two persons each have one request that is awaited.',
    (draft) => {
      const other = draft.persons[0]?.Requests?.[0];
      if (other) {
        other.RequestOutcome = 'A';
        delete other.RequestOutcomeDate;
        delete other.RequestMediation;
        delete other.RequestTribunal;
      }
      return draft.at.request('RequestOutcome');
    },
  ),
];

/** Near misses of the dates of a request, and of rules over several requests. */
export const requestDateNearMisses: readonly NearMiss[] = [...dates, ...several];
