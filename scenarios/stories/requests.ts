import type { Story } from './story.js';

/** How a request for an assessment may stand or end. */
export const requestStories: readonly Story[] = [
  {
    name: 'awaiting-decision',
    summary: 'A parent has asked for an assessment, and the decision to assess is awaited.',
    age: 7,
    traits: { plot: 'awaiting-decision', source: '1' },
  },
  {
    name: 'request-withdrawn',
    summary: 'A request from a doctor is withdrawn before the decision.',
    age: 9,
    traits: { plot: 'withdrawn', source: '3' },
  },
  {
    name: 'request-refused',
    summary: 'A school asks for an assessment, which is refused.',
    age: 8,
    traits: { plot: 'refused', source: '2' },
  },
  {
    name: 'refusal-overturned-by-mediation',
    summary: 'An assessment is refused; after mediation the child is assessed and a plan issued.',
    age: 6,
    traits: { plot: 'refused-mediated', source: '1', needs: ['MLD'] },
  },
  {
    name: 'refusal-overturned-by-tribunal',
    summary: 'An assessment is refused; the tribunal orders it, and a plan is issued.',
    age: 10,
    traits: { plot: 'refused-appealed', source: '1', needs: ['ASD', 'SEMH'] },
  },
  {
    name: 'second-request-after-refusal',
    summary: 'A request is refused, and a second one is agreed and under assessment.',
    age: 12,
    traits: { plot: 'second-request', source: '2' },
  },
  {
    name: 'requested-in-youth-accommodation',
    summary: 'A social worker asks for a young person in relevant youth accommodation, and a plan is issued.',
    age: 16,
    traits: { plot: 'issued', rya: true, source: '4', needs: ['SEMH'], pace: 'on-time' },
  },
  {
    name: 'exported',
    summary: 'The assessment is agreed, and the family moves to another LA before it is completed.',
    age: 5,
    traits: { plot: 'exported' },
  },
  {
    name: 'exported-to-unknown',
    summary: 'The assessment is agreed, and the family moves away, nobody knows where to.',
    age: 11,
    traits: { plot: 'exported', otherLa: 'XXX' },
  },
];
