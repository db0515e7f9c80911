import type { Setting } from '../../scenarios/index.js';

/** How placements are told apart: by kind of establishment where a register tells it, else by how they are identified. */
export type PlacementDetailLevel = 'kind' | 'identifier';

/** Row of the age tables of open plans, for an age on the 31 August before the census. */
export function ageKey(age: number): string {
  return age < 3 ? 'under 3' : String(age);
}

/** Row of the tables of flows by age. */
export function flowAgeKey(age: number): string {
  if (age <= 2) return '2 and under';
  return age >= 20 ? '20 and over' : String(age);
}

const longestInPlace = 12;

/** Row of the table of years in place. */
export function yearsKey(years: number): string {
  if (years <= 0) return 'less than a year';
  return years >= longestInPlace ? `${longestInPlace} or more` : String(years);
}

/** Row of the tables of placement. */
export function placementKey(setting: Setting, level: PlacementDetailLevel): string {
  if (setting.by === 'code') return setting.code;
  if (setting.by === 'ukprn') return 'ukrlp_provider';
  const base = level === 'kind' ? setting.kind : 'urn';
  if (setting.provision === undefined) return base;
  return `${base}_${setting.provision === 'resourced' ? 'resourced_provision' : 'senunit'}`;
}
