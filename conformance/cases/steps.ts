import type { RecordTag } from '../../src/return/index.js';

/** A step of a case, as a tester goes through it: some items of one kind of record, in the order they are entered. */
export interface Step {
  readonly title: string;
  readonly on: RecordTag;
  readonly tags: readonly string[];
}

/** A kind of record with its steps, and the kinds within it that are entered after or between them. */
export interface CasePart {
  readonly on: RecordTag;
  /** What one of several is called, with its number after it. */
  readonly title: string;
  readonly steps: readonly (Step | CasePart)[];
}

function step(on: RecordTag, title: string, ...tags: readonly string[]): Step {
  return { title, on, tags };
}

const where = ['URN', 'UKPRN', 'SENSetting', 'SENSettingOther', 'SENunitIndicator', 'ResourcedProvisionIndicator'];

const assessment: CasePart = {
  on: 'Assessment',
  title: 'Assessment',
  steps: [
    step(
      'Assessment',
      'Decision after the assessment',
      'AssessmentOutcome',
      'AssessmentOutcomeDate',
      'Week20',
      'AssessmentMediation',
      'AssessmentTribunal',
      'OtherMediation',
      'OtherTribunal',
    ),
    {
      on: 'NamedPlan',
      title: 'Plan',
      steps: [
        step('NamedPlan', 'The plan', 'StartDate', 'PlanRes', 'PlanWBP', 'PB', 'OA', 'DP'),
        {
          on: 'PlanDetail',
          title: 'Named in the plan',
          steps: [step('PlanDetail', 'Named in the plan', 'PlacementRank', ...where)],
        },
        step('NamedPlan', 'The plan ceases', 'CeaseDate', 'CeaseReason'),
      ],
    },
  ],
};

const active: CasePart = {
  on: 'ActivePlans',
  title: 'Active plan',
  steps: [
    step('ActivePlans', 'The plan comes from another LA', 'TransferLA'),
    {
      on: 'PlacementDetail',
      title: 'Placement',
      steps: [
        step(
          'PlacementDetail',
          'Placement',
          'PlacementRank',
          ...where,
          'EntryDate',
          'LeavingDate',
          'AttendancePattern',
          'Res',
          'WBP',
        ),
      ],
    },
    step('ActivePlans', 'Residential and work-based placement', 'Res', 'WBP'),
    { on: 'SENneed', title: 'Need', steps: [step('SENneed', 'Need', 'SENtypeRank', 'SENtype')] },
    step('ActivePlans', 'Annual review', 'ReviewMeeting', 'ReviewOutcome', 'LastReview', 'ReviewDraft'),
    step('ActivePlans', 'Change of phase', 'PhaseTransferDueDate', 'PhaseTransferFinalDate'),
  ],
};

/** Everything of a person in the order in which a case goes. */
export const personPart: CasePart = {
  on: 'Person',
  title: 'Person',
  steps: [
    step(
      'Person',
      'The person',
      'Surname',
      'Forename',
      'PersonBirthDate',
      'GenderCurrent',
      'Sex',
      'Ethnicity',
      'PostCode',
      'UPN',
      'UniqueLearnerNumber',
      'UPNunknown',
    ),
    {
      on: 'Requests',
      title: 'Request',
      steps: [
        step('Requests', 'Request received', 'ReceivedDate', 'RequestSource', 'RYA'),
        step(
          'Requests',
          'Decision on the request',
          'RequestOutcome',
          'RequestOutcomeDate',
          'RequestMediation',
          'RequestTribunal',
          'Exported',
        ),
        assessment,
        active,
      ],
    },
  ],
};
