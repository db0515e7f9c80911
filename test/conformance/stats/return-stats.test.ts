import { StatsCounter, statsOf, statsText, NotAReturnError, yearOfReturn } from '../../../conformance/stats/index.js';
import { makePersonSource, madeUpRegister } from '../../../generators/index.js';
import { bytesSource } from '../../../src/validate/index.js';
import { boyOfNine, ceasedAtNineteen, girlOfFour, returnOf } from './hand-made.js';

const persons = [boyOfNine, girlOfFour, ceasedAtNineteen];
const stats = statsOf(returnOf(persons), { year: 2025, kindOf: () => 'mainstream_academy' });

/** What a table counts, without its rows of 0. */
function counted(id: string, of = stats): Record<string, number> {
  const found = of.tables.find((table) => table.id === id);
  if (!found) throw new Error(`there is no table ${id}`);
  return Object.fromEntries(found.rows.filter(({ count }) => count > 0).map(({ key, count }) => [key, count]));
}

describe('statsOf', () => {
  it.each([
    ['age', { '4': 1, '9': 1 }],
    ['age-when-started', { '5': 1, '6': 1 }],
    ['years-in-place', { '1': 1, '4': 1 }],
    ['sex', { M: 1, F: 1 }],
    ['ethnic-group', { BAFR: 1, unclassified: 1 }],
    ['primary-need', { OTH: 1, ASD: 1 }],
    ['primary-need-by-age', { '9, OTH': 1, '4, ASD': 1 }],
    ['placement', { mainstream_academy_resourced_provision: 1, EYP: 1 }],
    ['age-and-placement', { '9, mainstream_academy_resourced_provision': 1, '4, EYP': 1 }],
    ['personal-budget', { none: 1, 'personal budget': 1 }],
    ['personal-budget-kind', { 'organised arrangements': 1, S: 1 }],
    ['residential', { none: 1, 'mainstream_academy_resourced_provision, A': 1 }],
    ['work-based', { none: 2 }],
    ['new-plans', { '5': 1 }],
    ['new-plan-placement', { EYP: 1 }],
    ['requests', { Y: 1, N: 1 }],
    ['requests-six-weeks', { 'within six weeks': 1, 'over six weeks': 1 }],
    ['assessments', { Y: 1 }],
    ['refusals-16-weeks', {}],
    ['timeliness', { 'within 20 weeks': 1 }],
    ['timeliness-without-exceptions', {}],
    ['cease-reason', { '6': 1 }],
    ['cease-reason-by-age', { '19, 6': 1 }],
    ['review-meeting', { 'activity year': 1 }],
    ['review-decision', { 'activity year': 1 }],
    ['review-outcome', { M: 1 }],
    ['review-four-weeks', { 'within four weeks': 1 }],
  ])('counts %s as it can be added up by hand', (id, expected) => {
    expect(counted(id)).toEqual(expected);
  });

  it('has a case by hand for every table', () => {
    expect(stats.tables).toHaveLength(27);
    expect(stats.persons).toBe(3);
  });

  it('takes the distance of two distributions', () => {
    const { rows = [], distance } = stats.tables.find(({ id }) => id === 'sex') ?? {};
    const boys = rows.find(({ key }) => key === 'M')?.published ?? 0;
    const all = rows.reduce((sum, { published }) => sum + published, 0);
    expect(distance).toBeCloseTo(Math.abs(boys / all - 0.5));
    expect(stats.tables.find(({ id }) => id === 'refusals-16-weeks')).toMatchObject({ total: 0, distance: null });
  });

  it('leaves out what is not recorded, and counts how much that is', () => {
    const undated = { ...girlOfFour };
    delete undated.PersonBirthDate;
    const of = statsOf(returnOf([undated]), { year: 2025 });
    expect(of.tables.find(({ id }) => id === 'age')).toMatchObject({ total: 0, leftOut: 1, distance: null });
    expect(counted('sex', of)).toEqual({ F: 1 });
  });

  it('tells schools apart by their URN alone where no register tells their kind', () => {
    const of = statsOf(returnOf([boyOfNine]), { year: 2025 });
    expect(counted('placement', of)).toEqual({ urn_resourced_provision: 1 });
  });

  it('leaves out establishments that the register does not hold', () => {
    const of = statsOf(returnOf([boyOfNine]), { year: 2025, kindOf: () => undefined });
    expect(of.tables.find(({ id }) => id === 'placement')).toMatchObject({ total: 0, leftOut: 1 });
  });

  it('refuses what is no return, with the place', () => {
    const source = bytesSource(new TextEncoder().encode('<Message><Header></Message>'));
    expect(() => statsOf(source, { year: 2025 })).toThrow(NotAReturnError);
    expect(() => yearOfReturn(source)).toThrow(/^FILE-01 in line 1/);
    expect(yearOfReturn(returnOf(persons))).toBe(2025);
  });

  it('is told in text without any value of a person', () => {
    const text = statsText(stats);
    expect(text).toContain('Open plans by sex (distance 0.2');
    expect(text).toMatch(/age-and-placement +2 +0\.\d{4} +0\.\d{4}\n/);
    expect(text).not.toContain('2015-03-01');
  });
});

describe('a generated return', () => {
  const kinds = new Map(madeUpRegister('202').entries.map(({ urn, kind }) => [urn, kind]));
  it.each([2025, 2026])('of %d is as far from the published figures as chance makes it', (year) => {
    const counter = new StatsCounter({
      year,
      kindOf: (urn) => {
        const kind = kinds.get(urn);
        return kind === 'ukrlp_provider' ? undefined : kind;
      },
    });
    const source = makePersonSource({ year, la: '202', seed: 'figures' });
    for (let k = 0; k < 6000; k++) counter.person(source.person(k));
    // The mix comes within 0.01 of each table; a small return adds its sampling error, at most twice what is expected.
    const far = counter.result().tables.filter(({ distance, expected }) => {
      return distance === null || expected === null || distance > 0.01 + 2 * expected;
    });
    expect(far.map(({ id, distance, expected }) => [id, distance, expected])).toEqual([]);
  });
});
