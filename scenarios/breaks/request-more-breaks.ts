import type { Assessment, ItemTag, Requests } from '../../src/return/index.js';
import { alike } from './alike.js';
import type { Break } from './break.js';
import type { Draft } from './draft.js';
import { missing, recordBreak, type Holder } from './record-break.js';
import { amongRequests, atTheEnds } from './repeats.js';
import { requestBreaks } from './request-breaks.js';
import { requestDateMoreBreaks } from './request-date-more-breaks.js';

type Item = ItemTag<'Requests'>;

const inRequest: Holder<Item> = (draft, tag) => ({ record: draft.request(), at: draft.at.request(tag) });

function lacking(rule: string, tag: Item, about: string, parent: string): readonly Break[] {
  const where = { prefix: `${about}-`, of: ` of a request that is ${about.replaceAll('-', ' ')}` };
  return missing(rule, tag, parent, inRequest, where);
}

/** An item is missing from both requests of a person. */
function lackingInBoth(rule: string, tag: Item): Break {
  return recordBreak(
    rule,
    'both-requests',
    'second-request-after-refusal',
    `${tag} of both requests is absent.`,
    (draft) => {
      for (const request of draft.requests) Reflect.deleteProperty(request, tag);
      return { at: draft.requests.map((_, i) => draft.at.request(tag, i + 1)) };
    },
  );
}

function put(items: Requests, at: Item): (draft: Draft) => string {
  return (draft) => {
    Object.assign(draft.request(), items);
    return draft.at.request(at);
  };
}

const presence: readonly Break[] = [
  ...lacking('REQ-01', 'ReceivedDate', 'exported', 'exported'),
  ...lacking('REQ-03', 'RequestSource', 'exported', 'exported'),
  ...lacking('REQ-06', 'RequestOutcomeDate', 'exported', 'exported'),
  ...lacking('REQ-10', 'RequestMediation', 'exported', 'exported'),
  ...lacking('REQ-11', 'RequestTribunal', 'exported', 'exported'),
  ...lacking('REQ-05', 'RequestOutcome', 'withdrawn', 'request-withdrawn'),
  ...lacking('REQ-05', 'RequestOutcome', 'exported', 'exported'),
  lackingInBoth('REQ-04', 'RYA'),
  lackingInBoth('REQ-10', 'RequestMediation'),
  lackingInBoth('REQ-11', 'RequestTribunal'),
  lackingInBoth('REQ-06', 'RequestOutcomeDate'),
  recordBreak('REQ-05', 'all-items-absent', 'awaiting-decision', 'A request has no item at all.', (draft) => {
    draft.person.Requests = [{}];
    return draft.at.request('RequestOutcome');
  }),
];

const challenges: readonly Break[] = [
  ...alike('REQ-12', put({ RequestMediation: '1' }, 'RequestMediation'), [
    ['mediation-withdrawn', 'request-withdrawn', 'There was mediation on a withdrawn request.'],
  ]),
  ...alike('REQ-12', put({ RequestTribunal: '1' }, 'RequestTribunal'), [
    ['tribunal-withdrawn', 'request-withdrawn', 'There was a tribunal on a withdrawn request.'],
    ['tribunal-historical-plan', 'historical-not-reviewed', 'There was a tribunal on the request of an old plan.'],
  ]),
  ...alike('REQ-12', put({ RequestMediation: '1', RequestTribunal: '0' }, 'RequestMediation'), [
    ['mediation-alone-awaited', 'awaiting-decision', 'There was mediation, and no tribunal, on a decision awaited.'],
  ]),
  ...alike('REQ-12', put({ RequestMediation: '1', RequestTribunal: '1' }, 'RequestMediation'), [
    ['both-awaited', 'awaiting-decision', 'There were both challenges on a decision that is awaited.'],
    ['both-historical', 'issued-on-old-request', 'There were both challenges on a historical request.'],
  ]),
  // The finding is about both items, and is at the first of them that is present.
  ...alike('REQ-12', put({ RequestMediation: '0', RequestTribunal: '1' }, 'RequestMediation'), [
    ['tribunal-alone-awaited', 'awaiting-decision', 'There was a tribunal, and no mediation, on a decision awaited.'],
  ]).map(eitherChallenge),
];

