import type { CollectionYear } from '../../src/model/index.js';
import type { Random } from '../../src/random/index.js';

/** What became of a case up to census day; the words are those of the return. */
export type Plot =
  | 'awaiting-decision' // request received, decision to assess awaited
  | 'withdrawn' // request withdrawn before the decision
  | 'refused' // assessment refused
  | 'refused-mediated' // refused, overturned by mediation, assessed, plan issued
  | 'refused-appealed' // refused, overturned by the tribunal, assessed, plan issued
  | 'assessing' // agreed, assessment under way
  | 'assessment-withdrawn' // agreed, assessment ended before a decision
  | 'not-issued' // assessed, plan refused
  | 'not-issued-mediated' // plan refused, overturned by mediation, plan issued
  | 'not-issued-appealed' // plan refused, overturned by the tribunal, plan issued
  | 'decided-not-yet-issued' // decided to issue, plan not yet issued: no date, no NamedPlan
  | 'issued' // agreed and issued in the activity year
  | 'issued-on-old-request' // agreed before the activity year, issued in it
  | 'historical' // plan from earlier years
  | 'transferred-in' // plan of another LA taken over
  | 'exported' // moved to another LA before the assessment was completed
  | 'second-request'; // refused, then a second request that was agreed

/** Kinds of establishment with a URN, in the words of the published figures. */
export type EstablishmentKind =
  | 'mainstream_la_maintained'
  | 'mainstream_academy'
  | 'mainstream_free_school'
  | 'mainstream_independent'
  | 'special_la_maintained'
  | 'special_academy_free'
  | 'special_independent'
  | 'special_non_maintained'
  | 'ap_pru_academy'
  | 'ap_pru_free_school'
  | 'ap_pru_la_maintained'
  | 'general_fe_tertiary_colleges'
  | 'specialist_post_16_institutions'
  | 'online_provider'
  | 'w_settings'
  | 'other_schools';

/** Codes of SENSetting; the last three stand in placements only, not in the plan as named. */
export type SettingCode = 'OLA' | 'OPA' | 'EHE' | 'EYP' | 'OTH' | 'NEET' | 'NIEC' | 'NIEO';

/** Where a person is placed: by URN (perhaps in its SEN unit or resourced provision), by UKPRN, or by a code. */
export type Setting =
  | { readonly by: 'urn'; readonly kind: EstablishmentKind; readonly provision?: 'sen-unit' | 'resourced' }
  | { readonly by: 'ukprn' }
  | { readonly by: 'code'; readonly code: SettingCode };

/** How far the last annual review came, for a plan that is due one; from 2024, when the return began to ask. */
export type ReviewState = 'none' | 'met' | 'maintain' | 'amend' | 'amend-drafted' | 'cease';

/**
 * When the steps of the last review were: the meeting, and the decision or how things stand without one. Years are
 * calendar years; "not-due" is less than four weeks after the meeting.
 */
export interface ReviewTiming {
  readonly meeting: 'census-year' | 'activity-year' | 'earlier';
  readonly decision: 'census-year' | 'activity-year' | 'earlier' | 'not-due' | 'outstanding';
  /** The decision came within four weeks of the meeting, where the years allow it. */
  readonly inTime: boolean;
}

/** How long the plan took: within 20 weeks of the request, within 52, or longer. */
export type Pace = 'on-time' | 'late' | 'very-late';

/** How a person is known: UPN, temporary UPN, ULN, both, or the reason for neither. */
export type Identification =
  'upn' | 'temporary-upn' | 'uln' | 'upn-and-uln' | 'UN1' | 'UN2' | 'UN3' | 'UN5' | 'UN8' | 'UN9' | 'UN10';

