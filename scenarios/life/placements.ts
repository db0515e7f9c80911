import { addDays, birthday, daysBefore, monthOf } from '../../src/model/index.js';
import type { ActivePlans, PlacementDetail, PlanDetail } from '../../src/return/index.js';
import { isOutOfEducation, ofCompulsorySchoolAge, schoolYearAge, usualSetting } from './ages.js';
import { clamp, dayBetween, earlier, firstSchoolDay, later, schoolYearOf, workingDayNear } from './calendar.js';
import type { CaseRun } from './case-run.js';
import type { Course } from './course.js';
import type { Establishment, Setting, SettingCode } from './traits.js';

/** The items by which a plan and a placement say where; all keys stand in every place, so that it is compiled once. */
type Place = Readonly<
  Record<
    'URN' | 'UKPRN' | 'SENSetting' | 'SENSettingOther' | 'SENunitIndicator' | 'ResourcedProvisionIndicator',
    string | undefined
  >
>;

const nowhere: Place = {
  URN: undefined,
  UKPRN: undefined,
  SENSetting: undefined,
  SENSettingOther: undefined,
  SENunitIndicator: undefined,
  ResourcedProvisionIndicator: undefined,
};

/** The settings of a case, each with the place found for it, so that plan and placement name the same one. */
export interface Places {
  /** As named in the plan: of rank 1, and perhaps of rank 2. */
  readonly named: readonly Place[];
  readonly present: Place;
  readonly second?: Place | undefined;
  readonly before?: Place | undefined;
}

const otherSettings: Readonly<Partial<Record<SettingCode, readonly string[]>>> = {
  OTH: ['Special school, to be named', 'Secondary school, to be named', 'Further education college, to be named'],
  NIEO: ['Waiting for a placement', 'Not well enough to attend', 'Between placements'],
};

/** Finds a place for every setting of the case. @throws RangeError where the world has no such establishment. */
export function findPlaces(run: CaseRun): Places {
  const { setting, secondSetting, earlierSetting } = run.traits;
  const present = placeOf(run, setting);
  const second = secondSetting && placeOf(run, secondSetting, [present]);
  const before = earlierSetting && placeOf(run, earlierSetting, [present]);
  const named = namedPlace(run, present, before);
  return { present, named: second ? [named, second] : [named], second, before };
}

/** A plan never names being out of education: it keeps the setting left, or one that is usual at the age. */
function namedPlace(run: CaseRun, present: Place, before: Place | undefined): Place {
  const { setting, earlierSetting } = run.traits;
  if (!isOutOfEducation(setting)) return present;
  if (before && earlierSetting && !isOutOfEducation(earlierSetting)) return before;
  return placeOf(run, usualSetting(run.age));
}

function placeOf(run: CaseRun, setting: Setting, taken: readonly Place[] = []): Place {
  const { random, world, age } = run;
  if (setting.by === 'code') {
    const texts = otherSettings[setting.code];
    return { ...nowhere, SENSetting: setting.code, SENSettingOther: texts && random.pick(texts) };
  }
  const kind = setting.by === 'ukprn' ? 'ukrlp_provider' : setting.kind;
  let found = world.establishment(kind, age, random);
  // A small register may give the same establishment again; a few draws find another where there is one.
  for (let tries = 0; tries < 8 && taken.some((place) => isSame(place, found)); tries++)
    found = world.establishment(kind, age, random);
  const { urn, ukprn } = found;
  if (setting.by === 'ukprn') {
    if (ukprn === undefined) throw new RangeError(`the register gives no UKPRN for ${kind} at age ${age}`);
    return { ...nowhere, UKPRN: ukprn };
  }
  if (urn === undefined) throw new RangeError(`the register gives no URN for ${kind} at age ${age}`);
  return {
    ...nowhere,
    URN: urn,
    SENunitIndicator: setting.provision === 'sen-unit' ? '1' : '0',
    ResourcedProvisionIndicator: setting.provision === 'resourced' ? '1' : '0',
  };
}

function isSame(place: Place, found: Establishment): boolean {
  return place.URN === undefined ? place.UKPRN !== undefined && place.UKPRN === found.ukprn : place.URN === found.urn;
}

/**
 * A place with its rank. Item by item, since V8 gives each record that is spread from places of many layouts a layout of
 * its own, which lives long and makes all that is done with the record slow.
 */
