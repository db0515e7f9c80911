import { ageOn, makeDate, yearModel } from '../../src/model/index.js';
import type { Random } from '../../src/random/index.js';
import type { CaseTraits, World } from './traits.js';

/** One run of one case: what was chosen for it, what surrounds it, and the days that bound it. */
export interface CaseRun {
  readonly traits: CaseTraits;
  readonly world: World;
  readonly random: Random;
  readonly born: string;
  /** Age on census day, in completed years. */
  readonly age: number;
  readonly censusDay: string;
  /** 1 January of the activity year: what was decided before it is historical. */
  readonly activityStart: string;
  /** Whether the collection year has an item in a container. */
  has(parent: string, tag: string): boolean;
}

/** @throws RangeError for a collection year the kit does not know. */
export function caseRun(traits: CaseTraits, world: World, random: Random): CaseRun {
  const { year, referenceDate, activityYear } = world.facts;
  const model = yearModel(year);
  return {
    traits,
    world,
    random,
    born: traits.birthDate,
    age: ageOn(traits.birthDate, referenceDate),
    censusDay: referenceDate,
    activityStart: makeDate(activityYear, 1, 1),
    has: (parent, tag) => model.item(parent, tag) !== undefined,
  };
}
