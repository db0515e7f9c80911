import { upnAlphabet } from '../../src/model/index.js';
import { inPerson, leaveOut, set, type Planter } from './planter.js';

/** The next in a ring of characters. */
const nextIn = (ring: string, one: string): string => ring.charAt((ring.indexOf(one) + 1) % ring.length);

/** Faults of the person. None changes what the return-level rules watch, and none makes two identifiers alike. */
export const personPlanters: readonly Planter[] = [
  leaveOut('PER-01', inPerson, 'Surname'),
  leaveOut('PER-02', inPerson, 'Forename'),
  set('PER-03', inPerson, 'Forename', ({ Forename }) => Forename && `${Forename}1`),
  leaveOut('PER-04', inPerson, 'PersonBirthDate'),
  leaveOut('PER-08', inPerson, 'GenderCurrent', { to: 2023 }),
  leaveOut('PER-09', inPerson, 'Sex', { from: 2024 }),
  leaveOut('PER-11', inPerson, 'PostCode'),
  // I is no check letter; without one, the other rules of the UPN are not evaluated.
  set('PER-12', inPerson, 'UPN', ({ UPN }) => UPN && `I${UPN.slice(1)}`),
  set('PER-13', inPerson, 'UPN', ({ UPN }) => UPN && nextIn(upnAlphabet, UPN.charAt(0)) + UPN.slice(1)),
  set('PER-17', inPerson, 'UniqueLearnerNumber', ({ UniqueLearnerNumber: uln }) => uln?.slice(0, 9)),
  set(
    'PER-18',
    inPerson,
    'UniqueLearnerNumber',
    ({ UniqueLearnerNumber: uln }) => uln && uln.slice(0, 9) + nextIn('0123456789', uln.charAt(9)),
  ),
  {
    rule: 'PER-19',
    plant: (person) => {
      delete person.UPN;
      delete person.UniqueLearnerNumber;
      delete person.UPNunknown;
      return '/UPN';
    },
  },
  set('PER-20', inPerson, 'UPNunknown', ({ UPN }) => (UPN === undefined ? undefined : 'UN2')),
  set('VAL-Person.PostCode', inPerson, 'PostCode', () => 'N0 WHERE'),
  set('VAL-Person.UPNunknown', inPerson, 'UPNunknown', ({ UPNunknown }) => UPNunknown && 'UN4'),
];
