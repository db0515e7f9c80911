import type { Assessment } from '../../src/return/index.js';
import type { CaseRun } from './case-run.js';
import type { Course } from './course.js';
import { isInherited } from './possible.js';
import type { Plot } from './traits.js';

const withoutAssessment: ReadonlySet<Plot> = new Set<Plot>(['awaiting-decision', 'withdrawn', 'refused', 'exported']);

/** The plan was refused, whether or not it was issued in the end. */
const planRefused: ReadonlySet<Plot> = new Set<Plot>(['not-issued', 'not-issued-mediated', 'not-issued-appealed']);

/** The assessment as the return has it, without the plan; undefined where the case has none. */
export function assessmentRecord(run: CaseRun, course: Course): Assessment | undefined {
  const { plot } = run.traits;
  if (withoutAssessment.has(plot)) return undefined;
  if (isInherited(plot)) return { AssessmentOutcome: 'H' };
  if (plot === 'assessing' || plot === 'second-request') return { AssessmentOutcome: 'A' };
  if (plot === 'assessment-withdrawn') return { AssessmentOutcome: 'W' };
  return decided(run, course);
}

function decided({ traits, random }: CaseRun, { assessed }: Course): Assessment {
  const record: Assessment = {
    AssessmentOutcome: planRefused.has(traits.plot) ? 'N' : 'Y',
    AssessmentMediation: traits.plot === 'not-issued-mediated' ? '1' : '0',
    AssessmentTribunal: traits.plot === 'not-issued-appealed' ? '1' : '0',
    // About 1 in 50 and 1 in 30 assessments, by the published figures.
    OtherMediation: random.chance(0.02) ? '1' : '0',
    OtherTribunal: random.chance(0.03) ? '1' : '0',
  };
  // Decided to issue and not yet issued has no date: the date is that of the plan.
  if (assessed !== undefined) {
    record.AssessmentOutcomeDate = assessed;
    if (record.AssessmentOutcome === 'Y') record.Week20 = traits.exception ? '1' : '0';
  }
  return record;
}
