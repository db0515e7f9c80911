import { makeReplacer, Originals, slotsOf, unitsOf } from '../../../conformance/shrink/index.js';
import type { Element } from '../../../conformance/tree/index.js';
import { addDays } from '../../../src/model/index.js';

const item = (tag: string, value: string): Element => ({ tag, attributes: {}, children: [value] });
const holding = (tag: string, children: readonly Element[]): Element => ({ tag, attributes: {}, children });
const returnOf = (persons: readonly (readonly Element[])[]): Element =>
  holding('Message', [
    holding(
      'Persons',
      persons.map((children) => holding('Person', children)),
    ),
  ]);

describe('a replacement', () => {
  it('of a date is never a day that stood there', () => {
    const days = Array.from({ length: 60 }, (_, i) => addDays('2025-03-01', i));
    const root = returnOf([days.map((day) => holding('Requests', [item('ReceivedDate', day)]))]);
    const originals = new Originals();
    originals.addKept(root);
    const [unit] = unitsOf(slotsOf(root));
    if (!unit) throw new Error('there are no dates');
    expect(unit.slots).toHaveLength(60);
    const replacer = makeReplacer('seed', 2026, originals);
    const made = unit.slots.flatMap((slot) =>
      Array.from({ length: 48 }, (_, attempt) => replacer.valueFor(slot, unit, attempt)),
    );
    expect(made.filter((value) => value === undefined).length).toBeGreaterThan(500);
    expect(made.filter((value) => value !== undefined && !days.includes(value)).length).toBeGreaterThan(500);
    expect(made.filter((value) => value !== undefined && days.includes(value))).toEqual([]);
  });

  it('of any other value is never one that stood there, nor one that another got', () => {
    // Nearly every name of two letters in this form is somebody's.
    const consonants = Array.from('BCDFGHJKLM');
    const names = consonants.flatMap((one) => ['a', 'e', 'i', 'o'].map((two) => one + two));
    const root = returnOf(names.map((name) => [item('Surname', name)]));
    const originals = new Originals();
    originals.addKept(root);
    const replacer = makeReplacer('seed', 2026, originals);
    const made = unitsOf(slotsOf(root)).map((unit) => unit.slots[0] && replacer.valueFor(unit.slots[0], unit, 0));
    expect(made.filter((name) => name !== undefined && names.includes(name))).toEqual([]);
    const given = made.filter((name) => name !== undefined);
    expect(given.length).toBeGreaterThan(30);
    expect(new Set(given).size).toBe(given.length);
  });

  it('hangs on the place of a value and not on the value, so that nobody gets to it by trying', () => {
    const madeOf = (name: string): string | undefined => {
      const root = returnOf([[item('Surname', name)]]);
      const [unit] = unitsOf(slotsOf(root));
      return unit?.slots[0] && makeReplacer('seed', 2026, new Originals()).valueFor(unit.slots[0], unit, 0);
    };
    expect(madeOf('Dale')).toBe(madeOf('Gove'));
  });
});
