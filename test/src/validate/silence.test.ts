import { collectionYears } from '../../../src/model/index.js';
import { element, sample, told, toldOf, toXml, wrong, type Sample } from './sample.js';

const request = '/Requests[1]';
const plan = `${request}/Assessment/NamedPlan`;
const detail = `${plan}/PlanDetail[1]`;
const active = `${request}/ActivePlans`;
const placement = `${active}/PlacementDetail[1]`;

/** One or two things wrong with the sample, and every finding there must be. */
type Row = readonly [name: string, change: (sample: Sample) => void, expected: readonly string[]];

/** A copy of a record that lacks some of its children. */
function without<R extends object>(record: R, ...tags: readonly (keyof R)[]): R {
  const copy = { ...record };
  for (const tag of tags) Reflect.deleteProperty(copy, tag);
  return copy;
}

/** A refusal that was not overturned, which is all there is to the request. */
function refuse({ request }: Sample): void {
  request.RequestOutcome = 'N';
  delete request.Assessment;
  delete request.ActivePlans;
}

function cease({ plan, placement }: Sample): void {
  plan.CeaseDate = '2024-10-01';
  plan.CeaseReason = '2';
  placement.LeavingDate = '2024-10-01';
}

const missing: readonly Row[] = [
  [
    'rules on a condition wait for the item they ask, where its lack is told',
    (s) => {
      delete s.request.RequestOutcome;
      delete s.request.ReceivedDate;
      delete s.request.RYA;
    },
    [`REQ-05 ${request}/RequestOutcome`],
  ],
  [
    'a condition on an item whose lack nobody tells is false',
    (s) => {
      refuse(s);
      s.request.RequestOutcome = 'W';
      delete s.request.RequestOutcomeDate;
      delete s.request.RequestMediation;
    },
    [],
  ],
  [
    '"is not 1" is true of an item whose lack nobody tells',
    (s) => {
      s.request.RequestOutcome = 'W';
      delete s.request.RequestOutcomeDate;
      delete s.request.RequestMediation;
    },
    [`REQ-16 ${request}/Assessment`],
  ],
  [
    'an assessment under a refusal is not looked at where mediation is missing',
    (s) => {
      s.request.RequestOutcome = 'N';
      delete s.request.RequestMediation;
    },
    [`REQ-10 ${request}/RequestMediation`],
  ],
  [
    'an assessment without outcome is told once',
    (s) => {
      delete s.assessment.AssessmentOutcome;
      s.active.TransferLA = '203';
    },
    [`ASM-01 ${request}/Assessment/AssessmentOutcome`],
  ],
  [
    'a plan under a refusal is not looked at where the tribunal is missing',
    (s) => {
      s.assessment.AssessmentOutcome = 'N';
      delete s.assessment.AssessmentTribunal;
    },
    [`ASM-10 ${request}/Assessment/AssessmentTribunal`],
  ],
  [
    'no birth date, no rule on age',
    (s) => {
      delete s.person.PersonBirthDate;
      s.plan.PlanWBP = 'A';
      s.placement.SENSetting = 'NEET';
      delete s.placement.URN;
    },
    ['PER-04 /PersonBirthDate'],
  ],
  [
    'a birth date after census day silences the rules on it',
    (s) => (s.person.PersonBirthDate = '2025-01-17'),
    ['PER-05 /PersonBirthDate'],
  ],
  [
    'a setting that is not given silences what builds on it',
    (s) => {
      delete s.detail.URN;
      s.detail.SENSettingOther = 'somewhere';
      s.detail.SENunitIndicator = '1';
    },
    [`PLN-13 ${detail}/URN`],
  ],
  [
    'ranks are not compared where one is missing',
    (s) => {
      const unranked = without(s.detail, 'PlacementRank');
      s.plan.PlanDetail = [s.detail, unranked];
    },
    [`PLN-15 ${plan}/PlanDetail[2]/PlacementRank`],
  ],
  [
    'open placements are not compared where a rank is missing',
    (s) => {
      const unranked = without(s.placement, 'PlacementRank');
      s.active.PlacementDetail = [s.placement, unranked, s.placement];
    },
    [`PLC-05 ${active}/PlacementDetail[2]/PlacementRank`],
  ],
  ['a plan without detail has no ranks to compare', (s) => delete s.plan.PlanDetail, [`PLN-12 ${plan}/PlanDetail`]],
  [
    'no ActivePlans: nothing of what they would hold',
    (s) => delete s.request.ActivePlans,
    [`PLN-27 ${request}/ActivePlans`],
  ],
  ['no assessment: nothing but that', (s) => delete s.request.Assessment, [`REQ-15 ${request}/Assessment`]],
  ['no plan: nothing but that', (s) => delete s.assessment.NamedPlan, [`ASM-13 ${request}/Assessment/NamedPlan`]],
  [
    'neither date nor plan: the active plans lack theirs',
    (s) => {
      delete s.assessment.NamedPlan;
      delete s.assessment.AssessmentOutcomeDate;
      delete s.assessment.Week20;
    },
    [`ASM-14 ${request}/Assessment/NamedPlan`],
  ],
  ['no request: nothing but that', (s) => delete s.person.Requests, ['PER-23 /Requests']],
  [
    'the decision after a review lacks its date',
    (s) => Object.assign(s.active, { ReviewMeeting: '2024-10-01', ReviewOutcome: 'M', ReviewDraft: '2024-10-20' }),
    [`PLC-31 ${active}/LastReview`],
  ],
  [
    'a draft without any decision',
    (s) => Object.assign(s.active, { ReviewMeeting: '2024-10-01', ReviewDraft: '2024-10-20' }),
    [`PLC-35 ${active}/ReviewDraft`],
  ],
  [
    'no reference date, no LEA: the rest of the header is looked at',
    (s) => {
      delete s.header.CollectionDetails.ReferenceDate;
      Object.assign(s.header.Source, { LEA: '' });
      s.active.TransferLA = '203';
      s.header.Source.DateTime = '2025-01-15T23:59:59';
    },
    [
      'HDR-03 /Message/Header/CollectionDetails/ReferenceDate',
      'HDR-05 /Message/Header/Source/LEA',
      'HDR-10 /Message/Header/Source/DateTime',
      `ASM-16 ${request}/Assessment/AssessmentOutcome`,
    ],
  ],
];

