import { addDays, addMonths, makeDate } from '../../src/model/index.js';
import type { Requests } from '../../src/return/index.js';
import { alike } from './alike.js';
import type { Break } from './break.js';
import type { Draft } from './draft.js';

/** Gives an item of a request another value; the finding is at it. */
function set(
  tag: 'ReceivedDate' | 'RequestOutcomeDate',
  value: (draft: Draft, request: Requests) => string,
  number = 1,
): (draft: Draft) => string {
  return (draft) => {
    const request = draft.request(number);
    request[tag] = value(draft, request);
    return draft.at.request(tag, number);
  };
}

const lastDayBefore = (draft: Draft): string => makeDate(draft.facts.activityYear - 1, 12, 31);

/** Sets the decision on the last day before the activity year, and the receipt five weeks before it. */
function decidedBeforeActivityYear(more: Requests = {}): (draft: Draft) => string {
  return (draft) => {
    const decided = lastDayBefore(draft);
    Object.assign(draft.request(), { RequestOutcomeDate: decided, ReceivedDate: addDays(decided, -35) }, more);
    return draft.at.request('RequestOutcomeDate');
  };
}

/** The person has a birthday on the day the request is received. */
function bornYearsBeforeRequest(years: number): (draft: Draft) => string {
  return (draft) => {
    draft.person.PersonBirthDate = addMonths(draft.request().ReceivedDate ?? '', -12 * years);
    return draft.at.request('ReceivedDate');
  };
}

const dayAfterCensus = ({ facts }: Draft): string => addDays(facts.referenceDate, 1);
const received = (_: Draft, request: Requests): string => request.ReceivedDate ?? '';

const yearAfterCensus = ({ facts }: Draft): string => addMonths(facts.referenceDate, 12);
const dayBeforeReceipt = (_: Draft, request: Requests): string => addDays(request.ReceivedDate ?? '', -1);
const dayBeforeBirth = ({ person }: Draft): string => addDays(person.PersonBirthDate ?? '', -1);
const centuryEarly = (_: Draft, request: Requests): string => addMonths(request.ReceivedDate ?? '', -1200);

/** The request is received the day after its decision. */
function receivedAfterDecision(draft: Draft): string {
  const request = draft.request();
  request.ReceivedDate = addDays(request.RequestOutcomeDate ?? '', 1);
  return draft.at.request('RequestOutcomeDate');
}

/** The dates of the second request have changed places. */
function swapped(draft: Draft): string {
  const request = draft.request(2);
  const { ReceivedDate = '', RequestOutcomeDate = '' } = request;
  Object.assign(request, { ReceivedDate: RequestOutcomeDate, RequestOutcomeDate: ReceivedDate });
  return draft.at.request('RequestOutcomeDate', 2);
}

function bornDayAfterRequest(draft: Draft): string {
  draft.person.PersonBirthDate = addDays(draft.request().ReceivedDate ?? '', 1);
  return draft.at.request('ReceivedDate');
}

/** Breaks of the dates of a request (REQ-02, REQ-07 to REQ-09, REQ-17, REQ-18, REQ-21). */
export const requestDateBreaks: readonly Break[] = [
  ...alike('REQ-02', set('ReceivedDate', dayAfterCensus), [
    ['day-after-census', 'awaiting-decision', 'A request is received the day after census day.'],
    ['withdrawn', 'request-withdrawn', 'A withdrawn request is received the day after census day.'],
  ]),
  ...alike('REQ-02', set('ReceivedDate', yearAfterCensus), [
    ['year-after-census', 'awaiting-decision', 'A request is received a year after census day.'],
  ]),

  ...alike('REQ-07', set('RequestOutcomeDate', received), [
    ['awaited', 'awaiting-decision', 'A decision that is awaited has a date.'],
    ['withdrawn', 'request-withdrawn', 'A withdrawn request has a decision date.'],
    ['historical', 'issued-on-old-request', 'A historical request has a decision date.'],
  ]),
  ...alike('REQ-07', set('RequestOutcomeDate', lastDayBefore), [
    ['historical-plan', 'historical-not-reviewed', 'The request of a plan of earlier years has a decision date.'],
  ]),

  ...alike('REQ-08', receivedAfterDecision, [
    ['received-day-after-refusal', 'request-refused', 'A request is received the day after it was refused.'],
    ['received-day-after-agreement', 'assessing', 'A request is received the day after it was agreed.'],
  ]),
  ...alike('REQ-08', set('RequestOutcomeDate', dayBeforeReceipt), [
    [
      'overturned-day-before-receipt',
      'refusal-overturned-by-mediation',
      'A refusal is dated the day before the request.',
    ],
  ]),
  ...alike('REQ-08', set('RequestOutcomeDate', dayBeforeReceipt, 2), [
    ['second-request', 'second-request-after-refusal', 'The second request is agreed the day before it is received.'],
  ]),
  ...alike('REQ-08', swapped, [
    ['dates-swapped', 'second-request-after-refusal', 'The two dates of the second request have changed places.'],
  ]),

  ...alike('REQ-09', set('RequestOutcomeDate', dayAfterCensus), [
    ['refused', 'request-refused', 'A request is refused the day after census day.'],
    ['agreed', 'assessing', 'A request is agreed the day after census day.'],
  ]),
  ...alike('REQ-09', set('RequestOutcomeDate', yearAfterCensus), [
    ['exported', 'exported', 'A request that was exported is agreed a year after census day.'],
  ]),
  ...alike('REQ-09', set('RequestOutcomeDate', dayAfterCensus, 2), [
    ['second-request', 'second-request-after-refusal', 'The second request is agreed the day after census day.'],
  ]),

  ...alike('REQ-17', decidedBeforeActivityYear(), [
    ['refused', 'request-refused', 'A request is received and refused before the activity year.'],
    ['agreed', 'assessing', 'A request is received and agreed before the activity year.'],
    ['agreed-with-a-plan', 'issued-on-time', 'The request of a new plan is agreed before the activity year.'],
  ]),
  ...alike('REQ-17', decidedBeforeActivityYear({ RequestMediation: '1' }), [
    [
      'agreed-after-mediation',
      'issued-late',
      'A request with mediation is received and agreed before the activity year.',
    ],
  ]),

  ...alike('REQ-18', set('ReceivedDate', dayBeforeBirth), [
    ['day-before-birth', 'awaiting-decision', 'A request is received the day before the birth.'],
    ['historical', 'issued-on-old-request', 'A historical request is received the day before the birth.'],
  ]),
  ...alike('REQ-18', bornDayAfterRequest, [
    ['born-day-after-request', 'awaiting-decision', 'The person is born the day after the request.'],
  ]),
  ...alike('REQ-18', set('ReceivedDate', centuryEarly), [
    ['century-early', 'request-refused', 'The date of receipt is a century early.'],
  ]),

  ...alike('REQ-21', bornYearsBeforeRequest(25), [
    ['birthday-on-receipt', 'awaiting-decision', 'The person is 25 on the day of the request.'],
    ['refused', 'request-refused', 'The person is 25 on the day of a request that is refused.'],
    ['withdrawn', 'request-withdrawn', 'The person is 25 on the day of a request that is withdrawn.'],
  ]),
  ...alike('REQ-21', bornYearsBeforeRequest(26), [
    ['aged-26', 'awaiting-decision', 'The person is 26 on the day of the request.'],
  ]),
];
