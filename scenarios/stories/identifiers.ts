import type { Story } from './story.js';

/** How a person may be known, or why by no number. */
export const identifierStories: readonly Story[] = [
  {
    name: 'under-six-without-upn',
    summary: 'A child of 3 at an early years provider has no UPN yet.',
    age: 3,
    traits: {
      plot: 'issued',
      pace: 'on-time',
      identification: 'UN1',
      setting: { by: 'code', code: 'EYP' },
      needs: ['SLCN'],
    },
  },
  {
    name: 'temporary-upn',
    summary: 'A child who has just come to a school has a temporary UPN.',
    age: 5,
    traits: { plot: 'issued', identification: 'temporary-upn' },
  },
  {
    name: 'uln-only',
    summary: 'A young person is known by a ULN alone.',
    age: 19,
    traits: { identification: 'uln' },
  },
  {
    name: 'upn-and-uln',
    summary: 'A young person has both a UPN and a ULN.',
    age: 16,
    traits: { identification: 'upn-and-uln' },
  },
  {
    name: 'never-in-state-school',
    summary: 'A child has never been at a state-funded school in England and has no UPN.',
    age: 9,
    traits: { identification: 'UN2', setting: { by: 'urn', kind: 'mainstream_independent' } },
  },
  {
    name: 'educated-outside-england',
    summary: 'A child goes to school outside England and has no UPN.',
    age: 11,
    traits: { identification: 'UN3', setting: { by: 'urn', kind: 'w_settings' } },
  },
  {
    name: 'sources-disagree',
    summary: 'Sources disagree on who the person is, so no identifier is given.',
    age: 14,
    traits: { identification: 'UN5' },
  },
  {
    name: 'new-to-the-la',
    summary: 'A child has just moved in with a plan, and the identifier is not yet known.',
    age: 7,
    traits: { plot: 'transferred-in', identification: 'UN8' },
  },
  {
    name: 'young-person-without-identifier',
    summary: 'A young person was never at a state-funded school or college and has neither UPN nor ULN.',
    age: 18,
    traits: { identification: 'UN9', setting: { by: 'code', code: 'OLA' } },
  },
  {
    name: 'no-further-action',
    summary: 'A request is refused before an identifier was known.',
    age: 4,
    traits: { plot: 'refused', identification: 'UN10', source: '1' },
  },
];