function ranked(place: Place, rank: '1' | '2'): PlanDetail {
  const record: PlanDetail = {};
  if (place.URN !== undefined) record.URN = place.URN;
  if (place.UKPRN !== undefined) record.UKPRN = place.UKPRN;
  if (place.SENSetting !== undefined) record.SENSetting = place.SENSetting;
  if (place.SENSettingOther !== undefined) record.SENSettingOther = place.SENSettingOther;
  if (place.SENunitIndicator !== undefined) record.SENunitIndicator = place.SENunitIndicator;
  if (place.ResourcedProvisionIndicator !== undefined)
    record.ResourcedProvisionIndicator = place.ResourcedProvisionIndicator;
  record.PlacementRank = rank;
  return record;
}

/** The settings named in the plan, by rank. */
export function planDetails(places: Places): PlanDetail[] {
  return places.named.map((place, index) => ranked(place, index === 0 ? '1' : '2'));
}

/**
 * The placements up to census day, or up to the day the plan ceased: the present one, the one left for it before,
 * the second one beside it. They are open for an open plan and left with a ceased one.
 */
export function placementDetails(run: CaseRun, course: Course, places: Places, ceased?: string): PlacementDetail[] {
  const { traits, random, born, censusDay } = run;
  const end = ceased ?? censusDay;
  const entered = workingDayNear(clamp(presentEntry(run, course, end), born, end), born, end);
  const placements: PlacementDetail[] = [];
  if (places.before) {
    // A move in September follows the end of the summer term.
    const gap = monthOf(entered) === 9 ? random.int(44, 55) : random.int(0, 30);
    const leaving = clamp(workingDayNear(daysBefore(entered, gap), born, entered), born, entered);
    const entry = clamp(firstSchoolDay(schoolYearOf(leaving) - random.int(0, 2)), born, leaving);
    placements.push(placement(run, places.before, '1', entry, leaving));
  }
  const present = placement(run, places.present, '1', entered, ceased);
  if (traits.residential !== undefined || traits.workBased !== undefined) addWays(present, run, 'PlacementDetail');
  placements.push(present);
  if (places.second) {
    const entry = random.chance(0.5) ? entered : dayBetween(random, entered, end);
    placements.push(placement(run, places.second, '2', entry, ceased));
  }
  return placements;
}

function placement(run: CaseRun, place: Place, rank: '1' | '2', entry: string, leaving?: string): PlacementDetail {
  const record: PlacementDetail = ranked(place, rank);
  const asked = place.URN !== undefined && ofCompulsorySchoolAge(run.born, run.censusDay);
  if (asked && run.has('PlacementDetail', 'AttendancePattern'))
    record.AttendancePattern = run.random.chance(0.97) ? 'FT' : 'PT';
  record.EntryDate = entry;
  if (leaving !== undefined) record.LeavingDate = leaving;
  return record;
}

/**
 * Adds whether the placement is residential and work based, in the years that have it there. Few are, so that a function
 * of its own does it: V8 compiles what adds to a record again for each rare layout, with all that is inlined around it.
 */
export function addWays(
  record: PlacementDetail | ActivePlans,
  run: CaseRun,
  tag: 'PlacementDetail' | 'ActivePlans',
): void {
  const { residential, workBased } = run.traits;
  if (residential !== undefined && run.has(tag, 'Res')) record.Res = residential;
  if (workBased !== undefined && run.has(tag, 'WBP')) record.WBP = workBased;
}

/** Ages in the school year in which pupils start somewhere new. */
const startingAges = [3, 4, 7, 11, 16, 19];

/** When the present placement began; it may lie before the birth or after the end, where the caller holds it. */
function presentEntry(run: CaseRun, course: Course, end: string): string {
  const { traits, random, born } = run;
  if (isOutOfEducation(traits.setting)) {
    const earliest = later(born, daysBefore(end, 300));
    const since = traits.setting.by === 'code' && traits.setting.code === 'NEET' ? birthday(born, 16) : earliest;
    return dayBetween(random, earlier(later(earliest, since), end), end);
  }
  if (course.movedIn !== undefined) return addDays(course.movedIn, random.int(0, 14));
  const schoolYear = schoolYearOf(end);
  if (traits.earlierSetting) return firstSchoolDay(schoolYear);

  const age = schoolYearAge(born, end);
  const began = startingAges.filter((start) => start <= age).at(-1);
  const started = course.started ?? end;
  const onPlan = earlier(addDays(started, random.int(0, 21)), end);
  if (began === undefined) return onPlan;
  const entry = firstSchoolDay(schoolYear - (age - began));
  return entry >= started || random.chance(0.6) ? entry : onPlan;
}
