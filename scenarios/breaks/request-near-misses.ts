import { makeUpn } from '../../src/model/index.js';
import type { Assessment, Requests } from '../../src/return/index.js';
import type { NearMiss } from './break.js';
import type { Draft } from './draft.js';
import { nearAlike, nearMiss } from './near-miss.js';
import { requestDateNearMisses } from './request-date-near-misses.js';

/** Gives items of the request other values; the place is that of the first of them. */
function given(items: Readonly<Partial<Record<Code, string>>>): (draft: Draft) => string {
  return (draft) => {
    Object.assign(draft.request(), items);
    const [tag = 'RequestOutcome'] = Object.keys(items) as Code[];
    return draft.at.request(tag);
  };
}

type Code = 'RequestSource' | 'RYA' | 'RequestOutcome' | 'RequestMediation' | 'RequestTribunal';

/** A number of an LA that does not make the return. */
const otherLa = ({ la }: Draft): string => (la === '202' ? '203' : '202');

/** The request ends in another way, which asks for no date of decision and no challenge. */
function ended(RequestOutcome: 'A' | 'W' | 'H', at: 'RequestOutcomeDate' | 'RequestMediation' | 'RequestTribunal') {
  return (draft: Draft): string => {
    const request = draft.request();
    delete request.RequestOutcomeDate;
    delete request.RequestMediation;
    delete request.RequestTribunal;
    request.RequestOutcome = RequestOutcome;
    return draft.at.request(at);
  };
}

/** A request decided before the activity year and exported: of all its items, the two that say so. */
function historicalAndExported(at: 'ReceivedDate' | 'RequestSource' | 'RYA' | 'Assessment') {
  return (draft: Draft): string => {
    const { Exported = '' } = draft.request();
    draft.person.Requests = [{ RequestOutcome: 'H', Exported }];
    return draft.at.request(at);
  };
}

function without(tag: 'ReceivedDate' | 'RequestSource' | 'RYA'): (draft: Draft) => string {
  return (draft) => {
    Reflect.deleteProperty(draft.request(), tag);
    return draft.at.request(tag);
  };
}

const presence: readonly NearMiss[] = (['ReceivedDate', 'RequestSource', 'RYA'] as const).flatMap((tag) => {
  const rule = { ReceivedDate: 'REQ-01', RequestSource: 'REQ-03', RYA: 'REQ-04' }[tag];
  return [
    ...nearAlike(rule, without(tag), [
      ['absent-of-old-request', 'issued-on-old-request', `${tag} of a historical request is absent.`],
    ]),
    ...nearAlike(rule, historicalAndExported(tag), [
      ['absent-of-old-request-exported', 'exported', `${tag} of a historical request that was exported is absent.`],
    ]),
  ];
});

const codes: readonly NearMiss[] = [
  ...(
    [
      ['1', 'request-withdrawn'],
      ['2', 'awaiting-decision'],
      ['3', 'awaiting-decision'],
      ['4', 'awaiting-decision'],
      ['5', 'awaiting-decision'],
    ] as const
  ).map(([code, parent]) =>
    nearMiss('REQ-03', `source-${code}`, parent, `RequestSource is ${code}.`, given({ RequestSource: code })),
  ),
  nearMiss('REQ-04', 'zero', 'requested-in-youth-accommodation', 'RYA is 0, which is a value.', given({ RYA: '0' })),
  nearMiss('REQ-04', 'one', 'request-refused', 'RYA is 1.', given({ RYA: '1' })),

  ...nearAlike('REQ-05', given({ RequestOutcome: 'W' }), [
    ['withdrawn', 'awaiting-decision', 'A request that was awaited is withdrawn.'],
  ]),
  ...nearAlike('REQ-05', given({ RequestOutcome: 'A' }), [
    ['awaited', 'request-withdrawn', 'A request that was withdrawn is awaited.'],
  ]),

  ...(['A', 'W'] as const).flatMap((outcome) => {
    const name = outcome === 'A' ? 'awaited' : 'withdrawn';
    return (
      [
        ['REQ-06', 'RequestOutcomeDate'],
        ['REQ-10', 'RequestMediation'],
        ['REQ-11', 'RequestTribunal'],
      ] as const
    ).map(([rule, tag]) =>
      nearMiss(
        rule,
        `absent-${name}`,
        'request-refused',
        `${tag} is absent of a request that is ${name}.`,
        ended(outcome, tag),
      ),
    );
  }),
  ...(
    [
      ['REQ-06', 'RequestOutcomeDate'],
      ['REQ-10', 'RequestMediation'],
      ['REQ-11', 'RequestTribunal'],
    ] as const
  ).map(([rule, tag]) =>
    nearMiss(
      rule,
      'absent-historical',
      'assessing',
      `${tag} is absent of a request that is historical.`,
      ended('H', tag),
    ),
  ),
  ...(['RequestMediation', 'RequestTribunal'] as const).flatMap((tag) =>
    (
      [
        ['one-refused', 'request-refused', 'refused'],
        ['one-agreed', 'assessing', 'agreed'],
        ['one-agreed-and-issued', 'issued-on-time', 'agreed'],
      ] as const
    ).flatMap(([name, parent, word]) => {
      const summary = `${tag} of a request that was ${word} is 1.`;
      const other = tag === 'RequestMediation' ? 'REQ-10' : 'REQ-11';
      return [
        nearMiss(other, name, parent, summary, given({ [tag]: '1' })),
        nearMiss(
          'REQ-12',
          `${tag === 'RequestMediation' ? 'mediation' : 'tribunal'}-${name}`,
          parent,
          summary,
          given({ [tag]: '1' }),
        ),
      ];
    }),
  ),
  ...(
    [
      ['awaited', 'awaiting-decision'],
      ['withdrawn', 'request-withdrawn'],
      ['historical', 'historical-not-reviewed'],
    ] as const
  ).map(([name, parent]) =>
    nearMiss(
      'REQ-12',
      `both-zero-${name}`,
      parent,
      `Mediation and tribunal of a request that is ${name} are 0.`,
      given({ RequestMediation: '0', RequestTribunal: '0' }),
    ),
  ),
];

