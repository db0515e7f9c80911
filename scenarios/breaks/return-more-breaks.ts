import type { Person } from '../../src/return/index.js';
import type { Break, Change } from './break.js';
import { requestOf, sameIdentity } from './crowds.js';
import type { Draft } from './draft.js';
import { recordBreak } from './record-break.js';
import { breakWhole } from './whole-return.js';

/** The persons at some positions, from 1. */
function personsAt(draft: Draft, ...positions: readonly number[]): Person[] {
  return positions.map((position) => {
    const person = draft.persons[position - 1];
    if (!person) throw new RangeError(`the parent has no person ${position}`);
    return person;
  });
}

const personPath = (draft: Draft, position: number, tag: keyof Person): string =>
  `${draft.at.return()}/Person[${position}]/${tag}`;

/** A number that two persons share, and that is not right: compared as given all the same. */
function wrongTwice(
  rule: string,
  name: string,
  summary: string,
  tag: 'UPN' | 'UniqueLearnerNumber',
  value: string,
  fault: string,
): Break {
  const positions = [1, 2];
  return recordBreak(rule, name, 'awaiting-decision', summary, (draft): Change => {
    for (const person of personsAt(draft, ...positions)) person[tag] = value;
    const reason = 'Only a number that is not right can show that it is compared as given.';
    return {
      at: [draft.at.return()],
      also: positions.map((position) => ({ rule: fault, path: personPath(draft, position, tag), reason })),
    };
  });
}

const numbers: readonly Break[] = [
  breakWhole('RET-01', 'last-two', 'crowd-of-twenty', 'The last two of twenty persons have the same UPN.', (draft) => {
    const [one, other] = personsAt(draft, 19, 20);
    if (one && other) other.UPN = one.UPN ?? '';
  }),
  breakWhole('RET-01', 'four-times', 'crowd-of-twenty', 'Four persons of twenty have the same UPN.', (draft) => {
    for (const person of personsAt(draft, 2, 9, 20)) person.UPN = draft.persons[0]?.UPN ?? '';
  }),
  wrongTwice(
    'RET-01',
    'wrong-check-letter-twice',
    'Two persons have the same UPN, with a wrong check letter.',
    'UPN',
    'A801200005001',
    'PER-13',
  ),
  breakWhole(
    'RET-02',
    'first-and-last',
    'crowd-of-twenty',
    'The first and the last of twenty persons have the same ULN.',
    (draft) => {
      for (const person of personsAt(draft, 1, 20)) person.UniqueLearnerNumber = '9276308686';
    },
  ),
  breakWhole(
    'RET-02',
    'two-groups',
    'crowd-of-twenty',
    'Two ULNs stand on two persons each.',
    (draft) => {
      for (const person of personsAt(draft, 2, 19)) person.UniqueLearnerNumber = '9276308686';
      for (const person of personsAt(draft, 3, 4)) person.UniqueLearnerNumber = '1000000043';
    },
    { findings: 2 },
  ),
  wrongTwice(
    'RET-02',
    'wrong-check-digit-twice',
    'Two persons have the same ULN, with a wrong check digit.',
    'UniqueLearnerNumber',
    '9276308687',
    'PER-18',
  ),
];

/** Two persons who are alike lack the same item, and so are not compared. */
function alikeWithout(rule: string, tag: 'Surname' | 'Forename' | 'PersonBirthDate' | 'Sex' | 'GenderCurrent'): Break {
  const summary = `Two persons who are otherwise alike lack ${tag}, and are not taken as the same.`;
  return recordBreak(rule, 'two-alike', 'awaiting-decision', summary, (draft) => {
    const two = personsAt(draft, 1, 2);
    sameIdentity(two);
    for (const person of two) Reflect.deleteProperty(person, tag);
    return { at: [1, 2].map((position) => personPath(draft, position, tag)) };
  });
}

/** A number that is that of another person but for white space or letter case: as given, it is not the same. */
function nearlyRepeated(
  rule: string,
  name: string,
  summary: string,
  tag: 'UPN' | 'UniqueLearnerNumber',
  alter: (value: string) => string,
): Break {
  return recordBreak(rule, name, 'upn-and-uln', summary, (draft) => {
    const [first, second] = personsAt(draft, 1, 2);
    if (first && second) first[tag] = alter(second[tag] ?? '');
    return personPath(draft, 1, tag);
  });
}

const identities: readonly Break[] = [
  breakWhole(
    'RET-03',
    'two-groups',
    'crowd-of-twenty',
    'Twice two persons have the same name, birth date and sex.',
    (draft) => {
      sameIdentity(personsAt(draft, 1, 4));
      sameIdentity(personsAt(draft, 19, 20));
    },
    { findings: 2 },
  ),
  breakWhole(
    'RET-03',
    'accents',
    'awaiting-decision',
    'Two persons have the same name, with accents, birth date and sex.',
    (draft) => {
      draft.person.Surname = 'Ågård-Núñez';
      sameIdentity([draft.person, ...personsAt(draft, 3)]);
    },
  ),
  alikeWithout('PER-01', 'Surname'),
  alikeWithout('PER-02', 'Forename'),
  alikeWithout('PER-04', 'PersonBirthDate'),
  alikeWithout('PER-08', 'GenderCurrent'),
  alikeWithout('PER-09', 'Sex'),
  nearlyRepeated(
    'PER-12',
    'padded-copy-of-another',
    'A UPN with a space after it is that of another person.',
    'UPN',
    (upn) => `${upn} `,
  ),
  nearlyRepeated(
    'PER-12',
    'small-letter-copy-of-another',
    'A UPN in small letters is that of another person.',
    'UPN',
    (upn) => upn.toLowerCase(),
  ),
  nearlyRepeated(
    'PER-17',
    'padded-copy-of-another',
    'A ULN with a space before it is that of another person.',
    'UniqueLearnerNumber',
    (uln) => ` ${uln}`,
  ),
];

/** The request of the person once more, after the others. */
function again(draft: Draft): void {
  draft.requests.push(structuredClone(draft.request()));
}

const atOnce: readonly Break[] = [
  breakWhole(
    'RET-07',
    'first-and-last-of-three',
    'review-maintained',
    'Of three plans with ActivePlans that between has ceased.',
    (draft) => {
      again(draft);
      again(draft);
      Object.assign(draft.plan(2), { CeaseDate: draft.facts.referenceDate, CeaseReason: '9' });
    },
  ),
  breakWhole(
    'RET-07',
    'after-one-that-ceased',
    'review-maintained',
    'After a plan that has ceased two are open.',
    (draft) => {
      again(draft);
      again(draft);
      Object.assign(draft.plan(1), { CeaseDate: draft.facts.referenceDate, CeaseReason: '9' });
    },
  ),
  breakWhole(
    'RET-07',
    'two-persons',
    'historical-not-reviewed',
    'Two persons have two open plans each.',
    (draft) => {
      again(draft);
      for (const person of personsAt(draft, 3)) person.Requests?.push(structuredClone(requestOf(draft, 3)));
    },
    { findings: 2 },
  ),
];

/** More breaks of the rules about all persons of a return: at both ends, in groups, and as given. */
export const returnMoreBreaks: readonly Break[] = [...numbers, ...identities, ...atOnce];
