import { yearModel } from '../../src/model/index.js';
import type { Person } from '../../src/return/index.js';
import { codeGroups } from '../exercise/index.js';

/** Must stay rare: RET-04 asks about more than one in ten. */
const notObtained = 'NOBT';

/**
 * Gives the persons ethnicities so that each of the groups has one, in the order of the list and again from its start;
 * information not yet obtained is given once. The persons are copies.
 */
export function giveEthnicities(persons: readonly Person[], year: number): readonly Person[] {
  const item = yearModel(year).item('Person', 'Ethnicity');
  const groups = item ? codeGroups(item, year).map(({ name }) => name) : [];
  const known = groups.filter((name) => name !== notObtained);
  return persons.map((person, index) => ({
    ...person,
    Ethnicity: groups[index] ?? known[index % known.length] ?? notObtained,
  }));
}
