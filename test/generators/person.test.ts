import { makePersonSource, persons } from '../../generators/index.js';
import {
  ageOn,
  collectionYear,
  collectionYears,
  hasUlnCheckDigit,
  hasUlnShape,
  upnFaults,
  yearModel,
} from '../../src/model/index.js';
import type { Person } from '../../src/return/index.js';
import { loudStretch } from './windows.js';

const years = [...collectionYears];
const source = (year: number, seed = 'person', la = '202') => makePersonSource({ year, la, seed });
const some = (year: number, count: number, seed?: string): Person[] => [...persons(source(year, seed), 0, count)];

describe('a person', () => {
  it.each(years)('of %d is the same alone, in a run and in any order', (year) => {
    const run = some(year, 300);
    for (let k = run.length - 1; k >= 0; k -= 7) expect(source(year).person(k)).toEqual(run[k]);
    const one = source(year);
    for (const k of [5, 250, 5, 0, 120]) expect(one.person(k)).toEqual(run[k]);
  });

  it('differs by seed, year and LA', () => {
    const all = [source(2025), source(2025, 'other'), source(2026), source(2025, 'person', '330')];
    expect(new Set(all.map((each) => JSON.stringify(each.person(3)))).size).toBe(all.length);
  });

  it.each([-1, 0.5, 10_000_000])('has no index %d', (k) => {
    expect(() => source(2025).person(k)).toThrow(RangeError);
  });

  it('is not made for an LA or a year that does not exist', () => {
    expect(() => source(2025, 'x', '909')).toThrow('909 is not the number of an LA in 2025');
    expect(() => source(2023, 'x', '909').person(0)).not.toThrow();
    expect(() => source(2022)).toThrow('known years');
  });
});

describe('persons', () => {
  it.each(years)('of %d have sound identifiers that agree with their birth date', (year) => {
    const { referenceDate, activityYear } = collectionYear(year);
    for (const person of some(year, 2000)) {
      const { UPN, UniqueLearnerNumber, UPNunknown, PersonBirthDate = '' } = person;
      expect([UPN ?? UniqueLearnerNumber, UPNunknown].filter((each) => each !== undefined)).toHaveLength(1);
      if (UPN !== undefined) {
        expect(Object.entries(upnFaults).filter(([, isFaulty]) => isFaulty(UPN))).toEqual([]);
        const entry = 2000 + Number(UPN.slice(8, 10));
        expect(entry).toBeLessThanOrEqual(activityYear);
        expect(entry - Number(PersonBirthDate.slice(0, 4))).toBeGreaterThanOrEqual(1);
        expect(entry - Number(PersonBirthDate.slice(0, 4))).toBeLessThanOrEqual(5);
      }
      if (UniqueLearnerNumber !== undefined) {
        expect(hasUlnShape(UniqueLearnerNumber) && hasUlnCheckDigit(UniqueLearnerNumber)).toBe(true);
        expect(ageOn(PersonBirthDate, referenceDate)).toBeGreaterThanOrEqual(14);
      }
      expect(PersonBirthDate < referenceDate).toBe(true);
      expect(ageOn(PersonBirthDate, referenceDate)).toBeLessThan(26);
    }
  });

  it.each(years)('of %d keep the shares of RET-04 to RET-06 in any stretch', (year) => {
    const people = some(year, 2200, 'stretches');
    const requests = people.map((person) => person.Requests ?? []);
    const share = (given: readonly string[], value: string) => ({
      all: given.length,
      watched: given.filter((each) => each === value).length,
    });
    const reasons = requests.map((all) =>
      share(
        all.flatMap((r) => r.Assessment?.NamedPlan?.CeaseReason ?? []),
        '9',
      ),
    );
    const sources = requests.map((all) =>
      share(
        all.flatMap((r) => r.RequestSource ?? []),
        '5',
      ),
    );
    const ethnicities = people.map((person) => share([person.Ethnicity ?? ''], 'NOBT'));
    for (const [counted, least] of [
      [ethnicities, 20],
      [reasons, 10],
      [sources, 10],
    ] as const) {
      expect(loudStretch(counted, least)).toBeUndefined();
      if (counted !== sources || year >= 2025) expect(counted.some(({ watched }) => watched > 0)).toBe(true);
    }
  });

  it.each(years)('of %d show every element there is within 5,000', (year) => {
    const seen = new Set<string>();
    const walk = (tag: string, record: object): void => {
      for (const [child, held] of Object.entries(record) as [string, unknown][]) {
        seen.add(`${tag}.${child}`);
        for (const each of Array.isArray(held) ? (held as unknown[]) : [held])
          if (typeof each === 'object' && each !== null) walk(child, each);
      }
    };
    for (const person of persons(source(year, 'elements'), 0, 5000)) walk('Person', person);

    const wanted = yearModel(year)
      .groups.filter(({ tag }) => !['Message', 'Header', 'CollectionDetails', 'Source', 'Persons'].includes(tag))
      .flatMap((group) => group.children.map((child) => `${group.tag}.${child.tag}`));
    expect(wanted.filter((path) => !seen.has(path))).toEqual([]);
    expect([...seen].filter((path) => !wanted.includes(path))).toEqual([]);
  });
});
