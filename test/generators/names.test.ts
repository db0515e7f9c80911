import { birthDayClasses, nameLists, nameSource } from '../../generators/names.js';
import { randomFor } from '../../src/random/index.js';

const shrunken = { surnames: ['Ash', 'Birch', 'Cole'], boys: ['Dan', 'Ed'], girls: ['Fay'] };
const pairs = 9;

describe('the name lists', () => {
  const { surnames, boys, girls } = nameLists();

  it('hold no name twice, no hyphen, no white space at the ends and no digit', () => {
    expect(new Set(surnames).size).toBe(surnames.length);
    expect(new Set([...boys, ...girls]).size).toBe(boys.length + girls.length);
    for (const name of [...surnames, ...boys, ...girls]) expect(name).toMatch(/^[^-\s\d]+( [^-\s\d]+)*$/);
  });

  it('are long enough for ten million persons', () => {
    expect(surnames.length * (boys.length + girls.length) * birthDayClasses).toBeGreaterThanOrEqual(10_000_000);
  });

  it('have as many boys among them as there are among people with a plan', () => {
    expect(boys.length / (boys.length + girls.length)).toBeCloseTo(0.7064, 3);
  });
});

describe('nameSource', () => {
  it('tells all persons apart by name and birth day class, to the last one there is', () => {
    const source = nameSource(shrunken, randomFor('names'));
    const count = pairs * birthDayClasses;
    const seen = new Set<string>();
    for (let k = 0; k < count; k++) {
      const { surname, forename, birthDayClass } = source.at(k, randomFor('person', k));
      seen.add(`${surname}|${forename}|${birthDayClass}`);
    }
    expect(seen.size).toBe(count);
    expect(() => source.at(count, randomFor('one too many'))).toThrow(RangeError);
  });

  it('uses every birth day class as often over all blocks', () => {
    const source = nameSource(shrunken, randomFor('names'));
    const used = new Array<number>(birthDayClasses).fill(0);
    for (let k = 0; k < pairs * birthDayClasses; k++) {
      const { birthDayClass } = source.at(k, randomFor(k));
      used[birthDayClass] = (used[birthDayClass] ?? 0) + 1;
    }
    expect(new Set(used)).toEqual(new Set([pairs]));
  });

  it('gives about one in ten a second surname, never the first again', () => {
    const source = nameSource(nameLists(), randomFor('names'));
    let hyphens = 0;
    for (let k = 0; k < 5000; k++) {
      const [first, second, third] = source.at(k, randomFor('person', k)).surname.split('-');
      if (second !== undefined) hyphens += 1;
      expect(second).not.toBe(first);
      expect(third).toBeUndefined();
    }
    expect(hyphens).toBeGreaterThan(400);
    expect(hyphens).toBeLessThan(600);
  });

  it('gives names unlike any other where the birth date is fixed', () => {
    const source = nameSource(shrunken, randomFor('names'));
    const count = pairs * shrunken.surnames.length;
    const seen = new Set<string>();
    for (let k = 0; k < count; k++) {
      const { surname, forename } = source.distinctAt(k);
      seen.add(`${surname}|${forename}`);
    }
    expect(seen.size).toBe(count);
    expect(() => source.distinctAt(count)).toThrow(RangeError);
  });

  it('goes by the sex of the list the forename is from', () => {
    const source = nameSource(shrunken, randomFor('names'));
    for (let k = 0; k < pairs; k++) {
      const { forename, sex } = source.distinctAt(k);
      expect(sex).toBe(shrunken.girls.includes(forename) ? 'F' : 'M');
    }
  });
});
