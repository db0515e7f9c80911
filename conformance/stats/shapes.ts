import { ages, flowAges, type Figures } from '../../generators/index.js';
import { ageKey, flowAgeKey, placementKey, yearsKey, type PlacementDetailLevel } from './labels.js';
import type { TableShape } from './table.js';

/** Joins the two parts of a row that is about two things at once. */
export const both = (a: string, b: string): string => `${a}, ${b}`;

/** Every table, by the name the counting knows it by. */
export type Shapes = ReturnType<typeof tableShapes>;
export type TableName = keyof Shapes;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
const rowsOf = (entries: Iterable<readonly [string, number]>): Map<string, number> => {
  const rows = new Map<string, number>();
  for (const [key, n] of entries) rows.set(key, (rows.get(key) ?? 0) + n);
  return rows;
};
const byAge = (counts: readonly number[]): [string, number][] => ages.map((age, i) => [ageKey(age), counts[i] ?? 0]);
const byFlowAge = (counts: readonly number[]): [string, number][] =>
  flowAges.map((age, i) => [flowAgeKey(age), counts[i] ?? 0]);

/** The tables that DfE publishes, with the published counts. Placements that are not recorded are left out, and the rest scaled up by age. */
export function tableShapes(figures: Figures, level: PlacementDetailLevel) {
  return { ...planShapes(figures), ...placeShapes(figures, level), ...caseShapes(figures), ...reviewShapes(figures) };
}

const shape = (id: string, title: string, entries: Iterable<readonly [string, number]>): TableShape => ({
  id,
  title,
  published: rowsOf(entries),
});

function planShapes(figures: Figures) {
  const needs = Object.entries(figures.primaryNeeds);
  const { plans, any, organised, direct } = figures.personalBudgets;
  const open = sum(figures.openPlans);
  return {
    age: shape('age', 'Open plans by age on the 31 August before the census', byAge(figures.openPlans)),
    ageWhenStarted: shape('age-when-started', 'Open plans by age when they started', byFlowAge(figures.startedAt)),
    yearsInPlace: shape(
      'years-in-place',
      'Open plans by years in place',
      figures.yearsInPlace.map((n, years) => [yearsKey(years), n]),
    ),
    sex: shape('sex', 'Open plans by sex', Object.entries(figures.sexes)),
    ethnicGroup: shape('ethnic-group', 'Open plans by main ethnic group', [
      ...Object.entries(figures.ethnicGroups),
      ['unclassified', figures.ethnicityUnclassified],
    ]),
    primaryNeed: shape(
      'primary-need',
      'Open plans by primary need',
      needs.map(([need, counts]) => [need, sum(counts)]),
    ),
    primaryNeedByAge: shape(
      'primary-need-by-age',
      'Open plans by primary need and age',
      needs.flatMap(([need, counts]) => byAge(counts).map(([age, n]): [string, number] => [both(age, need), n])),
    ),
    personalBudget: shape('personal-budget', 'Open plans by whether there is a personal budget', [
      ['none', plans - any],
      ['personal budget', any],
    ]),
    budgetKind: shape('personal-budget-kind', 'Organised arrangements, and direct payments by kind', [
      ['organised arrangements', organised],
      ...Object.entries(direct),
    ]),
    workBased: shape('work-based', 'Open plans by age and work based activity', [
      ['none', open - sum(figures.workBased.map(({ S, A, T }) => S + A + T))],
      ...figures.workBased.flatMap(({ age, S, A, T }): [string, number][] => [
        [both(ageKey(age), 'S'), S],
        [both(ageKey(age), 'A'), A],
        [both(ageKey(age), 'T'), T],
      ]),
    ]),
  };
}

