import { generateReturn, headerFor, makePersonSource, persons } from '../../generators/index.js';
import { returnToXml } from '../../output/xml/index.js';
import { collectionYears } from '../../src/model/index.js';
import type { Return } from '../../src/return/index.js';
import { bytesSource, validate } from '../../src/validate/index.js';

const findingsOf = (ret: Return, year: number): string[] =>
  validate(bytesSource(new TextEncoder().encode(returnToXml(ret, year)))).findings.map(
    ({ rule, path, message }) => `${rule} ${path} ${message}`,
  );

describe.each([...collectionYears])('a generated return of %d', (year) => {
  it.each([
    ['202', 'one', 1],
    ['330', 'two', 9],
    ['420', 'three', 20],
    ['938', 'four', 47],
    ['815', 'five', 1100],
    ['839', '', 300],
  ])('draws no finding of any level (LA %s, seed %s, %d persons)', (la, seed, count) => {
    expect(findingsOf(generateReturn({ year, la, seed, persons: count }), year)).toEqual([]);
  });

  it.each([
    [0, 10],
    [333, 353],
    [990, 1100],
    [123_456, 123_700],
    [9_999_900, 10_000_000],
  ])('draws none when it holds the persons from %d to %d alone', (from, to) => {
    const key = { year, la: '202', seed: 'shards' };
    const ret = { Header: headerFor(key), Persons: { Person: [...persons(makePersonSource(key), from, to)] } };
    expect(findingsOf(ret, year)).toEqual([]);
  });
});
