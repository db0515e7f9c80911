import type { Person } from '../../../src/return/index.js';
import type { Shape } from './shapes.js';
import { given } from './words.js';

function isTemporary(upn: string): boolean {
  return /[A-Z]$/.test(upn);
}

function hasUpn({ UPN: upn }: Person, temporary: boolean): boolean {
  return given(upn) && isTemporary(upn) === temporary;
}

/** How a person may be known. */
export const personShapes: readonly Shape[] = [
  {
    name: 'known-by-upn',
    words: 'a person known by a UPN alone',
    never: 'nobody is known by a UPN alone',
    stands: (person) => hasUpn(person, false) && !given(person.UniqueLearnerNumber),
  },
  {
    name: 'known-by-temporary-upn',
    words: 'a person with a temporary UPN',
    never: 'nobody has a temporary UPN',
    stands: (person) => hasUpn(person, true),
  },
  {
    name: 'known-by-uln',
    words: 'a person known by a ULN alone',
    never: 'nobody is known by a ULN alone',
    stands: (person) => !given(person.UPN) && given(person.UniqueLearnerNumber),
  },
  {
    name: 'known-by-both',
    words: 'a person with both a UPN and a ULN',
    never: 'nobody has both a UPN and a ULN',
    stands: (person) => given(person.UPN) && given(person.UniqueLearnerNumber),
  },
  {
    name: 'known-by-neither',
    words: 'a person with neither UPN nor ULN, and the reason',
    never: 'nobody lacks both UPN and ULN',
    stands: (person) => !given(person.UPN) && !given(person.UniqueLearnerNumber) && given(person.UPNunknown),
  },
];
