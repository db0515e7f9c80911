import { makePersonSource, publishedFigures, publishedPersons } from '../../generators/index.js';
import { localAuthorityFigures } from '../../generators/figures/index.js';
import { codesIn, collectionYears } from '../../src/model/index.js';

describe('the published figures of LAs', () => {
  const las = [...codesIn('la', 2025).keys()];

  it('are there for each of the 153, and come to the national ones', () => {
    const sum = (field: 'openPlans' | 'requests' | 'assessments' | 'newPlans' | 'ceasedPlans'): number =>
      las.reduce((total, la) => total + (localAuthorityFigures(la)?.[field] ?? NaN), 0);
    expect(las).toHaveLength(153);
    expect([sum('openPlans'), sum('requests'), sum('newPlans'), sum('ceasedPlans')]).toEqual([
      638_745, 154_489, 97_747, 44_862,
    ]);
    expect(sum('assessments')).toBe(105_340);
  });

  it('say how many persons a return has', () => {
    // All with an open plan, those whose plan ceased, and those whose request came to nothing or to nothing yet.
    const persons = publishedPersons('202') ?? 0;
    expect(persons).toBeGreaterThan(1607 + 150);
    expect(persons).toBeLessThan(1607 + 150 + 246);
    expect(publishedPersons('999')).toBeUndefined();
    // Every LA of every collection has some.
    for (const year of collectionYears)
      for (const la of codesIn('la', year).keys()) expect([la, publishedPersons(la)]).toEqual([la, expect.any(Number)]);
    for (const la of las) expect(publishedPersons(la)).toBeGreaterThan(0);
  });

  // One that refuses much for its size, one that refuses little, and one whose plans are mostly new.
  it.each(['316', '202', '330'])('are what a return of %s comes to, sampling aside', (la) => {
    const of = localAuthorityFigures(la);
    const figures = publishedFigures(la);
    if (!of || !figures) throw new Error(`nothing is published of ${la}`);
    const source = makePersonSource({ year: 2025, la, seed: 'flows', figures });
    const found = { openPlans: 0, ceasedPlans: 0, requests: 0, newPlans: 0 };
    for (let k = 0; k < (publishedPersons(la) ?? 0); k++) {
      for (const { ReceivedDate, Assessment, ActivePlans } of source.person(k).Requests ?? []) {
        const plan = Assessment?.NamedPlan;
        if (ReceivedDate?.startsWith('2024')) found.requests += 1;
        if (plan) found[plan.CeaseDate === undefined ? 'openPlans' : 'ceasedPlans'] += 1;
        if (plan?.StartDate?.startsWith('2024') && ActivePlans?.TransferLA === undefined) found.newPlans += 1;
      }
    }
    for (const flow of ['openPlans', 'ceasedPlans', 'requests', 'newPlans'] as const) {
      // Three standard deviations of a count, and a thousandth of the persons for each of the strata.
      const tolerance = 3 * Math.sqrt(of[flow]) + 0.01 * of[flow];
      expect({ flow, far: Math.abs(found[flow] - of[flow]) > tolerance }).toEqual({ flow, far: false });
    }
  });
});
