import { addDays, makeDate } from '../../src/model/index.js';
import type { Assessment, ItemTag, Requests } from '../../src/return/index.js';
import { alike } from './alike.js';
import type { Break } from './break.js';
import type { Draft } from './draft.js';
import { missing, recordBreak, type Holder } from './record-break.js';
import { requestDateBreaks } from './request-date-breaks.js';

type Item = ItemTag<'Requests'>;

/** An item that is missing from the first request of a parent, or from another; `about` tells the requests apart. */
function lacking(rule: string, tag: Item, about: string, parent: string, number = 1): readonly Break[] {
  const inRequest: Holder<Item> = (draft, item) => ({
    record: draft.request(number),
    at: draft.at.request(item, number),
  });
  const of = ` of a request that is ${about.replaceAll('-', ' ')}`;
  return missing(rule, tag, parent, inRequest, { prefix: `${about}-`, of });
}

/** Gives an item of the request a value; the finding is at it. */
function set(tag: Item, value: (draft: Draft) => string): (draft: Draft) => string {
  return (draft) => {
    draft.request()[tag] = value(draft);
    return draft.at.request(tag);
  };
}

/** Puts an assessment under a request that has none; the finding is at it. */
function assessed(assessment: (draft: Draft) => Assessment): (draft: Draft) => string {
  return (draft) => {
    draft.request().Assessment = assessment(draft);
    return draft.at.request('Assessment');
  };
}

/** Leaves the assessment of a request out; the finding is where it would stand. */
function withoutAssessment(number = 1): (draft: Draft) => string {
  return (draft) => {
    delete draft.request(number).Assessment;
    return draft.at.request('Assessment', number);
  };
}

/** Adds copies of the first request, each with its own number of days earlier; the finding is at the first. */
function copied(tag: Item, ...daysEarlier: readonly number[]): (draft: Draft) => string {
  return (draft) => {
    const [first = {}] = draft.requests;
    const copies = daysEarlier.map((days) => ({ ...first, ReceivedDate: addDays(first.ReceivedDate ?? '', -days) }));
    draft.person.Requests = [...draft.requests, ...copies];
    return draft.at.request(tag);
  };
}

/** A number of an LA that does not make the return. */
const otherLa = ({ la }: Draft): string => (la === '202' ? '203' : '202');

const lackingBreaks: readonly Break[] = [
  ...lacking('REQ-01', 'ReceivedDate', 'awaited', 'awaiting-decision'),
  ...lacking('REQ-01', 'ReceivedDate', 'refused', 'request-refused'),
  ...lacking('REQ-01', 'ReceivedDate', 'withdrawn', 'request-withdrawn'),
  ...lacking('REQ-01', 'ReceivedDate', 'agreed', 'issued-on-time'),
  ...lacking('REQ-01', 'ReceivedDate', 'agreed-the-second-time', 'second-request-after-refusal', 2),

  ...lacking('REQ-03', 'RequestSource', 'awaited', 'awaiting-decision'),
  ...lacking('REQ-03', 'RequestSource', 'refused', 'request-refused'),
  ...lacking('REQ-03', 'RequestSource', 'withdrawn', 'request-withdrawn'),
  ...lacking('REQ-03', 'RequestSource', 'agreed', 'assessing'),
  ...lacking('REQ-03', 'RequestSource', 'agreed-the-second-time', 'second-request-after-refusal', 2),

  ...lacking('REQ-04', 'RYA', 'awaited', 'awaiting-decision'),
  ...lacking('REQ-04', 'RYA', 'refused', 'request-refused'),
  ...lacking('REQ-04', 'RYA', 'withdrawn', 'request-withdrawn'),
  ...lacking('REQ-04', 'RYA', 'agreed', 'issued-on-time'),
  ...lacking('REQ-04', 'RYA', 'exported', 'exported'),

  ...lacking('REQ-05', 'RequestOutcome', 'awaited', 'awaiting-decision'),
  ...lacking('REQ-05', 'RequestOutcome', 'refused', 'request-refused'),
  ...lacking('REQ-05', 'RequestOutcome', 'agreed', 'issued-on-time'),
  ...lacking('REQ-05', 'RequestOutcome', 'historical', 'historical-not-reviewed'),

  ...lacking('REQ-06', 'RequestOutcomeDate', 'refused', 'request-refused'),
  ...lacking('REQ-06', 'RequestOutcomeDate', 'agreed', 'assessing'),
  ...lacking('REQ-06', 'RequestOutcomeDate', 'agreed-with-a-plan', 'issued-late'),
  ...lacking('REQ-06', 'RequestOutcomeDate', 'refused-and-overturned', 'refusal-overturned-by-tribunal'),

  ...lacking('REQ-10', 'RequestMediation', 'refused', 'request-refused'),
  ...lacking('REQ-10', 'RequestMediation', 'agreed', 'assessing'),
  ...lacking('REQ-10', 'RequestMediation', 'refused-and-overturned', 'refusal-overturned-by-mediation'),

  ...lacking('REQ-11', 'RequestTribunal', 'refused', 'request-refused'),
  ...lacking('REQ-11', 'RequestTribunal', 'agreed', 'issued-on-time'),
  ...lacking('REQ-11', 'RequestTribunal', 'refused-and-overturned', 'refusal-overturned-by-tribunal'),
];

