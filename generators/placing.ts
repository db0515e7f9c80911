import type { Setting } from '../scenarios/life/index.js';
import type { Random, Weighted } from '../src/random/index.js';
import { ages, type Figures, type PlacementFigures } from './figures/index.js';
import { fit, sum } from './fit.js';
import type { PlanCells } from './plan-cells.js';
import { table, tablesBy, type Table } from './table.js';

/** Kinds of place that differ in the needs of those placed there. */
export type PlaceClass = 'mainstream' | 'special' | 'elsewhere';

/** A place with what goes with it. */
export interface Place {
  readonly setting: Setting;
  readonly class: PlaceClass;
  /** Chance of a residential placement of each kind. */
  readonly residential: readonly [A: number, B: number];
}

/** Draws of places, with ages on the 31 August before the census. */
export interface Placing {
  /**
   * A place; `censusAge` is the age on census day, when those at an early years provider are still under 6.
   * `isNew`: of a plan begun in the activity year or after it.
   */
  place(age: number, censusAge: number, isNew: boolean, random: Random): Place;
  /** A second place beside a first one at a school or college; undefined beside any other. */
  secondPlace(first: Setting, age: number, random: Random): Setting | undefined;
  /** The work based activity, if any. */
  work(setting: Setting, age: number, random: Random): 'S' | 'A' | 'T' | undefined;
  /** Whether the place is residential, and for how many weeks; under 5 none is. */
  residential(place: Place, age: number, random: Random): 'A' | 'B' | undefined;
  /** Open plans of an age by class of place, in the order mainstream, special, elsewhere. */
  readonly classTotals: (age: number) => readonly [number, number, number];
}

/** The class of place that a setting belongs to. */
export function classOf(setting: Setting): PlaceClass {
  if (setting.by !== 'urn') return 'elsewhere';
  if (setting.kind.startsWith('mainstream')) return 'mainstream';
  return setting.kind.startsWith('special_') ? 'special' : 'elsewhere';
}

/** Ages on 31 August that a place is for; outside them the few plans on record are taken for slips. */
function fitsAge({ setting }: PlacementFigures, age: number): boolean {
  if (setting.by === 'ukprn') return age >= 5;
  if (setting.by === 'code') {
    if (setting.code === 'EYP') return age <= 5;
    if (setting.code === 'NEET' || setting.code === 'NIEC') return age >= 16;
    return true;
  }
  if (setting.kind === 'general_fe_tertiary_colleges' || setting.kind === 'specialist_post_16_institutions')
    return age >= 14;
  return (
    age < 20 || classOf(setting) === 'special' || setting.kind === 'w_settings' || setting.kind === 'other_schools'
  );
}

/** Of the plans of an age at a place, how many may be new ones at most. */
const mostNew = 0.97;
const tableAge = (age: number): number => Math.max(2, Math.min(25, age));
const residentialFrom = 5;

/**
 * Places in the proportions of the figures. New plans are published by place for all ages together and open ones by
 * age: new ones are fitted to both, and what is left of the open ones is older.
 */
