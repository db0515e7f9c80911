import { mainEthnicGroup } from './ethnic-group.js';
import type { EstablishmentKind, Setting, SettingCode } from '../../scenarios/index.js';
import { addDays, ageOn, dayNumber, isDate, makeDate, yearOf, type CollectionYear } from '../../src/model/index.js';
import type { ActivePlans, Assessment, NamedPlan, Person, PlacementDetail, Requests } from '../../src/return/index.js';
import { ageKey, flowAgeKey, placementKey, yearsKey, type PlacementDetailLevel } from './labels.js';
import { both, type TableName } from './shapes.js';

/** What counting needs besides the persons. */
export interface Counting {
  readonly facts: CollectionYear;
  readonly level: PlacementDetailLevel;
  /** The kind of an establishment, where a register tells it. */
  readonly kindOf: (urn: string) => EstablishmentKind | undefined;
  readonly add: (table: TableName, key: string | undefined) => void;
}

const decisionWeeks = 6;
const refusalWeeks = 16;
const planWeeks = 20;
const yearWeeks = 52;
const reviewWeeks = 4;

/** Counts a person into every table that they belong to. */
export function countPerson(person: Person, counting: Counting): void {
  for (const request of person.Requests ?? []) {
    countRequest(request, counting);
    const { Assessment: assessment } = request;
    if (!assessment) continue;
    countAssessment(request, assessment, counting);
    const { NamedPlan: plan } = assessment;
    if (!plan) continue;
    const age = ageInAugust(person, counting.facts);
    if (isMissing(plan.CeaseDate) && isMissing(plan.CeaseReason))
      countOpenPlan(person, age, plan, request.ActivePlans, counting);
    else countCeasedPlan(age, plan, counting);
    countNewPlan(person, request, assessment, plan, counting);
  }
}

function countRequest({ ReceivedDate, RequestOutcome, RequestOutcomeDate }: Requests, { facts, add }: Counting): void {
  if (yearIn(ReceivedDate) !== facts.activityYear) return;
  add('requests', RequestOutcome);
  if (RequestOutcome !== 'Y' && RequestOutcome !== 'N') return;
  const days = daysBetween(ReceivedDate, RequestOutcomeDate);
  add('sixWeeks', days === undefined ? undefined : within(days, decisionWeeks, 'six'));
}

function countAssessment(request: Requests, assessment: Assessment, { add }: Counting): void {
  const { AssessmentOutcome: outcome, AssessmentOutcomeDate: date } = assessment;
  if (outcome === 'H') return;
  add('assessments', outcome);
  if (outcome !== 'N') return;
  const days = daysBetween(request.ReceivedDate, date);
  add('refusals', days === undefined ? undefined : within(days, refusalWeeks, String(refusalWeeks)));
}

function countCeasedPlan(age: number | undefined, plan: NamedPlan, { facts, add }: Counting): void {
  if (yearIn(plan.CeaseDate) !== facts.activityYear) return;
  add('ceaseReason', plan.CeaseReason);
  add('ceaseReasonByAge', age === undefined ? undefined : both(flowAgeKey(age), plan.CeaseReason ?? ''));
}

function countNewPlan(
  person: Person,
  request: Requests,
  assessment: Assessment,
  plan: NamedPlan,
  counting: Counting,
): void {
  const { facts, add } = counting;
  if (yearIn(plan.StartDate) !== facts.activityYear || assessment.AssessmentOutcome === 'H') return;
  const age = calendarAge(person, plan);
  add('newPlans', age === undefined ? undefined : flowAgeKey(age));
  // Of a plan that has ceased the return need not tell the placement.
  if (request.ActivePlans) add('newPlanPlacement', placementOf(request.ActivePlans, counting));
  const days = daysBetween(request.ReceivedDate, plan.StartDate);
  const pace = days === undefined ? undefined : paceOf(days);
  add('timeliness', pace);
  if (assessment.Week20 !== '1') add('timelinessUnexcepted', pace);
}

function paceOf(days: number): string {
  if (days <= 7 * planWeeks) return `within ${planWeeks} weeks`;
  return days <= 7 * yearWeeks ? `${planWeeks} to ${yearWeeks} weeks` : 'over a year';
}

function countOpenPlan(
  person: Person,
  age: number | undefined,
  plan: NamedPlan,
  active: ActivePlans | undefined,
  counting: Counting,
): void {
  const { facts, add } = counting;
  const ageRow = age === undefined ? undefined : ageKey(age);
  const withAge = (key: string | undefined): string | undefined =>
    ageRow === undefined || key === undefined ? undefined : both(ageRow, key);
  add('age', ageRow);
  const startedAt = calendarAge(person, plan);
  add('ageWhenStarted', startedAt === undefined ? undefined : flowAgeKey(startedAt));
  const started = yearIn(plan.StartDate);
  add('yearsInPlace', started === undefined ? undefined : yearsKey(facts.year - started));
  add('sex', sexOf(person));
  add('ethnicGroup', mainEthnicGroup(person.Ethnicity));

  const need = primaryNeed(active);
  add('primaryNeed', need);
  add('primaryNeedByAge', withAge(need));
  const placement = placementOf(active, counting);
  add('placement', placement);
  add('ageAndPlacement', withAge(placement));

  add('personalBudget', plan.PB === '1' ? 'personal budget' : plan.PB === '0' ? 'none' : undefined);
  if (plan.OA === '1') add('budgetKind', 'organised arrangements');
  if (!isMissing(plan.DP)) add('budgetKind', plan.DP);
  const present = presentPlacement(active);
  const residential = firstGiven(present?.Res, active?.Res, plan.PlanRes);
  if (residential === undefined) add('residential', 'none');
  else add('residential', placement === undefined ? undefined : both(placement, residential));
  const work = firstGiven(present?.WBP, active?.WBP, plan.PlanWBP);
  add('workBased', work === undefined ? 'none' : withAge(work));
  if (started !== undefined && started < facts.activityYear) countReview(active, counting);
}