const mediated = set('RequestMediation', () => '1');
const appealed = set('RequestTribunal', () => '1');

const challengeBreaks: readonly Break[] = [
  ...alike('REQ-12', mediated, [
    ['mediation-awaited', 'awaiting-decision', 'There was mediation on a decision that is awaited.'],
    ['mediation-historical', 'historical-not-reviewed', 'There was mediation on a historical request.'],
  ]),
  ...alike('REQ-12', appealed, [
    ['tribunal-awaited', 'awaiting-decision', 'There was a tribunal on a decision that is awaited.'],
    ['tribunal-historical', 'issued-on-old-request', 'There was a tribunal on a historical request.'],
  ]),
  recordBreak('REQ-12', 'both-withdrawn', 'request-withdrawn', 'A withdrawn request has both challenges.', (draft) => {
    appealed(draft);
    return mediated(draft);
  }),
];

const exportedBreaks: readonly Break[] = [
  ...alike(
    'REQ-13',
    set('Exported', ({ la }) => la),
    [
      ['own-la', 'exported', 'A case is exported to the LA that makes the return.'],
      ['own-la-awaited', 'awaiting-decision', 'A request that awaits its decision is exported to the LA itself.'],
      ['own-la-refused', 'request-refused', 'A refused request is exported to the LA itself.'],
    ],
  ),
  ...alike('REQ-14', set('Exported', otherLa), [
    ['new-plan', 'issued-on-time', 'A request that was exported holds a new plan.'],
    ['historical-plan', 'historical-not-reviewed', 'A request that was exported holds a plan of earlier years.'],
    ['ceased-plan', 'ceased-needs-met', 'A request that was exported holds a ceased plan and no ActivePlans.'],
  ]),
  recordBreak(
    'REQ-14',
    'to-unknown',
    'issued-late',
    'A request that was exported, nobody knows where to, holds a new plan.',
    set('Exported', () => 'XXX'),
  ),
];

/** The request is refused, by the return, whatever followed. */
function refused(draft: Draft): string {
  draft.request().RequestOutcome = 'N';
  return draft.at.request('Assessment');
}

