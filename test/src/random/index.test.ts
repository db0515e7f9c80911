/**
 * The promise: the same parts give the same draws on every machine, for ever. Every seed that anyone kept rests on
 * it, so a change here means a new algorithm version and another return from each of those seeds.
 */
import { randomFor } from '../../../src/random/index.js';

describe('the draws of a stream', () => {
  it('are what they were', () => {
    const random = randomFor(1, 'seed', 2025, '202', 0);
    expect([
      random.next(),
      random.next(),
      random.int(1, 6),
      random.int(1, 6),
      random.chance(0.5),
      random.pick(['a', 'b', 'c', 'd', 'e', 'f']),
      random.weighted([
        ['a', 1],
        ['b', 2],
        ['c', 3],
      ]),
    ]).toEqual([0.7998961377888918, 0.9543792908079922, 5, 6, false, 'd', 'b']);
  });

  it('depend on nothing drawn elsewhere', () => {
    const alone = randomFor('x');
    const drawn = [alone.next(), alone.next()];
    const other = randomFor('y');
    const again = randomFor('x');
    other.next();
    const [first] = [again.next(), other.next()];
    expect([first, again.next()]).toEqual(drawn);
  });

  it('differ wherever the parts do', () => {
    const parts = [
      [],
      [''],
      ['', ''],
      ['a', 'bc'],
      ['ab', 'c'],
      ['abc'],
      ['a","bc'],
      [1],
      ['1'],
      [1, 1],
      [11],
      ['[1]'],
      [0],
      [-1],
    ];
    const first = parts.map((one) => randomFor(...one).next());
    expect(new Set(first).size).toBe(parts.length);
  });
});

describe('a stream', () => {
  const draws = <T>(draw: (k: number) => T, count = 20_000): T[] => Array.from({ length: count }, (_, k) => draw(k));
  const random = randomFor('ranges');
  const share = <T>(list: readonly T[], value: T): number => list.filter((one) => one === value).length / list.length;

  it('draws from 0 up to, but not including, 1', () => {
    const all = draws(() => random.next());
    expect(all.filter((one) => !(one >= 0 && one < 1))).toEqual([]);
    expect(all.reduce((sum, one) => sum + one, 0) / all.length).toBeCloseTo(0.5, 1);
  });

  it('draws whole numbers, both ends included', () => {
    const all = draws(() => random.int(-2, 3));
    expect([...new Set(all)].sort((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2, 3]);
    for (const value of new Set(all)) expect(share(all, value)).toBeCloseTo(1 / 6, 1);
    expect(random.int(7, 7)).toBe(7);
  });

  it('takes chances as given', () => {
    expect(draws(() => random.chance(0)).includes(true)).toBe(false);
    expect(draws(() => random.chance(1)).includes(false)).toBe(false);
    expect(
      share(
        draws(() => random.chance(0.2)),
        true,
      ),
    ).toBeCloseTo(0.2, 1);
  });

  it('picks each as likely', () => {
    const all = draws(() => random.pick(['a', 'b', 'c', 'd']));
    for (const one of ['a', 'b', 'c', 'd']) expect(share(all, one)).toBeCloseTo(0.25, 1);
    expect(random.pick(['only'])).toBe('only');
  });

  it('weighs in any unit, and never draws what weighs nothing', () => {
    const table = [
      ['never', 0],
      ['often', 300],
      ['seldom', 100],
      ['nor this', 0],
    ] as const;
    const all = draws(() => random.weighted(table));
    expect(new Set(all)).toEqual(new Set(['often', 'seldom']));
    expect(share(all, 'often')).toBeCloseTo(0.75, 1);
  });

  it('refuses to choose from nothing', () => {
    expect(() => random.pick([])).toThrow(new RangeError('nothing to pick from'));
    expect(() => random.weighted([])).toThrow(new RangeError('no weight is above 0'));
    expect(() => random.weighted([['a', 0]])).toThrow(new RangeError('no weight is above 0'));
  });
});
