import type { Figures } from '../figures/index.js';
import { sum } from '../fit.js';
import { blend } from './blend.js';
import { countIn, type ReleaseRow } from './release-file.js';
import { byFlowAge, cells, fromTotal, totalRow } from './rows.js';

/** Counts by kind and age: from rows by age where there are some, else from the total row with the national ages. */
function byKind<K extends PropertyKey>(
  national: Readonly<Record<K, readonly number[]>>,
  columns: Readonly<Record<K, string>>,
  ages: ReadonlyMap<number, ReleaseRow> | undefined,
  total: ReleaseRow | undefined,
): Readonly<Record<K, readonly number[]>> {
  const keys = Object.keys(columns) as K[];
  const known = keys.map((key) => (ages ? cells(ages, columns[key], national[key].length) : []));
  const sums = keys.map((key, i) => countIn(total, columns[key]) ?? sumOfKnown(known[i] ?? []));
  const totals = blend(
    sums,
    keys.map((key) => sum(national[key])),
  );
  const result: Record<K, readonly number[]> = { ...national };
  keys.forEach((key, i) => (result[key] = blend(known[i] ?? [], national[key], totals[i])));
  return result;
}

function sumOfKnown(counts: readonly (number | undefined)[]): number | undefined {
  const known = counts.filter((count) => count !== undefined);
  return known.length === 0 ? undefined : sum(known);
}

const outcomes = {
  agreed: 'requests_decided_to_assess',
  refused: 'requests_decided_not_to_assess',
  awaiting: 'requests_decision_not_made',
  withdrawn: 'requests_withdrawn',
} as const;

/** The requests by outcome of the LA in the place of the national ones; undefined where the rows have none. */
export function takeRequests(rows: readonly ReleaseRow[], figures: Figures): Figures | undefined {
  const ages = byFlowAge(rows);
  const total = totalRow(rows);
  if (!ages && !total) return undefined;
  const requests = byKind(figures.requests, outcomes, ages, total);
  const accommodation = fromTotal(
    total,
    { requests: 'requests_received_in_year', inAccommodation: 'requests_rya' },
    figures.youthAccommodation,
  );
  return { ...figures, requests, ...(accommodation && { youthAccommodation: accommodation }) };
}

const reasons = {
  1: 'max_age',
  2: 'needs_met',
  3: 'he',
  4: 'employ',
  5: 'transfer',
  6: 'no_engage',
  7: 'moved_outside_eng',
  8: 'deceased',
  9: 'other',
} as const;

/** The ceased plans by reason of the LA in the place of the national ones; undefined where the rows have none. */
export function takeCeased(rows: readonly ReleaseRow[], figures: Figures): Figures | undefined {
  const ages = byFlowAge(rows);
  const total = totalRow(rows);
  if (!ages && !total) return undefined;
  const ceasedPlans = byKind(figures.ceasedPlans, reasons, ages, total);
  return { ...figures, ceasedPlans };
}

/** The annual reviews of the LA in the place of the national ones; undefined where the rows have none. */
export function takeReviews(rows: readonly ReleaseRow[], figures: Figures): Figures | undefined {
  const total = totalRow(rows);
  if (!total) return undefined;
  const { none, meeting, decision, outcome } = figures.reviews;
  const met = fromTotal(
    total,
    {
      none: 'no_review_meeting',
      census: 'review_meeting_25',
      activity: 'review_meeting_24',
      earlier: 'review_meeting_prior_24',
    },
    { none, ...meeting },
  );
  const decided = fromTotal(
    total,
    {
      census: 'review_decision25',
      activity: 'review_decision24',
      earlier: 'review_decision_prior24',
      notDue: 'review_decision_not_due',
      outstanding: 'review_decision_outstanding',
    },
    decision,
  );
  const came = fromTotal(
    total,
    { amend: 'outcome_amend', cease: 'outcome_cease', maintain: 'outcome_maintan', undecided: 'no_outcome' },
    outcome,
  );
  const weeks = fromTotal(
    total,
    { within: 'number_decsion_4weeks', over: 'number_decision_gt_4weeks' },
    figures.reviews.fourWeeks,
  );
  if (!met || !decided || !came || !weeks) return undefined;
  const { none: noMeeting, ...meetings } = met;
  return {
    ...figures,
    reviews: { none: noMeeting, meeting: meetings, decision: decided, outcome: came, fourWeeks: weeks },
  };
}

/** The personal budgets of the LA in the place of the national ones; undefined where the rows have none. */
export function takeBudgets(rows: readonly ReleaseRow[], figures: Figures): Figures | undefined {
  const total = totalRow(rows);
  const any = countIn(total, 'personal_budget');
  if (!total || any === undefined) return undefined;
  const plans = sum(figures.openPlans);
  const direct = fromTotal(
    total,
    { E: 'pb_education', S: 'pb_social', H: 'pb_health', I: 'pb_integrated' },
    figures.personalBudgets.direct,
  );
  const organised = countIn(total, 'org_arrangments') ?? 0;
  return { ...figures, personalBudgets: { plans, any, organised, direct: direct ?? figures.personalBudgets.direct } };
}