const empty: readonly Row[] = [
  [
    'an empty item is told as missing, or as empty, never as both',
    (s) => {
      s.person.PostCode = '';
      s.person.UniqueLearnerNumber = '';
      s.request.RequestOutcome = '';
      s.request.RYA = '';
    },
    ['PER-11 /PostCode', 'FILE-12 /UniqueLearnerNumber', `FILE-12 ${request}/RYA`, `REQ-05 ${request}/RequestOutcome`],
  ],
  [
    'three empty identifiers are one lack',
    (s) => Object.assign(s.person, { UPN: '', UniqueLearnerNumber: '', UPNunknown: '' }),
    ['PER-19 /UPN'],
  ],
  [
    'an empty direct payment beside arrangements that are none',
    (s) => Object.assign(s.plan, { PB: '1', OA: '0', DP: '' }),
    [`PLN-25 ${plan}/OA`],
  ],
  [
    'an empty CeaseDate does not close the plan',
    (s) => {
      s.plan.CeaseDate = '';
      delete s.request.ActivePlans;
    },
    [`PLN-27 ${request}/ActivePlans`, `FILE-12 ${plan}/CeaseDate`],
  ],
  [
    'an empty LeavingDate does not end the placement',
    (s) => (s.placement.LeavingDate = ''),
    [`FILE-12 ${placement}/LeavingDate`],
  ],
  [
    'the empty one of a pair is missing',
    (s) => Object.assign(s.active, { ReviewOutcome: '', LastReview: '2024-10-01' }),
    [`PLC-31 ${active}/ReviewOutcome`],
  ],
  [
    'both of a pair empty',
    (s) => Object.assign(s.active, { ReviewOutcome: '', LastReview: '' }),
    [`FILE-12 ${active}/LastReview`, `FILE-12 ${active}/ReviewOutcome`],
  ],
  ['a name of white space is missing', (s) => (s.person.Surname = ' \t\n'), ['PER-01 /Surname']],
  [
    'a description of white space is missing where one is wanted',
    (s) => {
      delete s.detail.URN;
      Object.assign(s.detail, { SENSetting: 'OTH', SENSettingOther: '  ' });
    },
    [`PLN-17 ${detail}/SENSettingOther`],
  ],
  [
    'elsewhere it is free text with white space before it',
    (s) => (s.detail.SENSettingOther = '  '),
    [`FILE-13 ${detail}/SENSettingOther`],
  ],
  ['a space that is not white space here', (s) => (s.person.Surname = '\u00a0'), []],
];

