import { ceasedPlans, newPlans, openPlans, requests, startedAt, yearsInPlace } from './flows.js';
import { primaryNeeds } from './needs.js';
import {
  assessments,
  ethnicGroups,
  ethnicityUnclassified,
  personalBudgets,
  refusalTime,
  reviews,
  sexes,
  sixWeeks,
  timeliness,
  timelinessUnexcepted,
  workBased,
  youthAccommodation,
} from './people.js';
import { placements, type PlacementFigures } from './placements.js';

/** The same shape with any number in the place of each. */
type Numbers<T> = T extends number
  ? number
  : T extends readonly unknown[]
    ? readonly number[]
    : { readonly [K in keyof T]: Numbers<T[K]> };

/** Codes of the needs that the figures tell apart. */
export type Need = keyof typeof primaryNeeds;

/** All the counts that a mix of persons is made from: those of England, or of one LA as far as it publishes them. */
export interface Figures {
  /** Open plans by `ages`. */
  readonly openPlans: readonly number[];
  /** Open plans by the age at which they started, by `flowAges`. */
  readonly startedAt: readonly number[];
  /** Plans issued in the activity year by the age at which they started, by `flowAges`. */
  readonly newPlans: readonly number[];
  /** Open plans by years in place, from 0 to "12 or more". */
  readonly yearsInPlace: readonly number[];
  readonly requests: Numbers<typeof requests>;
  readonly ceasedPlans: Numbers<typeof ceasedPlans>;
  readonly sexes: Numbers<typeof sexes>;
  readonly ethnicGroups: Numbers<typeof ethnicGroups>;
  readonly ethnicityUnclassified: number;
  readonly primaryNeeds: Readonly<Record<Need, readonly number[]>>;
  readonly placements: readonly PlacementFigures[];
  readonly workBased: typeof workBased;
  readonly personalBudgets: Numbers<typeof personalBudgets>;
  readonly reviews: Numbers<typeof reviews>;
  readonly youthAccommodation: Numbers<typeof youthAccommodation>;
  readonly sixWeeks: Numbers<typeof sixWeeks>;
  readonly assessments: Numbers<typeof assessments>;
  readonly refusalTime: Numbers<typeof refusalTime>;
  readonly timeliness: Numbers<typeof timeliness>;
  readonly timelinessUnexcepted: Numbers<typeof timelinessUnexcepted>;
}

/** The figures of England. */
export const nationalFigures: Figures = {
  openPlans,
  startedAt,
  newPlans,
  yearsInPlace,
  requests,
  ceasedPlans,
  sexes,
  ethnicGroups,
  ethnicityUnclassified,
  primaryNeeds,
  placements,
  workBased,
  personalBudgets,
  reviews,
  youthAccommodation,
  sixWeeks,
  assessments,
  refusalTime,
  timeliness,
  timelinessUnexcepted,
};
