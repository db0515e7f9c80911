import { ageOn } from '../model/index.js';
import type { Requests } from '../return/index.js';
import { rule, type RecordRule } from './definition.js';
import { before, isOneOf, isUsable, missing, presence, present } from './words.js';

const unlessHistorical = {
  when: 'unless RequestOutcome is H',
  uses: ['Requests.RequestOutcome'],
  applies: (request: Requests) => request.RequestOutcome !== 'H',
} as const;

const whereDecided = {
  when: 'where RequestOutcome is Y or N',
  uses: ['Requests.RequestOutcome'],
  applies: (request: Requests) => isOneOf(request.RequestOutcome, 'Y', 'N'),
} as const;

/** Rules about requests for an EHC needs assessment. */
export const requestRules: readonly RecordRule[] = [
  presence('REQ-01', 'Requests', 'Requests.ReceivedDate', {}, unlessHistorical),
  rule({
    id: 'REQ-02',
    level: 'error',
    basis: 'sense',
    statement: 'ReceivedDate is not after the reference date.',
    message: 'The request was received after the reference date.',
    on: 'Requests',
    items: ['Requests.ReceivedDate'],
    broken: ({ ReceivedDate }, { facts }) => before(facts.referenceDate, ReceivedDate),
  }),
  presence('REQ-03', 'Requests', 'Requests.RequestSource', { from: 2026 }, unlessHistorical),
  presence('REQ-04', 'Requests', 'Requests.RYA', {}, unlessHistorical),
  presence('REQ-05', 'Requests', 'Requests.RequestOutcome'),
  presence('REQ-06', 'Requests', 'Requests.RequestOutcomeDate', {}, whereDecided),
  rule({
    id: 'REQ-07',
    level: 'query',
    basis: 'guide',
    statement: 'RequestOutcomeDate is absent where RequestOutcome is A, W or H.',
    message: 'A date of decision is given for a request that is awaiting decision, withdrawn or historical.',
    on: 'Requests',
    items: ['Requests.RequestOutcomeDate'],
    uses: ['Requests.RequestOutcome'],
    broken: (request) => present(request.RequestOutcomeDate) && isOneOf(request.RequestOutcome, 'A', 'W', 'H'),
  }),
  rule({
    id: 'REQ-08',
    level: 'error',
    basis: 'sense',
    statement: 'RequestOutcomeDate is not before ReceivedDate.',
    message: 'The request was decided before it was received.',
    on: 'Requests',
    items: ['Requests.RequestOutcomeDate'],
    uses: ['Requests.ReceivedDate'],
    broken: (request) => before(request.RequestOutcomeDate, request.ReceivedDate),
  }),
  rule({
    id: 'REQ-09',
    level: 'error',
    basis: 'sense',
    statement: 'RequestOutcomeDate is not after the reference date.',
    message: 'The request was decided after the reference date.',
    on: 'Requests',
    items: ['Requests.RequestOutcomeDate'],
    broken: ({ RequestOutcomeDate }, { facts }) => before(facts.referenceDate, RequestOutcomeDate),
  }),
  presence('REQ-10', 'Requests', 'Requests.RequestMediation', {}, whereDecided),
  presence('REQ-11', 'Requests', 'Requests.RequestTribunal', {}, whereDecided),
  rule({
    id: 'REQ-12',
    level: 'query',
    basis: 'guide',
    statement: 'Neither RequestMediation nor RequestTribunal is 1 where RequestOutcome is A, W or H.',
    message: 'Mediation or an appeal is given for a request that was not decided in the period.',
    on: 'Requests',
    items: ['Requests.RequestMediation', 'Requests.RequestTribunal'],
    uses: ['Requests.RequestOutcome'],
    broken: (request) =>
      isOneOf(request.RequestOutcome, 'A', 'W', 'H') &&
      (request.RequestMediation === '1' || request.RequestTribunal === '1'),
  }),
  rule({
    id: 'REQ-13',
    level: 'error',
    basis: 'guide',
    statement: 'Exported is not the LA that makes the return.',
    message: 'The request is exported to the LA that makes the return.',
    on: 'Requests',
    items: ['Requests.Exported'],
    uses: ['Source.LEA'],
    broken: ({ Exported }, { la }) => present(Exported) && Exported === la,
  }),
  rule({
    id: 'REQ-14',
    level: 'query',
    basis: 'guide',
    statement: 'A request that was exported holds no NamedPlan and no ActivePlans.',
    message: 'The request was exported to another LA before its assessment was completed, yet a plan stands in it.',
    on: 'Requests',
    items: ['Requests.Exported', 'Assessment.NamedPlan', 'Requests.ActivePlans'],
    broken: (request) =>
      present(request.Exported) && (request.Assessment?.NamedPlan !== undefined || request.ActivePlans !== undefined),
  }),
  presence(
    'REQ-15',
    'Requests',
    'Requests.Assessment',
    {},
    {
      when: 'where RequestOutcome is Y or H and the request was not exported',
      uses: ['Requests.RequestOutcome', 'Requests.Exported'],
      applies: (request) => isOneOf(request.RequestOutcome, 'Y', 'H') && missing(request.Exported),
    },
  ),
  rule({
    id: 'REQ-16',
    level: 'query',
    basis: 'guide',
    statement:
      'An Assessment with an outcome other than A does not stand under RequestOutcome A or W, nor under N unless RequestMediation or RequestTribunal is 1.',
    message: 'There is an assessment although the request was not agreed, nor a refusal overturned.',
    on: 'Requests',
    items: ['Requests.Assessment'],
    uses: [
      'Requests.RequestOutcome',
      'Requests.RequestMediation',
      'Requests.RequestTribunal',
      'Assessment.AssessmentOutcome',
    ],
    broken: (request) =>
      request.Assessment !== undefined &&
      request.Assessment.AssessmentOutcome !== 'A' &&
      (isOneOf(request.RequestOutcome, 'A', 'W') || isStandingRefusal(request)),
  }),
  rule({
    id: 'REQ-17',
    level: 'query',
    basis: 'guide',
    statement:
      'RequestOutcomeDate is on or after 1 January of the activity year where RequestOutcome is Y or N, save a refusal with RequestMediation or RequestTribunal 1.',
    message: 'The request was decided before the activity year: its outcome is H.',
    on: 'Requests',
    items: ['Requests.RequestOutcomeDate'],
    uses: ['Requests.RequestOutcome', 'Requests.RequestMediation', 'Requests.RequestTribunal'],
    broken: (request, { activityStart }) =>
      before(request.RequestOutcomeDate, activityStart) &&
      (request.RequestOutcome === 'Y' || isStandingRefusal(request)),
  }),
  rule({
    id: 'REQ-18',
    level: 'error',
    basis: 'sense',
    statement: 'ReceivedDate is not before the birth date.',
    message: 'The request was received before the person was born.',
    on: 'Requests',
    items: ['Requests.ReceivedDate'],
    uses: ['Person.PersonBirthDate'],
    broken: ({ ReceivedDate }, { person }) => before(ReceivedDate, person?.PersonBirthDate),
  }),
  rule({
    id: 'REQ-19',
    level: 'query',
    basis: 'sense',
    statement: 'No two requests of one person have the same ReceivedDate.',
    message: 'Two requests of this person were received on the same day: check that one is not there twice.',
    on: 'Person',
    items: ['Requests.ReceivedDate'],
    broken: (person) => repeatedDates(person.Requests ?? []).length > 0,
    spots: (person) => repeatedDates(person.Requests ?? []).map((record) => ({ record, tag: 'ReceivedDate' })),
  }),
  rule({
    id: 'REQ-20',
    level: 'query',
    basis: 'sense',
    statement: 'At most one request of a person awaits its decision (RequestOutcome A).',
    message: 'Two requests of this person await a decision.',
    on: 'Person',
    items: ['Requests.RequestOutcome'],
    broken: (person) => awaiting(person.Requests ?? []).length > 1,
    spots: (person) =>
      awaiting(person.Requests ?? [])
        .slice(0, 1)
        .map((record) => ({ record, tag: 'RequestOutcome' })),
  }),
  rule({
    id: 'REQ-21',
    level: 'query',
    basis: 'statute',
    statement: 'The person is under 25 on ReceivedDate.',
    message: 'The person was 25 or over when the request was received.',
    on: 'Requests',
    items: ['Requests.ReceivedDate'],
    uses: ['Person.PersonBirthDate'],
    broken: ({ ReceivedDate }, { person }) =>
      present(ReceivedDate) && present(person?.PersonBirthDate) && ageOn(person.PersonBirthDate, ReceivedDate) >= 25,
  }),
];

/** Refused, and neither mediation nor the tribunal is told of. */
function isStandingRefusal(request: Requests): boolean {
  return request.RequestOutcome === 'N' && request.RequestMediation !== '1' && request.RequestTribunal !== '1';
}

/** The first request of each group with the same ReceivedDate. */
function repeatedDates(requests: readonly Requests[]): Requests[] {
  if (requests.length < 2) return [];
  const first = new Map<string, { readonly request: Requests; count: number }>();
  for (const request of requests) {
    const date = request.ReceivedDate;
    if (!present(date) || !isUsable(request, 'ReceivedDate')) continue;
    const group = first.get(date);
    if (group) group.count += 1;
    else first.set(date, { request, count: 1 });
  }
  return [...first.values()].filter((group) => group.count > 1).map((group) => group.request);
}

function awaiting(requests: readonly Requests[]): Requests[] {
  return requests.filter((request) => request.RequestOutcome === 'A' && isUsable(request, 'RequestOutcome'));
}
