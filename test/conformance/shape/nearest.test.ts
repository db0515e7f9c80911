import { hint, nearest } from '../../../conformance/shape/index.js';

describe('the nearest word', () => {
  const words = ['PER-13', 'PER-23', 'PLC-17', 'UniqueLearnerNumber'];

  it.each([
    ['PER-133', 'PER-13'],
    ['per-13', 'PER-13'],
    ['PLX-17', 'PLC-17'],
    ['UniqueLernerNumbr', 'UniqueLearnerNumber'],
    ['ABC-99', undefined],
    ['', undefined],
    ['x'.repeat(100_000), undefined],
  ])('of %s', (word, wanted) => {
    expect(nearest(word, words)).toBe(wanted);
  });

  it('is a hint, or nothing', () => {
    expect(hint('PER-31', ['PER-13'])).toBe('; did you mean PER-13?');
    expect(hint('entirely', ['PER-13'])).toBe('');
  });
});
