import { publishedPersons } from '../../generators/index.js';
import { localAuthorityFigures } from '../../generators/figures/index.js';
import { codesIn } from '../../src/model/index.js';

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
    expect(publishedPersons('202')).toBe(1607 + 150 + (246 - 202));
    expect(publishedPersons('999')).toBeUndefined();
    for (const la of las) expect(publishedPersons(la)).toBeGreaterThan(0);
  });
});
