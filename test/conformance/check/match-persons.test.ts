import { keepPerson, plainRecord, containerOf, type KeptPerson } from '../../../conformance/check/index.js';
import { matchPersons, type Matching } from '../../../conformance/check/match-persons.js';
import type { Person } from '../../../src/return/index.js';
import { madePersons } from './measure.js';
import type { Loose } from './places.js';

const made = madePersons(2026, 30);

/** Persons with all of these, in the order of the return. */
function those(...tags: readonly (keyof Person)[]): Loose[] {
  return made.filter((person) => tags.every((tag) => person[tag] !== undefined));
}

function keep(...persons: readonly Loose[]): KeptPerson[] {
  return persons.map((person, at) => keepPerson(plainRecord(person, containerOf('Person')), at + 1));
}

/** Pairs of positions, missing and unexpected persons, and the kinds of notes. */
function inShort({ same, differing, missing, unexpected, notes }: Matching): unknown {
  const pair = ({ expected, actual }: Matching['same'][number]): string => `${expected.position}-${actual.position}`;
  return {
    same: same.map(pair),
    differing: differing.map(pair),
    missing: missing.map(({ position }) => position),
    unexpected: unexpected.map(({ position }) => position),
    notes: notes.map(({ kind, expected, actual }) => `${kind} ${expected ?? ''}-${actual ?? ''}`),
  };
}

const text = (held: Loose[string]): string => (typeof held === 'string' ? held : 'none');

const [a = {}, b = {}, c = {}] = those('UPN', 'PostCode');
const [withoutNumbers = {}] = made.filter(
  ({ UPN, UniqueLearnerNumber: ULN }) => UPN === undefined && ULN === undefined,
);
const nothing = { same: [], differing: [], missing: [], unexpected: [], notes: [] };

describe('matchPersons', () => {
  it('pairs persons that say the same, whatever their order', () => {
    expect(inShort(matchPersons(keep(a, b, c), keep(c, a, b)))).toEqual({ ...nothing, same: ['1-2', '2-3', '3-1'] });
  });

  it.each(['UPN', 'Surname', 'Forename', 'PersonBirthDate'])('finds a person whose %s was altered', (tag) => {
    const altered = { ...a, [tag]: tag === 'PersonBirthDate' ? '2010-02-03' : 'X802999999999' };
    expect(inShort(matchPersons(keep(a, b), keep(b, altered)))).toEqual({
      ...nothing,
      same: ['2-1'],
      differing: ['1-2'],
    });
  });

  it.each(['Surname', 'Forename', 'PersonBirthDate'])(
    'finds one who has neither UPN nor ULN by the rest where the %s was altered, and says so',
    (tag) => {
      const altered = { ...withoutNumbers, [tag]: tag === 'PersonBirthDate' ? '2010-02-03' : 'Other' };
      expect(inShort(matchPersons(keep(a, withoutNumbers), keep(altered, a)))).toEqual({
        ...nothing,
        same: ['1-2'],
        differing: ['2-1'],
        notes: ['weak 2-1'],
      });
    },
  );

  it('is not led astray where two have each other’s UPN, and says so', () => {
    const [left, right] = [
      { ...a, UPN: b['UPN'] },
      { ...b, UPN: a['UPN'] },
    ];
    expect(inShort(matchPersons(keep(a, b, c), keep(left, right, c)))).toEqual({
      ...nothing,
      same: ['3-3'],
      differing: ['1-1', '2-2'],
      notes: ['conflict 1-1', 'conflict 2-2'],
    });
  });

  it('holds by UPN alone a person in whom all else differs', () => {
    const other = { ...c, UPN: a['UPN'] };
    expect(inShort(matchPersons(keep(a), keep(other)))).toEqual({ ...nothing, differing: ['1-1'] });
  });

  it('does not guess where nobody fits', () => {
    expect(inShort(matchPersons(keep(a, b), keep(c)))).toEqual({ ...nothing, missing: [1, 2], unexpected: [1] });
  });

  it('says so where another fits as well', () => {
    const [first, second] = [
      { ...a, Ethnicity: 'WBRI', Sex: 'X' },
      { ...a, Ethnicity: 'WBRI', Sex: 'Y' },
    ];
    expect(inShort(matchPersons(keep(a), keep(first, second)))).toEqual({
      ...nothing,
      differing: ['1-1'],
      unexpected: [2],
      notes: ['ambiguous 1-1', 'double 1-2'],
    });
  });

  it('tells whose UPN a person has who is one too many', () => {
    const { notes, unexpected } = matchPersons(keep(a, b), keep(a, b, b));
    expect(unexpected.map(({ position }) => position)).toEqual([3]);
    expect(notes.map(({ text }) => text)).toEqual([
      'Person 3 of the export, who is not expected, has the UPN of person 2',
    ]);
  });

  it('does not pair everybody with everybody where all share one name, and says so', () => {
    const alike = (upn: string, at: number): Loose => ({
      ...a,
      UPN: undefined,
      UniqueLearnerNumber: undefined,
      PostCode: `${upn}${at}`,
      Requests: [{ ReceivedDate: `${upn}-${at}` }],
    });
    const many = Array.from({ length: 30 }, (_, at) => at);
    const { differing, notes } = matchPersons(
      keep(...many.map((at) => alike('A', at))),
      keep(...many.map((at) => alike('B', at))),
    );
    expect(differing).toEqual([]);
    expect(new Set(notes.map(({ kind }) => kind))).toEqual(new Set(['crowded']));
  });

  it('takes the nearest where many hang together', () => {
    const altered = made.map((person, at) => ({ ...person, UPN: made[(at + 1) % made.length]?.['UPN'] ?? 'none' }));
    const chain = Array.from({ length: 3 }, (_, round) =>
      made.map((person) => ({
        ...person,
        Surname: text(person['Surname']) + String(round),
        UPN: text(person['UPN']) + String(round),
      })),
    ).flat();
    const rotated = chain.map((person, at) => ({ ...person, UPN: chain[(at + 1) % chain.length]?.['UPN'] ?? 'none' }));
    for (const [expected, actual] of [
      [made, altered],
      [chain, rotated],
    ] as const) {
      const { differing, missing } = matchPersons(keep(...expected), keep(...actual));
      expect(missing).toEqual([]);
      expect(differing.every((pair) => pair.expected.position === pair.actual.position)).toBe(true);
    }
  });
});
