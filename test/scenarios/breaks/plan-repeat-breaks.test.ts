import { nearMisses } from '../../../scenarios/breaks/catalogue.js';
import { planRepeatBreaks } from '../../../scenarios/breaks/plan-repeat-breaks.js';
import { collectionYears } from '../../../src/model/index.js';
import { rulesIn } from '../../../src/rules/index.js';

/** Every rule about plans and placements, of any year. */
const rules = [
  ...new Set(
    collectionYears.flatMap((year) =>
      rulesIn(year)
        .map(({ id }) => id)
        .filter((id) => /^PL[NC]-/.test(id)),
    ),
  ),
];

const repeats = ['first-person', 'last-person', 'first-request', 'middle-request', 'last-request'];

describe('the cases of a rule about plans or placements', () => {
  it.each(rules)('%s is broken at each end of the return and in each of three requests', (rule) => {
    const names = planRepeatBreaks.filter((one) => one.rule === rule).map(({ name }) => name);
    expect(names).toEqual(repeats);
  });

  it.each([...rules, 'RET-01', 'RET-02', 'RET-03', 'RET-04', 'RET-05', 'RET-06', 'RET-07'])(
    '%s has a near miss',
    (rule) => {
      expect(nearMisses.filter((one) => one.rule === rule)).not.toEqual([]);
    },
  );
});
