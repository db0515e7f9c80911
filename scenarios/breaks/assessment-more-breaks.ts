import { addDays, makeDate } from '../../src/model/index.js';
import type { Assessment, ItemTag } from '../../src/return/index.js';
import { alike } from './alike.js';
import { assessmentBreaks } from './assessment-breaks.js';
import type { Break } from './break.js';
import type { Draft } from './draft.js';
import { missing, recordBreak, type Holder } from './record-break.js';
import { amongRequests, atTheEnds } from './repeats.js';

type Item = ItemTag<'Assessment'>;

const inAssessment: Holder<Item> = (draft, tag) => ({ record: draft.assessment(), at: draft.at.assessment(tag) });

function lacking(rule: string, tag: Item, about: string, parent: string): readonly Break[] {
  const where = { prefix: `${about}-`, of: ` of an assessment that is ${about.replaceAll('-', ' ')}` };
  return missing(rule, tag, parent, inAssessment, where);
}

const challenges = [
  ['ASM-09', 'AssessmentMediation'],
  ['ASM-10', 'AssessmentTribunal'],
  ['ASM-11', 'OtherMediation'],
  ['ASM-12', 'OtherTribunal'],
] as const;

const presence: readonly Break[] = [
  ...challenges.flatMap(([rule, tag]) => [
    ...lacking(rule, tag, 'not-yet-followed-by-a-plan', 'decided-not-yet-issued'),
    ...lacking(rule, tag, 'refused-and-overturned', 'not-issued-overturned-by-mediation'),
    ...lacking(rule, tag, 'on-an-old-request', 'issued-on-old-request'),
  ]),
  ...lacking('ASM-01', 'AssessmentOutcome', 'withdrawn', 'assessment-withdrawn'),
  ...lacking('ASM-01', 'AssessmentOutcome', 'refused', 'not-issued'),
  ...lacking('ASM-03', 'AssessmentOutcomeDate', 'on-a-refused-request', 'refusal-overturned-by-tribunal'),
  ...lacking('ASM-08', 'Week20', 'on-a-refused-request', 'refusal-overturned-by-mediation'),
  ...lacking('ASM-08', 'Week20', 'followed-by-a-ceased-plan', 'ceased-soon-after-issue'),
  recordBreak('ASM-01', 'all-items-absent', 'assessing', 'An assessment has no item at all.', (draft) => {
    draft.request().Assessment = {};
    return draft.at.assessment('AssessmentOutcome');
  }),
];

function given(items: Assessment, at: Item | 'NamedPlan'): (draft: Draft) => string {
  return (draft) => {
    Object.assign(draft.assessment(), items);
    return draft.at.assessment(at);
  };
}

/** An outcome that has no date, with one. */
function dated(AssessmentOutcome: 'A' | 'W' | 'H'): (draft: Draft) => string {
  return (draft) =>
    given({ AssessmentOutcome, AssessmentOutcomeDate: draft.facts.referenceDate }, 'AssessmentOutcomeDate')(draft);
}

const lastDayBefore = ({ facts }: Draft): string => makeDate(facts.activityYear - 1, 12, 31);

const dates: readonly Break[] = [
  ...(['A', 'W', 'H'] as const).flatMap((outcome) =>
    alike('ASM-04', dated(outcome), [
      [
        `outcome-${outcome.toLowerCase()}-on-census-day`,
        'assessing',
        `An assessment of outcome ${outcome} is dated census day.`,
      ],
    ]),
  ),
  recordBreak(
    'ASM-06',
    'receipt-between',
    'not-issued',
    'A plan is refused the day of the request, agreed the day after.',
    (draft) => {
      const { ReceivedDate = '' } = draft.request();
      // Received no earlier than the activity year, so that the refusal is not of the year before.
      const received = [ReceivedDate, makeDate(draft.facts.activityYear, 1, 1)].toSorted().at(-1) ?? '';
      Object.assign(draft.request(), { ReceivedDate: received, RequestOutcomeDate: addDays(received, 1) });
      return given({ AssessmentOutcomeDate: received }, 'AssessmentOutcomeDate')(draft);
    },
  ),
  recordBreak(
    'ASM-17',
    'issued-after-tribunal',
    'issued-on-old-request',
    'A plan with a tribunal is decided on before the activity year.',
    (draft) =>
      given({ AssessmentOutcomeDate: lastDayBefore(draft), AssessmentTribunal: '1' }, 'AssessmentOutcomeDate')(draft),
  ),
  recordBreak(
    'ASM-17',
    'other-challenges',
    'not-issued',
    'A plan refused before the activity year had other challenges only.',
    (draft) => {
      const request = draft.request();
      Object.assign(request, { RequestOutcome: 'H', ReceivedDate: addDays(lastDayBefore(draft), -112) });
      delete request.RequestOutcomeDate;
      return given(
        { AssessmentOutcomeDate: lastDayBefore(draft), OtherMediation: '1', OtherTribunal: '1' },
        'AssessmentOutcomeDate',
      )(draft);
    },
  ),
];

