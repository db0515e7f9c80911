import { plantersIn, type Planter } from '../../scenarios/planters/index.js';
import { collectionYear } from '../../src/model/index.js';
import { randomFor } from '../../src/random/index.js';
import type { Person } from '../../src/return/index.js';
import { algorithmVersion } from '../algorithm.js';
import { permutation } from '../permutation.js';
import type { PersonSource, ReturnKey } from '../person.js';
import { DefectPlanError, type DefectPlan } from './defect-plan.js';

/** A fault as it stands in a person, by the path from the person on. */
export interface PlantedFault {
  readonly rule: string;
  readonly path: string;
}

/** Plants faults in persons of a return. */
export interface DefectSource {
  /**
   * Plants in person `k` (from 0) what the plan has for them, one fault at most, and says what it was. What falls on
   * whom depends on the key, the plan and the number of persons alone, not on what was asked for before.
   */
  plant(k: number, person: Person): PlantedFault | undefined;
}

/**
 * Settles which persons get the faults of a plan. Counted faults fall on persons in a random order, one after another,
 * that can have them, and are held, one number each; rates are drawn person by person.
 * @throws DefectPlanError where too few of the persons can have a fault that is counted.
 */
export function defectSource(
  plan: DefectPlan,
  { year, la, seed }: Pick<ReturnKey, 'year' | 'la' | 'seed'>,
  persons: number,
  source: PersonSource,
): DefectSource {
  const facts = collectionYear(year);
  const byRule = new Map(plantersIn(year).map((planter) => [planter.rule, planter]));
  const planterOf = (rule: string): Planter => {
    const planter = byRule.get(rule);
    if (!planter) throw new DefectPlanError(`no fault of ${rule} can be planted in ${year}`);
    return planter;
  };
  const key = [algorithmVersion, seed, year, la, 'defects'] as const;
  const counted = new Map<number, Planter>();
  plan.defects.forEach((defect, at) => {
    if (!('count' in defect)) return;
    const planter = planterOf(defect.rule);
    const order = permutation(persons, randomFor(...key, 'order', at));
    let left = defect.count;
    for (let i = 0; i < persons && left > 0; i++) {
      const k = order.at(i);
      if (counted.has(k) || planter.plant(source.person(k), facts) === undefined) continue;
      counted.set(k, planter);
      left -= 1;
    }
    if (left > 0)
      throw new DefectPlanError(
        `${defect.count} faults of ${defect.rule} are asked for, and only ${defect.count - left} of ${persons} persons can have one; ask for fewer, or for more persons`,
      );
  });
  const rates = plan.defects.flatMap((defect) =>
    'perThousand' in defect ? [{ planter: planterOf(defect.rule), share: defect.perThousand / 1000 }] : [],
  );

  const drawn = (k: number): Planter | undefined => {
    if (rates.length === 0) return undefined;
    let at = randomFor(...key, k).next();
    for (const { planter, share } of rates) {
      at -= share;
      if (at < 0) return planter;
    }
    return undefined;
  };
  return {
    plant: (k, person) => {
      const planter = counted.get(k) ?? drawn(k);
      const path = planter?.plant(person, facts);
      return planter && path !== undefined ? { rule: planter.rule, path } : undefined;
    },
  };
}