export function placing(figures: Figures, cells: PlanCells): Placing {
  const { placements } = figures;
  const places: readonly Place[] = placements.map(({ setting, open, residential: [a, b] }) => {
    const total = sum(open.slice(ages.indexOf(residentialFrom))) || 1;
    return { setting, class: classOf(setting), residential: [a / total, b / total] };
  });
  // Plans whose place is not on record are left out, and the rest scaled up.
  const open = ages.map((age, column) => {
    const counts = placements.map((p) => (fitsAge(p, age) ? (p.open[column] ?? 0) : 0));
    const scale = (figures.openPlans[column] ?? 0) / (sum(counts) || 1);
    return counts.map((count) => count * scale);
  });
  const issued = fit(
    open.map((row) => row.map((count) => count)),
    ages.map((age) => cells.recentAt(age)),
    placements.map((p) => p.issued),
  ).map((row, at) => row.map((count, i) => Math.min(count, mostNew * (open[at]?.[i] ?? 0))));
  const older = open.map((row, at) => row.map((count, i) => count - (issued[at]?.[i] ?? 0)));

  const anyPlace: Weighted<Place> = places.map((place) => [
    place,
    place.setting.by === 'code' && place.setting.code === 'OLA' ? 1 : 0,
  ]);
  const weighted = (rows: readonly (readonly number[])[], age: number): Weighted<Place> => {
    const at = ages.indexOf(age);
    for (const counts of [rows[at] ?? [], open[at] ?? []])
      if (sum(counts) > 0) return places.map((place, i) => [place, counts[i] ?? 0]);
    return anyPlace;
  };
  const tables = {
    issued: tablesBy<number, Place>((age) => weighted(issued, age)),
    older: tablesBy<number, Place>((age) => weighted(older, age)),
  };
  const workChances = workTables(figures);

  return {
    place: (age, censusAge, isNew, random) => {
      const choices = (isNew ? tables.issued : tables.older)(tableAge(age));
      const place = choices.draw(random);
      return censusAge < 6 || !isEarlyYears(place.setting) ? place : laterPlace(choices, random);
    },
    secondPlace: drawSecondPlace,
    work: (setting, age, random) => {
      const chances = workChances.get(age);
      if (!chances || !takesWork(setting) || !random.chance(chances.chance)) return undefined;
      return chances.kinds.draw(random);
    },
    residential: ({ residential: [a, b] }, age, random) => {
      const at = random.next();
      if (age < residentialFrom || at >= a + b) return undefined;
      return at < a ? 'A' : 'B';
    },
    classTotals: (age) => {
      const totals: [number, number, number] = [0, 0, 0];
      (open[ages.indexOf(tableAge(age))] ?? []).forEach((count, i) => {
        const at = places[i]?.class === 'mainstream' ? 0 : places[i]?.class === 'special' ? 1 : 2;
        totals[at] += count;
      });
      return totals;
    },
  };
}

/** Another place, for someone who is too old for an early years provider on census day. */
function laterPlace(choices: Table<Place>, random: Random): Place {
  for (let tries = 1; tries < 100; tries++) {
    const place = choices.draw(random);
    if (!isEarlyYears(place.setting)) return place;
  }
  // An LA may have placed all of an age at early years providers.
  return { setting: { by: 'code', code: 'OLA' }, class: 'elsewhere', residential: [0, 0] };
}

const isEarlyYears = (setting: Setting): boolean => setting.by === 'code' && setting.code === 'EYP';

const secondFrom = 14;
const schoolAndMore: Table<Setting> = table<Setting>([
  [{ by: 'code', code: 'OLA' }, 5],
  [{ by: 'code', code: 'OTH' }, 1],
  [{ by: 'urn', kind: 'ap_pru_la_maintained' }, 2],
  [{ by: 'urn', kind: 'ap_pru_academy' }, 2],
]);
const collegeAndMore: Table<Setting> = table<Setting>([
  [{ by: 'code', code: 'OLA' }, 2],
  [{ by: 'urn', kind: 'general_fe_tertiary_colleges' }, 3],
  [{ by: 'ukprn' }, 3],
]);

function drawSecondPlace(first: Setting, age: number, random: Random): Setting | undefined {
  if (first.by === 'code') return undefined;
  if (age < 4) return { by: 'code', code: 'EYP' };
  const second = (age < secondFrom ? schoolAndMore : collegeAndMore).draw(random);
  return second.by === first.by ? { by: 'code', code: 'OLA' } : second;
}

/** A place can be work based: a college, another provider, or one without a number. */
function takesWork(setting: Setting): boolean {
  if (setting.by === 'ukprn') return true;
  if (setting.by === 'code') return setting.code === 'OTH';
  return setting.kind === 'general_fe_tertiary_colleges' || setting.kind === 'specialist_post_16_institutions';
}

interface WorkChance {
  readonly chance: number;
  readonly kinds: Table<'S' | 'A' | 'T'>;
}

function workTables({ workBased, placements }: Figures): ReadonlyMap<number, WorkChance> {
  return new Map(
    workBased
      .filter(({ S, A, T }) => S + A + T > 0)
      .map(({ age, S, A, T }): [number, WorkChance] => {
        const column = ages.indexOf(age);
        const able = sum(placements.map((p) => (takesWork(p.setting) && fitsAge(p, age) ? (p.open[column] ?? 0) : 0)));
        const kinds = table<'S' | 'A' | 'T'>([
          ['S', S],
          ['A', A],
          ['T', T],
        ]);
        return [age, { chance: Math.min(1, (S + A + T) / (able || 1)), kinds }];
      }),
  );
}
