import { addDays, makeUpn, ulnCheckDigit } from '../../src/model/index.js';
import type { Person } from '../../src/return/index.js';
import type { NearMiss } from './break.js';
import { sameIdentity } from './crowds.js';
import type { Draft } from './draft.js';
import { nearMiss } from './near-miss.js';
import { nearWhole } from './whole-return.js';

/** The first two persons, of whom the second is the one the story tells of. */
function firstTwo(draft: Draft): readonly [Person, Person] {
  const [first] = draft.persons;
  if (!first) throw new RangeError('the parent has no person');
  return [first, draft.person];
}

/** The UPN with another digit or letter at the end, and the check letter that goes with it. */
function nextUpn(upn: string, last: (serial: string) => string): string {
  return makeUpn(upn.slice(1, 12) + last(upn.slice(12)));
}

const nextDigit = (digit: string): string => String((Number(digit) + 1) % 10);

/** The next number that is a ULN. */
function nextUln(uln: string): string {
  for (let nine = Number(uln.slice(0, 9)) + 1; ; nine++) {
    const digit = ulnCheckDigit(String(nine));
    if (digit !== undefined) return `${nine}${digit}`;
  }
}

const numbers: readonly NearMiss[] = [
  nearWhole(
    'RET-01',
    'one-digit-apart',
    'issued-on-time',
    'The UPNs of two persons are apart by the last digit, and the check letter.',
    (draft) => {
      const [first, second] = firstTwo(draft);
      first.UPN = nextUpn(second.UPN ?? '', nextDigit);
    },
  ),
  nearWhole(
    'RET-01',
    'temporary-beside-permanent',
    'temporary-upn',
    'A temporary UPN is the same as a permanent one but for its last character.',
    (draft) => {
      const [first, second] = firstTwo(draft);
      first.UPN = nextUpn(second.UPN ?? '', () => '0');
    },
  ),
  nearWhole(
    'RET-01',
    'temporary-letters-apart',
    'temporary-upn',
    'Two temporary UPNs are apart by the last letter.',
    (draft) => {
      const [first, second] = firstTwo(draft);
      first.UPN = nextUpn(second.UPN ?? '', (letter) => (letter === 'A' ? 'B' : 'A'));
    },
  ),
  nearWhole(
    'RET-01',
    'three-without',
    'awaiting-decision',
    'Three persons have no UPN, for the same reason.',
    (draft) => {
      for (const person of draft.persons) {
        delete person.UPN;
        person.UPNunknown = 'UN5';
      }
    },
  ),
  nearWhole(
    'RET-02',
    'next-number',
    'upn-and-uln',
    'The ULN of one person is the next that there is after that of another.',
    (draft) => {
      const [first, second] = firstTwo(draft);
      first.UniqueLearnerNumber = nextUln(second.UniqueLearnerNumber ?? '');
    },
  ),
  nearWhole('RET-02', 'three-without', 'upn-and-uln', 'No person has a ULN.', (draft) => {
    delete draft.person.UniqueLearnerNumber;
  }),
];

/** Gives the first person the identity of the second, but for one thing. */
function alike(name: string, summary: string, but: (person: Person, other: Person, draft: Draft) => void): NearMiss {
  return nearWhole('RET-03', name, 'awaiting-decision', summary, (draft) => {
    const [first, second] = firstTwo(draft);
    sameIdentity([second, first]);
    but(first, second, draft);
  });
}

const named = (Surname: string, Forename: string): Pick<Person, 'Surname' | 'Forename'> => ({ Surname, Forename });

/** Two persons of the same birth date and sex, under given names. */
function underNames(
  name: string,
  summary: string,
  one: readonly [string, string],
  other: readonly [string, string],
): NearMiss {
  return alike(name, summary, (person, second) => {
    Object.assign(person, named(...one));
    Object.assign(second, named(...other));
  });
}

