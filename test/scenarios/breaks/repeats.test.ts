import { generateReturn } from '../../../generators/index.js';
import { amongRequests, atTheEnds } from '../../../scenarios/breaks/repeats.js';
import { Draft, parentNamed, type Break } from '../../../scenarios/index.js';

const base: Break = {
  rule: 'REQ-04',
  name: 'absent',
  summary: 'RYA is absent.',
  parent: 'awaiting-decision',
  change: (draft) => {
    delete draft.request().RYA;
    return { at: [draft.at.request('RYA')], orAt: [draft.at.request()] };
  },
};
const second: Break = { ...base, name: 'second' };

function told(one: Break): { draft: Draft; at: readonly string[]; orAt: readonly string[] } {
  const { stories, position } = parentNamed(one.parent);
  const ret = generateReturn({ year: 2025, la: '202', seed: 'repeats', persons: stories.length, scenario: stories });
  const draft = new Draft(2025, '202', ret, position);
  if (!('change' in one)) throw new Error('a change of records is expected');
  const { at, orAt = [] } = one.change(draft);
  return { draft, at, orAt };
}

describe('a break in the first and the last person', () => {
  const made = atTheEnds([base, second], /^REQ-/);

  it('is made of the first break of a rule alone', () => {
    expect(made.map(({ name }) => name)).toEqual(['first-person', 'last-person']);
    expect(atTheEnds([base], /^ASM-/)).toEqual([]);
  });

  it.each([
    [0, 1],
    [1, 3],
  ])('number %i changes person %i', (index, person) => {
    const { draft, at } = told(made[index] ?? base);
    expect(at).toEqual([`/Message/Persons/Person[${person}]/Requests[1]/RYA`]);
    const outcomes = draft.persons.map(({ Requests = [] }) => Requests.map(({ RequestOutcome }) => RequestOutcome));
    expect(outcomes[person - 1]).toEqual(['A']);
    const { RYA } = draft.persons[person - 1]?.Requests?.[0] ?? {};
    expect(RYA).toBeUndefined();
  });
});

describe('a break in one of three requests', () => {
  const made = amongRequests([base, second], /^REQ-/);

  it('stands in the first, the middle and the last', () => {
    expect(made.map(({ name }) => name)).toEqual(['first-request', 'middle-request', 'last-request']);
  });

  it.each([1, 2, 3])('is in request %i, beside two that are right', (number) => {
    const { draft, at, orAt } = told(made[number - 1] ?? base);
    expect(at).toEqual([`/Message/Persons/Person[2]/Requests[${number}]/RYA`]);
    expect(orAt).toEqual([`/Message/Persons/Person[2]/Requests[${number}]`]);
    expect(draft.requests.map(({ RYA }) => RYA === undefined)).toEqual([1, 2, 3].map((place) => place === number));
    expect(new Set(draft.requests.map(({ ReceivedDate }) => ReceivedDate)).size).toBe(3);
  });
});
