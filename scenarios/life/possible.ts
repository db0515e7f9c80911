import { ageOn, birthday, yearModel, type CollectionYear } from '../../src/model/index.js';
import { isOutOfEducation, maximumAgeFrom, phaseMove, settingFits } from './ages.js';
import type { CaseTraits, Plot, World } from './traits.js';

const withoutPlan: ReadonlySet<Plot> = new Set<Plot>([
  'awaiting-decision',
  'withdrawn',
  'refused',
  'assessing',
  'assessment-withdrawn',
  'not-issued',
  'decided-not-yet-issued',
  'exported',
  'second-request',
]);

/** The plot ends in a plan. */
export function hasPlan(plot: Plot): boolean {
  return !withoutPlan.has(plot);
}

/** The plan comes from earlier years or another LA: nothing is said of its request and assessment but that they were. */
export function isInherited(plot: Plot): boolean {
  return plot === 'historical' || plot === 'transferred-in';
}

const needsTwoYears: ReadonlySet<Plot> = new Set<Plot>([
  'refused-appealed',
  'not-issued-appealed',
  'issued-on-old-request',
]);

const notAgreed: ReadonlySet<Plot> = new Set<Plot>(['awaiting-decision', 'withdrawn', 'refused']);

/**
 * The first reason why a case with these traits cannot have happened, in words for a developer; undefined where
 * it can. What cannot happen is listed with `CaseTraits`.
 */
export function whyNot(traits: CaseTraits, world: World): string | undefined {
  const { facts } = world;
  const age = ageOn(traits.birthDate, facts.referenceDate);
  return (
    whyNotTheAge(traits, age) ??
    whyNotTheRequest(traits, world) ??
    whyNotTheIdentification(traits, age) ??
    (hasPlan(traits.plot) ? whyNotThePlan(traits, age, facts) : traits.ceased && 'there is no plan to cease')
  );
}

function whyNotTheAge({ plot, ceased }: CaseTraits, age: number): string | undefined {
  if (age < 0) return 'the person is born after census day';
  if (age >= 27) return `a person aged ${age} is beyond the return`;
  if (age === 26 && !(hasPlan(plot) && ceased)) return 'no plan is open and no request under way at 26';
  if (age >= 25 && !isInherited(plot)) return `a request is made under 25, and the person is ${age}`;
  const youngest = needsTwoYears.has(plot) ? 2 : 1;
  if (age < youngest) return `${plot} takes a person aged ${youngest} or over, not ${age}`;
  return undefined;
}

function whyNotTheRequest(
  { plot, source, pace, otherLa, startedIn }: CaseTraits,
  { facts, otherLas }: World,
): string | undefined {
  if (source === undefined && facts.year >= 2026 && !isInherited(plot) && plot !== 'issued-on-old-request')
    return `the source of a request is compulsory in ${facts.year}`;
  if (pace === 'very-late' && plot !== 'issued-on-old-request')
    return 'a plan that took over a year is issued on an old request';
  if (startedIn === 'census-year' && plot !== 'issued') return 'a plan begun in the census year is one that was issued';
  if (otherLa !== undefined && !otherLas.includes(otherLa)) return `${otherLa} is not another LA of ${facts.year}`;
  return undefined;
}

function whyNotTheIdentification({ plot, identification }: CaseTraits, age: number): string | undefined {
  if (identification === 'UN1' && age >= 6) return `UN1 is for children under 6, and the person is ${age}`;
  if (identification === 'UN10' && !notAgreed.has(plot)) return 'UN10 is for requests of which nothing came';
  return undefined;
}

function whyNotThePlan(traits: CaseTraits, age: number, facts: CollectionYear): string | undefined {
  return (
    whyNotTheStart(traits, age) ??
    whyNotTheSetting(traits, age, facts.year) ??
    whyNotTheNeeds(traits, facts.year) ??
    whyNotTheReview(traits, facts) ??
    whyNotCeased(traits, facts)
  );
}

function whyNotTheStart({ plot, yearsInPlace }: CaseTraits, age: number): string | undefined {
  if (!isInherited(plot)) return undefined;
  const fewest = plot === 'historical' ? 1 : 0;
  if (!Number.isInteger(yearsInPlace) || yearsInPlace < fewest)
    return `a plan of ${plot} has been in place for ${fewest} or more whole years, not ${yearsInPlace}`;
  if (yearsInPlace >= age) return `a person aged ${age} has had no plan for ${yearsInPlace} years`;
  return undefined;
}

function whyNotTheSetting(traits: CaseTraits, age: number, year: number): string | undefined {
  const { setting, secondSetting, workBased, ceased } = traits;
  if (secondSetting && isOutOfEducation(secondSetting)) return 'a second placement is one in education';
  for (const open of ceased ? [] : [setting, secondSetting]) {
    if (open && !settingFits(open, age, year))
      return `a person aged ${age} has no open placement of ${open.by === 'code' ? open.code : open.by}`;
  }
  if (workBased && age < 15) return `work based learning is from 15, and the person is ${age}`;
  return undefined;
}

function whyNotTheNeeds({ needs }: CaseTraits, year: number): string | undefined {
  const type = yearModel(year).item('SENneed', 'SENtype');
  for (const need of needs) if (!type?.accepts(need)) return `${need} is no type of need in ${year}`;
  return needs[0] === needs[1] ? 'two needs are of different types' : undefined;
}

function whyNotTheReview(traits: CaseTraits, facts: CollectionYear): string | undefined {
  const { plot, review, phaseTransfer, yearsInPlace, birthDate, ceased } = traits;
  const older = isInherited(plot) && yearsInPlace >= 1;
  if (review !== 'none' && !older) return 'a plan is reviewed when it has been in place for a year';
  if (phaseTransfer === 'none') return undefined;
  if (!older) return 'a phase transfer is reviewed when the plan has been in place for a year';
  if (ceased) return 'a ceased plan has no phase transfer';
  const move = phaseMove(birthDate, facts);
  if (phaseTransfer === 'due' && move.next === undefined) return 'no change of phase is due at this age';
  if (move.next === undefined && move.last === undefined) return 'there is no change of phase at this age';
  return undefined;
}

function whyNotCeased({ ceased, birthDate }: CaseTraits, { year, referenceDate }: CollectionYear): string | undefined {
  if (ceased === '1' && maximumAgeFrom(birthDate, year) > referenceDate) return 'the maximum age has not been reached';
  if ((ceased === '3' || ceased === '4') && birthday(birthDate, 16) > referenceDate)
    return `a plan ceases for reason ${ceased} from 16`;
  return undefined;
}
