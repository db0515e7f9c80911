import { valueBreaks } from '../../../scenarios/breaks/value-breaks.js';
import { collectionYears, yearModel, type ItemType } from '../../../src/model/index.js';
import { wrongValues } from '../../../scenarios/breaks/wrong-values.js';
import { madeIn, unproved } from './proof.js';

describe.each(collectionYears)('the wrong values in %i', (year) => {
  it('break the rule of their item, and no other', () => {
    expect(unproved(valueBreaks, { year, la: '330', seed: 'value' })).toEqual([]);
  });

  it('are of every item with a VAL rule, five ways at least', () => {
    const made = madeIn(valueBreaks, year);
    const items = yearModel(year).items.filter((item) => item.hasValueRule);
    expect(items.length).toBeGreaterThan(50);
    const few = items.filter(
      ({ parent, tag }) => made.filter(({ rule }) => rule === `VAL-${parent.tag}.${tag}`).length < 5,
    );
    expect(few.map(({ parent, tag }) => `${parent.tag}.${tag}`)).toEqual([]);
  });
});

describe('the ways a value goes wrong', () => {
  const types = new Set(collectionYears.flatMap((year) => yearModel(year).items.map(({ node }) => node.type)));

  it.each([...types])('differ from one another for %s', (type: ItemType) => {
    const names = wrongValues(type).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
