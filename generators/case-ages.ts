import type { CaseTraits, Plot } from '../scenarios/life/index.js';
import type { Random, Weighted } from '../src/random/index.js';
import { ages, flowAges, type Figures } from './figures/index.js';
import { sum } from './fit.js';
import { table, tablesBy, type Table } from './table.js';

/** Codes of CeaseReason. */
export type CeaseReason = NonNullable<CaseTraits['ceased']>;

/** Why a plan ceased, with the age on the 31 August before the census. */
export interface Cease {
  readonly age: number;
  readonly reason: CeaseReason;
}

/** Draws of ages, on the 31 August before the census, of those who have no open plan. */
export interface CaseAges {
  /** For a plot without a plan. */
  draw(plot: Plot, random: Random): number;
  /** Why a plan ceased, and at what age; the reason "other" (9) alone, or any but that. */
  cease(year: number, isOther: boolean, plot: Plot, random: Random): Cease;
}

/** The youngest a ceased plan is told of. */
const youngestCeased = 3;
/** The oldest that can be asked for an assessment: on census day they are still under 25. */
const oldestRequest = 23;
/** The oldest whose ceased plan is told of: they may be 26 on census day. */
const oldestCeased = 25;
/** From this age a plan ends because of work or higher education, on its birthday at the earliest. */
const adultFrom = 16;
const adultReasons: ReadonlySet<string> = new Set(['3', '4']);
/** Of those aged under 3, how many are under 2. */
const underTwo = 0.15;

/** "2 and under" are mostly 2; "20 and over" get fewer with age as open plans do. */
function spread(figures: Figures, byFlowAge: readonly number[], youngest: number, oldest: number): Weighted<number> {
  const older = ages.filter((age) => age >= 20 && age <= oldest);
  const openAt = (age: number): number => Math.max(1, figures.openPlans[ages.indexOf(age)] ?? 0);
  const openOlder = sum(older.map(openAt));
  return flowAges.flatMap((age, i): [number, number][] => {
    const count = byFlowAge[i] ?? 0;
    if (age === 2 && youngest < 2)
      return [
        [1, count * underTwo],
        [2, count * (1 - underTwo)],
      ];
    if (age === 20) return older.map((each) => [each, (count * openAt(each)) / openOlder]);
    return age >= youngest ? [[age, count]] : [];
  });
}

/** Ages of requests and of ceased plans in the proportions of the figures. */
export function caseAges(figures: Figures): CaseAges {
  const { requests } = figures;
  const agesByPlot = tablesBy<Plot, number>((plot) => {
    if (plot === 'awaiting-decision') return spread(figures, requests.awaiting, 1, oldestRequest);
    if (plot === 'withdrawn') return spread(figures, requests.withdrawn, 1, oldestRequest);
    if (plot === 'refused' || plot === 'second-request') return spread(figures, requests.refused, 2, oldestRequest);
    return spread(figures, requests.agreed, 2, oldestRequest);
  });
  const ceaseTables = new Map<string, Table<Cease>>();
  return {
    draw: (plot, random) => agesByPlot(plot).draw(random),
    cease: (year, isOther, plot, random) => {
      const oldest = plot === 'issued' ? oldestRequest : oldestCeased;
      const key = `${year} ${isOther} ${oldest}`;
      let found = ceaseTables.get(key);
      if (!found) {
        found = ceaseTable(figures, year, isOther, oldest);
        ceaseTables.set(key, found);
      }
      return found.draw(random);
    },
  };
}

function ceaseTable(figures: Figures, year: number, isOther: boolean, oldest: number): Table<Cease> {
  const entries: [Cease, number][] = [];
  for (const [reason, counts] of Object.entries(figures.ceasedPlans) as [CeaseReason, readonly number[]][]) {
    if ((reason === '9') !== isOther) continue;
    for (const [age, count] of spread(figures, counts, youngestCeased, oldest)) {
      if (adultReasons.has(reason) && age < adultFrom) continue;
      // Until collection 2023 the maximum age was 25 alone; from 2024 it may be any from 19.
      if (reason === '1' && (age < (year >= 2024 ? 19 : 25) || oldest < 25)) continue;
      entries.push([{ age, reason }, reason === '1' && year < 2024 ? sum(counts) : count]);
    }
  }
  // An LA may have no plan that ceased for another reason.
  if (!entries.some(([, count]) => count > 0)) return table<Cease>([[{ age: 18, reason: isOther ? '9' : '2' }, 1]]);
  return table(entries);
}
