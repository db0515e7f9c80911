import { addDays } from '../../src/model/index.js';
import type { Person } from '../../src/return/index.js';
import type { Break, Change } from './break.js';
import type { Draft } from './draft.js';
import { recordBreak } from './record-break.js';

/** Persons by position in groups: each takes items from the first of its group. One finding a group. */
type Groups = readonly (readonly [from: number, ...to: number[]])[];

const upn: readonly (keyof Person)[] = ['UPN'];
const uln: readonly (keyof Person)[] = ['UniqueLearnerNumber'];
const identity: readonly (keyof Person)[] = ['Surname', 'Forename', 'PersonBirthDate', 'GenderCurrent', 'Sex'];

function same(
  rule: string,
  name: string,
  parent: string,
  summary: string,
  items: readonly (keyof Person)[],
  groups: Groups,
): Break {
  return recordBreak(rule, name, parent, summary, (draft) => {
    for (const [from, ...to] of groups) {
      const source = personAt(draft, from);
      const given = Object.fromEntries(items.flatMap((item) => (item in source ? [[item, source[item]]] : [])));
      if (Object.keys(given).length === 0) throw new RangeError(`person ${from} of the parent has nothing to copy`);
      for (const position of to) Object.assign(personAt(draft, position), given);
    }
    return { at: groups.map(() => draft.at.return()) };
  });
}

function personAt(draft: Draft, position: number): Person {
  const person = draft.persons[position - 1];
  if (!person) throw new RangeError(`the parent of the break has no person ${position}`);
  return person;
}

const repeated: readonly Break[] = [
  same('RET-01', 'twice', 'issued-on-time', 'Two persons have the same UPN.', upn, [[2, 3]]),
  same('RET-01', 'first-and-last', 'uln-only', 'The first and the last person have the same UPN.', upn, [[1, 3]]),
  same('RET-01', 'three-times', 'issued-on-time', 'Three persons have the same UPN.', upn, [[1, 2, 3]]),
  same('RET-01', 'temporary', 'temporary-upn', 'Two persons have the same temporary UPN.', upn, [[2, 1]]),
  same('RET-01', 'two-groups', 'crowd-of-twenty', 'Two UPNs stand on two persons each.', upn, [
    [2, 20],
    [3, 7],
  ]),
  same('RET-02', 'twice', 'upn-and-uln', 'Two persons have the same ULN.', uln, [[2, 3]]),
  same('RET-02', 'three-times', 'upn-and-uln', 'Three persons have the same ULN.', uln, [[2, 1, 3]]),
  same('RET-02', 'with-and-without-upn', 'uln-only', 'A person with a UPN has the ULN of one without.', uln, [[2, 1]]),
  same('RET-03', 'twice', 'awaiting-decision', 'Two persons have the same name, birth date and sex.', identity, [
    [1, 2],
  ]),
  same('RET-03', 'three-times', 'request-refused', 'Three persons have the same name, birth date and sex.', identity, [
    [1, 2, 3],
  ]),
  same('RET-03', 'far-apart', 'crowd-of-twenty', 'Two persons far apart have the same identity.', identity, [[2, 20]]),
];

/** Gives a value to so many persons from the first on; any others who had it are given another. */
function share(
  rule: string,
  name: string,
  parent: string,
  summary: string,
  count: number | 'all',
  give: (person: Person, counted: boolean) => void,
): Break {
  return recordBreak(rule, name, parent, summary, (draft) => {
    draft.persons.forEach((person, i) => {
      give(person, count === 'all' || i < count);
    });
    return draft.at.return();
  });
}

function lackEthnicity(person: Person, counted: boolean): void {
  if (counted) person.Ethnicity = 'NOBT';
  else if (person.Ethnicity === 'NOBT') person.Ethnicity = 'WBRI';
}

function ceaseForOther(person: Person, counted: boolean): void {
  const plan = person.Requests?.[0]?.Assessment?.NamedPlan;
  if (!plan) throw new RangeError('a person of the parent has no plan');
  if (counted) plan.CeaseReason = '9';
}

function requestFromOther(person: Person, counted: boolean): void {
  const request = person.Requests?.[0];
  if (!request) throw new RangeError('a person of the parent has no request');
  if (counted) request.RequestSource = '5';
}

const shares: readonly Break[] = [
  share(
    'RET-04',
    'three-of-twenty',
    'crowd-of-twenty',
    'Of twenty persons three have no ethnicity obtained, one more than one in ten.',
    3,
    lackEthnicity,
  ),
  share('RET-04', 'all', 'crowd-of-twenty', 'No person has an ethnicity obtained.', 'all', lackEthnicity),
  share(
    'RET-05',
    'two-of-ten',
    'crowd-of-ceased-plans',
    'Of ten ceased plans two ceased for another reason.',
    2,
    ceaseForOther,
  ),
  share('RET-05', 'all', 'crowd-of-ceased-plans', 'All plans ceased for another reason.', 'all', ceaseForOther),
  share(
    'RET-06',
    'two-of-ten',
    'crowd-of-requests',
    'Of ten requests two came from another source.',
    2,
    requestFromOther,
  ),
  share('RET-06', 'all', 'crowd-of-requests', 'All requests came from another source.', 'all', requestFromOther),
];

/** Gives the person so many requests with the same open plan and ActivePlans; each later one was received a day earlier. */
function plansAtOnce(name: string, parent: string, summary: string, count: number): Break {
  return recordBreak('RET-07', name, parent, summary, (draft): Change => {
    for (let more = 1; more < count; more++) {
      const copy = structuredClone(draft.request());
      // Two requests received on one day would be a fault of their own.
      if (copy.ReceivedDate !== undefined) copy.ReceivedDate = addDays(copy.ReceivedDate, -more);
      draft.requests.push(copy);
    }
    return { at: [draft.at.return()], orAt: draft.requests.map((_, i) => draft.at.request('ActivePlans', i + 1)) };
  });
}

const twoPlans: readonly Break[] = [
  plansAtOnce('two-open-plans', 'review-maintained', 'A person has two open plans of earlier years.', 2),
  plansAtOnce('three-open-plans', 'review-maintained', 'A person has three open plans of earlier years.', 3),
  plansAtOnce('issued-twice', 'issued-on-time', 'A person has been issued two plans on two requests.', 2),
];

/** Breaks of the rules about all persons of a return taken together, and about all requests of a person. */
export const returnBreaks: readonly Break[] = [...repeated, ...shares, ...twoPlans];
