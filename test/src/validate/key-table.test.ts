import { KeyTable } from '../../../src/validate/key-table.js';

describe('the table of keys', () => {
  it('groups the positions of each key that stands more than once, by their first', () => {
    const table = new KeyTable();
    ['c', 'a', 'b', 'a', '', 'c', 'a', 'd', ''].forEach((key, i) => {
      table.add(key, i + 1);
    });
    expect(table.groups()).toEqual([
      [1, 6],
      [2, 4, 7],
      [5, 9],
    ]);
  });

  it('finds no two alike among many that differ, and those that are alike', () => {
    const table = new KeyTable();
    const count = 200_000;
    for (let i = 1; i <= count; i++) table.add(`B${String(i).padStart(12, '0')}`, i);
    expect(table.groups()).toEqual([]);
    table.add('B000000000007', count + 1);
    table.add(`B${String(count).padStart(12, '0')}`, count + 2);
    expect(table.groups()).toEqual([
      [7, count + 1],
      [count, count + 2],
    ]);
  });
});
