import { accountLines, exerciseAccount, featuresOf, type FeatureId } from '../../../conformance/exercise/index.js';

const year = 2026;
const everything = featuresOf(year)
  .filter(({ cannot }) => cannot === undefined)
  .map(({ id }) => id);

function without(...gone: readonly (string | RegExp)[]): ReadonlySet<FeatureId> {
  const isGone = (id: string): boolean => gone.some((one) => (typeof one === 'string' ? one === id : one.test(id)));
  return new Set(everything.filter((id) => !isGone(id)));
}

const pack = [
  { name: 'ceases', covers: ['shape:ceased-plan', 'code:SENneed.SENtype=DS'] },
  { name: 'moves', covers: ['item:ActivePlans.PhaseTransferDueDate'] },
  { name: 'moves-and-ceases', covers: ['item:ActivePlans.PhaseTransferDueDate', 'shape:ceased-plan', 'rule:PER-01'] },
];

function linesWithout(...gone: readonly (string | RegExp)[]): readonly string[] {
  return accountLines(exerciseAccount(year, without(...gone), pack));
}

describe('an account of what was not exercised', () => {
  it('says so where nothing is missing', () => {
    expect(linesWithout()).toEqual([`All of the 495 things that a return of 2026 can exercise came up.`]);
  });

  it('is in the words of the return', () => {
    expect(linesWithout('shape:ceased-plan', 'item:ActivePlans.PhaseTransferDueDate')).toEqual([
      '2 of the 495 things that a return of 2026 can exercise never came up:',
      '  no plan was ever ceased (story moves-and-ceases)',
      '  PhaseTransferDueDate never present (story moves-and-ceases)',
      'This story covers all of it that a case pack can (sen2kit cases --year 2026): moves-and-ceases',
    ]);
  });

  it('tells the values of an item together: those that were seen or, where they are more, those that were not', () => {
    expect(linesWithout(/^code:SENneed.SENtype=(?!ASD|SEMH)/)[1]).toBe('  of 13 needs only SEMH and ASD seen');
    expect(linesWithout(/^code:SENneed.SENtype=(ASD|SEMH|HI)/)[1]).toBe('  of 13 needs never SEMH, HI or ASD');
    expect(linesWithout('code:PlanDetail.SENunitIndicator=1')[1]).toBe(
      '  of 2 values of SENunitIndicator of PlanDetail only 0 seen',
    );
    // An item that never came up had no value either: that is told once.
    expect(linesWithout(/CeaseReason/)[1]).toBe('  CeaseReason never present');
    expect(linesWithout(/CeaseReason/).join()).not.toContain('reasons for ceasing');
  });

  it('counts the rules that had nothing to look at, and names the first', () => {
    expect(linesWithout('rule:PER-21', 'rule:RET-07').slice(1)).toEqual([
      '  2 of 220 rules had nothing to look at: PER-21, RET-07',
    ]);
    expect(linesWithout(/^rule:PL/)[1]).toMatch(/^ {2}65 of 220 rules had nothing to look at: PLN-01, .* and 53 more$/);
  });

  it('tells of the year before only what is not told as an item or a rule', () => {
    const lines = linesWithout('year:order:ActivePlans:changed', 'year:rule:HDR-13:added', 'rule:HDR-13');
    expect(lines.length).toBe(3);
    expect(lines[2]).toBe('  nothing shows that order ActivePlans was changed since 2025');
  });

  it('gives every story that covers a thing, and the fewest for all', () => {
    const account = exerciseAccount(
      year,
      without('shape:ceased-plan', 'item:ActivePlans.PhaseTransferDueDate', 'code:SENneed.SENtype=DS', 'rule:RET-04'),
      pack,
    );
    const missing = account.groups.flatMap((group) => group.missing);
    expect(missing.map(({ id, stories }) => [id, stories])).toEqual([
      ['item:ActivePlans.PhaseTransferDueDate', ['moves', 'moves-and-ceases']],
      ['code:SENneed.SENtype=DS', ['ceases']],
      ['shape:ceased-plan', ['ceases', 'moves-and-ceases']],
      ['rule:RET-04', []],
    ]);
    expect(account.stories).toEqual(['ceases', 'moves']);
    expect(exerciseAccount(year, without('shape:ceased-plan')).stories).toEqual([]);
  });
});
