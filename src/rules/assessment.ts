import type { Assessment } from '../return/index.js';
import { rule, type RecordRule } from './definition.js';
import { before, isOneOf, presence, present } from './words.js';

const whereDecided = {
  when: 'where AssessmentOutcome is Y or N',
  uses: ['Assessment.AssessmentOutcome'],
  applies: (assessment: Assessment) => isOneOf(assessment.AssessmentOutcome, 'Y', 'N'),
} as const;

/** Rules about assessments. */
export const assessmentRules: readonly RecordRule[] = [
  presence('ASM-01', 'Assessment', 'Assessment.AssessmentOutcome'),
  presence(
    'ASM-02',
    'Assessment',
    'Assessment.AssessmentOutcomeDate',
    {},
    {
      when: 'where AssessmentOutcome is N',
      uses: ['Assessment.AssessmentOutcome'],
      applies: (assessment) => assessment.AssessmentOutcome === 'N',
    },
  ),
  presence(
    'ASM-03',
    'Assessment',
    'Assessment.AssessmentOutcomeDate',
    {},
    {
      when: 'where AssessmentOutcome is Y and there is a NamedPlan',
      uses: ['Assessment.AssessmentOutcome', 'Assessment.NamedPlan'],
      applies: (assessment) => assessment.AssessmentOutcome === 'Y' && assessment.NamedPlan !== undefined,
    },
  ),
  rule({
    id: 'ASM-04',
    level: 'query',
    basis: 'guide',
    statement: 'AssessmentOutcomeDate is absent where AssessmentOutcome is A, W or H.',
    message: 'A date of decision is given for an assessment that is under way, withdrawn or historical.',
    on: 'Assessment',
    items: ['Assessment.AssessmentOutcomeDate'],
    uses: ['Assessment.AssessmentOutcome'],
    broken: (assessment) =>
      present(assessment.AssessmentOutcomeDate) && isOneOf(assessment.AssessmentOutcome, 'A', 'W', 'H'),
  }),
  rule({
    id: 'ASM-05',
    level: 'error',
    basis: 'sense',
    statement: 'AssessmentOutcomeDate is not before ReceivedDate.',
    message: 'The assessment was decided before the request was received.',
    on: 'Assessment',
    items: ['Assessment.AssessmentOutcomeDate'],
    uses: ['Requests.ReceivedDate'],
    broken: ({ AssessmentOutcomeDate }, { request }) => before(AssessmentOutcomeDate, request?.ReceivedDate),
  }),
  rule({
    id: 'ASM-06',
    level: 'error',
    basis: 'sense',
    statement:
      'AssessmentOutcomeDate is not before RequestOutcomeDate where RequestOutcome is Y. Not looked at where ASM-05 fires.',
    message: 'The assessment was decided before it was agreed to.',
    on: 'Assessment',
    items: ['Assessment.AssessmentOutcomeDate'],
    uses: ['Requests.RequestOutcome', 'Requests.RequestOutcomeDate'],
    unless: ['ASM-05'],
    broken: ({ AssessmentOutcomeDate }, { request }) =>
      request?.RequestOutcome === 'Y' && before(AssessmentOutcomeDate, request.RequestOutcomeDate),
  }),
  rule({
    id: 'ASM-07',
    level: 'error',
    basis: 'sense',
    statement: 'AssessmentOutcomeDate is not after the reference date.',
    message: 'The assessment was decided after the reference date.',
    on: 'Assessment',
    items: ['Assessment.AssessmentOutcomeDate'],
    broken: ({ AssessmentOutcomeDate }, { facts }) => before(facts.referenceDate, AssessmentOutcomeDate),
  }),
  presence(
    'ASM-08',
    'Assessment',
    'Assessment.Week20',
    {},
    {
      when: 'where AssessmentOutcome is Y and AssessmentOutcomeDate is present',
      uses: ['Assessment.AssessmentOutcome', 'Assessment.AssessmentOutcomeDate'],
      applies: (assessment) => assessment.AssessmentOutcome === 'Y' && present(assessment.AssessmentOutcomeDate),
    },
  ),
  presence('ASM-09', 'Assessment', 'Assessment.AssessmentMediation', {}, whereDecided),
  presence('ASM-10', 'Assessment', 'Assessment.AssessmentTribunal', {}, whereDecided),
  presence('ASM-11', 'Assessment', 'Assessment.OtherMediation', {}, whereDecided),
  presence('ASM-12', 'Assessment', 'Assessment.OtherTribunal', {}, whereDecided),
  presence(
    'ASM-13',
    'Assessment',
    'Assessment.NamedPlan',
    {},
    {
      when: 'where AssessmentOutcome is Y and AssessmentOutcomeDate is present',
      uses: ['Assessment.AssessmentOutcome', 'Assessment.AssessmentOutcomeDate'],
      applies: (assessment) => assessment.AssessmentOutcome === 'Y' && present(assessment.AssessmentOutcomeDate),
    },
  ),
  rule({
    id: 'ASM-14',
    level: 'error',
    basis: 'guide',
    statement:
      'A request that holds ActivePlans holds an Assessment with a NamedPlan. Looked at where neither ASM-13 nor REQ-15 fires.',
    message: 'There are active plans without the plan they belong to: the Assessment lacks its NamedPlan.',
    on: 'Requests',
    items: ['Assessment.NamedPlan'],
    lacks: ['Assessment.NamedPlan'],
    unless: ['ASM-13', 'REQ-15'],
    broken: (request) => request.ActivePlans !== undefined && request.Assessment?.NamedPlan === undefined,
  }),
  rule({
    id: 'ASM-15',
    level: 'query',
    basis: 'guide',
    statement:
      'There is no NamedPlan where AssessmentOutcome is A or W, nor where it is N unless AssessmentMediation or AssessmentTribunal is 1.',
    message: 'There is a plan although the assessment did not lead to one, nor was a refusal overturned.',
    on: 'Assessment',
    items: ['Assessment.NamedPlan'],
    uses: ['Assessment.AssessmentOutcome', 'Assessment.AssessmentMediation', 'Assessment.AssessmentTribunal'],
    broken: (assessment) =>
      assessment.NamedPlan !== undefined &&
      (isOneOf(assessment.AssessmentOutcome, 'A', 'W') || isStandingRefusal(assessment)),
  }),
  rule({
    id: 'ASM-16',
    level: 'error',
    basis: 'guide',
    statement: 'AssessmentOutcome is H where TransferLA is present.',
    message: 'The plan was transferred in from another LA, so its assessment is historical: AssessmentOutcome is H.',
    on: 'Requests',
    items: ['Assessment.AssessmentOutcome', 'ActivePlans.TransferLA'],
    broken: ({ Assessment: assessment, ActivePlans: active }) =>
      assessment !== undefined && present(active?.TransferLA) && assessment.AssessmentOutcome !== 'H',
  }),
  rule({
    id: 'ASM-17',
    level: 'query',
    basis: 'guide',
    statement:
      'AssessmentOutcomeDate is on or after 1 January of the activity year where AssessmentOutcome is Y or N, save a refusal with AssessmentMediation or AssessmentTribunal 1.',
    message: 'The assessment was decided before the activity year: its outcome is H.',
    on: 'Assessment',
    items: ['Assessment.AssessmentOutcomeDate'],
    uses: ['Assessment.AssessmentOutcome', 'Assessment.AssessmentMediation', 'Assessment.AssessmentTribunal'],
    broken: (assessment, { activityStart }) =>
      before(assessment.AssessmentOutcomeDate, activityStart) &&
      (assessment.AssessmentOutcome === 'Y' || isStandingRefusal(assessment)),
  }),
];

/** A plan was refused, and neither mediation nor the tribunal is told of. */
function isStandingRefusal(assessment: Assessment): boolean {
  return (
    assessment.AssessmentOutcome === 'N' &&
    assessment.AssessmentMediation !== '1' &&
    assessment.AssessmentTribunal !== '1'
  );
}
