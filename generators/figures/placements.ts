import type { Setting } from '../../scenarios/life/index.js';

/**
 * Where people with a plan are placed. Source: DfE, Education, health and care plans, reporting year 2025 (England), data files of July 2025; Open Government Licence v3.0.
 * Plans without a placement on record are left out; "not in education or training, other" of compulsory
 * school age and above it are one, since the return has one code for both (NIEO).
 */
export interface PlacementFigures {
  readonly setting: Setting;
  /** Open plans at census day 2025 by age on the 31 August before, in the order of `ages`. */
  readonly open: readonly number[];
  /** Plans issued in 2024, all ages. */
  readonly issued: number;
  /** Open plans in residential placements of 38 to 51 weeks a year, and of 52. */
  readonly residential: readonly [A: number, B: number];
}

export const placements: readonly PlacementFigures[] = [
  {
    setting: { by: 'urn', kind: 'mainstream_la_maintained' },
    open: [
      57, 749, 7686, 10567, 10372, 10276, 11013, 11512, 12760, 4828, 4065, 3664, 3354, 3233, 769, 390, 155, 40, 22, 11,
      12, 7, 0, 0,
    ],
    issued: 29745,
    residential: [2, 1],
  },
  {
    setting: { by: 'urn', kind: 'mainstream_la_maintained', provision: 'resourced' },
    open: [0, 20, 456, 649, 725, 755, 770, 774, 732, 351, 368, 354, 359, 308, 52, 37, 14, 5, 0, 1, 0, 0, 0, 0],
    issued: 744,
    residential: [1, 0],
  },
  {
    setting: { by: 'urn', kind: 'mainstream_la_maintained', provision: 'sen-unit' },
    open: [0, 3, 239, 362, 354, 410, 416, 402, 368, 114, 124, 110, 92, 91, 34, 21, 5, 1, 0, 0, 0, 0, 0, 0],
    issued: 373,
    residential: [0, 0],
  },
  {
    setting: { by: 'urn', kind: 'mainstream_academy' },
    open: [
      21, 387, 6416, 8807, 8788, 9064, 9337, 10033, 11236, 15322, 15338, 14639, 13807, 12999, 2772, 1747, 569, 203, 75,
      44, 15, 7, 2, 2,
    ],
    issued: 38026,
    residential: [5, 3],
  },
  {
    setting: { by: 'urn', kind: 'mainstream_academy', provision: 'resourced' },
    open: [2, 4, 313, 529, 589, 729, 683, 697, 663, 827, 887, 844, 821, 742, 137, 68, 32, 5, 5, 1, 0, 0, 0, 0],
    issued: 676,
    residential: [1, 0],
  },
  {
    setting: { by: 'urn', kind: 'mainstream_academy', provision: 'sen-unit' },
    open: [0, 9, 309, 463, 430, 485, 528, 494, 401, 465, 530, 516, 539, 487, 54, 48, 13, 0, 0, 0, 2, 0, 0, 0],
    issued: 639,
    residential: [0, 0],
  },
  {
    setting: { by: 'urn', kind: 'mainstream_free_school' },
    open: [3, 14, 261, 426, 418, 385, 390, 365, 365, 1294, 1309, 1246, 1176, 1079, 318, 182, 82, 23, 12, 6, 7, 3, 2, 0],
    issued: 2017,
    residential: [0, 0],
  },
  {
    setting: { by: 'urn', kind: 'mainstream_free_school', provision: 'resourced' },
    open: [0, 0, 5, 19, 8, 10, 10, 8, 15, 51, 29, 22, 21, 16, 1, 5, 1, 0, 0, 0, 0, 0, 0, 0],
    issued: 18,
    residential: [0, 0],
  },
  {
    setting: { by: 'urn', kind: 'mainstream_free_school', provision: 'sen-unit' },
    open: [0, 0, 0, 3, 0, 0, 0, 0, 0, 15, 13, 18, 14, 11, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    issued: 0,
    residential: [0, 0],
  },
  {
    setting: { by: 'urn', kind: 'mainstream_independent' },
    open: [5, 18, 51, 114, 151, 213, 234, 329, 353, 666, 735, 863, 1117, 1096, 541, 385, 164, 61, 42, 17, 16, 1, 2, 0],
    issued: 1131,
    residential: [46, 11],
  },
  {
    setting: { by: 'urn', kind: 'special_la_maintained' },
    open: [
      29, 174, 2801, 4336, 4672, 5451, 5662, 5853, 5835, 8179, 8213, 8191, 8051, 7413, 4308, 3607, 2487, 344, 136, 72,
      56, 29, 18, 3,
    ],
    issued: 3494,
    residential: [131, 4],
  },
  {
    setting: { by: 'urn', kind: 'special_academy_free' },
    open: [
      13, 100, 1587, 2674, 3207, 3770, 4260, 4361, 4575, 7864, 8249, 8258, 7912, 7234, 3957, 3231, 2100, 370, 108, 60,
      30, 3, 8, 1,
    ],
    issued: 3082,
    residential: [78, 3],
  },
  {
    setting: { by: 'urn', kind: 'special_independent' },
    open: [
      10, 16, 135, 384, 552, 850, 1151, 1360, 1650, 3195, 3628, 4248, 4519, 4086, 1731, 1089, 582, 229, 100, 66, 27, 20,
      17, 2,
    ],
    issued: 2344,
    residential: [314, 529],
  },
  {
    setting: { by: 'urn', kind: 'special_non_maintained' },
    open: [0, 8, 45, 103, 130, 146, 160, 202, 230, 412, 433, 456, 458, 465, 343, 302, 259, 102, 54, 34, 25, 10, 4, 0],
    issued: 144,
    residential: [375, 69],
  },
  {
    setting: { by: 'urn', kind: 'ap_pru_academy' },
    open: [0, 0, 0, 10, 36, 61, 84, 84, 113, 131, 184, 259, 390, 463, 69, 29, 30, 9, 7, 7, 0, 1, 0, 0],
    issued: 581,
    residential: [0, 1],
  },
  {
    setting: { by: 'urn', kind: 'ap_pru_free_school' },
    open: [0, 0, 1, 10, 20, 35, 34, 36, 41, 12, 39, 52, 106, 133, 40, 24, 10, 2, 1, 0, 0, 0, 0, 0],
    issued: 148,
    residential: [0, 0],
  },
  {
    setting: { by: 'urn', kind: 'ap_pru_la_maintained' },
    open: [4, 19, 7, 23, 45, 66, 78, 120, 128, 107, 152, 252, 436, 569, 152, 78, 31, 16, 5, 2, 1, 4, 0, 0],
    issued: 678,
    residential: [0, 0],
  },
  {
    setting: { by: 'urn', kind: 'general_fe_tertiary_colleges' },
    open: [0, 2, 1, 0, 1, 0, 0, 2, 3, 1, 0, 1, 50, 110, 16240, 15003, 12128, 9936, 7110, 4564, 2915, 1818, 964, 149],
    issued: 2274,
    residential: [29, 3],
  },
  {
    setting: { by: 'urn', kind: 'specialist_post_16_institutions' },
    open: [0, 0, 0, 1, 3, 3, 3, 1, 2, 5, 5, 7, 9, 16, 1032, 1161, 1231, 2007, 1571, 1289, 683, 405, 217, 24],
    issued: 180,
    residential: [353, 100],
  },
  {
    setting: { by: 'ukprn' },
    open: [0, 2, 5, 4, 3, 6, 10, 9, 14, 16, 24, 38, 52, 54, 1468, 1532, 1236, 1013, 737, 549, 352, 211, 125, 25],
    issued: 330,
    residential: [5, 6],
  },
  {
    setting: { by: 'code', code: 'EHE' },
    open: [0, 12, 79, 208, 266, 289, 357, 401, 512, 642, 791, 839, 899, 985, 357, 234, 132, 62, 43, 17, 15, 10, 5, 0],
    issued: 1216,
    residential: [2, 0],
  },
  {
    setting: { by: 'code', code: 'OLA' },
    open: [
      2, 9, 38, 86, 117, 132, 164, 219, 242, 443, 514, 725, 981, 1294, 1637, 1537, 1050, 763, 548, 393, 281, 213, 123,
      13,
    ],
    issued: 1166,
    residential: [12, 12],
  },
  {
    setting: { by: 'code', code: 'OPA' },
    open: [17, 46, 34, 26, 21, 27, 44, 41, 37, 77, 63, 80, 88, 108, 80, 60, 56, 36, 26, 19, 6, 13, 6, 1],
    issued: 211,
    residential: [0, 1],
  },
  {
    setting: { by: 'urn', kind: 'online_provider' },
    open: [0, 0, 0, 0, 0, 1, 0, 1, 1, 2, 10, 19, 22, 28, 16, 14, 4, 2, 3, 0, 0, 0, 0, 0],
    issued: 0,
    residential: [0, 0],
  },
  {
    setting: { by: 'urn', kind: 'w_settings' },
    open: [0, 4, 4, 9, 4, 8, 8, 15, 20, 43, 38, 38, 49, 57, 47, 27, 13, 6, 3, 2, 1, 5, 1, 0],
    issued: 0,
    residential: [23, 54],
  },
  {
    setting: { by: 'urn', kind: 'other_schools' },
    open: [0, 1, 0, 1, 0, 0, 0, 2, 0, 0, 0, 2, 5, 7, 34, 27, 34, 24, 17, 6, 7, 4, 4, 0],
    issued: 0,
    residential: [1, 2],
  },
  {
    setting: { by: 'code', code: 'OTH' },
    open: [32, 47, 60, 43, 43, 39, 44, 50, 58, 78, 92, 135, 172, 184, 572, 584, 526, 463, 319, 205, 131, 110, 47, 11],
    issued: 462,
    residential: [3, 8],
  },
  {
    setting: { by: 'code', code: 'NEET' },
    open: [2, 2, 2, 4, 9, 7, 7, 6, 4, 13, 14, 28, 38, 64, 2173, 3135, 3408, 3152, 2264, 1541, 1074, 723, 338, 48],
    issued: 475,
    residential: [6, 3],
  },
  {
    setting: { by: 'code', code: 'NIEC' },
    open: [0, 1, 2, 8, 5, 4, 9, 6, 7, 4, 4, 3, 5, 5, 63, 141, 377, 333, 263, 177, 144, 106, 119, 20],
    issued: 26,
    residential: [0, 0],
  },
  {
    setting: { by: 'code', code: 'NIEO' },
    open: [
      33, 102, 178, 140, 123, 124, 127, 150, 152, 242, 263, 318, 409, 412, 467, 427, 423, 396, 287, 253, 159, 132, 105,
      30,
    ],
    issued: 744,
    residential: [3, 6],
  },
  {
    setting: { by: 'code', code: 'EYP' },
    open: [289, 2464, 1331, 210, 71, 22, 22, 35, 25, 10, 6, 4, 8, 7, 5, 3, 4, 4, 4, 0, 0, 0, 0, 0],
    issued: 3528,
    residential: [1, 0],
  },
];
