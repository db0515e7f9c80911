import type { Story } from './story.js';

/** Plans that ceased in the activity year, one for each reason. */
export const ceasedStories: readonly Story[] = [
  {
    name: 'ceased-at-maximum-age',
    summary: 'A plan ceases when the young person is 25.',
    age: 25,
    traits: { ceased: '1' },
  },
  {
    name: 'ceased-needs-met',
    summary: 'A plan ceases because the needs are met without one.',
    age: 11,
    traits: { ceased: '2' },
  },
  {
    name: 'ceased-for-higher-education',
    summary: 'A plan ceases because the young person goes to university.',
    age: 19,
    traits: { ceased: '3' },
  },
  {
    name: 'ceased-for-employment',
    summary: 'A plan ceases because the young person takes paid work.',
    age: 18,
    traits: { ceased: '4' },
  },
  {
    name: 'transferred-out',
    summary: 'A plan ceases because the family moves to another LA.',
    age: 9,
    traits: { ceased: '5' },
  },
  {
    name: 'ceased-not-engaging',
    summary: 'A plan ceases because the young person no longer wishes to be in education or training.',
    age: 20,
    traits: { ceased: '6' },
  },
  {
    name: 'ceased-moved-abroad',
    summary: 'A plan ceases because the family leaves England.',
    age: 7,
    traits: { ceased: '7' },
  },
  {
    name: 'ceased-died',
    summary: 'A plan ceases because the child has died.',
    age: 12,
    traits: { ceased: '8' },
  },
  {
    name: 'ceased-for-another-reason',
    summary: 'A plan ceases for a reason that has no code of its own.',
    age: 17,
    traits: { ceased: '9' },
  },
  {
    name: 'ceased-soon-after-issue',
    summary: 'A plan is issued in the activity year and ceases soon after, as the family moves to another LA.',
    age: 5,
    traits: { plot: 'issued-on-old-request', pace: 'late', ceased: '5' },
  },
  {
    name: 'ceased-with-placements-kept',
    summary: 'The placements, needs and review of a ceased plan are still reported, every placement left.',
    age: 18,
    traits: {
      ceased: '6',
      keepsActivePlans: true,
      review: 'cease',
      earlierSetting: { by: 'urn', kind: 'mainstream_academy' },
      secondSetting: { by: 'code', code: 'OTH' },
    },
  },
];
