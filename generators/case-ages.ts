import type { CaseTraits, Plot } from '../scenarios/life/index.js';
import type { Random, Weighted } from '../src/random/index.js';
import {
  ages,
  ceasedPlans,
  flowAges,
  newPlans,
  openPlans,
  requests,
  startedAt,
  yearsInPlace,
} from './figures/index.js';
import { fit, sum } from './fit.js';
import { table, tablesBy, type Table } from './table.js';

/** Codes of CeaseReason. */
export type CeaseReason = NonNullable<CaseTraits['ceased']>;

/** The youngest a plan from earlier years is told of, on the 31 August before the census. */
const youngestWithOldPlan = 3;

/** The oldest that can be asked for an assessment: on census day they are still under 25. */
const oldestRequest = 23;

const newPlansAt = new Map(flowAges.map((age, i) => [age, newPlans[i] ?? 0]));

/** "2 and under" are mostly 2; "20 and over" get fewer with age as open plans do. */
function spread(byFlowAge: readonly number[], youngest: number, oldest: number): Weighted<number> {
  const older = ages.filter((age) => age >= 20 && age <= oldest);
  const openAt = (age: number): number => openPlans[ages.indexOf(age)] ?? 0;
  const openOlder = sum(older.map(openAt));
  return flowAges.flatMap((age, i): [number, number][] => {
    const count = byFlowAge[i] ?? 0;
    if (age === 2) {
      if (youngest > 2) return [];
      return youngest === 2
        ? [[2, count]]
        : [
            [1, count * 0.15],
            [2, count * 0.85],
          ];
    }
    if (age === 20) return older.map((each) => [each, (count * openAt(each)) / openOlder]);
    return age >= youngest ? [[age, count]] : [];
  });
}

const oldPlanAges: Weighted<number> = ages
  .map((age, i): [number, number] => [age, Math.max(0, (openPlans[i] ?? 0) - (newPlansAt.get(age) ?? 0))])
  .filter(([age]) => age >= youngestWithOldPlan);

const agesByPlot = tablesBy<Plot, number>((plot) => {
  switch (plot) {
    case 'historical':
    case 'transferred-in':
      return oldPlanAges.filter(([age]) => age <= 24 || plot === 'historical');
    case 'awaiting-decision':
      return spread(requests.awaiting, 1, oldestRequest);
    case 'withdrawn':
      return spread(requests.withdrawn, 1, oldestRequest);
    case 'refused':
    case 'second-request':
      return spread(requests.refused, 2, oldestRequest);
    case 'assessing':
    case 'assessment-withdrawn':
    case 'not-issued':
    case 'decided-not-yet-issued':
    case 'exported':
      return spread(requests.agreed, 2, oldestRequest);
    case 'refused-appealed':
    case 'not-issued-appealed':
    case 'issued-on-old-request':
      return spread(newPlans, 3, oldestRequest);
    case 'refused-mediated':
    case 'not-issued-mediated':
    case 'issued':
      return spread(newPlans, 2, oldestRequest);
  }
});

/** An age on the 31 August before the census, for a plot whose plan, if any, is open. */
export function drawAge(plot: Plot, random: Random): number {
  return agesByPlot(plot).draw(random);
}

/** From this age a plan ends because of work, higher education or the person's own wish. */
const adultReasons: ReadonlySet<string> = new Set(['3', '4', '6']);

/** Why a plan ceased, with the age on the 31 August before the census. */
export interface Cease {
  readonly age: number;
  readonly reason: CeaseReason;
}

type CeaseKind = 'other' | 'named';

function ceaseTable(year: number, kind: CeaseKind, oldest: number): Table<Cease> {
  const entries: [Cease, number][] = [];
  for (const [reason, counts] of Object.entries(ceasedPlans) as [CeaseReason, readonly number[]][]) {
    if ((reason === '9') !== (kind === 'other')) continue;
    for (const [age, count] of spread(counts, youngestWithOldPlan, oldest)) {
      if (adultReasons.has(reason) && age < 17) continue;
      // Until collection 2023 the maximum age was 25 alone; from 2024 it may be any from 19, which all aged 20 by August are.
      if (reason === '1' && (age < (year >= 2024 ? 20 : 25) || oldest < 25)) continue;
      entries.push([{ age, reason }, reason === '1' && year < 2024 ? sum(counts) : count]);
    }
  }
  return table(entries);
}

const ceaseTables = new Map<string, Table<Cease>>();

/** Draws why a plan ceased and at what age; `oldest` is for plots that are told of younger people only. */
export function drawCease(year: number, kind: CeaseKind, oldest: number, random: Random): Cease {
  const key = `${year} ${kind} ${oldest}`;
  let found = ceaseTables.get(key);
  if (!found) {
    found = ceaseTable(year, kind, oldest);
    ceaseTables.set(key, found);
  }
  return found.draw(random);
}

/** The oldest, on the 31 August before the census, that a ceased plan of a plot is told of. */
export const oldestFor = (plot: Plot): number => (plot === 'historical' ? 25 : oldestRequest);

/** Years in place of plans from earlier calendar years, by age: fitted to ages, years and the ages plans start at. */
const yearsByAge = tablesBy<number, number>((age) => fittedYears()[age - youngestWithOldPlan] ?? [[1, 1]]);

let fitted: Weighted<number>[] | undefined;

function fittedYears(): Weighted<number>[] {
  if (!fitted) {
    // A plan of n years in the figures began n calendar years before the census, so n - 1 before the activity year.
    const totals = yearsInPlace.slice(2);
    const years = totals.map((_, i) => i + 1);
    const startWeight = (age: number): number => startedAt[flowAges.indexOf(age)] ?? 0;
    const pattern = oldPlanAges.map(([age]) => years.map((y) => (y < age ? Math.max(1, startWeight(age - y)) : 0)));
    const cells = fit(
      pattern,
      oldPlanAges.map(([, count]) => count),
      totals,
    );
    fitted = cells.map((row) => row.map((weight, i): [number, number] => [i + 1, weight]));
  }
  return fitted;
}

/** Completed years since a plan from earlier calendar years began, from 1, for an age on the 31 August before the census. */
export function drawYearsInPlace(age: number, random: Random): number {
  return yearsByAge(Math.max(youngestWithOldPlan, age)).draw(random);
}