function countReview(active: ActivePlans | undefined, { facts, add }: Counting): void {
  // Collection 2023 has the date of the last review alone.
  if (facts.year < 2024) return;
  const { ReviewMeeting: meeting, LastReview: decided, ReviewOutcome: outcome } = active ?? {};
  if (isMissing(meeting) || meeting === undefined) {
    for (const table of ['reviewMeeting', 'reviewDecision', 'reviewOutcome'] as const) add(table, 'no meeting');
    return;
  }
  add('reviewMeeting', periodOf(meeting, facts));
  add('reviewOutcome', isMissing(outcome) ? 'undecided' : outcome);
  if (decided !== undefined && !isMissing(decided)) {
    add('reviewDecision', periodOf(decided, facts));
    const days = daysBetween(meeting, decided);
    add('reviewFourWeeks', days === undefined ? undefined : within(days, reviewWeeks, 'four'));
    return;
  }
  const notDueSince = addDays(facts.referenceDate, -7 * reviewWeeks);
  add('reviewDecision', isDate(meeting) ? (meeting > notDueSince ? 'not yet due' : 'outstanding') : undefined);
}

function periodOf(date: string, { year, activityYear }: CollectionYear): string | undefined {
  const of = yearIn(date);
  if (of === undefined) return undefined;
  if (of >= year) return 'census year';
  return of === activityYear ? 'activity year' : 'earlier';
}

function within(days: number, weeks: number, name: string): string {
  return `${days <= 7 * weeks ? 'within' : 'over'} ${name} weeks`;
}

/** Completed years on the 31 August before the census; undefined where it cannot be told. */
function ageInAugust({ PersonBirthDate: born }: Person, facts: CollectionYear): number | undefined {
  const day = makeDate(facts.activityYear, 8, 31);
  if (born === undefined || !isDate(born)) return undefined;
  return born > day ? 0 : ageOn(born, day);
}

/** Age when the plan started, as the figures count it: between the two calendar years. */
function calendarAge({ PersonBirthDate: born }: Person, { StartDate: started }: NamedPlan): number | undefined {
  const [from, to] = [yearIn(born), yearIn(started)];
  return from === undefined || to === undefined ? undefined : to - from;
}

const sexes: Readonly<Record<string, string>> = { M: 'M', F: 'F', '1': 'M', '2': 'F' };

function sexOf({ Sex, GenderCurrent }: Person): string | undefined {
  return sexes[Sex ?? GenderCurrent ?? ''];
}

/** Down syndrome is not told apart in the figures, which are of the year before the code. */
function primaryNeed(active: ActivePlans | undefined): string | undefined {
  const type = active?.SENneed?.find((need) => need.SENtypeRank === '1')?.SENtype;
  return type === 'DS' ? 'OTH' : type;
}

function presentPlacement(active: ActivePlans | undefined): PlacementDetail | undefined {
  return active?.PlacementDetail?.find((one) => one.PlacementRank === '1' && isMissing(one.LeavingDate));
}

function placementOf(active: ActivePlans | undefined, { level, kindOf }: Counting): string | undefined {
  const place = presentPlacement(active);
  if (!place) return undefined;
  const setting = settingOf(place, level, kindOf);
  return setting && placementKey(setting, level);
}

function settingOf(
  place: PlacementDetail,
  level: PlacementDetailLevel,
  kindOf: Counting['kindOf'],
): Setting | undefined {
  if (!isMissing(place.SENSetting)) return { by: 'code', code: place.SENSetting as SettingCode };
  if (!isMissing(place.UKPRN)) return { by: 'ukprn' };
  if (place.URN === undefined || place.URN === '') return undefined;
  const kind = level === 'kind' ? kindOf(place.URN) : 'other_schools';
  if (kind === undefined) return undefined;
  if (kind.startsWith('mainstream') || level === 'identifier') {
    if (place.SENunitIndicator === '1') return { by: 'urn', kind, provision: 'sen-unit' };
    if (place.ResourcedProvisionIndicator === '1') return { by: 'urn', kind, provision: 'resourced' };
  }
  return { by: 'urn', kind };
}

function isMissing(value: string | undefined): boolean {
  return value === undefined || value === '';
}

function firstGiven(...values: readonly (string | undefined)[]): string | undefined {
  return values.find((value) => !isMissing(value));
}

function yearIn(date: string | undefined): number | undefined {
  return date !== undefined && isDate(date) ? yearOf(date) : undefined;
}

function daysBetween(from: string | undefined, to: string | undefined): number | undefined {
  if (from === undefined || to === undefined || !isDate(from) || !isDate(to)) return undefined;
  return dayNumber(to) - dayNumber(from);
}
