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

/** What a plan comes to in one return: plain data that may be sent to another thread. */
export interface SettledDefects {
  /** Indices of the persons that get a counted fault, each with its rule. */
  readonly counted: ReadonlyMap<number, string>;
  readonly rates: readonly { readonly rule: string; readonly perThousand: number }[];
}

type DefectKey = Pick<ReturnKey, 'year' | 'la' | 'seed'>;

const keyOf = ({ year, la, seed }: DefectKey) => [algorithmVersion, seed, year, la, 'defects'] as const;

function planterFor(year: number): (rule: string) => Planter {
  const byRule = new Map(plantersIn(year).map((planter) => [planter.rule, planter]));
  return (rule) => {
    const planter = byRule.get(rule);
    if (!planter) throw new DefectPlanError(`no fault of ${rule} can be planted in ${year}`);
    return planter;
  };
}

/**
 * Settles which persons of a whole return get the faults of a plan. Counted faults fall on persons in a random order,
 * one after another, that can have them, and are held, a few bytes each; rates are drawn person by person.
 * @throws DefectPlanError where too few of the persons can have a fault that is counted.
 */
export function settleDefects(plan: DefectPlan, key: DefectKey, persons: number, source: PersonSource): SettledDefects {
  const facts = collectionYear(key.year);
  const planterOf = planterFor(key.year);
  const counted = new Map<number, string>();
  plan.defects.forEach((defect, at) => {
    if (!('count' in defect)) return;
    const planter = planterOf(defect.rule);
    const order = permutation(persons, randomFor(...keyOf(key), 'order', at));
    let left = defect.count;
    for (let i = 0; i < persons && left > 0; i++) {
      const k = order.at(i);
      if (counted.has(k) || planter.plant(source.person(k), facts) === undefined) continue;
      counted.set(k, defect.rule);
      left -= 1;
    }
    if (left === 0) return;
    const possible = defect.count - left;
    throw new DefectPlanError(
      `${defect.count} faults of ${defect.rule} are asked for, and only ${possible} of ${persons} persons can have one; ask for fewer, or for more persons`,
    );
  });
  return { counted, rates: plan.defects.filter((defect) => 'perThousand' in defect) };
}

/** Plants what was settled. @throws DefectPlanError for a rule that cannot be planted in the year */
export function defectSource({ counted, rates }: SettledDefects, key: DefectKey): DefectSource {
  const facts = collectionYear(key.year);
  const planterOf = planterFor(key.year);
  const shares = rates.map(({ rule, perThousand }) => ({ planter: planterOf(rule), share: perThousand / 1000 }));
  const drawn = (k: number): Planter | undefined => {
    if (shares.length === 0) return undefined;
    let at = randomFor(...keyOf(key), k).next();
    for (const { planter, share } of shares) {
      at -= share;
      if (at < 0) return planter;
    }
    return undefined;
  };
  return {
    plant: (k, person) => {
      const rule = counted.get(k);
      const planter = rule === undefined ? drawn(k) : planterOf(rule);
      const path = planter?.plant(person, facts);
      return planter && path !== undefined ? { rule: planter.rule, path } : undefined;
    },
  };
}
