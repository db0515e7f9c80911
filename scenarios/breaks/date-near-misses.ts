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
 * binds the dates of a case to each other, and what a careful reader would wonder at, leaves some items few; PhaseTransferDueDate has two days a year, and
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
  'Requests.ReceivedDate': [[firstDay], [lastDay], [lastDayBefore], [lastOfApril]],
  'Requests.RequestOutcomeDate': [
    [lastDay, 'refusal-overturned-by-mediation'],
    [lastOfApril, 'refusal-overturned-by-tribunal'],
  ],
  'Assessment.AssessmentOutcomeDate': [
    [firstDay, 'not-issued-overturned-by-tribunal'],
    [lastDay, 'not-issued'],
    [lastDayBefore, 'not-issued-overturned-by-tribunal'],
  ],
  'NamedPlan.StartDate': [[lastDay, 'not-issued-overturned-by-tribunal']],
  'NamedPlan.CeaseDate': [[firstDay], [lastDay], [lastOfApril]],
  'PlacementDetail.EntryDate': [[firstDay], [lastDay], [lastDayBefore], [lastOfApril]],
  'PlacementDetail.LeavingDate': [[firstDay], [lastDay], [lastDayBefore], [lastOfApril]],
  'ActivePlans.ReviewMeeting': [
    [firstDay, 'review-met'],
    [lastDay, 'review-met'],
  ],
  'ActivePlans.LastReview': [[lastDay, 'sen-unit']],
  'ActivePlans.ReviewDraft': [[lastDay]],
  'ActivePlans.PhaseTransferFinalDate': [[firstDay], [lastDay], [lastOfApril]],
};

/** Items that come after the review meeting, which is drawn and, once in hundreds of times, is held in January. */
const afterMeeting: ReadonlySet<string> = new Set(['LastReview', 'ReviewDraft']);

/** Moves a review meeting that would come after what it led to, and the decision with it, to the same day. */
function earlierReview(tag: string, record: object, date: string): object {
  if (!afterMeeting.has(tag)) return {};
  const isLater = (one: string): boolean => {
    const value = valueIn(record, one);
    return one !== tag && typeof value === 'string' && value > date;
  };
  return Object.fromEntries(['ReviewMeeting', 'LastReview'].filter(isLater).map((one) => [one, date]));
}

/** Near misses of the VAL rules of dates: days that are there, next to those that are not. */
export const dateNearMisses: readonly NearMiss[] = everyItem.flatMap(({ container, item }) =>
  (edgesOf[`${container}.${item.tag}`] ?? []).map(([edge, parent = parentWith(container, item.tag)]) =>
    nearMiss(
      valueRuleId(container, item.tag),
      edge.name,
      parent,
      `${item.tag} is ${edge.summary}${afterMeeting.has(item.tag) ? ', and no review meeting is later' : ''}.`,
      (draft) => {
        const { record, path } = placeOf(draft, container, item.tag);
        const date = edge.date(draft);
        Object.assign(record, { [item.tag]: date, ...earlierReview(item.tag, record, date) });
        return `${path}/${item.tag}`;
      },
      yearsOfNode(item),
    ),
  ),
);
