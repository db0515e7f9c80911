import { ages, nationalFigures } from '../../generators/figures/index.js';
import { sum } from '../../generators/fit.js';
import { madeUpRegister } from '../../generators/index.js';
import { mixOf } from '../../generators/mix.js';
import { strataFor } from '../../generators/strata.js';
import { drawTraits } from '../../generators/traits.js';
import { hasPlan, otherLas, schoolYearAge, whyNot, type CaseTraits } from '../../scenarios/life/index.js';
import { collectionYear, collectionYears } from '../../src/model/index.js';
import { randomFor } from '../../src/random/index.js';

const { openPlans, placements, primaryNeeds } = nationalFigures;
const mix = mixOf(nationalFigures);

function draw(year: number, count: number): CaseTraits[] {
  const stratum = strataFor(randomFor('traits'), mix.plots);
  return Array.from({ length: count }, (_, k) =>
    drawTraits(stratum(k), k % 16, collectionYear(year), mix, randomFor('traits', year, k)),
  );
}

describe('drawTraits', () => {
  it.each([...collectionYears])('chooses only what can happen in %d', (year) => {
    const world = {
      facts: collectionYear(year),
      la: '202',
      otherLas: otherLas(year, '202'),
      establishment: madeUpRegister('202').establishment,
    };
    const reasons = draw(year, 6000).map((traits) => whyNot(traits, world));
    expect(reasons.filter((reason) => reason !== undefined)).toEqual([]);
  });

  describe('comes within a point of the published shares of open plans', () => {
    const open = draw(2025, 20_000).filter(({ plot, ceased }) => hasPlan(plot) && ceased === undefined);
    const percent = (is: (traits: CaseTraits) => boolean): number => (100 * open.filter(is).length) / open.length;
    const within = (found: number, published: number): void => {
      expect(Math.abs(found - published)).toBeLessThan(1);
    };

    it('by age on the 31 August before', () => {
      ages.forEach((age, i) => {
        const found = percent(({ birthDate }) => schoolYearAge(birthDate, '2025-01-16') === age);
        within(found, (100 * (openPlans[i] ?? 0)) / sum(openPlans));
      });
    });

    it('by primary need', () => {
      const all = sum(Object.values(primaryNeeds).map(sum));
      for (const [need, counts] of Object.entries(primaryNeeds)) {
        const found = percent(({ needs: [first] }) => first === need || (need === 'OTH' && first === 'DS'));
        within(found, (100 * sum(counts)) / all);
      }
    });

    it('by placement', () => {
      const all = sum(placements.map((place) => sum(place.open)));
      for (const { setting, open: counts } of placements) {
        const wanted = JSON.stringify(setting);
        within(
          percent((traits) => JSON.stringify(traits.setting) === wanted),
          (100 * sum(counts)) / all,
        );
      }
    });
  });

  it('places few with profound needs in mainstream schools, and nobody young at a college', () => {
    for (const { needs, setting, birthDate, workBased } of draw(2025, 10_000)) {
      const age = schoolYearAge(birthDate, '2025-01-16');
      if (setting.by === 'urn' && setting.kind === 'general_fe_tertiary_colleges') expect(age).toBeGreaterThan(13);
      if (setting.by === 'code' && setting.code === 'NEET') expect(age).toBeGreaterThan(15);
      if (workBased) expect(age).toBeGreaterThan(15);
      expect(needs[0]).not.toBe(needs[1]);
    }
    const profound = draw(2025, 20_000).filter(({ needs }) => needs[0] === 'PMLD');
    const mainstream = profound.filter(({ setting }) => setting.by === 'urn' && setting.kind.startsWith('mainstream'));
    expect(profound.length).toBeGreaterThan(100);
    expect(mainstream.length / profound.length).toBeLessThan(0.1);
  });
});
