import { table, tablesBy } from '../../generators/table.js';
import { randomFor } from '../../src/random/index.js';

describe('table', () => {
  it('draws by weight and never what has none', () => {
    const random = randomFor('table');
    const drawn = { a: 0, b: 0, none: 0 };
    const choices = table<keyof typeof drawn>([
      ['none', 0],
      ['a', 1],
      ['b', 3],
      ['none', -1],
    ]);
    for (let i = 0; i < 10_000; i++) drawn[choices.draw(random)] += 1;
    expect(drawn.none).toBe(0);
    expect(drawn.a + drawn.b).toBe(10_000);
    expect(drawn.b / drawn.a).toBeGreaterThan(2.7);
    expect(drawn.b / drawn.a).toBeLessThan(3.3);
  });

  it('refuses a table without weight', () => {
    expect(() => table([['a', 0]])).toThrow(RangeError);
  });

  it('makes a table for each key once', () => {
    let made = 0;
    const of = tablesBy<number, number>((key) => {
      made += 1;
      return [[key, 1]];
    });
    expect([of(1), of(2), of(1)].map((t) => t.draw(randomFor('x')))).toEqual([1, 2, 1]);
    expect(made).toBe(2);
  });
});
