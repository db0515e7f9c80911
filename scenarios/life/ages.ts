import { ageOn, birthday, makeDate, monthOf, yearModel, yearOf, type CollectionYear } from '../../src/model/index.js';
import type { Setting, SettingCode } from './traits.js';

/** Age on the 31 August before a date, in completed years: what decides the school year a child is in. */
export function schoolYearAge(birthDate: string, date: string): number {
  const year = monthOf(date) >= 9 ? yearOf(date) : yearOf(date) - 1;
  return ageOn(birthDate, makeDate(year, 8, 31));
}

/** Of compulsory school age on census day: 5 by the 31 December before it, and under 16 on the 31 August before it. */
export function ofCompulsorySchoolAge(birthDate: string, referenceDate: string): boolean {
  const before = yearOf(referenceDate) - 1;
  return ageOn(birthDate, makeDate(before, 12, 31)) >= 5 && ageOn(birthDate, makeDate(before, 8, 31)) < 16;
}

const outOfEducation: ReadonlySet<SettingCode> = new Set<SettingCode>(['NEET', 'NIEC', 'NIEO']);

/** The person is in no education or training: stands in placements only, never in the plan as named. */
export function isOutOfEducation(setting: Setting): boolean {
  return setting.by === 'code' && outOfEducation.has(setting.code);
}

/**
 * Whether a person aged so on census day may have an open placement there: a code must be in force in the
 * collection year, EYP is for children under 6 and NEET for those of 16 to 25. Other settings fit every age.
 */
export function settingFits(setting: Setting, age: number, year: number): boolean {
  if (setting.by !== 'code') return true;
  if (!yearModel(year).item('PlacementDetail', 'SENSetting')?.accepts(setting.code)) return false;
  if (setting.code === 'EYP') return age < 6;
  if (setting.code === 'NEET') return age >= 16 && age <= 25;
  return true;
}

/** Where most persons of an age are placed: nursery at home of the LA, school, then college. */
export function usualSetting(age: number): Setting {
  if (age < 3) return { by: 'code', code: 'EYP' };
  if (age < 11) return { by: 'urn', kind: 'mainstream_la_maintained' };
  if (age < 16) return { by: 'urn', kind: 'mainstream_academy' };
  if (age < 19) return { by: 'urn', kind: 'general_fe_tertiary_colleges' };
  return { by: 'urn', kind: 'specialist_post_16_institutions' };
}

/** Due dates of the plan for a change of phase: of the move this calendar year, and of last year's. */
export interface PhaseMove {
  readonly next?: string;
  readonly last?: string;
}

/**
 * The changes of phase next to census day: into school at 4, junior school at 7 and secondary school at 11
 * (plan due by 15 February of the year of the move), and to or between settings after 16 (31 March).
 */
export function phaseMove(birthDate: string, facts: CollectionYear): PhaseMove {
  const age = schoolYearAge(birthDate, facts.referenceDate);
  const year = yearOf(facts.referenceDate);
  const next = dueBeforeMoveAt(age + 1, year);
  const last = dueBeforeMoveAt(age, year - 1);
  return { ...(next !== undefined && { next }), ...(last !== undefined && { last }) };
}

function dueBeforeMoveAt(age: number, year: number): string | undefined {
  if (age === 4 || age === 7 || age === 11) return makeDate(year, 2, 15);
  return age >= 16 && age <= 24 ? makeDate(year, 3, 31) : undefined;
}

/**
 * The first day on which a plan may cease for having reached the maximum age: from the school year in which the
 * person turns 25, and from collection 2024 from the 19th birthday.
 */
export function maximumAgeFrom(birthDate: string, year: number): string {
  if (year >= 2024) return birthday(birthDate, 19);
  const twentyFifth = birthday(birthDate, 25);
  return makeDate(monthOf(twentyFifth) >= 9 ? yearOf(twentyFifth) : yearOf(twentyFifth) - 1, 9, 1);
}
