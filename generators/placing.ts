import type { Setting } from '../scenarios/life/index.js';
import type { Random, Weighted } from '../src/random/index.js';
import { ages, flowAges, newPlans, placements, workBased, type PlacementFigures } from './figures/index.js';
import { sum } from './fit.js';
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

const places: readonly Place[] = placements.map(({ setting, open, residential: [a, b] }) => {
  const total = sum(open) || 1;
  return { setting, class: classOf(setting), residential: [a / total, b / total] };
});

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

const issuedAll = sum(placements.map((p) => p.issued));

/** Open plans of an age by place: all, those issued in the activity year, and the rest. */
function countsAt(age: number): { open: number[]; issued: number[]; older: number[] } {
  const column = ages.indexOf(age);
  const open = placements.map((p) => (fitsAge(p, age) ? (p.open[column] ?? 0) : 0));
  // New plans are published by place for all ages together, so the places of an age are shifted as all are.
  const shifted = placements.map((p, i) => ((open[i] ?? 0) * (p.issued / issuedAll)) / ((sum(p.open) || 1) / openAll));
  const scale = (newPlans[flowAges.indexOf(age)] ?? 0) / (sum(shifted) || 1);
  const issued = shifted.map((count, i) => Math.min(count * scale, open[i] ?? 0));
  return { open, issued, older: open.map((count, i) => Math.max(count - (issued[i] ?? 0), count * 0.02)) };
}

const openAll = sum(placements.map((p) => sum(p.open)));

const weighted = (counts: readonly number[]): Weighted<Place> => places.map((place, i) => [place, counts[i] ?? 0]);
const tableAge = (age: number): number => Math.max(2, Math.min(25, age));
const issuedTables = tablesBy<number, Place>((age) => {
  const { issued, open } = countsAt(age);
  return weighted(sum(issued) > 0 ? issued : open);
});
const olderTables = tablesBy<number, Place>((age) => weighted(countsAt(age).older));

/**
 * A place for someone of an age on the 31 August before the census; `censusAge` is that on census day, when
 * those at an early years provider are still under 6.
 */
export function drawPlace(age: number, censusAge: number, isNew: boolean, random: Random): Place {
  const choices = (isNew ? issuedTables : olderTables)(tableAge(age));
  for (;;) {
    const place = choices.draw(random);
    if (censusAge < 6 || !(place.setting.by === 'code' && place.setting.code === 'EYP')) return place;
  }
}

/** Open plans of an age by class of place, in the order mainstream, special, elsewhere. */
export function classTotals(age: number): readonly [number, number, number] {
  const totals: [number, number, number] = [0, 0, 0];
  countsAt(tableAge(age)).open.forEach((count, i) => {
    const at = places[i]?.class === 'mainstream' ? 0 : places[i]?.class === 'special' ? 1 : 2;
    totals[at] += count;
  });
  return totals;
}

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

/** A second place beside a first one at a school or college; undefined beside any other. */
export function drawSecondPlace(first: Setting, age: number, random: Random): Setting | undefined {
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

const workChances = new Map(
  workBased.map(({ age, S, A, T }) => {
    const able = sum(placements.map((p) => (takesWork(p.setting) ? (p.open[ages.indexOf(age)] ?? 0) : 0)));
    return [
      age,
      {
        chance: (S + A + T) / able,
        kinds: table<'S' | 'A' | 'T'>([
          ['S', S],
          ['A', A],
          ['T', T],
        ]),
      },
    ];
  }),
);

/** The work based activity of someone of an age on the 31 August before the census, if any. */
export function drawWork(setting: Setting, age: number, random: Random): 'S' | 'A' | 'T' | undefined {
  const chances = workChances.get(age);
  if (!chances || !takesWork(setting) || !random.chance(chances.chance)) return undefined;
  return chances.kinds.draw(random);
}

/** Whether the place is residential, and for how many weeks; under 5 none is. */
export function drawResidential({ residential: [a, b] }: Place, age: number, random: Random): 'A' | 'B' | undefined {
  const at = random.next();
  if (age < 5 || at >= a + b) return undefined;
  return at < a ? 'A' : 'B';
}
