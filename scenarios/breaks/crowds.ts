import type { Person, PlacementDetail, Requests } from '../../src/return/index.js';
import type { Draft } from './draft.js';

/** Letters that tell copies apart: A, B … Z, then AA. A name may have no digit. */
function letters(n: number): string {
  const rest = Math.floor(n / 26);
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (n % 26));
}

/**
 * Fills the return up to so many persons with copies of those in it, each of another name,
 * known by no number and of a known ethnicity.
 */
export function growTo(draft: Draft, count: number): void {
  const { persons } = draft;
  const some = [...persons];
  for (let i = 0; persons.length < count; i++) {
    const source = some[i % some.length];
    if (!source) throw new RangeError('there is no person to copy');
    const copy: Person = structuredClone(source);
    delete copy.UPN;
    delete copy.UniqueLearnerNumber;
    if (copy.Ethnicity === 'NOBT') copy.Ethnicity = 'WBRI';
    Object.assign(copy, { Surname: `${copy.Surname ?? ''}-${letters(i)}`, UPNunknown: 'UN5' } satisfies Person);
    persons.push(copy);
  }
}

/** Takes the last persons away, so that so many are left. */
export function shrinkTo(draft: Draft, count: number): void {
  draft.persons.length = count;
}

/** The first request of the person at a position, from 1. */
export function requestOf(draft: Draft, position: number): Requests {
  const request = draft.persons[position - 1]?.Requests?.[0];
  if (!request) throw new RangeError(`person ${position} of the parent has no request`);
  return request;
}

/** Gives the code to the first so many persons, or to the last; others who have it are given another one. */
export function shareEthnicity(draft: Draft, code: string, count: number, end: 'first' | 'last' = 'first'): void {
  const { persons } = draft;
  const [from, to] = end === 'first' ? [0, count] : [persons.length - count, persons.length];
  persons.forEach((person, i) => {
    if (i >= from && i < to) person.Ethnicity = code;
    else if (person.Ethnicity === 'NOBT') person.Ethnicity = 'WBRI';
  });
}

/** Gives the reason to the plans of so many persons from a position on. */
export function shareReason(draft: Draft, reason: string, count: number, from = 1): void {
  for (let position = from; position < from + count; position++) {
    const plan = requestOf(draft, position).Assessment?.NamedPlan;
    if (!plan) throw new RangeError(`person ${position} of the parent has no plan`);
    plan.CeaseReason = reason;
  }
}

/** Gives the source to the first requests of so many persons from a position on. */
export function shareSource(draft: Draft, source: string, count: number, from = 1): void {
  for (let position = from; position < from + count; position++) requestOf(draft, position).RequestSource = source;
}

/** Opens the ceased plan of a person again, placed since its start where the plan says. */
export function reopen(draft: Draft, position: number): void {
  const request = requestOf(draft, position);
  const plan = request.Assessment?.NamedPlan;
  const detail = plan?.PlanDetail?.[0];
  if (!plan || !detail || plan.StartDate === undefined)
    throw new RangeError(`person ${position} of the parent has no plan`);
  delete plan.CeaseDate;
  delete plan.CeaseReason;
  const placement: PlacementDetail = { ...detail, EntryDate: plan.StartDate };
  if (draft.year <= 2023) placement.AttendancePattern = 'FT';
  request.ActivePlans = { PlacementDetail: [placement], SENneed: [{ SENtype: 'ASD', SENtypeRank: '1' }] };
}

/** Gives persons the identity of the first of them. */
export function sameIdentity([first, ...others]: readonly Person[]): void {
  if (!first) return;
  const { Surname, Forename, PersonBirthDate, Sex, GenderCurrent } = first;
  for (const other of others) {
    for (const [tag, value] of Object.entries({ Surname, Forename, PersonBirthDate, Sex, GenderCurrent }))
      if (value !== undefined) Object.assign(other, { [tag]: value });
  }
}
