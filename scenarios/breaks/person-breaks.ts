import { addDays, addMonths, birthday } from '../../src/model/index.js';
import type { ItemTag, Person } from '../../src/return/index.js';
import type { Break, Change } from './break.js';
import type { Draft } from './draft.js';
import { blank, missing, recordBreak, type Holder } from './record-break.js';

const inPerson: Holder<ItemTag<'Person'>> = ({ person, at }, tag) => ({ record: person, at: at.person(tag) });

type NameTag = keyof Pick<Person, 'Surname' | 'Forename'>;

/** Puts digits into names of the person; the finding is at each of them. */
function digits(draft: Draft, change: (name: string) => string, ...tags: readonly NameTag[]): Change {
  for (const tag of tags) draft.person[tag] = change(draft.person[tag] ?? '');
  return { at: tags.map((tag) => draft.at.person(tag)) };
}

function digitIn(name: string, parent: string, summary: string, change: (draft: Draft) => Change): Break {
  return recordBreak('PER-03', name, parent, summary, change);
}

/** The person is born on another day, which alone breaks the rule. */
function born(
  rule: string,
  name: string,
  parent: string,
  summary: string,
  birthDate: (censusDay: string, now: string) => string,
): Break {
  return recordBreak(rule, name, parent, summary, ({ person, facts, at }) => {
    person.PersonBirthDate = birthDate(facts.referenceDate, person.PersonBirthDate ?? '');
    return at.person('PersonBirthDate');
  });
}

/** The birth date of someone who has a birthday on a day, and is so many years old on it. */
function bornYearsBefore(day: string, years: number): string {
  return addMonths(day, -12 * years);
}

function noRequests(name: string, parent: string, summary: string): Break {
  return recordBreak('PER-23', name, parent, summary, ({ person, at }) => {
    delete person.Requests;
    return at.person('Requests');
  });
}

/** Breaks of the person (PER-01 to PER-11, PER-23); those of the identifiers stand apart. */
export const personBreaks: readonly Break[] = [
  ...missing('PER-01', 'Surname', 'awaiting-decision', inPerson),
  blank('PER-01', 'Surname', 'awaiting-decision', inPerson),
  ...missing('PER-02', 'Forename', 'review-maintained', inPerson),
  blank('PER-02', 'Forename', 'review-maintained', inPerson),

  digitIn('surname-ends-in-digit', 'awaiting-decision', 'A digit stands after the surname.', (draft) =>
    digits(draft, (name) => `${name}2`, 'Surname'),
  ),
  digitIn('surname-starts-with-digit', 'request-withdrawn', 'A digit stands before the surname.', (draft) =>
    digits(draft, (name) => `0${name}`, 'Surname'),
  ),
  digitIn('forename-holds-digit', 'review-maintained', 'The forename has 0 for a letter.', (draft) =>
    digits(draft, (name) => `${name.slice(0, 1)}0${name.slice(2)}`, 'Forename'),
  ),
  digitIn('forename-ends-in-digit', 'not-issued', 'A digit stands after the forename.', (draft) =>
    digits(draft, (name) => `${name} 9`, 'Forename'),
  ),
  digitIn('both-names', 'issued-on-time', 'A digit stands after the surname and after the forename.', (draft) =>
    digits(draft, (name) => `${name}1`, 'Surname', 'Forename'),
  ),

  ...missing('PER-04', 'PersonBirthDate', 'review-maintained', inPerson),

  born('PER-05', 'day-after-census', 'awaiting-decision', 'The person is born the day after census day.', (census) =>
    addDays(census, 1),
  ),
  born('PER-05', 'year-after-census', 'issued-on-time', 'The person is born a year after census day.', (census) =>
    addMonths(census, 12),
  ),
  born('PER-05', 'century-late', 'review-maintained', 'The birth date is a century late.', (_, now) =>
    birthday(now, 100),
  ),

  born('PER-06', 'birthday-on-census-day', 'over-19', 'A person with an open plan is 26 on census day.', (census) =>
    bornYearsBefore(census, 26),
  ),
  born('PER-06', 'day-short-of-27', 'over-19', 'A person with an open plan is 27 on the day after census.', (census) =>
    bornYearsBefore(addDays(census, 1), 27),
  ),
  born('PER-06', 'transferred-in', 'transferred-in', 'The plan taken over is that of a person of 26.', (census) =>
    addDays(bornYearsBefore(census, 26), -100),
  ),

  born(
    'PER-07',
    'birthday-on-census-day',
    'ceased-at-maximum-age',
    'A person whose plan has ceased is 27 on census day.',
    (census) => bornYearsBefore(census, 27),
  ),
  born('PER-07', 'turned-30', 'ceased-not-engaging', 'A person whose plan has ceased is 30.', (census) =>
    bornYearsBefore(addDays(census, -1), 30),
  ),
  born('PER-07', 'century-early', 'ceased-at-maximum-age', 'The birth date is a century early.', (_, now) =>
    birthday(now, -100),
  ),

  ...missing('PER-08', 'GenderCurrent', 'awaiting-decision', inPerson),
  ...missing('PER-09', 'Sex', 'awaiting-decision', inPerson),
  ...missing('PER-10', 'Ethnicity', 'review-maintained', inPerson),
  ...missing('PER-11', 'PostCode', 'review-maintained', inPerson),

  noRequests('absent', 'awaiting-decision', 'The person has no request.'),
  noRequests('absent-with-plan', 'review-maintained', 'The request of a person with a plan is left out.'),
  noRequests('absent-without-upn', 'no-further-action', 'A person known by no number has no request.'),
];