/** The plan goes, and the assessment has another outcome; the ActivePlans stay. */
function withoutPlan(AssessmentOutcome: 'A' | 'W' | 'H'): (draft: Draft) => string {
  return (draft) => {
    draft.request().Assessment = { AssessmentOutcome };
    return draft.at.assessment('NamedPlan');
  };
}

const plans: readonly Break[] = [
  ...alike('ASM-14', withoutPlan('A'), [
    ['under-way', 'issued-on-time', 'ActivePlans stand beside an assessment that is under way.'],
  ]),
  ...alike('ASM-14', withoutPlan('W'), [
    ['withdrawn', 'historical-not-reviewed', 'ActivePlans stand beside an assessment that was withdrawn.'],
  ]),
  recordBreak(
    'ASM-14',
    'refused',
    'not-issued',
    'ActivePlans, those of another person, stand beside a refusal.',
    (draft) => {
      const other = draft.persons.at(-1)?.Requests?.[0]?.ActivePlans;
      if (other) draft.request().ActivePlans = structuredClone(other);
      return draft.at.assessment('NamedPlan');
    },
  ),
  recordBreak(
    'ASM-14',
    'not-yet-issued',
    'decided-not-yet-issued',
    'ActivePlans stand beside a plan not yet issued.',
    (draft) => {
      const other = draft.persons.at(-1)?.Requests?.[0]?.ActivePlans;
      if (other) draft.request().ActivePlans = structuredClone(other);
      return draft.at.assessment('NamedPlan');
    },
  ),

  ...alike('ASM-15', given({ AssessmentOutcome: 'N', OtherMediation: '1', OtherTribunal: '1' }, 'NamedPlan'), [
    ['other-challenges', 'issued-late', 'A plan follows a refusal that had other challenges only.'],
  ]),
  recordBreak(
    'ASM-15',
    'request-challenged-instead',
    'issued-on-time',
    'A plan follows a refusal; the challenges were to the request.',
    (draft) => {
      Object.assign(draft.request(), { RequestMediation: '1', RequestTribunal: '1' });
      return given({ AssessmentOutcome: 'N' }, 'NamedPlan')(draft);
    },
  ),
  recordBreak(
    'ASM-15',
    'under-way-though-mediated',
    'issued-on-time',
    'A plan stands under an assessment under way, mediated.',
    (draft) => {
      delete draft.assessment().AssessmentOutcomeDate;
      return given({ AssessmentOutcome: 'A', AssessmentMediation: '1', AssessmentTribunal: '1' }, 'NamedPlan')(draft);
    },
  ),
  recordBreak(
    'ASM-15',
    'withdrawn-though-appealed',
    'issued-on-time',
    'A plan stands under a withdrawn assessment, appealed.',
    (draft) => {
      delete draft.assessment().AssessmentOutcomeDate;
      return given({ AssessmentOutcome: 'W', AssessmentMediation: '1', AssessmentTribunal: '1' }, 'NamedPlan')(draft);
    },
  ),

  recordBreak(
    'ASM-16',
    'placements-kept',
    'ceased-soon-after-issue',
    'A ceased plan of the LA itself has a TransferLA.',
    (draft) => {
      draft.request().ActivePlans = {
        TransferLA: 'XXX',
        SENneed: [{ SENtype: 'ASD', SENtypeRank: '1' }],
      };
      return draft.at.assessment('AssessmentOutcome');
    },
  ),
];

/** More breaks of the assessments. */
export const assessmentMoreBreaks: readonly Break[] = [
  ...presence,
  ...dates,
  ...plans,
  ...atTheEnds(assessmentBreaks, /^ASM-/),
  ...amongRequests(assessmentBreaks, /^ASM-/),
];
