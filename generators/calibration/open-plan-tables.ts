import type { Setting } from '../../scenarios/life/index.js';
import type { Figures, Need, PlacementFigures } from '../figures/index.js';
import { fit, sum } from '../fit.js';
import { blend, blendRecord } from './blend.js';
import { breakdownOf, ethnicLabels, flowAgeColumn, isAboutStart, isAboutYears, yearsColumn } from './labels.js';
import { countIn, type ReleaseRow } from './release-file.js';
import { byAge, byFlowAge, cells, place, totalRow, toTotal } from './rows.js';

const codeColumns: Readonly<Record<string, string>> = {
  EHE: 'elective_home_education',
  OLA: 'other_arrangements_la',
  OPA: 'other_arrangements_parents',
  OTH: 'other_placement_settings',
  NEET: 'neet',
  NIEC: 'neet_ntci',
  EYP: 'nm_early_years',
};

/** The count of a setting in a row: NIEO is published in two columns. */
function placed(row: ReleaseRow | undefined, setting: Setting): number | undefined {
  if (setting.by === 'ukprn') return countIn(row, 'ukrlp_provider');
  if (setting.by === 'urn') {
    const { kind, provision } = setting;
    const suffix = provision === undefined ? '' : provision === 'resourced' ? '_resourced_provision' : '_senunit';
    return countIn(row, kind + suffix);
  }
  if (setting.code !== 'NIEO') return countIn(row, codeColumns[setting.code] ?? '');
  const [other, school] = [countIn(row, 'neet_other'), countIn(row, 'neet_other_csa')];
  return other === undefined && school === undefined ? undefined : (other ?? 0) + (school ?? 0);
}

function withOpen(figures: Figures, open: readonly (readonly number[])[]): Figures {
  return {
    ...figures,
    placements: figures.placements.map((p, i): PlacementFigures => ({ ...p, open: open[i] ?? p.open })),
  };
}

/** The placements by age of the LA in the place of the national ones; undefined where the rows have none. */
export function takePlacements(rows: readonly ReleaseRow[], figures: Figures): Figures | undefined {
  const { placements } = figures;
  const ofAge = byAge(rows);
  if (ofAge) {
    const openPlans = blend(cells(ofAge, 'ehcplans', figures.openPlans.length), figures.openPlans);
    // Age by age, so that cells that are suppressed are filled within their age.
    const columns = figures.openPlans.map((_, age) => {
      const row = ofAge.get(age);
      return blend(
        placements.map((p) => (row ? placed(row, p.setting) : undefined)),
        placements.map((p) => p.open[age] ?? 0),
        openPlans[age],
      );
    });
    return withOpen(
      { ...figures, openPlans },
      placements.map((_, i) => columns.map((column) => column[i] ?? 0)),
    );
  }
  const total = totalRow(rows);
  if (!total) return undefined;
  const totals = blend(
    placements.map((p) => placed(total, p.setting)),
    placements.map((p) => sum(p.open)),
  );
  return withOpen(
    figures,
    fitted(
      placements.map((p) => p.open),
      totals,
      figures.openPlans,
    ),
  );
}

/** National counts by age in rows, brought to the LA's row totals and to its ages. */
function fitted(
  national: readonly (readonly number[])[],
  totals: readonly number[],
  openPlans: readonly number[],
): readonly (readonly number[])[] {
  return fit(national, totals, openPlans);
}

/** The primary needs by age of the LA in the place of the national ones; undefined where the rows have none. */
export function takeNeeds(rows: readonly ReleaseRow[], figures: Figures): Figures | undefined {
  const needs = Object.keys(figures.primaryNeeds) as Need[];
  const column = (need: Need): string => `number_${need.toLowerCase()}`;
  const primaryNeeds: Record<Need, readonly number[]> = { ...figures.primaryNeeds };
  const ofAge = byAge(rows);
  const total = totalRow(rows);
  if (ofAge) {
    for (const need of needs)
      primaryNeeds[need] = blend(cells(ofAge, column(need), figures.openPlans.length), figures.primaryNeeds[need]);
  } else if (total) {
    const totals = blend(
      needs.map((need) => countIn(total, column(need))),
      needs.map((need) => sum(figures.primaryNeeds[need])),
    );
    const counts = fitted(
      needs.map((need) => figures.primaryNeeds[need]),
      totals,
      figures.openPlans,
    );
    needs.forEach((need, i) => (primaryNeeds[need] = counts[i] ?? []));
  } else return undefined;
  return { ...figures, primaryNeeds };
}

/** The tables of open plans alone, told apart by their breakdowns, of the LA in the place of the national ones; undefined where the rows have none. */
export function takePlans(rows: readonly ReleaseRow[], figures: Figures): Figures | undefined {
  const column = 'ehcplans';
  let taken = figures;
  const ofAge = byAge(rows);
  if (ofAge) taken = { ...taken, openPlans: blend(cells(ofAge, column, figures.openPlans.length), figures.openPlans) };
  const started = place(rows.filter(isAboutStart), flowAgeColumn);
  if (started)
    taken = { ...taken, startedAt: blend(cells(started, column, figures.startedAt.length), figures.startedAt) };
  const years = place(rows.filter(isAboutYears), yearsColumn);
  if (years)
    taken = { ...taken, yearsInPlace: blend(cells(years, column, figures.yearsInPlace.length), figures.yearsInPlace) };
  const groups = new Map(rows.map((row) => [ethnicLabels[breakdownOf(row)] ?? breakdownOf(row), countIn(row, column)]));
  if (groups.has('WBRI')) {
    const all = { ...figures.ethnicGroups, unclassified: figures.ethnicityUnclassified };
    const { unclassified, ...ethnicGroups } = blendRecord<keyof typeof all>(Object.fromEntries(groups), all);
    taken = { ...taken, ethnicGroups, ethnicityUnclassified: unclassified };
  }
  return taken === figures ? undefined : taken;
}

/** The new plans by age and placement of the LA in the place of the national ones; undefined where the rows have none. */
export function takeNewPlans(rows: readonly ReleaseRow[], figures: Figures): Figures | undefined {
  const ages = byFlowAge(rows);
  const total = totalRow(rows);
  if (!ages && !total) return undefined;
  const newPlans = ages
    ? blend(cells(ages, 'new_ehc_plans', figures.newPlans.length), figures.newPlans)
    : toTotal(figures.newPlans, countIn(total, 'new_ehc_plans'));
  const issued = blend(
    figures.placements.map((p) => (total ? placed(total, p.setting) : undefined)),
    figures.placements.map((p) => p.issued),
    sum(newPlans),
  );
  const placements = figures.placements.map((p, i): PlacementFigures => ({ ...p, issued: issued[i] ?? 0 }));
  return { ...figures, newPlans, placements };
}
