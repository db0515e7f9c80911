import { collectionYears, inForce } from '../../src/model/index.js';
import { ruleById } from '../../src/rules/index.js';
import { parentNamed, parentsIn } from '../parents.js';
import type { Break, NearMiss } from './break.js';
import { assessmentBreaks } from './assessment-breaks.js';
import { inEveryPerson, inSecondPlace } from './derived.js';
import { fileBreaks } from './file-breaks.js';
import { fileNearMisses } from './file-near-misses.js';
import { headerBreaks } from './header-breaks.js';
import { identifierBreaks } from './identifier-breaks.js';
import { personBreaks } from './person-breaks.js';
import { requestBreaks } from './request-breaks.js';
import { ceaseBreaks } from './cease-breaks.js';
import { needBreaks } from './need-breaks.js';
import { openPlacementBreaks } from './open-placement-breaks.js';
import { placementBreaks } from './placement-breaks.js';
import { planBreaks } from './plan-breaks.js';
import { returnBreaks } from './return-breaks.js';
import { reviewBreaks } from './review-breaks.js';
import { settingBreaks } from './setting-breaks.js';
import { structureBreaks } from './structure-breaks.js';
import { structureNearMisses } from './structure-near-misses.js';
import { textBreaks } from './text-breaks.js';
import { assessmentMoreBreaks } from './assessment-more-breaks.js';
import { assessmentNearMisses } from './assessment-near-misses.js';
import { headerMoreBreaks } from './header-more-breaks.js';
import { headerNearMisses } from './header-near-misses.js';
import { identifierMoreBreaks } from './identifier-more-breaks.js';
import { identifierNearMisses } from './identifier-near-misses.js';
import { personMoreBreaks } from './person-more-breaks.js';
import { personNearMisses } from './person-near-misses.js';
import { requestMoreBreaks } from './request-more-breaks.js';
import { requestNearMisses } from './request-near-misses.js';
import { textMoreBreaks } from './text-more-breaks.js';
import { textNearMisses } from './text-near-misses.js';
import { startNearMisses } from './start-near-misses.js';
import { planNearMisses } from './plan-near-misses.js';
import { ceaseNearMisses } from './cease-near-misses.js';
import { settingNearMisses } from './setting-near-misses.js';
import { indicatorNearMisses } from './indicator-near-misses.js';
import { placementNearMisses } from './placement-near-misses.js';
import { placementAgeNearMisses } from './placement-age-near-misses.js';
import { openPlacementNearMisses } from './open-placement-near-misses.js';
import { needNearMisses } from './need-near-misses.js';
import { reviewNearMisses } from './review-near-misses.js';
import { returnNearMisses } from './return-near-misses.js';
import { shareNearMisses } from './share-near-misses.js';
import { planMoreBreaks } from './plan-more-breaks.js';
import { settingMoreBreaks } from './setting-more-breaks.js';
import { placementMoreBreaks } from './placement-more-breaks.js';
import { openPlacementMoreBreaks } from './open-placement-more-breaks.js';
import { needMoreBreaks } from './need-more-breaks.js';
import { reviewMoreBreaks } from './review-more-breaks.js';
import { returnMoreBreaks } from './return-more-breaks.js';
import { shareMoreBreaks } from './share-more-breaks.js';
import { planRepeatBreaks } from './plan-repeat-breaks.js';
import { unusableBreaks } from './unusable-breaks.js';
import { codeNearMisses } from './code-near-misses.js';
import { dateNearMisses } from './date-near-misses.js';
import { spelledNearMisses } from './spelled-near-misses.js';
import { valueBreaks } from './value-breaks.js';
import { valueNearMisses } from './value-near-misses.js';
import { yearBreaks } from './year-breaks.js';

const told = new Map<number, ReadonlySet<string>>();

/** The breaks as they are written, one by one. */
const written: readonly Break[] = [
  ...fileBreaks,
  ...structureBreaks,
  ...textBreaks,
  ...headerBreaks,
  ...personBreaks,
  ...identifierBreaks,
  ...requestBreaks,
  ...assessmentBreaks,
  ...planBreaks,
  ...ceaseBreaks,
  ...settingBreaks,
  ...placementBreaks,
  ...openPlacementBreaks,
  ...needBreaks,
  ...reviewBreaks,
  ...returnBreaks,
  ...valueBreaks,
  ...textMoreBreaks,
  ...headerMoreBreaks,
  ...personMoreBreaks,
  ...identifierMoreBreaks,
  ...requestMoreBreaks,
  ...assessmentMoreBreaks,
  ...planMoreBreaks,
  ...settingMoreBreaks,
  ...placementMoreBreaks,
  ...openPlacementMoreBreaks,
  ...needMoreBreaks,
  ...reviewMoreBreaks,
  ...returnMoreBreaks,
  ...shareMoreBreaks,
  ...planRepeatBreaks,
  ...unusableBreaks,
  ...yearBreaks,
];

