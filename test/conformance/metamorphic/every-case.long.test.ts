import { checkMetamorphic, NotComparableError } from '../../../conformance/metamorphic/index.js';
import { buildCases } from '../../../conformance/suite/index.js';
import { collectionYears } from '../../../src/model/index.js';
import { askerOf, reference, removeAskers } from '../asking.js';

afterAll(removeAskers);

const casesOfRule = 3;

describe.each(collectionYears)('the reference validator in %d', (year) => {
  it('follows every change of cases of every rule', async () => {
    const counts = new Map<string, number>();
    const faults: string[] = [];
    let compared = 0;
    for (const { case: one, file } of buildCases({ year, seed: 'm', kit: '0' })) {
      const count = (counts.get(one.rule ?? '') ?? 0) + 1;
      counts.set(one.rule ?? '', count);
      if (count > casesOfRule) continue;
      try {
        const { transformations } = await checkMetamorphic(file, askerOf(reference, year));
        compared += 1;
        for (const { name, verdict } of transformations)
          if (verdict !== 'held' && verdict !== 'not-done') faults.push(`${one.id}: ${name} ${verdict}`);
      } catch (error) {
        if (!(error instanceof NotComparableError) || !/^FILE-0[123]$/.test(one.rule ?? '')) throw error;
      }
    }
    expect(faults).toEqual([]);
    expect(compared).toBeGreaterThan(500);
  }, 300_000);
});