function placeShapes(figures: Figures, level: PlacementDetailLevel) {
  const { placements } = figures;
  const key = (place: (typeof placements)[number]): string => placementKey(place.setting, level);
  const scales = ages.map((_, i) => (figures.openPlans[i] ?? 0) / (sum(placements.map((p) => p.open[i] ?? 0)) || 1));
  const residential = placements.map(({ residential: [a, b] }) => [a, b] as const);
  const [allA, allB] = [sum(residential.map(([a]) => a)), sum(residential.map(([, b]) => b))];
  return {
    placement: shape(
      'placement',
      'Open plans by placement',
      placements.map((p) => [key(p), sum(p.open)]),
    ),
    ageAndPlacement: shape(
      'age-and-placement',
      'Open plans by age and placement',
      placements.flatMap((p) =>
        byAge(p.open.map((n, i) => n * (scales[i] ?? 1))).map(([age, n]): [string, number] => [both(age, key(p)), n]),
      ),
    ),
    newPlanPlacement: shape(
      'new-plan-placement',
      'Plans issued in the activity year by placement',
      placements.map((p) => [key(p), p.issued]),
    ),
    residential: shape('residential', 'Open plans by placement of the residential ones', [
      ['none', sum(placements.map((p) => sum(p.open))) - allA - allB],
      ...placements.flatMap((p): [string, number][] => [
        [both(key(p), 'A'), p.residential[0]],
        [both(key(p), 'B'), p.residential[1]],
      ]),
    ]),
  };
}

function caseShapes(figures: Figures) {
  const { requests, sixWeeks, assessments, refusalTime, timeliness, timelinessUnexcepted, ceasedPlans } = figures;
  const paces = (times: typeof timeliness): [string, number][] => [
    ['within 20 weeks', times.onTime],
    ['20 to 52 weeks', times.late],
    ['over a year', times.veryLate],
  ];
  return {
    newPlans: shape(
      'new-plans',
      'Plans issued in the activity year by age when they started',
      byFlowAge(figures.newPlans),
    ),
    requests: shape('requests', 'Requests received in the activity year by outcome', [
      ['Y', sum(requests.agreed)],
      ['N', sum(requests.refused)],
      ['A', sum(requests.awaiting)],
      ['W', sum(requests.withdrawn)],
    ]),
    sixWeeks: shape('requests-six-weeks', 'Decisions whether to assess by time from the request', [
      ['within six weeks', sixWeeks.within],
      ['over six weeks', sixWeeks.over],
    ]),
    assessments: shape('assessments', 'Assessments by outcome', [
      ['Y', assessments.issued],
      ['N', assessments.notIssued],
      ['A', assessments.underWay],
      ['W', assessments.withdrawn],
    ]),
    refusals: shape('refusals-16-weeks', 'Refusals to issue a plan by time from the request', [
      ['within 16 weeks', refusalTime.within],
      ['over 16 weeks', refusalTime.over],
    ]),
    timeliness: shape('timeliness', 'Plans issued in the activity year by time from the request', paces(timeliness)),
    timelinessUnexcepted: shape(
      'timeliness-without-exceptions',
      'The same without those to which an exception applied',
      paces(timelinessUnexcepted),
    ),
    ceaseReason: shape(
      'cease-reason',
      'Plans ceased in the activity year by reason',
      Object.entries(ceasedPlans).map(([reason, counts]) => [reason, sum(counts)]),
    ),
    ceaseReasonByAge: shape(
      'cease-reason-by-age',
      'Plans ceased in the activity year by reason and age',
      Object.entries(ceasedPlans).flatMap(([reason, counts]) =>
        byFlowAge(counts).map(([age, n]): [string, number] => [both(age, reason), n]),
      ),
    ),
  };
}

function reviewShapes({ reviews }: Figures) {
  const { none, meeting, decision, outcome, fourWeeks } = reviews;
  return {
    reviewMeeting: shape('review-meeting', 'Plans due a review by year of the last meeting', [
      ['no meeting', none],
      ['census year', meeting.census],
      ['activity year', meeting.activity],
      ['earlier', meeting.earlier],
    ]),
    reviewDecision: shape('review-decision', 'Plans due a review by year of the decision', [
      ['no meeting', none],
      ['census year', decision.census],
      ['activity year', decision.activity],
      ['earlier', decision.earlier],
      ['not yet due', decision.notDue],
      ['outstanding', decision.outstanding],
    ]),
    reviewOutcome: shape('review-outcome', 'Plans due a review by outcome', [
      ['no meeting', none],
      ['A', outcome.amend],
      ['C', outcome.cease],
      ['M', outcome.maintain],
      ['undecided', outcome.undecided],
    ]),
    reviewFourWeeks: shape('review-four-weeks', 'Review decisions by time from the meeting', [
      ['within four weeks', fourWeeks.within],
      ['over four weeks', fourWeeks.over],
    ]),
  };
}
