import { generateReturn } from '../../../generators/index.js';
import { growTo, shareEthnicity, shrinkTo } from '../../../scenarios/breaks/crowds.js';
import { Draft } from '../../../scenarios/breaks/draft.js';

function crowd(persons: number): Draft {
  const ret = generateReturn({
    year: 2025,
    la: '202',
    seed: '1',
    persons,
    scenario: ['uln-only', 'awaiting-decision'],
  });
  return new Draft(2025, '202', ret, 1);
}

describe('a crowd', () => {
  it('grows by persons of whom no two share a name or a number', () => {
    const draft = crowd(4);
    growTo(draft, 120);
    expect(draft.persons).toHaveLength(120);
    expect(new Set(draft.persons.map(({ Surname, Forename }) => `${Surname ?? ''}|${Forename ?? ''}`)).size).toBe(120);
    const ofCopies = draft.persons.slice(4);
    expect(ofCopies.filter((one) => 'UPN' in one || 'UniqueLearnerNumber' in one)).toEqual([]);
    expect(ofCopies.filter(({ Surname = '' }) => /[0-9]/.test(Surname))).toEqual([]);
  });

  it('leaves those who are there as they were', () => {
    const draft = crowd(4);
    const before = structuredClone(draft.persons);
    growTo(draft, 9);
    expect(draft.persons.slice(0, 4)).toEqual(before);
    shrinkTo(draft, 4);
    expect(draft.persons).toEqual(before);
  });

  it.each(['first', 'last'] as const)('gives an ethnicity to so many at the %s end, and to no other', (end) => {
    const draft = crowd(10);
    for (const person of draft.persons) person.Ethnicity = 'NOBT';
    shareEthnicity(draft, 'NOBT', 3, end);
    const lacking = draft.persons.flatMap(({ Ethnicity }, i) => (Ethnicity === 'NOBT' ? [i] : []));
    expect(lacking).toEqual(end === 'first' ? [0, 1, 2] : [7, 8, 9]);
  });
});
