import type { Story } from './story.js';

/** Where persons with a plan are placed. */
export const placementStories: readonly Story[] = [
  {
    name: 'two-placements',
    summary:
      'A pupil is at a mainstream school and, for part of the week, at alternative provision; the plan names both.',
    age: 13,
    traits: { secondSetting: { by: 'urn', kind: 'ap_pru_la_maintained' }, needs: ['SEMH', 'ASD'] },
  },
  {
    name: 'moved-placement',
    summary: 'A pupil moved from a mainstream school to a special school.',
    age: 9,
    traits: {
      setting: { by: 'urn', kind: 'special_la_maintained' },
      earlierSetting: { by: 'urn', kind: 'mainstream_la_maintained' },
      needs: ['SLD', 'ASD'],
    },
  },
  {
    name: 'three-placements',
    summary: 'A pupil left one school for another, and is taught at a further setting beside it.',
    age: 14,
    traits: {
      setting: { by: 'urn', kind: 'special_academy_free' },
      earlierSetting: { by: 'urn', kind: 'mainstream_free_school' },
      secondSetting: { by: 'urn', kind: 'ap_pru_academy' },
    },
  },
  {
    name: 'special-school-independent',
    summary: 'A pupil is placed at an independent special school.',
    age: 12,
    traits: { setting: { by: 'urn', kind: 'special_independent' }, needs: ['OTH'] },
  },
  {
    name: 'special-school-non-maintained',
    summary: 'A pupil is placed at a non-maintained special school.',
    age: 10,
    traits: { setting: { by: 'urn', kind: 'special_non_maintained' }, needs: ['HI', 'SLCN'] },
  },
  {
    name: 'independent-school',
    summary: 'A pupil is placed at an independent mainstream school.',
    age: 8,
    traits: { setting: { by: 'urn', kind: 'mainstream_independent' } },
  },
  {
    name: 'alternative-provision',
    summary: 'A pupil is placed at an alternative provision free school.',
    age: 15,
    traits: { setting: { by: 'urn', kind: 'ap_pru_free_school' }, needs: ['SEMH'] },
  },
  {
    name: 'online-provider',
    summary: 'A pupil is taught by an accredited online provider.',
    age: 14,
    traits: { setting: { by: 'urn', kind: 'online_provider' } },
  },
  {
    name: 'school-in-wales',
    summary: 'A pupil lives near the border and is placed at a school in Wales.',
    age: 11,
    traits: { setting: { by: 'urn', kind: 'w_settings' } },
  },
  {
    name: 'other-establishment',
    summary: 'A pupil is placed at an establishment of another kind that has a URN.',
    age: 13,
    traits: { setting: { by: 'urn', kind: 'other_schools' } },
  },
  {
    name: 'sen-unit',
    summary: 'A pupil is placed in the SEN unit of a mainstream school.',
    age: 6,
    traits: { setting: { by: 'urn', kind: 'mainstream_la_maintained', provision: 'sen-unit' } },
  },
  {
    name: 'resourced-provision',
    summary: 'A pupil is placed in the resourced provision of an academy.',
    age: 12,
    traits: { setting: { by: 'urn', kind: 'mainstream_academy', provision: 'resourced' } },
  },
  {
    name: 'provider-without-urn',
    summary: 'A young person is at a training provider that has a UKPRN only.',
    age: 17,
    traits: { setting: { by: 'ukprn' } },
  },
  {
    name: 'arranged-by-la',
    summary: 'The LA arranges education otherwise than in a school.',
    age: 13,
    traits: { setting: { by: 'code', code: 'OLA' } },
  },
  {
    name: 'arranged-by-parent',
    summary: 'The parents have made suitable arrangements of their own.',
    age: 10,
    traits: { setting: { by: 'code', code: 'OPA' } },
  },
  {
    name: 'home-education',
    summary: 'A child is educated at home by choice of the parents.',
    age: 11,
    traits: { setting: { by: 'code', code: 'EHE' } },
  },
  {
    name: 'early-years-provider',
    summary: 'A child of 4 is at an early years provider without a URN.',
    age: 4,
    traits: { plot: 'issued', pace: 'on-time', setting: { by: 'code', code: 'EYP' }, needs: ['SLCN'] },
  },
  {
    name: 'other-setting',
    summary: 'A type of setting is named, and no particular one.',
    age: 16,
    traits: { setting: { by: 'code', code: 'OTH' } },
  },
  {
    name: 'neet',
    summary: 'A young person left college and is not in education, employment or training.',
    age: 18,
    traits: {
      setting: { by: 'code', code: 'NEET' },
      earlierSetting: { by: 'urn', kind: 'general_fe_tertiary_colleges' },
    },
  },
  {
    name: 'notice-to-cease',
    summary: 'A young person is not in education or training, and notice has been given that the plan will cease.',
    age: 20,
    traits: { setting: { by: 'code', code: 'NIEC' } },
  },
  {
    name: 'not-in-education',
    summary: 'A child of school age is between placements.',
    age: 12,
    traits: { setting: { by: 'code', code: 'NIEO' } },
  },
  {
    name: 'residential-38-weeks',
    summary: 'A pupil boards at a special school for 38 to 51 weeks a year.',
    age: 15,
    traits: { setting: { by: 'urn', kind: 'special_non_maintained' }, residential: 'A' },
  },
  {
    name: 'residential-52-weeks',
    summary: 'A young person lives at a specialist college all the year.',
    age: 20,
    traits: {
      setting: { by: 'urn', kind: 'specialist_post_16_institutions' },
      residential: 'B',
      needs: ['PMLD', 'VI'],
    },
  },
  {
    name: 'apprenticeship',
    summary: 'A young person is an apprentice.',
    age: 18,
    traits: { setting: { by: 'ukprn' }, workBased: 'A' },
  },
  {
    name: 'traineeship',
    summary: 'A young person is a trainee.',
    age: 17,
    traits: { workBased: 'T' },
  },
  {
    name: 'supported-internship',
    summary: 'A young person is on a supported internship.',
    age: 21,
    traits: { workBased: 'S' },
  },
];