const assessmentPlaceBreaks: readonly Break[] = [
  ...alike('REQ-15', withoutAssessment(), [
    ['agreed', 'assessing', 'An agreed request has no assessment.'],
    ['agreed-with-active-plans', 'issued-on-time', 'An agreed request has ActivePlans and no assessment.'],
    ['historical', 'ceased-needs-met', 'A historical request has no assessment.'],
    ['historical-with-active-plans', 'historical-not-reviewed', 'A historical request has ActivePlans alone.'],
  ]),
  ...alike('REQ-15', withoutAssessment(2), [
    ['agreed-the-second-time', 'second-request-after-refusal', 'The second request, agreed, has no assessment.'],
  ]),
  recordBreak(
    'REQ-15',
    'not-exported',
    'exported',
    'A request without assessment is not shown as exported.',
    (draft) => {
      delete draft.request().Exported;
      return draft.at.request('Assessment');
    },
  ),

  ...alike(
    'REQ-16',
    assessed(() => ({ AssessmentOutcome: 'W' })),
    [
      ['withdrawn-while-awaited', 'awaiting-decision', 'A withdrawn assessment stands under an awaited decision.'],
      ['withdrawn-after-refusal', 'request-refused', 'A withdrawn assessment stands under a refused request.'],
    ],
  ),
  ...alike(
    'REQ-16',
    assessed(() => ({ AssessmentOutcome: 'H' })),
    [['historical-while-awaited', 'awaiting-decision', 'A historical assessment stands under an awaited decision.']],
  ),
  ...alike(
    'REQ-16',
    assessed(({ facts }) => ({
      AssessmentOutcome: 'N',
      AssessmentOutcomeDate: facts.referenceDate,
      AssessmentMediation: '0',
      AssessmentTribunal: '0',
      OtherMediation: '0',
      OtherTribunal: '0',
    })),
    [['not-issued-after-withdrawal', 'request-withdrawn', 'A refusal of a plan stands under a withdrawn request.']],
  ),
  ...alike('REQ-16', refused, [
    ['refused-though-assessed', 'not-issued', 'A request that led to an assessment is shown as refused.'],
    ['refused-though-issued', 'issued-on-time', 'A request that led to a plan is shown as refused.'],
  ]),
  recordBreak(
    'REQ-16',
    'refusal-not-overturned',
    'refusal-overturned-by-mediation',
    'A refusal of the activity year, not overturned, is followed by an assessment.',
    (draft) => {
      const request = draft.request();
      const firstDay = makeDate(draft.facts.activityYear, 1, 1);
      request.RequestMediation = '0';
      // A refusal of the year before that was not overturned would break REQ-17 as well.
      if ((request.RequestOutcomeDate ?? '') < firstDay) request.RequestOutcomeDate = firstDay;
      return draft.at.request('Assessment');
    },
  ),
];

/** Two requests that await their decision, with one between them that was refused. */
function refusedBetween(draft: Draft): string {
  const [first = {}] = draft.requests;
  const date = first.ReceivedDate ?? '';
  const refusal: Requests = {
    ...first,
    ReceivedDate: addDays(date, -7),
    RequestOutcome: 'N',
    RequestOutcomeDate: date,
    RequestMediation: '0',
    RequestTribunal: '0',
  };
  draft.person.Requests = [first, refusal, { ...first, ReceivedDate: addDays(date, -14) }];
  return draft.at.request('RequestOutcome');
}

const severalRequestBreaks: readonly Break[] = [
  recordBreak('REQ-19', 'second-as-first', 'second-request-after-refusal', 'Two requests have one date.', (draft) => {
    draft.request(2).ReceivedDate = draft.request().ReceivedDate ?? '';
    return draft.at.request('ReceivedDate');
  }),
  ...alike('REQ-19', copied('ReceivedDate', 0), [
    ['refused-twice', 'request-refused', 'A refused request stands there twice.'],
  ]),
  ...alike('REQ-19', copied('ReceivedDate', 0, 0), [
    ['withdrawn-three-times', 'request-withdrawn', 'A withdrawn request stands there three times.'],
  ]),
  ...alike('REQ-19', copied('ReceivedDate', 7, 0), [
    ['first-and-third', 'request-refused', 'The third request has the date of the first, the second another.'],
  ]),

  ...alike('REQ-20', copied('RequestOutcome', 7), [['two', 'awaiting-decision', 'Two requests await their decision.']]),
  ...alike('REQ-20', copied('RequestOutcome', 7, 14), [
    ['three', 'awaiting-decision', 'Three requests await their decision.'],
  ]),
  ...alike('REQ-20', refusedBetween, [
    ['beside-a-refusal', 'awaiting-decision', 'Two requests await their decision, with a refused one between them.'],
  ]),
];

/** Breaks of the requests (REQ-01 to REQ-21). */
export const requestBreaks: readonly Break[] = [
  ...lackingBreaks,
  ...requestDateBreaks,
  ...challengeBreaks,
  ...exportedBreaks,
  ...assessmentPlaceBreaks,
  ...severalRequestBreaks,
];
