/** People and their plans. Source: DfE, Education, health and care plans, reporting year 2025 (England), data files of July 2025; Open Government Licence v3.0. */

/** Open plans at census day 2025 by sex. */
export const sexes = { M: 451239, F: 187502 } as const;

/** Open plans at census day 2025 by main ethnic group. */
export const ethnicGroups = {
  WBRI: 414338,
  WIRI: 1577,
  WIRT: 946,
  WROM: 2349,
  WOTH: 27449,
  MWBC: 12420,
  MWBA: 5563,
  MWAS: 7352,
  MOTH: 15397,
  AIND: 10812,
  APKN: 21416,
  ABAN: 8868,
  AOTH: 10216,
  BCRB: 7835,
  BAFR: 23881,
  BOTH: 6709,
  CHNE: 1783,
  OOTH: 10683,
} as const;

/** Open plans whose ethnicity was refused, not obtained or not recorded. */
export const ethnicityUnclassified = 49151;

/** Open plans with a work based activity, by age on the 31 August before. */
export const workBased: readonly {
  readonly age: number;
  readonly S: number;
  readonly A: number;
  readonly T: number;
}[] = [
  { age: 16, S: 70, A: 153, T: 168 },
  { age: 17, S: 180, A: 221, T: 139 },
  { age: 18, S: 522, A: 185, T: 110 },
  { age: 19, S: 576, A: 169, T: 87 },
  { age: 20, S: 458, A: 106, T: 66 },
  { age: 21, S: 331, A: 70, T: 57 },
  { age: 22, S: 258, A: 59, T: 34 },
  { age: 23, S: 164, A: 28, T: 14 },
  { age: 24, S: 103, A: 13, T: 7 },
];

/** Open plans with a personal budget, with organised arrangements, and with direct payments by kind. */
export const personalBudgets = {
  plans: 638745,
  any: 19596,
  organised: 3889,
  direct: { E: 3163, S: 12580, H: 148, I: 1131 },
} as const;

/** Open plans that were due a review (begun before the activity year): how it stands, by when the meeting was and the decision. */
export const reviews = {
  /** No meeting on record. */
  none: 70893,
  /** The meeting was in the census year, in the activity year, or before that. */
  meeting: { census: 9208, activity: 318369, earlier: 126184 },
  /** The decision, in the same years; not yet due four weeks after the meeting; or outstanding. */
  decision: { census: 26072, activity: 254836, earlier: 67848, notDue: 15767, outstanding: 89238 },
  /** What was decided; 10,133 decisions have no date, which a return without a finding cannot have. */
  outcome: { amend: 219538, cease: 4087, maintain: 135264, undecided: 94872 },
  /** Decisions within four weeks of the meeting, and later ones. */
  fourWeeks: { within: 154924, over: 193835 },
} as const;

/** Requests received in 2024, and those of people in relevant youth accommodation. */
export const youthAccommodation = { requests: 154489, inAccommodation: 501 } as const;

/** Decisions whether to assess: within six weeks of the request, and later. */
export const sixWeeks = { within: 126160, over: 22593 } as const;

/** Assessments completed or under way in 2024 by what came of them. */
export const assessments = { issued: 98547, notIssued: 6404, underWay: 62, withdrawn: 327 } as const;

/** Refusals to issue a plan: within 16 weeks of the request, and later. */
export const refusalTime = { within: 2179, over: 4212 } as const;

/** Plans issued in 2024 for which it is known: within 20 weeks of the request, within a year, or later. */
export const timeliness = { onTime: 41448, late: 42402, veryLate: 6478 } as const;

/** Those of them to which no exception from the 20 weeks applied. */
export const timelinessUnexcepted = { onTime: 39407, late: 39168, veryLate: 6230 } as const;