/**
 * Everything about a case that is chosen before its dates are run. Ages are in completed years on census day.
 * Not every combination can happen; `whyNot` names the first reason, and `simulateCase` refuses these:
 * - a person born after census day or aged 27 or over, or aged 26 with an open plan;
 * - a plot that needs more time than the person has lived: 1 year for any plot, 2 for `refused-appealed`,
 *   `not-issued-appealed` and `issued-on-old-request`;
 * - a plot with a request of its own (all but `historical` and `transferred-in`) at 25 or over;
 * - `yearsInPlace` that is not a whole number, is 0 for `historical`, or is not below the age;
 * - of an open plan, a setting of EYP at 6 or over, or NEET outside 16 to 25; a second setting out of education;
 * - `workBased` under 15;
 * - `ceased` without a plan; reason 1 before the maximum age (25 by the end of the school year, or from 2024 19);
 *   reasons 3 and 4 under 16;
 * - two needs of one type, or a type the collection year does not have;
 * - a review or a phase transfer of a plan begun in the activity year; a phase transfer where the age is not one
 *   of a move (`phaseMove`), or of a ceased plan;
 * - UN1 at 6 or over; UN10 where anything but an open, withdrawn or refused request follows;
 * - no `source` from 2026, when it became compulsory, for a request made or decided in the activity year;
 * - `pace` of `very-late` unless the plot is `issued-on-old-request`; `otherLa` that the world does not have.
 *
 * A trait that the plot or the collection year has no use for is left aside: a setting where there is no plan,
 * a source before 2025, a review before 2024 (2023 has its date alone). One that is absent may be undefined too: traits
 * that all have the same keys are read a good deal faster, and are compiled once.
 */
export interface CaseTraits {
  readonly plot: Plot;
  /** Date of birth; ages in the case follow from it. */
  readonly birthDate: string;
  readonly identification: Identification;
  /** Placement of rank 1 on census day, or the last one of a ceased plan. */
  readonly setting: Setting;
  /** A second placement, of rank 2, beside the first. */
  readonly secondSetting?: Setting | undefined;
  /** An earlier placement of rank 1, left before the present one began. */
  readonly earlierSetting?: Setting | undefined;
  readonly residential?: 'A' | 'B' | undefined;
  readonly workBased?: 'A' | 'T' | 'S' | undefined;
  /** Personal budget: none, organised arrangements, direct payments by kind, or both. */
  readonly budget: { readonly organised: boolean; readonly direct?: 'E' | 'S' | 'H' | 'I' };
  /** CeaseReason of a plan that ceased in the activity year or before census day. */
  readonly ceased?: '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | undefined;
  /** Primary need and, perhaps, a second one of another type. */
  readonly needs: readonly [string] | readonly [string, string];
  readonly review: ReviewState;
  /** When its steps were, for an open plan; drawn where absent. */
  readonly reviewTiming?: ReviewTiming | undefined;
  /** A review for a change of phase is due (from 2025): undecided, or finalised. */
  readonly phaseTransfer: 'none' | 'due' | 'finalised';
  /** RequestSource, from 2025; absent where the LA does not give it. */
  readonly source?: '1' | '2' | '3' | '4' | '5' | undefined;
  /** Requested while in relevant youth accommodation. */
  readonly rya: boolean;
  /** The 20-week limit did not apply (Week20). */
  readonly exception: boolean;
  /**
   * Completed years since the plan began, for a historical plan (1 or more) and one transferred in (0 or more).
   * The plan began in the calendar year `collection year - 1 - yearsInPlace`.
   */
  readonly yearsInPlace: number;
  /**
   * The calendar year in which a plan began that was issued, or transferred in without years in place; drawn where
   * absent. Of a plot other than `issued`, the activity year alone can be asked for.
   */
  readonly startedIn?: 'activity-year' | 'census-year' | undefined;
  /** How long the plan took, for `issued` and `issued-on-old-request`; drawn where absent. */
  readonly pace?: Pace | undefined;
  /** The LA that a case was exported to or transferred from, or XXX; one of the world's, never XXX, where absent. */
  readonly otherLa?: string | undefined;
  /** ActivePlans still stand beside a plan that has ceased; most LAs leave them out. */
  readonly keepsActivePlans?: boolean | undefined;
}

/** A school or provider as the return identifies it. */
export interface Establishment {
  readonly urn?: string | undefined;
  readonly ukprn?: string | undefined;
}

/** What surrounds a case: the collection, the LA and the establishments to be placed in. */
export interface World {
  readonly facts: CollectionYear;
  /** Number of the LA that makes the return. */
  readonly la: string;
  /** LAs that a case may go to or come from: in force that year, this one left out, and XXX. */
  readonly otherLas: readonly string[];
  establishment(kind: EstablishmentKind | 'ukrlp_provider', age: number, random: Random): Establishment;
}
