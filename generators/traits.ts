import type { CaseTraits, Plot, Setting } from '../scenarios/life/index.js';
import type { CollectionYear } from '../src/model/index.js';
import type { Random } from '../src/random/index.js';
import { censusAge, drawBirthDate } from './ages.js';
import type { Cease } from './case-ages.js';
import { drawIdentification } from './identification.js';
import type { Mix } from './mix.js';
import type { PlanCell } from './plan-cells.js';
import { drawPhaseTransfer } from './plan-extras.js';
import type { Placing } from './placing.js';
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
const withoutPlan: ReadonlySet<Plot> = new Set<Plot>([
  'refused',
  'withdrawn',
  'awaiting-decision',
  'assessing',
  'assessment-withdrawn',
  'not-issued',
  'decided-not-yet-issued',
  'exported',
  'second-request',
]);
/** Plots that take so long that those who turn 2 in the activity year are too young for them. */
const slowPlots: ReadonlySet<Plot> = new Set<Plot>([
  'refused-mediated',
  'refused-appealed',
  'not-issued-mediated',
  'not-issued-appealed',
  'issued-on-old-request',
]);
const youngestSlow = 3;
const second = 0.02;
const moved = 0.06;
const movedFrom = 5;
const keptAfterCeasing = 0.2;
const otherLaUnknown = 0.03;

/** What is settled of a case before its places and extras: the plot, how old the person and the plan are. */
interface Start {
  readonly plot: Plot;
  /** Of a case without an open plan, the age and years are all that counts. */
  readonly cell: Pick<PlanCell, 'age' | 'years'> & { readonly season: PlanCell['season'] | undefined };
  readonly cease: Cease | undefined;
  /** Of a plan begun in the days of the census year. */
  readonly isNewest: boolean;
}

/** Chooses everything about a case of a stratum that comes before its dates: one that can happen, in proportion to the figures. */
export function drawTraits(
  stratum: Stratum,
  birthDayClass: number,
  facts: CollectionYear,
  mix: Mix,
  random: Random,
): CaseTraits {
  const { plot, cell, cease, isNewest } = drawStart(stratum, facts.year, mix, random);
  const { age, years } = cell;
  const birthDate = drawBirthDate(age, cell.season, birthDayClass, facts, random);
  const isOld = inheritedPlots.has(plot) && years >= 2;

  const place = mix.placing.place(age, censusAge(birthDate, facts), !isOld, random);
  const { setting } = place;
  const secondSetting = random.chance(second) ? mix.placing.secondPlace(setting, age, random) : undefined;
  const earlierSetting =
    isOld && age >= movedFrom && random.chance(moved) ? earlier(age, mix.placing, random) : undefined;
  const residential = mix.placing.residential(place, age, random);
  const workBased = mix.placing.work(setting, age, random);
  const source = drawSource(stratum, facts.year, random);
  const pace = mix.pace.pace(plot, random);
  const isPlan = !withoutPlan.has(plot);
  const reviewed = isOld ? mix.review(years, random) : undefined;

  return {
    plot,
    birthDate,
    identification: drawIdentification(plot, age, random),
    setting,
    secondSetting,
    earlierSetting,
    residential,
    workBased,
    budget: mix.budget(random),
    ceased: cease?.reason,
    keepsActivePlans: cease && random.chance(keptAfterCeasing),
    needs: mix.needs(age, place.class, facts.year, random),
    review: reviewed?.review ?? 'none',
    reviewTiming: reviewed?.reviewTiming,
    phaseTransfer: isOld && !cease && facts.year >= 2025 ? drawPhaseTransfer(birthDate, facts, random) : 'none',
    source,
    rya: mix.pace.inAccommodation(random),
    exception: mix.pace.excepted(pace, random),
    yearsInPlace: Math.max(0, years - 1),
    startedIn: isPlan && !cease && years < 2 ? (isNewest ? 'census-year' : 'activity-year') : undefined,
    pace,
    otherLa: random.chance(otherLaUnknown) ? 'XXX' : undefined,
  };
}

function drawStart({ kind, otherReason, source }: Stratum, year: number, mix: Mix, random: Random): Start {
  if ('ceased' in kind) {
    const plot = kind.ceased;
    const cease = mix.ages.cease(year, otherReason, plot, random);
    const years = plot === 'issued' ? 1 : yearsAt(cease.age, mix, random);
    return { plot, cell: { age: cease.age, years, season: undefined }, cease, isNewest: false };
  }
  const { plot, isNewest } = mix.plots.draw(kind.pool, source === 'other', random);
  if (withoutPlan.has(plot)) {
    const cell = { age: mix.ages.draw(plot, random), years: 1, season: undefined };
    return { plot, cell, cease: undefined, isNewest };
  }
  if (plot === 'historical' || (plot === 'transferred-in' && random.chance(mix.plots.transferredOlder)))
    return { plot, cell: mix.cells.older(random), cease: undefined, isNewest };
  if (isNewest) return { plot, cell: mix.cells.newest(random), cease: undefined, isNewest };
  const cell = mix.cells.recent(random);
  const isTooYoung = slowPlots.has(plot) && cell.age < youngestSlow;
  return { plot, cell: isTooYoung ? oldEnough(mix, random) : cell, cease: undefined, isNewest };
}

/** A recent plan of someone old enough for a plot that takes long. */
function oldEnough(mix: Mix, random: Random): PlanCell {
  let cell = mix.cells.recent(random);
  for (let tries = 1; tries < 100 && cell.age < youngestSlow; tries++) cell = mix.cells.recent(random);
  return cell.age < youngestSlow ? { ...cell, age: youngestSlow } : cell;
}

/** Years in place of a ceased plan from earlier years: as those of open ones, and not more than the age allows. */
function yearsAt(age: number, mix: Mix, random: Random): number {
  return Math.max(2, Math.min(age - 1, mix.cells.older(random).years));
}

/** Where someone was placed before: as people a few years younger are. */
function earlier(age: number, placing: Placing, random: Random): Setting {
  const then = age - random.int(1, 3);
  return placing.place(then, then, false, random).setting;
}

function drawSource({ source }: Stratum, year: number, random: Random): Source | undefined {
  const drawn = sources.draw(random);
  if (year < 2025 || (year === 2025 && source === 'voluntary')) return undefined;
  return source === 'other' ? '5' : drawn;
}