/** Many will say that the fault lies at the tribunal, which is the item to blame. */
function eitherChallenge(one: Break): Break {
  if (!('change' in one)) return one;
  const { change } = one;
  return { ...one, change: (draft) => ({ ...change(draft), orAt: [draft.at.request('RequestTribunal')] }) };
}

const exported: readonly Break[] = [
  ...alike('REQ-13', (draft) => put({ Exported: draft.la }, 'Exported')(draft), [
    ['own-la-withdrawn', 'request-withdrawn', 'A withdrawn request is exported to the LA that makes the return.'],
  ]),
  recordBreak(
    'REQ-14',
    'active-plans-alone',
    'issued-late',
    'A request that was exported holds ActivePlans alone.',
    (draft) => {
      draft.request().Exported = 'XXX';
      draft.request().Assessment = { AssessmentOutcome: 'W' };
      const path = draft.at.assessment('NamedPlan');
      return {
        at: [draft.at.request('Exported')],
        also: [{ rule: 'ASM-14', path, reason: 'ActivePlans stand beside an assessment without a plan' }],
      };
    },
  ),
  recordBreak(
    'REQ-15',
    'exported-left-empty',
    'exported',
    'A request without assessment has an empty Exported.',
    (draft) => {
      draft.request().Exported = '';
      const path = draft.at.request('Exported');
      return {
        at: [draft.at.request('Assessment')],
        also: [{ rule: 'FILE-12', path, reason: 'Exported stands there empty, which no presence rule speaks of' }],
      };
    },
  ),
  recordBreak(
    'REQ-15',
    'withdrawn-shown-as-agreed',
    'request-withdrawn',
    'A request without assessment is historical.',
    (draft) => {
      draft.request().RequestOutcome = 'H';
      return draft.at.request('Assessment');
    },
  ),
];

const challenged = (AssessmentMediation: string): Assessment => ({
  AssessmentMediation,
  AssessmentTribunal: '0',
  OtherMediation: '0',
  OtherTribunal: '0',
});

/** An assessment that ends so, with all its items. */
const assessments: Readonly<Record<string, (draft: Draft) => Assessment>> = {
  y: () => ({ AssessmentOutcome: 'Y', ...challenged('0') }),
  n: ({ facts }) => ({ AssessmentOutcome: 'N', AssessmentOutcomeDate: facts.referenceDate, ...challenged('0') }),
  w: () => ({ AssessmentOutcome: 'W' }),
  h: () => ({ AssessmentOutcome: 'H' }),
};

const underWhat = {
  awaited: ['awaiting-decision', 'an awaited decision'],
  withdrawn: ['request-withdrawn', 'a withdrawn request'],
  refused: ['request-refused', 'a refused request'],
} as const;

const misplaced: readonly Break[] = [
  ...Object.entries(underWhat).flatMap(([state, [parent, words]]) =>
    Object.entries(assessments).map(([code, assessment]) =>
      recordBreak(
        'REQ-16',
        `${code}-under-${state}`,
        parent,
        `An assessment of outcome ${code.toUpperCase()} stands under ${words}.`,
        (draft) => {
          draft.request().Assessment = assessment(draft);
          return draft.at.request('Assessment');
        },
      ),
    ),
  ),
  recordBreak(
    'REQ-16',
    'assessment-mediated-instead',
    'request-refused',
    'The mediation was on the assessment, not the request.',
    (draft) => {
      draft.request().Assessment = {
        AssessmentOutcome: 'N',
        AssessmentOutcomeDate: draft.facts.referenceDate,
        AssessmentMediation: '1',
        AssessmentTribunal: '1',
        OtherMediation: '1',
        OtherTribunal: '1',
      };
      return draft.at.request('Assessment');
    },
  ),
];

/** Rules over one request; those over several requests of a person have cases of their own. */
const ofOneRequest = /^REQ-(?!19|20)/;

/** More breaks of the requests. */
export const requestMoreBreaks: readonly Break[] = [
  ...presence,
  ...challenges,
  ...exported,
  ...misplaced,
  ...requestDateMoreBreaks,
  ...atTheEnds(requestBreaks, /^REQ-/),
  ...amongRequests(requestBreaks, ofOneRequest),
];