function exportedTo(la: (draft: Draft) => string): (draft: Draft) => string {
  return (draft) => {
    draft.request().Exported = la(draft);
    return draft.at.request('Exported');
  };
}

const exported: readonly NearMiss[] = [
  ...nearAlike('REQ-13', exportedTo(otherLa), [
    ['other-la-awaited', 'awaiting-decision', 'A request that awaits its decision is exported to another LA.'],
    ['other-la-refused', 'request-refused', 'A refused request is exported to another LA.'],
  ]),
  ...nearAlike(
    'REQ-13',
    exportedTo(() => 'XXX'),
    [['unknown', 'exported', 'A case is exported, nobody knows where to.']],
  ),
  nearMiss('REQ-13', 'la-of-the-upn', 'exported', 'A case is exported to the LA that gave the UPN.', (draft) => {
    const { person } = draft;
    const la = otherLa(draft);
    delete person.UPNunknown;
    person.UPN = makeUpn(`${la}100022001`);
    return exportedTo(() => la)(draft);
  }),

  ...nearAlike('REQ-14', exportedTo(otherLa), [
    ['under-assessment', 'assessing', 'A request that was exported is under assessment.'],
    [
      'assessment-withdrawn',
      'assessment-withdrawn',
      'A request that was exported has an assessment that was withdrawn.',
    ],
    ['plan-refused', 'not-issued', 'A request that was exported led to no plan.'],
    ['plan-not-yet-issued', 'decided-not-yet-issued', 'A request that was exported has a plan not yet issued.'],
  ]),
  nearMiss(
    'REQ-14',
    'plan-of-another-request',
    'historical-not-reviewed',
    'The request beside the one with the plan was exported.',
    (draft) => {
      draft.requests.push({ RequestOutcome: 'H', Exported: otherLa(draft) });
      return draft.at.request('Exported', 2);
    },
  ),
];

/** Gives the request an assessment, and items of its own. */
function assessed(assessment: Assessment, items: Requests = {}): (draft: Draft) => string {
  return (draft) => {
    Object.assign(draft.request(), items, { Assessment: assessment });
    return draft.at.request('Assessment');
  };
}

/** An assessment that ended in no plan. */
const planRefused = (draft: Draft): Assessment => ({
  AssessmentOutcome: 'N',
  AssessmentOutcomeDate: draft.facts.referenceDate,
  AssessmentMediation: '0',
  AssessmentTribunal: '0',
  OtherMediation: '0',
  OtherTribunal: '0',
});

const overturned = { mediated: { RequestMediation: '1' }, appealed: { RequestTribunal: '1' } } as const;

const assessments: readonly NearMiss[] = [
  ...nearAlike('REQ-15', historicalAndExported('Assessment'), [
    ['historical-and-exported', 'exported', 'A historical request that was exported has no assessment.'],
  ]),
  nearMiss(
    'REQ-15',
    'exported-to-unknown',
    'exported',
    'A request exported, nobody knows where to, has no assessment.',
    (draft) => {
      draft.request().Exported = 'XXX';
      return draft.at.request('Assessment');
    },
  ),
  ...(['RequestMediation', 'RequestTribunal'] as const).map((tag) =>
    nearMiss(
      'REQ-15',
      `refused-with-${tag === 'RequestMediation' ? 'mediation' : 'tribunal'}`,
      'request-refused',
      `A request was refused, ${tag} is 1, and there is no assessment yet.`,
      given({ [tag]: '1' }),
    ),
  ),

  ...nearAlike('REQ-16', assessed({ AssessmentOutcome: 'A' }), [
    ['under-way-while-awaited', 'awaiting-decision', 'An assessment is under way while the decision is awaited.'],
    ['under-way-after-withdrawal', 'request-withdrawn', 'An assessment is under way under a withdrawn request.'],
    ['under-way-after-refusal', 'request-refused', 'An assessment is under way under a refused request.'],
  ]),
  ...Object.entries(overturned).flatMap(([how, items]) => [
    ...(['A', 'W', 'H'] as const).map((outcome) =>
      nearMiss(
        'REQ-16',
        `${how}-then-${outcome.toLowerCase()}`,
        'request-refused',
        `A refusal is ${how}, and the assessment under it has the outcome ${outcome}.`,
        assessed({ AssessmentOutcome: outcome }, items),
      ),
    ),
    nearMiss('REQ-16', `${how}-then-n`, 'request-refused', `A refusal is ${how}, and no plan is issued.`, (draft) =>
      assessed(planRefused(draft), items)(draft),
    ),
  ]),
  ...(['W', 'H'] as const).map((AssessmentOutcome) =>
    nearMiss(
      'REQ-16',
      `agreed-then-${AssessmentOutcome.toLowerCase()}`,
      'assessing',
      `A request is agreed, and the assessment under it has the outcome ${AssessmentOutcome}.`,
      assessed({ AssessmentOutcome }),
    ),
  ),
];

/** Near misses of the requests (REQ-01 to REQ-21). */
export const requestNearMisses: readonly NearMiss[] = [
  ...presence,
  ...codes,
  ...exported,
  ...assessments,
  ...requestDateNearMisses,
];
