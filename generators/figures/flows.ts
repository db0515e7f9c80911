/**
 * Ages and flows. Source: DfE, Education, health and care plans, reporting year 2025 (England), data files of July 2025; Open Government Licence v3.0.
 * Ages are on the 31 August before the census. Flow tables run from "2 and under" to "20 and over".
 */

/** The ages of the open plan tables; 2 stands for under 3. */
export const ages: readonly number[] = [
  2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25,
];

/** The ages of the flow tables; 2 stands for 2 and under, 20 for 20 and over. */
export const flowAges: readonly number[] = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20];

/** Open plans at census day 2025, by `ages`. */
export const openPlans: readonly number[] = [
  533, 4302, 22517, 30847, 31867, 34082, 36412, 38381, 41405, 46775, 47172, 47359, 47125, 44886, 42005, 36484, 28598,
  20815, 14495, 9805, 6258, 4030, 2221, 371,
];

/** Plans open at census day 2025 by age when they started, by `flowAges`. */
export const startedAt: readonly number[] = [
  1744, 15453, 89057, 79742, 46623, 47450, 46313, 45163, 55150, 64233, 36508, 25369, 28467, 22914, 17730, 9084, 3918,
  1971, 1821,
];

/** Plans issued in 2024 by age when they started, by `flowAges`. */
export const newPlans: readonly number[] = [
  203, 2134, 13245, 13207, 7686, 6865, 6431, 6434, 7594, 8126, 5259, 4663, 5071, 4474, 3468, 1656, 664, 291, 276,
];

/** Requests received in 2024 by what became of them, by `flowAges`. */
export const requests = {
  agreed: [
    1877, 13797, 12963, 8021, 7081, 6559, 6760, 7718, 8931, 5116, 4937, 5497, 4979, 3952, 1622, 671, 270, 127, 167,
  ],
  refused: [
    699, 2749, 3001, 1790, 1948, 2143, 2472, 3115, 4248, 3192, 2945, 2960, 2562, 2344, 1393, 709, 301, 135, 183,
  ],
  awaiting: [184, 1521, 1337, 823, 783, 824, 846, 954, 1172, 618, 622, 677, 625, 556, 267, 119, 52, 29, 29],
  withdrawn: [32, 177, 198, 127, 134, 127, 163, 217, 251, 203, 196, 180, 175, 119, 131, 39, 24, 9, 14],
} as const;

/** Plans ceased in 2024 by CeaseReason, by `flowAges`. */
export const ceasedPlans = {
  1: [0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0, 7, 13, 54, 101, 1782],
  2: [1, 1, 1, 10, 22, 24, 41, 45, 56, 42, 33, 44, 54, 73, 195, 226, 435, 660, 1991],
  3: [0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1, 2, 13, 18, 773, 660, 1108],
  4: [0, 0, 0, 0, 0, 1, 0, 0, 1, 1, 1, 0, 1, 2, 94, 295, 627, 763, 2266],
  5: [3, 60, 376, 601, 687, 692, 721, 721, 893, 872, 843, 980, 1048, 1185, 1248, 994, 842, 505, 682],
  6: [0, 0, 0, 0, 0, 0, 0, 4, 1, 0, 1, 2, 5, 5, 60, 422, 2262, 3147, 10182],
  7: [0, 5, 37, 84, 79, 79, 90, 64, 80, 61, 66, 48, 47, 41, 51, 28, 25, 14, 29],
  8: [4, 5, 12, 23, 25, 31, 26, 18, 22, 22, 26, 27, 25, 36, 31, 47, 35, 22, 38],
  9: [0, 1, 1, 3, 4, 11, 9, 6, 7, 11, 6, 14, 17, 12, 15, 30, 60, 132, 498],
} as const;

/**
 * Open plans at census day 2025 by the years since they started: entry n is n years, the last one that or
 * more. The years are those between the calendar years: entry 1 holds the plans issued in 2024.
 */
export const yearsInPlace: readonly number[] = [
  3451, 110640, 92975, 72118, 60306, 56012, 46309, 56535, 53450, 39868, 23114, 6043, 17924,
];
