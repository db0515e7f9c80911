import type { CaseTraits, Plot, Setting } from '../scenarios/life/index.js';
import type { CollectionYear } from '../src/model/index.js';
import type { Random } from '../src/random/index.js';
import { censusAge, drawBirthDate } from './ages.js';
import { drawAge, drawCease, drawYearsInPlace, oldestFor, type Cease } from './case-ages.js';
import { exceptions, timeliness, youthAccommodation } from './figures/index.js';
import { drawIdentification } from './identification.js';
import { drawNeeds } from './needs.js';
import { drawPlace, drawResidential, drawSecondPlace, drawWork } from './placing.js';
import { drawBudget, drawPhaseTransfer, drawReview } from './plan-extras.js';
import type { Stratum } from './strata.js';
import { table } from './table.js';

type Source = NonNullable<CaseTraits['source']>;

/** Judged, not published. "Other" (5) is settled by the stratum. */
const sources = table<Source>([
  ['1', 38],
  ['2', 52],
  ['3', 6],
  ['4', 4],
]);

const inheritedPlots: ReadonlySet<Plot> = new Set<Plot>(['historical', 'transferred-in']);
const second = 0.02;
const moved = 0.06;
const movedFrom = 5;
const keptAfterCeasing = 0.2;
const transferredAtOnce = 0.12;
const otherLaUnknown = 0.03;
const exception = exceptions.excepted / exceptions.issued;
const inAccommodation = youthAccommodation.inAccommodation / youthAccommodation.requests;
const { onTime, late, veryLate } = timeliness;

/** Chooses everything about a case of a stratum that comes before its dates: one that can happen, in proportion to the figures. */
export function drawTraits(stratum: Stratum, birthDayClass: number, facts: CollectionYear, random: Random): CaseTraits {
  const { plot } = stratum;
  const cease: Cease | undefined = stratum.ceased
    ? drawCease(facts.year, stratum.otherReason ? 'other' : 'named', oldestFor(plot), random)
    : undefined;
  const age = cease?.age ?? drawAge(plot, random);
  const birthDate = drawBirthDate(age, birthDayClass, facts, random);
  const years = yearsInPlace(plot, age, random);
  const isOld = inheritedPlots.has(plot) && years >= 1;

  const place = drawPlace(age, censusAge(birthDate, facts), !isOld, random);
  const { setting } = place;
  const secondSetting = random.chance(second) ? drawSecondPlace(setting, age, random) : undefined;
  const earlierSetting = isOld && age >= movedFrom && random.chance(moved) ? earlier(age, random) : undefined;
  const residential = drawResidential(place, age, random);
  const workBased = drawWork(setting, age, random);
  const source = drawSource(stratum, facts.year, random);
  const pace = drawPace(plot, random);

  return {
    plot,
    birthDate,
    identification: drawIdentification(plot, age, random),
    setting,
    ...(secondSetting && { secondSetting }),
    ...(earlierSetting && { earlierSetting }),
    ...(residential && { residential }),
    ...(workBased && { workBased }),
    budget: drawBudget(random),
    ...(cease && { ceased: cease.reason, keepsActivePlans: random.chance(keptAfterCeasing) }),
    needs: drawNeeds(age, place.class, facts.year, random),
    review: isOld ? drawReview(random) : 'none',
    phaseTransfer: isOld && !cease && facts.year >= 2025 ? drawPhaseTransfer(birthDate, facts, random) : 'none',
    ...(source && { source }),
    rya: random.chance(inAccommodation),
    exception: random.chance(exception),
    yearsInPlace: years,
    ...(pace && { pace }),
    ...(random.chance(otherLaUnknown) && { otherLa: 'XXX' }),
  };
}

function yearsInPlace(plot: Plot, age: number, random: Random): number {
  if (!inheritedPlots.has(plot) || (plot === 'transferred-in' && random.chance(transferredAtOnce))) return 0;
  return drawYearsInPlace(age, random);
}

/** Where someone was placed before: as people a few years younger are. */
function earlier(age: number, random: Random): Setting {
  const then = age - random.int(1, 3);
  return drawPlace(then, then, false, random).setting;
}

function drawSource({ source }: Stratum, year: number, random: Random): Source | undefined {
  const drawn = sources.draw(random);
  if (year < 2025 || (year === 2025 && source === 'voluntary')) return undefined;
  return source === 'other' ? '5' : drawn;
}

function drawPace(plot: Plot, random: Random): CaseTraits['pace'] {
  if (plot === 'issued') return random.chance(onTime / (onTime + late)) ? 'on-time' : 'late';
  // Most plans on old requests are the ones that took over a year; the others were agreed just before the year began.
  if (plot === 'issued-on-old-request') return random.chance(oldRequestVeryLate) ? 'very-late' : 'late';
  return undefined;
}

/** Of plans on old requests: as many as took over a year, of the 9 in a thousand persons that there are. */
const oldRequestVeryLate = Math.min(0.9, ((veryLate / (onTime + late + veryLate)) * 130) / 9);
