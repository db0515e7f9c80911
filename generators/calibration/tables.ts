import type { Figures } from '../figures/index.js';
import { takeBudgets, takeCeased, takeRequests, takeReviews } from './flow-tables.js';
import { takeNeeds, takeNewPlans, takePlacements, takePlans } from './open-plan-tables.js';
import type { ReleaseRow } from './release-file.js';
import { fromTotal, totalRow } from './rows.js';

/** A table that a file may hold: what it takes from the rows of an LA into the figures. */
export interface ReleaseTable {
  readonly name: string;
  /** Columns that a file with the table has. */
  readonly columns: readonly string[];
  /** The figures with the table of the LA; undefined where no row of it is there. */
  readonly take: (rows: readonly ReleaseRow[], figures: Figures) => Figures | undefined;
}

/** Tables that are a total row in columns. */
function simple<K extends keyof Figures>(
  name: string,
  key: K,
  columns: Figures[K] extends Readonly<Record<infer C extends string, number>> ? Readonly<Record<C, string>> : never,
): ReleaseTable {
  const names: Readonly<Record<string, string>> = columns;
  return {
    name,
    columns: Object.values(names),
    take: (rows, figures) => {
      const found = fromTotal(totalRow(rows), names, figures[key] as Readonly<Record<string, number>>);
      return found && { ...figures, [key]: found };
    },
  };
}

/** Every table, those of open plans by age first, since others are brought to its ages. */
export const releaseTables: readonly ReleaseTable[] = [
  {
    name: 'open plans by age, years in place, age when started or ethnic group',
    columns: ['ehcplans'],
    take: takePlans,
  },
  { name: 'placements', columns: ['ehcplans', 'mainstream_la_maintained'], take: takePlacements },
  { name: 'primary need', columns: ['number_asd'], take: takeNeeds },
  { name: 'new plans', columns: ['new_ehc_plans'], take: takeNewPlans },
  { name: 'requests', columns: ['requests_received_in_year', 'requests_decided_to_assess'], take: takeRequests },
  simple('six-week timing', 'sixWeeks', { within: 'request_outcome_six_weeks', over: 'request_outcome_over_6_weeks' }),
  simple('assessments', 'assessments', {
    issued: 'assess_issued',
    notIssued: 'assess_not_issued',
    underWay: 'assess_not_made',
    withdrawn: 'assess_withdrawn',
  }),
  simple('timeliness', 'timeliness', {
    onTime: 'plans_issued_within_20_weeks',
    late: 'plans_issued_gt20weeks_ltYear',
    veryLate: 'plans_issued_gt_1_year',
  }),
  simple('timeliness without exceptions', 'timelinessUnexcepted', {
    onTime: 'plans_issued_20_weeks_ex',
    late: 'plans_issued_gt20weeks_ltYear_ex',
    veryLate: 'plans_issued_gt_1_year_ex',
  }),
  { name: 'ceased plans', columns: ['total_ceased', 'transfer'], take: takeCeased },
  { name: 'annual reviews', columns: ['review_expected', 'no_review_meeting'], take: takeReviews },
  { name: 'personal budgets', columns: ['personal_budget'], take: takeBudgets },
];
