import { collectionYears } from '../../../src/model/index.js';
import { rulesIn } from '../../../src/rules/index.js';
import { removeAskers } from '../asking.js';
import { brokenCases, faultOf } from './anonymised-cases.js';

afterAll(removeAskers);

describe.each(collectionYears)('a case of every rule of %d', (year) => {
  it('is made small and anonymous, and still breaks the rule', async () => {
    const cases = brokenCases(year, []);
    expect(cases.length).toBe(rulesIn(year).length);
    const faults: string[] = [];
    for (const one of cases) faults.push((await faultOf(one)) ?? '');
    expect(faults.filter((fault) => fault !== '')).toEqual([]);
  }, 300_000);
});
