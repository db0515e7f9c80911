import { addDays, addMonths, makeDate } from '../../src/model/index.js';
import type { ItemTag } from '../../src/return/index.js';
import { alike } from './alike.js';
import type { Break } from './break.js';
import type { Draft } from './draft.js';
import { missing, recordBreak, type Holder } from './record-break.js';

type Item = ItemTag<'Assessment'>;

const date = 'AssessmentOutcomeDate';

const inAssessment: Holder<Item> = (draft, tag) => ({ record: draft.assessment(), at: draft.at.assessment(tag) });

/** An item that is missing from the assessment of a parent; `about` tells the assessments apart. */
function lacking(rule: string, tag: Item, about: string, parent: string): readonly Break[] {
  const where = { prefix: `${about}-`, of: ` of an assessment that is ${about.replaceAll('-', ' ')}` };
  return missing(rule, tag, parent, inAssessment, where);
}

/** Gives an item of the assessment another value; the finding is at it. */
function set(tag: Item, value: (draft: Draft) => string): (draft: Draft) => string {
  return (draft) => {
    draft.assessment()[tag] = value(draft);
    return draft.at.assessment(tag);
  };
}

/** The plan was taken over from another LA, as the active plans have it. */
function transferredFrom(la: (draft: Draft) => string): (draft: Draft) => string {
  return (draft) => {
    draft.active().TransferLA = la(draft);
    return draft.at.assessment('AssessmentOutcome');
  };
}

const otherLa = ({ la }: Draft): string => (la === '202' ? '203' : '202');
const dayAfterCensus = ({ facts }: Draft): string => addDays(facts.referenceDate, 1);
const yearAfterCensus = ({ facts }: Draft): string => addMonths(facts.referenceDate, 12);
const lastDayBefore = ({ facts }: Draft): string => makeDate(facts.activityYear - 1, 12, 31);
const requestDecided = (draft: Draft): string => draft.request().RequestOutcomeDate ?? '';
const started = (draft: Draft): string => draft.plan().StartDate ?? '';
const dayBeforeReceipt = (draft: Draft): string => addDays(draft.request().ReceivedDate ?? '', -1);

/** The request is received the day after the decision to issue. */
function receivedDayAfterDecision(draft: Draft): string {
  draft.request().ReceivedDate = addDays(draft.assessment().AssessmentOutcomeDate ?? '', 1);
  return draft.at.assessment('AssessmentOutcomeDate');
}

/** The decision to issue comes a day before the decision to assess, which has its date. */
function decidedDayBeforeAgreement(draft: Draft): string {
  const assessed = draft.assessment().AssessmentOutcomeDate ?? '';
  draft.request().RequestOutcomeDate = assessed;
  draft.assessment().AssessmentOutcomeDate = addDays(assessed, -1);
  return draft.at.assessment('AssessmentOutcomeDate');
}

/** The decisions to assess and to issue have each other's dates. */
function decisionsSwapped(draft: Draft): string {
  const agreed = requestDecided(draft);
  draft.request().RequestOutcomeDate = draft.assessment().AssessmentOutcomeDate ?? '';
  draft.assessment().AssessmentOutcomeDate = agreed;
  return draft.at.assessment('AssessmentOutcomeDate');
}

/** The decision to issue was taken before the activity year, with mediation. */
function mediatedBeforeActivityYear(draft: Draft): string {
  draft.assessment().AssessmentMediation = '1';
  return set(date, lastDayBefore)(draft);
}

/** Request and refusal of a plan both lie before the activity year; the request is shown as historical. */
function refusedBeforeActivityYear(draft: Draft): string {
  const request = draft.request();
  Object.assign(request, { RequestOutcome: 'H', ReceivedDate: addDays(lastDayBefore(draft), -112) });
  delete request.RequestOutcomeDate;
  return set(date, lastDayBefore)(draft);
}

function withoutPlan(draft: Draft): string {
  delete draft.assessment().NamedPlan;
  return draft.at.assessment('NamedPlan');
}

function decidedOnCensusDay(draft: Draft): string {
  Object.assign(draft.assessment(), { AssessmentOutcomeDate: draft.facts.referenceDate, Week20: '0' });
  return draft.at.assessment('NamedPlan');
}

/** Another outcome, under which a plan may not stand. */
function outcome(code: 'A' | 'W' | 'N'): (draft: Draft) => string {
  return (draft) => {
    draft.assessment().AssessmentOutcome = code;
    return draft.at.assessment('NamedPlan');
  };
}

function awaitedWithoutDate(draft: Draft): string {
  delete draft.assessment().AssessmentOutcomeDate;
  return outcome('A')(draft);
}

