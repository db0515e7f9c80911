import { addDays, makeDate } from '../../src/model/index.js';
import { valueRuleId } from '../../src/rules/index.js';
import type { NearMiss } from './break.js';
import type { Draft } from './draft.js';
import { nearMiss } from './near-miss.js';
import { everyItem, parentWith, placeOf, valueIn } from './places.js';
import { yearsOfNode } from './structure.js';

/** A date that is real by the smallest step. */
interface Edge {
  readonly name: string;
  readonly summary: string;
  readonly date: (draft: Draft) => string;
}

const leapDay = (year: number): Edge => ({
  name: `leap-day-${year}`,
  summary: `29 February ${year}`,
  date: () => makeDate(year, 2, 29),
});

/** A year that hundred divides has a 29 February where four hundred divides it. */
const leapDayOfCentury = leapDay(2000);

const firstDay: Edge = {
  name: 'first-day-of-year',
  summary: '1 January of the activity year',
  date: ({ facts }) => makeDate(facts.activityYear, 1, 1),
};

const lastDay: Edge = {
  name: 'last-day-of-year',
  summary: '31 December of the activity year',
  date: ({ facts }) => makeDate(facts.activityYear, 12, 31),
};

const lastDayBefore: Edge = {
  name: 'last-day-of-year-before',
  summary: '31 December of the year before the activity year',
  date: ({ facts }) => addDays(makeDate(facts.activityYear, 1, 1), -1),
};

const lastOfApril: Edge = {
  name: 'last-day-of-april',
  summary: '30 April of the activity year',
  date: ({ facts }) => makeDate(facts.activityYear, 4, 30),
};

/**
 * The edges that an item takes, each in a story in which no other rule minds, where that is not the usual one. What
 * binds the dates of a case to each other leaves some items few; PhaseTransferDueDate has two days a year, and
 * ReferenceDate one.
 */
const edgesOf: Readonly<Record<string, readonly (readonly [edge: Edge, parent?: string])[]>> = {
  'Person.PersonBirthDate': [
    [leapDay(2008)],
    [leapDay(2020)],
    [leapDayOfCentury, 'ceased-needs-met'],
    [firstDay],
    [lastDayBefore],
  ],
  'Requests.ReceivedDate': [[leapDay(2020)], [firstDay], [lastDay], [lastDayBefore], [lastOfApril]],
  'Requests.RequestOutcomeDate': [
    [lastDay, 'refusal-overturned-by-mediation'],
    [lastOfApril, 'refusal-overturned-by-tribunal'],
  ],
  'Assessment.AssessmentOutcomeDate': [
    [firstDay, 'not-issued-overturned-by-tribunal'],
    [lastDay, 'not-issued'],
    [lastDayBefore, 'not-issued-overturned-by-tribunal'],
  ],
  'NamedPlan.StartDate': [
    [leapDay(2020), 'not-issued-overturned-by-mediation'],
    [lastDay, 'not-issued-overturned-by-tribunal'],
    [lastDayBefore, 'not-issued-overturned-by-mediation'],
  ],
  'NamedPlan.CeaseDate': [[firstDay], [lastDay], [lastOfApril]],
  'PlacementDetail.EntryDate': [[firstDay], [lastDay], [lastDayBefore], [lastOfApril]],
  'PlacementDetail.LeavingDate': [[firstDay], [lastDay], [lastDayBefore], [lastOfApril]],
  'ActivePlans.ReviewMeeting': [[leapDay(2020)], [leapDayOfCentury], [firstDay, 'review-met'], [lastDay, 'review-met']],
  'ActivePlans.LastReview': [[lastDay, 'sen-unit']],
  'ActivePlans.ReviewDraft': [[lastDay]],
  'ActivePlans.PhaseTransferFinalDate': [[leapDay(2020)], [leapDayOfCentury], [firstDay], [lastDay], [lastOfApril]],
};

/** The decision after a review is not before the meeting, which is drawn and, once in thousands of times, is held in January. */
function earlierMeeting(tag: string, record: object, date: string): { ReviewMeeting?: string } {
  const meeting = valueIn(record, 'ReviewMeeting');
  return tag === 'LastReview' && typeof meeting === 'string' && meeting > date ? { ReviewMeeting: date } : {};
}

/** Near misses of the VAL rules of dates: days that are there, next to those that are not. */
export const dateNearMisses: readonly NearMiss[] = everyItem.flatMap(({ container, item }) =>
  (edgesOf[`${container}.${item.tag}`] ?? []).map(([edge, parent = parentWith(container, item.tag)]) =>
    nearMiss(
      valueRuleId(container, item.tag),
      edge.name,
      parent,
      `${item.tag} is ${edge.summary}.`,
      (draft) => {
        const { record, path } = placeOf(draft, container, item.tag);
        const date = edge.date(draft);
        Object.assign(record, { [item.tag]: date, ...earlierMeeting(item.tag, record, date) });
        return `${path}/${item.tag}`;
      },
      yearsOfNode(item),
    ),
  ),
);
