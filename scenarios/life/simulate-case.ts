import type { Random } from '../../src/random/index.js';
import type { Requests } from '../../src/return/index.js';
import { assessmentRecord } from './assessment.js';
import { caseRun, type CaseRun } from './case-run.js';
import { ceaseDate } from './cease.js';
import { courseOf, type Course } from './course.js';
import { findPlaces } from './placements.js';
import { activePlans, namedPlan } from './plan.js';
import { whyNot } from './possible.js';
import { refusedRecord, requestRecord } from './request.js';
import type { CaseTraits, World } from './traits.js';

/**
 * Runs one case forward in dates and gives its requests as they stand on census day, oldest first, with the items
 * of the collection year and no others. The records break no rule of that year, neither error nor query.
 * The same traits, world and draws give the same records.
 * @throws RangeError where a case with these traits cannot have happened (see `CaseTraits`), or the world has no
 * establishment of a kind asked for.
 */
export function simulateCase(traits: CaseTraits, world: World, random: Random): Requests[] {
  const reason = whyNot(traits, world);
  if (reason !== undefined) throw new RangeError(`this case cannot have happened: ${reason}`);

  const run = caseRun(traits, world, random);
  const course = courseOf(run);
  const refused = refusedRecord(run, course);
  const request = withAssessment(run, course, requestRecord(run, course));
  return refused ? [refused, request] : [request];
}

function withAssessment(run: CaseRun, course: Course, request: Requests): Requests {
  const assessment = assessmentRecord(run, course);
  if (!assessment) return request;
  // The records were made for this case, so that they can be added to.
  request.Assessment = assessment;
  if (course.started === undefined) return request;

  const places = findPlaces(run);
  const ceased = ceaseDate(run, course);
  assessment.NamedPlan = namedPlan(run, course.started, places, ceased);
  if (ceased === undefined || run.traits.keepsActivePlans === true)
    request.ActivePlans = activePlans(run, course, places, ceased);
  return request;
}