const unusable: readonly Row[] = [
  [
    'a wrong outcome silences what asks for it',
    (s) => {
      s.request.RequestOutcome = wrong;
      delete s.request.ReceivedDate;
      delete s.request.RequestMediation;
    },
    [`VAL-Requests.RequestOutcome ${request}/RequestOutcome`],
  ],
  [
    'a wrong CeaseDate closes the plan',
    (s) => {
      s.plan.CeaseDate = wrong;
      delete s.request.ActivePlans;
    },
    [`VAL-NamedPlan.CeaseDate ${plan}/CeaseDate`],
  ],
  [
    'a CeaseDate that holds an element closes the plan too',
    (s) => {
      s.plan.CeaseDate = element;
      delete s.request.ActivePlans;
    },
    [`FILE-10 ${plan}/CeaseDate`],
  ],
  [
    'nor does such a plan need a placement, or count as a second open one',
    (s) => {
      s.plan.CeaseDate = element;
      const first = structuredClone(s.request);
      delete s.active.PlacementDetail;
      s.person.Requests = [{ ...first, ReceivedDate: '2024-01-10' }, s.request];
      if (first.Assessment?.NamedPlan) delete first.Assessment.NamedPlan.CeaseDate;
    },
    ['FILE-10 /Requests[2]/Assessment/NamedPlan/CeaseDate'],
  ],
  [
    'a LeavingDate that cannot be used: nothing on open placements',
    (s) => {
      const open = without(s.placement, 'LeavingDate');
      s.active.PlacementDetail = [{ ...open, LeavingDate: element }, open, open];
    },
    [`FILE-10 ${placement}/LeavingDate`],
  ],
  [
    'a wrong date leaves its request out of the comparison, not the others',
    (s) => {
      refuse(s);
      s.person.Requests = [
        { ...s.request, ReceivedDate: wrong },
        s.request,
        s.request,
        { ...s.request, ReceivedDate: wrong },
      ];
    },
    [
      `VAL-Requests.ReceivedDate ${request}/ReceivedDate`,
      'REQ-19 /Requests[2]/ReceivedDate',
      'VAL-Requests.ReceivedDate /Requests[4]/ReceivedDate',
    ],
  ],
  [
    'a wrong outcome leaves its request out of PER-22',
    (s) => {
      delete s.person.UPN;
      s.person.UPNunknown = 'UN10';
      const refused = { ...without(s.request, 'Assessment', 'ActivePlans'), RequestOutcome: 'N' };
      s.person.Requests = [
        { ...refused, RequestOutcome: wrong },
        { ...refused, ReceivedDate: '2024-05-01', RequestOutcomeDate: '2024-06-01' },
      ];
    },
    [`VAL-Requests.RequestOutcome ${request}/RequestOutcome`],
  ],
  [
    'two identifiers given, one of them with a wrong value',
    (s) => Object.assign(s.person, { UPNunknown: wrong }),
    ['VAL-Person.UPNunknown /UPNunknown'],
  ],
  ['two settings, one wrong', (s) => (s.detail.UKPRN = wrong), [`VAL-PlanDetail.UKPRN ${detail}/UKPRN`]],
  [
    'two needs, one of a wrong type',
    (s) => s.active.SENneed?.push({ SENtype: wrong, SENtypeRank: '2' }),
    [`VAL-SENneed.SENtype ${active}/SENneed[2]/SENtype`],
  ],
  [
    'an LEA that cannot be used is no LA that makes the return',
    (s) => {
      refuse(s);
      s.header.Source.LEA = `202${element}`;
      s.request.Exported = '202';
    },
    ['FILE-10 /Message/Header/Source/LEA'],
  ],
];

const counts: readonly Row[] = [
  [
    'placements after the plan ceased are one fault of the request',
    (s) => {
      cease(s);
      const late = { ...s.placement, EntryDate: '2024-10-02', LeavingDate: '2024-10-03' };
      s.active.PlacementDetail = [s.placement, late, late];
    },
    [`PLC-14 ${active}/PlacementDetail[2]/EntryDate`],
  ],
  [
    'a digit in each name is told of each',
    (s) => Object.assign(s.person, { Surname: 'Ash1', Forename: 'Bo2' }),
    ['PER-03 /Surname', 'PER-03 /Forename'],
  ],
  [
    'one date three times and another twice: once a date',
    (s) => {
      refuse(s);
      const other = { ...s.request, ReceivedDate: '2024-01-09' };
      s.person.Requests = [s.request, other, s.request, s.request, other];
    },
    [`REQ-19 ${request}/ReceivedDate`, 'REQ-19 /Requests[2]/ReceivedDate'],
  ],
  [
    'three requests that await their decision: once a person',
    (s) => {
      refuse(s);
      const awaiting = { ...without(s.request, 'RequestOutcomeDate'), RequestOutcome: 'A' };
      s.person.Requests = ['01', '02', '03'].map((day) => ({ ...awaiting, ReceivedDate: `2024-02-${day}` }));
    },
    [`REQ-20 ${request}/RequestOutcome`],
  ],
  [
    'two placements each with too much given',
    (s) => {
      const both = { ...s.placement, UKPRN: '12345678' };
      s.active.PlacementDetail = [both, { ...both, PlacementRank: '2' }];
    },
    [`PLC-04 ${placement}/URN`, `PLC-04 ${active}/PlacementDetail[2]/URN`],
  ],
];

describe('the sample', () => {
  it.each(collectionYears)('of %i has no finding', (year) => {
    expect(told(toXml(sample(year).ret, year), year)).toEqual([]);
  });
});

describe.each([
  ['a missing item', missing],
  ['an empty item', empty],
  ['an item that cannot be used', unusable],
  ['the record a rule is about', counts],
] as const)('%s', (_, rows: readonly Row[]) => {
  it.each(rows)('%s', (_name, change, expected) => {
    expect(toldOf(2025, change)).toEqual(expected);
  });
});
