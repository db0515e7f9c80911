import { kitKnowledge } from '../../../conformance/compare/index.js';

describe('what the kit knows of the cases of a year', () => {
  it('is whether a case exists', () => {
    expect(kitKnowledge.exists('PER-09.absent', 'PER-09', 2025)).toBe(true);
    expect(kitKnowledge.exists('PER-09.absent', 'PER-09', 2023)).toBe(false);
    expect(kitKnowledge.exists('PER-08.absent', 'PER-08', 2025)).toBe(false);
    expect(kitKnowledge.exists('valid.awaiting-decision', null, 2025)).toBe(true);
    expect(kitKnowledge.exists('valid.awaiting-decision.alone', null, 2025)).toBe(true);
  });

  it('is nothing of cases of others, but for those of a rule that the year has not', () => {
    expect(kitKnowledge.exists('PER-01.of-a-vendor', 'PER-01', 2025)).toBeNull();
    expect(kitKnowledge.exists('PER-08.of-a-vendor', 'PER-08', 2025)).toBe(false);
    expect(kitKnowledge.exists('PER-01.absent', 'PER-01', 2019)).toBeNull();
  });

  it('is whether a case must be answered otherwise', () => {
    // Work-based learning moved from the plan to the placement in 2024, and the finding with it.
    const told = kitKnowledge.answeredOtherwise(['PER-01.absent', 'PLC-22.apprentice-of-twelve', '*'], 2023, 2024);
    expect(told?.get('PER-01.absent')).toBe(false);
    expect(told?.get('PLC-22.apprentice-of-twelve')).toBe(true);
    // What looks like a glob is no case.
    expect(told?.has('*')).toBe(false);
    expect(kitKnowledge.answeredOtherwise(['PER-01.absent'], 2019, 2026)).toBeNull();
  });
});