function notOverturned(draft: Draft): string {
  const assessment = draft.assessment();
  const firstDay = makeDate(draft.facts.activityYear, 1, 1);
  assessment.AssessmentMediation = '0';
  // A refusal of the year before that was not overturned would break ASM-17 as well.
  if ((assessment.AssessmentOutcomeDate ?? '') < firstDay) assessment.AssessmentOutcomeDate = firstDay;
  return draft.at.assessment('NamedPlan');
}

const lackingBreaks: readonly Break[] = [
  ...lacking('ASM-01', 'AssessmentOutcome', 'under-way', 'assessing'),
  ...lacking('ASM-01', 'AssessmentOutcome', 'followed-by-a-plan', 'issued-on-time'),
  ...lacking('ASM-01', 'AssessmentOutcome', 'historical', 'historical-not-reviewed'),
  ...lacking('ASM-01', 'AssessmentOutcome', 'transferred-in', 'transferred-in'),

  ...lacking('ASM-02', 'AssessmentOutcomeDate', 'refused', 'not-issued'),
  ...lacking('ASM-02', 'AssessmentOutcomeDate', 'refused-and-mediated', 'not-issued-overturned-by-mediation'),
  ...lacking('ASM-02', 'AssessmentOutcomeDate', 'refused-and-appealed', 'not-issued-overturned-by-tribunal'),

  ...lacking('ASM-03', 'AssessmentOutcomeDate', 'followed-by-a-plan', 'issued-on-time'),
  ...lacking('ASM-03', 'AssessmentOutcomeDate', 'on-an-old-request', 'issued-on-old-request'),
  ...lacking('ASM-03', 'AssessmentOutcomeDate', 'followed-by-a-ceased-plan', 'ceased-soon-after-issue'),

  ...lacking('ASM-08', 'Week20', 'in-time', 'issued-on-time'),
  ...lacking('ASM-08', 'Week20', 'late-with-exception', 'issued-late-with-exception'),
  ...lacking('ASM-08', 'Week20', 'on-an-old-request', 'issued-on-old-request'),

  ...lacking('ASM-09', 'AssessmentMediation', 'followed-by-a-plan', 'issued-on-time'),
  ...lacking('ASM-09', 'AssessmentMediation', 'refused', 'not-issued'),
  ...lacking('ASM-09', 'AssessmentMediation', 'refused-and-mediated', 'not-issued-overturned-by-mediation'),

  ...lacking('ASM-10', 'AssessmentTribunal', 'followed-by-a-plan', 'issued-on-time'),
  ...lacking('ASM-10', 'AssessmentTribunal', 'refused', 'not-issued'),
  ...lacking('ASM-10', 'AssessmentTribunal', 'refused-and-appealed', 'not-issued-overturned-by-tribunal'),

  ...lacking('ASM-11', 'OtherMediation', 'followed-by-a-plan', 'issued-late'),
  ...lacking('ASM-11', 'OtherMediation', 'refused', 'not-issued'),

  ...lacking('ASM-12', 'OtherTribunal', 'followed-by-a-plan', 'issued-late'),
  ...lacking('ASM-12', 'OtherTribunal', 'refused', 'not-issued'),
];

const dateBreaks: readonly Break[] = [
  ...alike('ASM-04', set(date, requestDecided), [
    ['awaited', 'assessing', 'A decision that is awaited has a date.'],
    ['withdrawn', 'assessment-withdrawn', 'A withdrawn assessment has a decision date.'],
  ]),
  ...alike('ASM-04', set(date, started), [
    ['historical', 'historical-not-reviewed', 'A historical decision has a date.'],
    ['transferred-in', 'transferred-in', 'The decision of another LA has a date.'],
  ]),

  ...alike('ASM-05', receivedDayAfterDecision, [
    ['received-day-after', 'issued-on-old-request', 'A request is received the day after the decision to issue.'],
    [
      'received-day-after-in-time',
      'issued-on-old-request-in-time',
      'A request is received after its plan was decided on.',
    ],
  ]),
  ...alike('ASM-05', set(date, dayBeforeReceipt), [
    [
      'refused-day-before-receipt',
      'not-issued-overturned-by-mediation',
      'A plan is refused the day before the request.',
    ],
    ['refused-day-before-old-request', 'not-issued-overturned-by-tribunal', 'A plan is refused before an old request.'],
  ]),

  ...alike('ASM-06', decidedDayBeforeAgreement, [
    ['refused-day-before-agreement', 'not-issued', 'A plan is refused the day before the assessment is agreed.'],
    ['issued-day-before-agreement', 'issued-on-time', 'A plan is decided on the day before the assessment is agreed.'],
  ]),
  ...alike('ASM-06', decisionsSwapped, [
    ['refusal-swapped', 'not-issued', 'The decisions to assess and not to issue have changed places.'],
    ['issue-swapped', 'issued-late', 'The decisions to assess and to issue have changed places.'],
  ]),

  ...alike('ASM-07', set(date, dayAfterCensus), [
    ['day-after-census', 'not-issued', 'A plan is refused the day after census day.'],
    [
      'overturned',
      'not-issued-overturned-by-mediation',
      'A refusal, since overturned, is dated the day after census day.',
    ],
  ]),
  ...alike('ASM-07', set(date, yearAfterCensus), [
    ['year-after-census', 'not-issued', 'A plan is refused a year after census day.'],
  ]),

  ...alike('ASM-17', set(date, lastDayBefore), [
    ['issued', 'issued-on-old-request', 'A plan is decided on the day before the activity year begins.'],
    [
      'issued-in-time',
      'issued-on-old-request-in-time',
      'A plan in time is decided on the day before that year begins.',
    ],
  ]),
  ...alike('ASM-17', mediatedBeforeActivityYear, [
    [
      'issued-after-mediation',
      'issued-on-old-request',
      'A plan with mediation is decided on before the activity year.',
    ],
  ]),
  ...alike('ASM-17', refusedBeforeActivityYear, [
    ['refused', 'not-issued', 'A historical request leads to a refusal before the activity year.'],
  ]),
];

