import { ageOn, dateOfDayNumber, dayNumber, makeDate, yearOf } from '../../src/model/index.js';
import type { Random } from '../../src/random/index.js';
import { usualSetting } from './ages.js';
import { isInherited } from './possible.js';
import type { CaseTraits, Identification, World } from './traits.js';

/**
 * Fills what a partial set of traits leaves open with a calm, usual choice for an age in completed years on census
 * day. Only the birthday is drawn, between February and August, so that the age is the same on census day and on
 * the 31 August before it; everything else is fixed. A birth date that is given wins over the age.
 */
export function completeTraits(partial: Partial<CaseTraits>, age: number, world: World, random: Random): CaseTraits {
  const { year, referenceDate } = world.facts;
  const birthDate = partial.birthDate ?? birthDateAt(age, referenceDate, random);
  const years = ageOn(birthDate, referenceDate);
  const plot = partial.plot ?? 'historical';
  const reviewed = plot === 'historical' && partial.ceased === undefined;
  return {
    plot,
    identification: usualIdentification(years),
    setting: usualSetting(years),
    budget: { organised: false },
    needs: ['ASD'],
    review: reviewed ? 'maintain' : 'none',
    phaseTransfer: 'none',
    rya: false,
    exception: false,
    yearsInPlace: isInherited(plot) ? Math.max(0, Math.min(years - 1, 4)) : 0,
    ...(year >= 2025 && { source: years < 16 ? ('2' as const) : ('1' as const) }),
    ...partial,
    birthDate,
  };
}

function birthDateAt(age: number, referenceDate: string, random: Random): string {
  // A year that begins before the birthday has one birthday fewer behind it on census day in January.
  const year = yearOf(referenceDate) - age - 1;
  return dateOfDayNumber(random.int(dayNumber(makeDate(year, 2, 1)), dayNumber(makeDate(year, 8, 31))));
}

function usualIdentification(age: number): Identification {
  if (age < 3) return 'UN1';
  return age < 16 ? 'upn' : 'upn-and-uln';
}
