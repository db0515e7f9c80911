import { addDays } from '../../src/model/index.js';
import { anAssessment, leaveOut, requestWhere, set, type Planter } from './planter.js';

const received = requestWhere(({ RequestOutcome }) => RequestOutcome !== 'H');
/** Refusals are left alone: one that was overturned hangs on its mediation and tribunal. */
const agreed = requestWhere(({ RequestOutcome }) => RequestOutcome === 'Y');
const historical = requestWhere(
  ({ RequestOutcome, ReceivedDate }) => RequestOutcome === 'H' && ReceivedDate === undefined,
);
const issued = anAssessment(
  ({ AssessmentOutcome, AssessmentOutcomeDate }) => AssessmentOutcome === 'Y' && AssessmentOutcomeDate !== undefined,
);
const carried = anAssessment(({ AssessmentOutcome }) => AssessmentOutcome === 'H');

/** Faults of the request and the assessment. */
export const casePlanters: readonly Planter[] = [
  leaveOut('REQ-01', received, 'ReceivedDate'),
  leaveOut('REQ-04', received, 'RYA'),
  leaveOut('REQ-06', agreed, 'RequestOutcomeDate'),
  set('REQ-07', historical, 'RequestOutcomeDate', (_, __, { activityYear }) => `${activityYear}-03-03`),
  leaveOut('REQ-10', agreed, 'RequestMediation'),
  leaveOut('REQ-11', agreed, 'RequestTribunal'),
  set('REQ-12', historical, 'RequestMediation', () => '1'),
  set('VAL-Requests.RYA', received, 'RYA', () => 'N'),
  set('VAL-Requests.RequestMediation', agreed, 'RequestMediation', () => '2'),
  set('ASM-04', carried, 'AssessmentOutcomeDate', (_, __, { referenceDate }) => addDays(referenceDate, -7)),
  leaveOut('ASM-08', issued, 'Week20'),
  leaveOut('ASM-09', issued, 'AssessmentMediation'),
  leaveOut('ASM-10', issued, 'AssessmentTribunal'),
  leaveOut('ASM-11', issued, 'OtherMediation'),
  leaveOut('ASM-12', issued, 'OtherTribunal'),
  set('VAL-Assessment.Week20', issued, 'Week20', () => 'Y'),
];
