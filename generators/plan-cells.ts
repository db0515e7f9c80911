import type { Random } from '../src/random/index.js';
import { ages, flowAges, type Figures } from './figures/index.js';
import { sum } from './fit.js';
import { table, type Table } from './table.js';

/** The part of a school year's births: September to December, the oldest in the class, or January to August. */
export type BirthSeason = 'autumn' | 'rest';

/** What ages and years of an open plan have to do with each other. */
export interface PlanCell {
  /** On the 31 August before the census; 2 is "under 3". */
  readonly age: number;
  /** Between the calendar years of the start and the census. */
  readonly years: number;
  readonly season: BirthSeason;
}

/** Draws of age and years of an open plan, and how many plans of an age there are. */
export interface PlanCells {
  /** A plan begun before the activity year. */
  older(random: Random): PlanCell;
  /** A plan begun in the activity year. */
  recent(random: Random): PlanCell;
  /** A plan begun in the days of the census year before census day. */
  newest(random: Random): PlanCell;
  /** Plans of an age begun in the activity year or after it. */
  recentAt(age: number): number;
  /** Open plans by years in place, for 0, 1 and 2. */
  readonly inPlace: readonly [number, number, number];
}

/** Plans of "12 or more" years; when they began is not published. Those from before 2014 were statements first. */
const longest = [0.4, 0.25, 0.15, 0.12, 0.08];
const passes = 120;
/** Births are taken to be even: 122 of 365 days are in September to December. */
const bornInAutumn = 122 / 365;
/** From this age on no plan of the last two years is told of: a request is made under 25. */
const noneRecentFrom = 24;

/** Age when the plan started as the figures count it: between the calendar years of the birth and the start. */
export function startAge({ age, years, season }: PlanCell): number {
  return age + (season === 'autumn' ? 2 : 1) - years;
}

/** The place in `flowAges` of an age, where the first is "2 and under" and the last "20 and over". */
export function flowColumn(age: number): number {
  return Math.max(0, Math.min(flowAges.length - 1, age - 2));
}

/**
 * Fits the cells of age, years in place and season of birth so that open plans by age, by years and by age at the
 * start, and new plans by age at the start, all come out together (iterative proportional fitting). Fitted best where
 * years and ages at the start are differences of calendar years: of completed years, the published 3,451 plans "less
 * than a year" in place would contradict the 97,747 issued in the last twelve months.
 */
export function planCells(figures: Figures): PlanCells {
  const years = [
    ...figures.yearsInPlace.slice(0, -1),
    ...longest.map((part) => part * (figures.yearsInPlace.at(-1) ?? 0)),
  ];
  const cells = ages.flatMap((age) =>
    years.flatMap((_, y) =>
      (['autumn', 'rest'] as const)
        .map((season): PlanCell => ({ age, years: y, season }))
        .filter((cell) => startAge(cell) >= 1 && !(age >= noneRecentFrom && y < 2))
        .filter(({ season }) => !(age === 25 && season === 'autumn')),
    ),
  );
  const weights = fitted(cells, figures, years);
  const drawn = (is: (cell: PlanCell) => boolean): Table<PlanCell> =>
    table(cells.map((cell, i): [PlanCell, number] => [cell, is(cell) ? (weights[i] ?? 0) : 0]));
  const tables = {
    older: drawn((cell) => cell.years >= 2),
    recent: drawn((cell) => cell.years === 1),
    newest: drawn((cell) => cell.years === 0),
  };
  const recentByAge = new Map(
    ages.map((age) => [age, sum(cells.map((c, i) => (c.age === age && c.years < 2 ? (weights[i] ?? 0) : 0)))]),
  );
  return {
    older: (random) => tables.older.draw(random),
    recent: (random) => tables.recent.draw(random),
    newest: (random) => tables.newest.draw(random),
    recentAt: (age) => recentByAge.get(age) ?? 0,
    inPlace: [years[0] ?? 0, years[1] ?? 0, years[2] ?? 0],
  };
}

/** Which total a cell counts towards, and the totals wanted. */
interface Margin {
  readonly of: readonly number[];
  readonly wanted: readonly number[];
}

function fitted(cells: readonly PlanCell[], figures: Figures, years: readonly number[]): Float64Array {
  const all = sum(figures.openPlans);
  const scaled = (wanted: readonly number[], total: number): number[] => {
    const have = sum(wanted) || 1;
    return wanted.map((n) => (n * total) / have);
  };
  const margins: Margin[] = [
    { of: cells.map((c) => flowColumn(startAge(c))), wanted: scaled(figures.startedAt, all) },
    { of: cells.map((c) => c.years), wanted: scaled(years, all) },
    {
      of: cells.map((c) => ages.indexOf(c.age) * 2 + (c.season === 'autumn' ? 1 : 0)),
      wanted: figures.openPlans.flatMap((n, i) =>
        ages[i] === 25 ? [n, 0] : [n * (1 - bornInAutumn), n * bornInAutumn],
      ),
    },
    {
      of: cells.map((c) => (c.years < 2 ? c.years * flowAges.length + flowColumn(startAge(c)) : -1)),
      wanted: [0, 1].flatMap((y) => scaled(figures.newPlans, ((years[y] ?? 0) * all) / sum(years))),
    },
  ];
  const weights = new Float64Array(cells.length).fill(1);
  for (let pass = 0; pass < passes; pass++) for (const margin of margins) scaleTo(weights, margin);
  return weights;
}

function scaleTo(weights: Float64Array, { of, wanted }: Margin): void {
  const have = new Float64Array(wanted.length);
  of.forEach((at, i) => {
    if (at >= 0) have[at] = (have[at] ?? 0) + (weights[i] ?? 0);
  });
  of.forEach((at, i) => {
    const found = have[at] ?? 0;
    if (at >= 0 && found > 0) weights[i] = ((weights[i] ?? 0) * (wanted[at] ?? 0)) / found;
  });
}
