import type { Random, Weighted } from '../src/random/index.js';
import { ages, type Figures, type Need } from './figures/index.js';
import { fit, sum } from './fit.js';
import type { PlaceClass, Placing } from './placing.js';
import { tablesBy } from './table.js';

/** How much likelier a need is in mainstream, special and other places; 1 for any not named. The published tables do not cross the two. */
const leaning: Partial<Record<Need, readonly [mainstream: number, special: number, elsewhere: number]>> = {
  PMLD: [0.04, 4, 0.6],
  SLD: [0.08, 3, 1],
  ASD: [0.8, 1.3, 1],
  MSI: [0.7, 1.3, 1],
  SEMH: [0.9, 0.8, 2],
  SLCN: [1.3, 0.7, 0.8],
  SPLD: [1.8, 0.3, 1],
  HI: [1.5, 0.4, 0.9],
  VI: [1.5, 0.4, 0.9],
  PD: [1.3, 0.6, 0.9],
};

const classes: readonly PlaceClass[] = ['mainstream', 'special', 'elsewhere'];

/** Down syndrome is a code of its own from collection 2025, before the figures tell it apart; taken out of "other". */
const downShareOfOther = 0.2;
const secondNeed = 0.42;

/** Draws the primary need and perhaps a second one, for an age on the 31 August before the census and a kind of place. */
export type DrawNeeds = (
  age: number,
  place: PlaceClass,
  year: number,
  random: Random,
) => readonly [string] | readonly [string, string];

/** Needs in the proportions of the figures by age, leaning on the class of place. */
export function needMix({ primaryNeeds }: Figures, { classTotals }: Placing): DrawNeeds {
  const needs = Object.keys(primaryNeeds) as Need[];
  const pattern = needs.map((need) => leaning[need] ?? [1, 1, 1]);
  const primaryTable = (age: number, place: PlaceClass): Weighted<Need> => {
    const column = ages.indexOf(age);
    const counts = needs.map((need) => primaryNeeds[need][column] ?? 0);
    const cells = fit(pattern, counts, classTotals(age));
    const drawn = needs.map((need, i): [Need, number] => [need, cells[i]?.[classes.indexOf(place)] ?? 0]);
    if (drawn.some(([, weight]) => weight > 0)) return drawn;
    return needs.map((need) => [need, sum(primaryNeeds[need]) + 1]);
  };
  const primary = {
    mainstream: tablesBy<number, Need>((age) => primaryTable(age, 'mainstream')),
    special: tablesBy<number, Need>((age) => primaryTable(age, 'special')),
    elsewhere: tablesBy<number, Need>((age) => primaryTable(age, 'elsewhere')),
  };
  /** Second needs by the first: how common each is as a first one, speech and mental health before the rest. */
  const secondary = tablesBy<Need, Need>((first) =>
    needs
      .filter((need) => need !== first)
      .map((need) => [need, (sum(primaryNeeds[need]) + 1) * (need === 'PMLD' || need === 'MSI' ? 0.2 : 1)]),
  );
  return (age, place, year, random) => {
    const named = (need: Need): string =>
      need === 'OTH' && year >= 2025 && random.chance(downShareOfOther) ? 'DS' : need;
    const first = primary[place](Math.max(2, Math.min(25, age))).draw(random);
    if (!random.chance(secondNeed)) return [named(first)];
    const second = secondary(first).draw(random);
    return [named(first), named(second)];
  };
}
