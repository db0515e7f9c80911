import type { Story } from './story.js';

/** How an assessment may stand or end, up to the plan that is issued. */
export const assessmentStories: readonly Story[] = [
  {
    name: 'assessing',
    summary: 'The assessment is agreed and under way.',
    age: 4,
    traits: { plot: 'assessing', source: '3' },
  },
  {
    name: 'assessment-withdrawn',
    summary: 'The assessment is agreed and comes to an end before there is a decision.',
    age: 14,
    traits: { plot: 'assessment-withdrawn' },
  },
  {
    name: 'not-issued',
    summary: 'The child is assessed, and the LA decides not to issue a plan.',
    age: 9,
    traits: { plot: 'not-issued' },
  },
  {
    name: 'not-issued-overturned-by-mediation',
    summary: 'A plan is refused, and issued after mediation.',
    age: 7,
    traits: { plot: 'not-issued-mediated', needs: ['SPLD'] },
  },
  {
    name: 'not-issued-overturned-by-tribunal',
    summary: 'A plan is refused on a request of the year before, and issued by order of the tribunal.',
    age: 13,
    traits: { plot: 'not-issued-appealed', needs: ['SLCN', 'MLD'] },
  },
  {
    name: 'decided-not-yet-issued',
    summary: 'The LA has decided to issue a plan, which is not yet issued on census day.',
    age: 6,
    traits: { plot: 'decided-not-yet-issued' },
  },
  {
    name: 'issued-on-time',
    summary: 'Requested, assessed and issued within 20 weeks.',
    age: 8,
    traits: { plot: 'issued', pace: 'on-time', source: '2' },
  },
  {
    name: 'issued-late',
    summary: 'Issued after more than 20 weeks, with no exception to the limit.',
    age: 6,
    traits: { plot: 'issued', pace: 'late', needs: ['SLCN'] },
  },
  {
    name: 'issued-late-with-exception',
    summary: 'Issued after more than 20 weeks, where an exception to the limit applies.',
    age: 11,
    traits: { plot: 'issued', pace: 'late', exception: true, needs: ['PD'] },
  },
  {
    name: 'issued-on-old-request',
    summary: 'Agreed before the activity year and issued in it, late.',
    age: 5,
    traits: { plot: 'issued-on-old-request', pace: 'late', needs: ['SLCN', 'ASD'] },
  },
  {
    name: 'issued-on-old-request-in-time',
    summary: 'Agreed at the end of the year before and issued within 20 weeks.',
    age: 10,
    traits: { plot: 'issued-on-old-request', pace: 'on-time' },
  },
  {
    name: 'issued-after-more-than-a-year',
    summary: 'Issued in the activity year, over a year after the request.',
    age: 9,
    traits: { plot: 'issued-on-old-request', pace: 'very-late', source: '5' },
  },
];