/** Of each rule the first breaks that a derivation takes, as many as it needs to have one in each year. */
function derived(derive: (one: Break) => Break | undefined): Break[] {
  const byRule = new Map<string, Break[]>();
  for (const one of written) byRule.set(one.rule, [...(byRule.get(one.rule) ?? []), one]);
  return [...byRule.values()].flatMap((ofRule) => {
    const covered = new Set<number>();
    return ofRule.flatMap((one) => {
      const years = collectionYears.filter((year) => isMade(one, year) && !covered.has(year));
      const made = years.length > 0 ? derive(one) : undefined;
      if (!made) return [];
      for (const year of years) covered.add(year);
      return [made];
    });
  });
}

/** Every break of every year. */
export const breaks: readonly Break[] = [...written, ...derived(inEveryPerson), ...derived(inSecondPlace)];

/** Every near miss of every year. */
export const nearMisses: readonly NearMiss[] = [
  ...fileNearMisses,
  ...structureNearMisses,
  ...textNearMisses,
  ...headerNearMisses,
  ...personNearMisses,
  ...identifierNearMisses,
  ...requestNearMisses,
  ...assessmentNearMisses,
  ...startNearMisses,
  ...planNearMisses,
  ...ceaseNearMisses,
  ...settingNearMisses,
  ...indicatorNearMisses,
  ...placementNearMisses,
  ...placementAgeNearMisses,
  ...openPlacementNearMisses,
  ...needNearMisses,
  ...reviewNearMisses,
  ...returnNearMisses,
  ...shareNearMisses,
  ...codeNearMisses,
  ...valueNearMisses,
  ...dateNearMisses,
  ...spelledNearMisses,
];

/** Id of the case that a break or near miss makes, for ever: rule and name. */
export function caseIdOf({ rule, name }: Break | NearMiss): string {
  return `${rule}.${name}`;
}

/** The breaks that can be made in a collection year: rule, break and parent are all in force. */
export function breaksIn(year: number): readonly Break[] {
  return madeFrom(breaks, year);
}

/** The near misses that can be made in a collection year. */
export function nearMissesIn(year: number): readonly NearMiss[] {
  return madeFrom(nearMisses, year);
}

function madeFrom<B extends Break | NearMiss>(all: readonly B[], year: number): readonly B[] {
  return all.filter((one) => isMade(one, year));
}

/** Rule, break and parent are all in force. */
function isMade(one: Break | NearMiss, year: number): boolean {
  return isInForce(one, year) && toldIn(year).has(one.parent);
}

/** Names of the parents that can be told in a year. */
function toldIn(year: number): ReadonlySet<string> {
  let names = told.get(year);
  if (!names) told.set(year, (names = new Set(parentsIn(year).map((parent) => parent.name))));
  return names;
}

function isInForce(one: Break | NearMiss, year: number): boolean {
  parentNamed(one.parent);
  const rule = ruleById(one.rule);
  if (!rule) throw new RangeError(`the break ${caseIdOf(one)} is of a rule that does not exist`);
  const { from, to } = rule;
  return inForce({ from, ...(to === null ? {} : { to }) }, year) && inForce(one, year);
}

let madeIn: ReadonlyMap<number, ReadonlySet<Break | NearMiss>> | undefined;

/** First and last collection year a break or near miss can be made in; null while it can. */
export function yearsOf(one: Break | NearMiss): { readonly from: number; readonly to: number | null } {
  madeIn ??= new Map(
    collectionYears.map((year) => [year, new Set<Break | NearMiss>([...breaksIn(year), ...nearMissesIn(year)])]),
  );
  const made = madeIn;
  const years = collectionYears.filter((year) => made.get(year)?.has(one));
  const last = years.at(-1) ?? 0;
  return { from: years[0] ?? 0, to: last === collectionYears.at(-1) ? null : last };
}
