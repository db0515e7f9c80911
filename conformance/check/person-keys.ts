import { digestOf, listIn, sameText, valueIn, type PlainRecord } from './plain-record.js';

/** What persons are known by. */
export type KeyName =
  | 'UPN'
  | 'ULN'
  | 'name and birth date'
  | 'name'
  | 'surname and birth date'
  | 'forename and birth date'
  | 'postcode and birth date'
  | 'requests';

/** One thing that a person is known by. */
export interface PersonKey {
  readonly name: KeyName;
  readonly value: string;
}

/** What identifies a person, the surest first; names in any letter case. */
export function identifierKeys(person: PlainRecord): readonly PersonKey[] {
  const { upn, uln, surname, forename, birthDate } = identityOf(person);
  return keys([
    ['UPN', [upn]],
    ['ULN', [uln]],
    ['name and birth date', [surname, forename, birthDate]],
  ]);
}

/** What may tell a person whose identifiers were altered: parts of them, and what is said of the case. */
export function weakKeys(person: PlainRecord): readonly PersonKey[] {
  const { surname, forename, birthDate, postcode } = identityOf(person);
  const requests = listIn(person, 'Requests');
  return keys([
    ['surname and birth date', [surname, birthDate]],
    ['forename and birth date', [forename, birthDate]],
    ['name', [surname, forename]],
    ['postcode and birth date', [postcode, birthDate]],
    ['requests', [requests.length === 0 ? '' : digestOf(requests.map(sameText).sort().join('\n'))]],
  ]);
}

function identityOf(
  person: PlainRecord,
): Record<'upn' | 'uln' | 'surname' | 'forename' | 'birthDate' | 'postcode', string> {
  const value = (tag: string): string => (valueIn(person, tag) ?? '').trim().toUpperCase();
  return {
    upn: value('UPN'),
    uln: value('UniqueLearnerNumber'),
    surname: value('Surname'),
    forename: value('Forename'),
    birthDate: value('PersonBirthDate'),
    postcode: value('PostCode'),
  };
}

/** A key holds only where all of its parts are there. */
function keys(list: readonly (readonly [KeyName, readonly string[]])[]): readonly PersonKey[] {
  return list.flatMap(([name, parts]) => (parts.includes('') ? [] : [{ name, value: parts.join('\n') }]));
}