const identities: readonly NearMiss[] = [
  alike('born-the-day-after', 'Two persons have the same name and sex, and were born a day apart.', (person) => {
    person.PersonBirthDate = addDays(person.PersonBirthDate ?? '', 1);
  }),
  alike(
    'of-the-other-sex',
    'Two persons have the same name and birth date, and are of different sex.',
    (person, _, { year }) => {
      if (year >= 2024) person.Sex = person.Sex === 'M' ? 'F' : 'M';
      else person.GenderCurrent = person.GenderCurrent === '1' ? '2' : '1';
    },
  ),
  alike('surname-in-capitals', 'Two persons are the same but for capitals in the surname.', (person) => {
    person.Surname = (person.Surname ?? '').toUpperCase();
  }),
  alike('forename-in-small-letters', 'Two persons are the same but for a capital in the forename.', (person) => {
    person.Forename = (person.Forename ?? '').toLowerCase();
  }),
  alike('surname-longer', 'Two persons are the same but for the end of the surname.', (person) => {
    person.Surname = `${person.Surname ?? ''}s`;
  }),
  alike('forename-longer', 'Two persons are the same but for a second forename.', (person) => {
    person.Forename = `${person.Forename ?? ''} Mary`;
  }),
  underNames('twins', 'Twins have the same surname, birth date and sex.', ['Hill', 'Anna'], ['Hill', 'Hannah']),
  underNames(
    'names-swapped',
    'The surname of one person is the forename of the other.',
    ['Taylor', 'Kelly'],
    ['Kelly', 'Taylor'],
  ),
  underNames(
    'names-joined-alike',
    'The names of two persons are the same when joined.',
    ['Smith', 'Anna'],
    ['Smit', 'hAnna'],
  ),
  underNames(
    'names-joined-alike-with-a-space',
    'The names of two persons are the same when joined with a space.',
    ['Hill Anna', 'May'],
    ['Hill', 'Anna May'],
  ),
  underNames('accent', 'The forenames of two persons differ in an accent.', ['Hill', 'Zoe'], ['Hill', 'Zoë']),
  underNames(
    'hyphen',
    'The surnames of two persons differ in a hyphen.',
    ['Hill-Smith', 'Anna'],
    ['Hill Smith', 'Anna'],
  ),
  underNames(
    'apostrophe',
    'The surnames of two persons differ in an apostrophe.',
    ["O'Brien", 'Anna'],
    ['OBrien', 'Anna'],
  ),
  underNames(
    'two-spaces-within',
    'The forenames of two persons differ in a space within.',
    ['Hill', 'Anna May'],
    ['Hill', 'Anna  May'],
  ),
];

/** Closes the plan of a request on census day, as it stands. */
function cease(draft: Draft, request: number): void {
  Object.assign(draft.plan(request), { CeaseDate: draft.facts.referenceDate, CeaseReason: '9' });
}

/** The person has so many requests with the same plan and ActivePlans. */
function plans(name: string, summary: string, count: number, change: (draft: Draft) => void): NearMiss {
  return nearMiss('RET-07', name, 'review-maintained', summary, (draft) => {
    for (let more = 1; more < count; more++) draft.requests.push(structuredClone(draft.request()));
    change(draft);
    return draft.at.request('ActivePlans', count);
  });
}

const atOnce: readonly NearMiss[] = [
  plans('first-of-two-ceased', 'Of two plans with ActivePlans the first ceased on census day.', 2, (draft) => {
    cease(draft, 1);
  }),
  plans('second-of-two-ceased', 'Of two plans with ActivePlans the second ceased on census day.', 2, (draft) => {
    cease(draft, 2);
  }),
  plans('both-ceased', 'Both plans with ActivePlans ceased on census day.', 2, (draft) => {
    cease(draft, 1);
    cease(draft, 2);
  }),
  plans('two-of-three-ceased', 'Of three plans with ActivePlans one is open.', 3, (draft) => {
    cease(draft, 1);
    cease(draft, 3);
  }),
];

/** Near misses of the rules about all persons of a return, and about all requests of a person. */
export const returnNearMisses: readonly NearMiss[] = [...numbers, ...identities, ...atOnce];
