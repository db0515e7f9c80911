import type { CollectionYear } from '../model/index.js';
import type { Person } from '../return/index.js';
import type { RuleText } from './definition.js';
import { isMissingIn, isOpenPlan, isUsable, present } from './words.js';

/** A rule that a key stands on one person only. */
export interface KeyRule extends RuleText {
  readonly kind: 'key';
  readonly tags: readonly string[];
  /** The key of a person; undefined where they are left out. */
  key(person: Person, facts: CollectionYear): string | undefined;
}

/** A rule on the share of something counted over all persons. */
export interface ShareRule extends RuleText {
  readonly kind: 'share';
  readonly tags: readonly string[];
  /** How many must be counted before the share is looked at. */
  readonly atLeast: number;
  /** True where a part is too large a share of the whole. */
  exceeds(part: number, whole: number): boolean;
  /** Adds what there is to count in a person, each with whether it is of the part. */
  count(person: Person, add: (isOfPart: boolean) => void): void;
}

/** A rule on a person that is told of the return. */
export interface PersonRule extends RuleText {
  readonly kind: 'person';
  readonly tags: readonly string[];
  broken(person: Person): boolean;
}

export type ReturnRule = KeyRule | ShareRule | PersonRule;

/** More than one in ten; exactly one in ten is allowed. */
function exceedsTenth(part: number, whole: number): boolean {
  return part * 10 > whole;
}

/** Surname, Forename, birth date and sex or gender as given; undefined where one is missing or cannot be used. */
function nameKey(person: Person, sexTag: 'Sex' | 'GenderCurrent'): string | undefined {
  const parts = (['Surname', 'Forename', 'PersonBirthDate', sexTag] as const).map((tag) =>
    isMissingIn(person, tag) || !isUsable(person, tag) ? undefined : person[tag],
  );
  return parts.includes(undefined) ? undefined : JSON.stringify(parts);
}

/** Rules over the whole return. */
export const returnRules: readonly ReturnRule[] = [
  {
    kind: 'key',
    id: 'RET-01',
    level: 'error',
    basis: 'shared-item',
    tags: ['UPN'],
    statement: 'No UPN stands on more than one Person.',
    message: 'The same UPN stands on more than one person.',
    key: (person) => (present(person.UPN) && isUsable(person, 'UPN') ? person.UPN : undefined),
  },
  {
    kind: 'key',
    id: 'RET-02',
    level: 'error',
    basis: 'shared-item',
    tags: ['UniqueLearnerNumber'],
    statement: 'No UniqueLearnerNumber stands on more than one Person.',
    message: 'The same unique learner number stands on more than one person.',
    key: (person) =>
      present(person.UniqueLearnerNumber) && isUsable(person, 'UniqueLearnerNumber')
        ? person.UniqueLearnerNumber
        : undefined,
  },
  {
    kind: 'key',
    id: 'RET-03',
    level: 'query',
    basis: 'shared-item',
    tags: ['Surname', 'Forename', 'PersonBirthDate', 'GenderCurrent', 'Sex'],
    statement:
      'No two persons have the same Surname, Forename, birth date and sex or gender, as given; a person who lacks one of them is left out.',
    message: 'Persons have the same name, date of birth and sex: check that they are not one person twice.',
    key: (person, { year }) => nameKey(person, year >= 2024 ? 'Sex' : 'GenderCurrent'),
  },
  {
    kind: 'share',
    id: 'RET-04',
    level: 'query',
    basis: 'shared-item',
    tags: ['Ethnicity'],
    statement: 'In a return of 20 persons or more, Ethnicity is NOBT for at most one in ten.',
    message: 'For more than one person in ten the ethnicity has not been obtained (NOBT).',
    atLeast: 20,
    exceeds: exceedsTenth,
    count: (person, add) => {
      if (isUsable(person, 'Ethnicity')) add(person.Ethnicity === 'NOBT');
    },
  },
  {
    kind: 'share',
    id: 'RET-05',
    level: 'query',
    basis: 'guide',
    tags: ['CeaseReason'],
    statement: 'In a return with 10 ceased plans or more, CeaseReason is 9 for at most one in ten of them.',
    message: 'More than one ceased plan in ten has the reason other (CeaseReason 9).',
    atLeast: 10,
    exceeds: exceedsTenth,
    count: (person, add) => {
      for (const request of person.Requests ?? []) {
        const plan = request.Assessment?.NamedPlan;
        if (plan && !isOpenPlan(plan) && isUsable(plan, 'CeaseReason')) add(plan.CeaseReason === '9');
      }
    },
  },
  {
    kind: 'share',
    id: 'RET-06',
    level: 'query',
    basis: 'guide',
    from: 2025,
    tags: ['RequestSource'],
    statement:
      'In a return with 10 requests or more that give a valid source, RequestSource is 5 for at most one in ten of them.',
    message: 'More than one request in ten came from another source (RequestSource 5).',
    atLeast: 10,
    exceeds: exceedsTenth,
    count: (person, add) => {
      for (const request of person.Requests ?? []) {
        if (present(request.RequestSource) && isUsable(request, 'RequestSource')) add(request.RequestSource === '5');
      }
    },
  },
  {
    kind: 'person',
    id: 'RET-07',
    level: 'error',
    basis: 'guide',
    tags: ['ActivePlans'],
    statement: 'A person has at most one request with an open plan and ActivePlans.',
    message: 'The person has two open plans at once.',
    broken: (person) =>
      (person.Requests ?? []).filter(
        (request) => request.ActivePlans !== undefined && isOpenPlan(request.Assessment?.NamedPlan),
      ).length > 1,
  },
];
