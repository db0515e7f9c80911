import { neighboursIn } from '../../../scenarios/breaks/order-breaks.js';
import { structureBreaks } from '../../../scenarios/breaks/structure-breaks.js';
import { collectionYears, yearModel } from '../../../src/model/index.js';
import { makeBroken } from '../../../conformance/suite/make-case.js';
import type { Break } from '../../../scenarios/index.js';
import { madeIn, parentMaker, unproved } from './proof.js';

/** Where the breaks of a rule fire in a year, without positions, each path that is told once. */
function placesOf(
  breaks: readonly Break[],
  rule: string,
  key: { year: number; la: string; seed: string },
): Set<string> {
  const parent = parentMaker(key);
  const places = madeIn(
    breaks.filter((one) => one.rule === rule),
    key.year,
  ).flatMap((one) => makeBroken(key, parent(one.parent), one).change.at);
  return new Set(
    places.map((path) =>
      path
        .split('/')
        .slice(-2)
        .join('/')
        .replaceAll(/\[\d+\]/g, ''),
    ),
  );
}

describe.each(collectionYears)('the breaks of the structure in %i', (year) => {
  const key = { year, la: '330', seed: 'structure' };
  const model = yearModel(year);
  const everyItem = model.items.map(({ parent, tag }) => `${parent.tag}/${tag}`);
  const everyContainer = model.groups.map(({ parent, tag }) => (parent ? `${parent.tag}/${tag}` : `/${tag}`));
  const missing = (expected: readonly string[], there: ReadonlySet<string>): string[] =>
    expected.filter((one) => !there.has(one));

  it('fire where they say, and nothing else does', () => {
    expect(unproved(structureBreaks, key)).toEqual([]);
  });

  it('put an unknown element into every container, once and twice', () => {
    const places = placesOf(structureBreaks, 'FILE-06', key);
    const expected = model.groups.flatMap(({ tag }) => [`${tag}/LocalNote`, `${tag}/CaseWorker`]);
    expect(missing(expected, places)).toEqual([]);
    const second = model.groups.map(({ tag }) => `unknown-element-twice-in-${tag.toLowerCase()}`);
    const names = new Set(structureBreaks.map(({ name }) => name));
    expect(missing(second, names)).toEqual([]);
  });

  it('exchange every two neighbours', () => {
    const neighbours = neighboursIn(year);
    // Every child of a container but the last has one after it that it can stand beside.
    const children = model.groups.flatMap(({ tag, children: all }) =>
      all.slice(0, -1).map((child) => `${tag}/${child.tag}`),
    );
    const firsts = new Set(neighbours.map(({ container, first }) => `${container}/${first}`));
    expect(missing(children, firsts)).toEqual([]);
    expect(missing([...firsts], placesOf(structureBreaks, 'FILE-07', key))).toEqual([]);
    const summaries = new Set(madeIn(structureBreaks, year).map(({ summary }) => summary));
    const swaps = neighbours.map(({ container, first, second }) => `${first} stands after ${second} in ${container}.`);
    expect(missing(swaps, summaries)).toEqual([]);
  });

  it('double every item, and every container that stands once', () => {
    const single = model.groups.filter(({ parent, repeats }) => parent && !repeats);
    const expected = [...everyItem, ...single.map(({ parent, tag }) => `${parent?.tag ?? ''}/${tag}`)];
    expect(missing(expected, placesOf(structureBreaks, 'FILE-08', key))).toEqual([]);
  });

  it('go over the maximum of every container that has one', () => {
    const limited = model.groups.filter(({ repeats, max }) => repeats && max !== Infinity);
    expect(limited.length).toBeGreaterThan(0);
    const expected = limited.map(({ parent, tag }) => `${parent?.tag ?? ''}/${tag}`);
    expect(missing(expected, placesOf(structureBreaks, 'FILE-08', key))).toEqual([]);
  });

  it('put text into every container, and elements into every item', () => {
    expect(missing([...everyItem, ...everyContainer], placesOf(structureBreaks, 'FILE-10', key))).toEqual([]);
  });

  it('put an attribute on every container and every item', () => {
    expect(missing([...everyItem, ...everyContainer], placesOf(structureBreaks, 'FILE-11', key))).toEqual([]);
  });
});