const planBreaks: readonly Break[] = [
  ...alike('ASM-13', withoutPlan, [
    ['with-active-plans', 'issued-on-time', 'A plan that is issued is left out; its ActivePlans are not.'],
    ['ceased', 'ceased-soon-after-issue', 'A plan that was issued and has ceased is left out.'],
  ]),
  ...alike('ASM-13', decidedOnCensusDay, [
    ['dated-without-plan', 'decided-not-yet-issued', 'A decision to issue has a date and no plan.'],
  ]),

  ...alike('ASM-14', withoutPlan, [
    ['historical', 'historical-not-reviewed', 'A historical plan is left out; its ActivePlans are not.'],
    ['transferred-in', 'transferred-in', 'A plan taken over is left out; its ActivePlans are not.'],
    ['overturned', 'not-issued-overturned-by-mediation', 'The plan after a refusal overturned is left out.'],
  ]),
  recordBreak(
    'ASM-14',
    'without-assessment',
    'refusal-overturned-by-mediation',
    'A request refused and overturned has ActivePlans and no assessment.',
    (draft) => {
      delete draft.request().Assessment;
      // The plan would stand in an assessment that is itself not there, so its place is a matter of reading.
      const request = draft.at.request();
      return { at: [draft.at.assessment('NamedPlan')], orAt: [`${request}/NamedPlan`, `${request}/Assessment`] };
    },
  ),

  ...alike('ASM-15', outcome('A'), [
    ['awaited', 'historical-not-reviewed', 'A plan of earlier years stands under a decision that is awaited.'],
  ]),
  ...alike('ASM-15', awaitedWithoutDate, [
    ['awaited-new-plan', 'issued-on-time', 'A new plan stands under a decision that is awaited and has no date.'],
  ]),
  ...alike('ASM-15', outcome('W'), [
    ['withdrawn', 'ceased-needs-met', 'A plan that has ceased stands under a withdrawn assessment.'],
    ['withdrawn-open-plan', 'historical-not-reviewed', 'An open plan stands under a withdrawn assessment.'],
  ]),
  ...alike('ASM-15', outcome('N'), [
    ['refused', 'issued-on-time', 'A plan stands under a decision not to issue one.'],
    ['refused-ceased-plan', 'ceased-soon-after-issue', 'A ceased plan stands under a decision not to issue one.'],
  ]),
  ...alike('ASM-15', notOverturned, [
    [
      'refusal-not-overturned',
      'not-issued-overturned-by-mediation',
      'A plan follows a refusal that nothing overturned.',
    ],
  ]),

  ...alike('ASM-16', transferredFrom(otherLa), [
    ['issued', 'issued-on-time', 'A plan that the LA issued itself has a TransferLA.'],
    ['refused', 'not-issued-overturned-by-tribunal', 'A plan after a refusal overturned has a TransferLA.'],
  ]),
  ...alike(
    'ASM-16',
    transferredFrom(() => 'XXX'),
    [['from-unknown', 'issued-late', 'A plan that the LA issued itself comes from an unknown LA.']],
  ),
];

/** Breaks of the assessments (ASM-01 to ASM-17). */
export const assessmentBreaks: readonly Break[] = [...lackingBreaks, ...dateBreaks, ...planBreaks];
