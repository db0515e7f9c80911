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
  | 'issued' // requested and issued in the activity year
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

/** How a person is known: UPN, temporary UPN, ULN, both, or the reason for neither. */
export type Identification =
  'upn' | 'temporary-upn' | 'uln' | 'upn-and-uln' | 'UN1' | 'UN2' | 'UN3' | 'UN5' | 'UN8' | 'UN9' | 'UN10';

/** Everything about a case that is chosen before its dates are run. */
export interface CaseTraits {
  readonly plot: Plot;
  /** Date of birth; ages in the case follow from it. */
  readonly birthDate: string;
  readonly identification: Identification;
  /** Placement of rank 1 on census day, or the last one of a ceased plan. */
  readonly setting: Setting;
  /** A second placement, of rank 2, beside the first. */
  readonly secondSetting?: Setting;
  /** An earlier placement of rank 1, left before the present one began. */
  readonly earlierSetting?: Setting;
  readonly residential?: 'A' | 'B';
  readonly workBased?: 'A' | 'T' | 'S';
  /** Personal budget: none, organised arrangements, direct payments by kind, or both. */
  readonly budget: { readonly organised: boolean; readonly direct?: 'E' | 'S' | 'H' | 'I' };
  /** CeaseReason of a plan that ceased in the activity year or before census day. */
  readonly ceased?: '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';
  /** Primary need and, perhaps, a second one of another type. */
  readonly needs: readonly [string] | readonly [string, string];
  readonly review: ReviewState;
  /** A review for a change of phase is due (from 2025): undecided, or finalised. */
  readonly phaseTransfer: 'none' | 'due' | 'finalised';
  /** RequestSource, from 2025; absent where the LA does not give it. */
  readonly source?: '1' | '2' | '3' | '4' | '5';
  /** Requested while in relevant youth accommodation. */
  readonly rya: boolean;
  /** The 20-week limit did not apply (Week20). */
  readonly exception: boolean;
  /** Completed years since the plan began, for a historical plan. */
  readonly yearsInPlace: number;
}

/** A school or provider as the return identifies it. */
export interface Establishment {
  readonly urn?: string;
  readonly ukprn?: string;
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
