import { addDays, makeDate } from '../../src/model/index.js';
import type { Requests } from '../../src/return/index.js';
import { alike } from './alike.js';
import { justTurned } from './births.js';
import type { Break } from './break.js';
import type { Draft } from './draft.js';
import { recordBreak } from './record-break.js';

const dayAfterCensus = ({ facts }: Draft): string => addDays(facts.referenceDate, 1);

/** Decided on a day before the activity year, received some weeks before that. */
function decidedEarly(items: Requests): (draft: Draft) => string {
  return (draft) => {
    const decided = makeDate(draft.facts.activityYear - 1, 12, 31);
    Object.assign(draft.request(), { RequestOutcomeDate: decided, ReceivedDate: addDays(decided, -35) }, items);
    return draft.at.request('RequestOutcomeDate');
  };
}

const dates: readonly Break[] = [
  recordBreak(
    'REQ-02',
    'historical',
    'historical-not-reviewed',
    'A historical request is received the day after census.',
    (draft) => {
      draft.request().ReceivedDate = dayAfterCensus(draft);
      return draft.at.request('ReceivedDate');
    },
  ),
  recordBreak(
    'REQ-07',
    'historical-and-exported',
    'exported',
    'A historical request that was exported has a date.',
    (draft) => {
      const request = draft.request();
      request.RequestOutcome = 'H';
      delete request.RequestMediation;
      delete request.RequestTribunal;
      return draft.at.request('RequestOutcomeDate');
    },
  ),
  ...alike('REQ-17', decidedEarly({ RequestTribunal: '1' }), [
    ['agreed-after-tribunal', 'issued-late', 'A request taken to the tribunal is agreed before the activity year.'],
  ]),
  ...alike('REQ-17', decidedEarly({ RequestMediation: '1', RequestTribunal: '1' }), [
    ['agreed-after-both', 'assessing', 'A request with both challenges is agreed before the activity year.'],
  ]),
  recordBreak(
    'REQ-17',
    'two-years-early',
    'exported',
    'A request that was exported is agreed two years early.',
    (draft) => {
      const decided = makeDate(draft.facts.activityYear - 2, 6, 30);
      Object.assign(draft.request(), { RequestOutcomeDate: decided, ReceivedDate: addDays(decided, -35) });
      return draft.at.request('RequestOutcomeDate');
    },
  ),
  recordBreak(
    'REQ-18',
    'second-request',
    'second-request-after-refusal',
    'The second request is received the day before birth.',
    (draft) => {
      draft.request(2).ReceivedDate = addDays(draft.person.PersonBirthDate ?? '', -1);
      return draft.at.request('ReceivedDate', 2);
    },
  ),
  recordBreak(
    'REQ-21',
    'historical',
    'historical-not-reviewed',
    'The person is 25 on the day of a historical request.',
    (draft) => {
      const { referenceDate } = draft.facts;
      draft.request().ReceivedDate = referenceDate;
      draft.person.PersonBirthDate = justTurned(25, referenceDate);
      return draft.at.request('ReceivedDate');
    },
  ),
  recordBreak('REQ-21', 'agreed', 'assessing', 'The person is 25 on the day of a request that is agreed.', (draft) => {
    draft.person.PersonBirthDate = justTurned(25, draft.request().ReceivedDate ?? '');
    return draft.at.request('ReceivedDate');
  }),
  recordBreak(
    'REQ-21',
    'second-request',
    'second-request-after-refusal',
    'The person is 25 when the second request comes.',
    (draft) => {
      draft.person.PersonBirthDate = justTurned(25, draft.request(2).ReceivedDate ?? '');
      return draft.at.request('ReceivedDate', 2);
    },
  ),
  recordBreak(
    'REQ-21',
    'leap-day',
    'request-withdrawn',
    'The person, born on a 29 February, is 25 on the 1 March of the request.',
    (draft) => {
      draft.person.PersonBirthDate = '2000-02-29';
      draft.request().ReceivedDate = '2025-03-01';
      return draft.at.request('ReceivedDate');
    },
    { from: 2026, to: 2026 },
  ),
];

/** Adds copies of the only request, each so many days earlier than it. */
function copied(draft: Draft, ...daysEarlier: readonly number[]): void {
  const first = draft.request();
  const received = first.ReceivedDate ?? '';
  draft.requests.push(...daysEarlier.map((days) => ({ ...first, ReceivedDate: addDays(received, -days) })));
}

const several: readonly Break[] = [
  recordBreak(
    'REQ-19',
    'second-and-third',
    'request-refused',
    'The third request has the date of the second.',
    (draft) => {
      copied(draft, 7, 7);
      return { at: [draft.at.request('ReceivedDate', 2)], orAt: [draft.at.request('ReceivedDate')] };
    },
  ),
  recordBreak('REQ-19', 'two-dates-twice', 'request-refused', 'Each of two dates stands on two requests.', (draft) => {
    copied(draft, 7, 0, 7);
    const [first, second] = [draft.at.request('ReceivedDate', 1), draft.at.request('ReceivedDate', 2)];
    return { at: [first, second], orAllAt: [[first, first]] };
  }),
  recordBreak(
    'REQ-19',
    'historical',
    'issued-on-old-request',
    'A historical request has the date of one refused.',
    (draft) => {
      const { ReceivedDate = '', RYA = '0', RequestSource } = draft.request();
      draft.requests.push({
        ReceivedDate,
        RequestSource: RequestSource ?? '1',
        RYA,
        RequestOutcomeDate: makeDate(draft.facts.activityYear, 6, 1),
        RequestOutcome: 'N',
        RequestMediation: '0',
        RequestTribunal: '0',
      });
      if (draft.year < 2025) for (const request of draft.requests) delete request.RequestSource;
      return draft.at.request('ReceivedDate');
    },
  ),
  recordBreak(
    'REQ-20',
    'second-and-third',
    'awaiting-decision',
    'The second and third of three requests are awaited.',
    (draft) => {
      copied(draft, 7, 14);
      draft.request().RequestOutcome = 'W';
      return {
        at: [draft.at.request('RequestOutcome', 2)],
        orAt: [draft.at.request('RequestOutcome'), draft.at.request('RequestOutcome', 3)],
      };
    },
  ),
];

/** More breaks of the dates of a request, and of rules over several requests. */
export const requestDateMoreBreaks: readonly Break[] = [...dates, ...several];
