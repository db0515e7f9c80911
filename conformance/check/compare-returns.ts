import { compareRecords } from './compare-records.js';
import { upnEnding, type Difference, type PersonAt } from './difference.js';
import type { KeptReturn } from './keep-return.js';
import type { MatchNote } from './match-note.js';
import { matchPersons } from './match-persons.js';
import { containerOf, personOf, recordIn, valueIn, type KeptPerson, type PlainRecord } from './plain-record.js';

/** What came of comparing two returns, in persons. */
export interface Compared {
  /** Persons that are as expected in every item. */
  readonly same: number;
  readonly differing: number;
  readonly missing: number;
  readonly unexpected: number;
  /** Expected persons that were not found in what could be read of an export that could not be read whole. */
  readonly notRead: number;
  readonly notes: readonly MatchNote[];
  /** The position of the expected person by that of the person in the export that was held against it. */
  readonly expectedOf: ReadonlyMap<number, number>;
}

/** Where paths begin. */
const root = '/Message';
const personsPath = `${root}/Persons`;

/**
 * Items of the header that are about the system that makes the return and when it does: they are never those of the
 * return that is expected.
 */
export const ownOfSystem: ReadonlySet<string> = new Set(['SoftwareCode', 'Release', 'SerialNo', 'DateTime']);

/**
 * Tells every difference between the return that is expected and an export: of the header, then of the persons in the
 * order in which they are expected, then persons that are not.
 * @param stories what persons of the expected return tell, by position
 */
export function compareReturns(
  expected: KeptReturn,
  actual: KeptReturn,
  stories: ReadonlyMap<number, string>,
  tell: (difference: Difference) => void,
): Compared {
  // A file that cannot be read as far as its header tells nothing about it.
  const isHeaderRead = actual.stopped === null || Object.keys(actual.header).length > 0;
  if (isHeaderRead) compareHeaders(expected.header, actual.header, tell);
  const { same, differing, missing, unexpected, notes } = matchPersons(expected.persons, actual.persons);
  const told = [
    ...differing.map((pair) => ({ at: pair.expected.position, pair })),
    // Of an export that was not read to its end nobody knows whether they are there.
    ...(actual.stopped === null ? missing.map((person) => ({ at: person.position, person })) : []),
  ].sort((a, b) => a.at - b.at);
  const storyOf = ({ position }: KeptPerson): string | null => stories.get(position) ?? null;
  for (const one of told) {
    if ('pair' in one) comparePersons(one.pair.expected, one.pair.actual, storyOf(one.pair.expected), tell);
    else tell(missingPerson(one.person, storyOf(one.person)));
  }
  for (const person of unexpected) tell(unexpectedPerson(person));
  return {
    same: same.length,
    differing: differing.length,
    missing: actual.stopped === null ? missing.length : 0,
    unexpected: unexpected.length,
    notRead: actual.stopped === null ? 0 : missing.length,
    notes,
    expectedOf: new Map([...same, ...differing].map((pair) => [pair.actual.position, pair.expected.position])),
  };
}

function compareHeaders(expected: PlainRecord, actual: PlainRecord, tell: (difference: Difference) => void): void {
  const path = `${root}/Header`;
  const place = { expectedPath: path, exportPath: path };
  const { differences } = compareRecords(withoutOwn(expected), withoutOwn(actual), containerOf('Header'), place);
  for (const difference of differences) tell({ ...difference, person: null });
}

function withoutOwn(header: PlainRecord): PlainRecord {
  const source = recordIn(header, 'Source');
  if (!source) return header;
  return { ...header, Source: Object.fromEntries(Object.entries(source).filter(([tag]) => !ownOfSystem.has(tag))) };
}

function comparePersons(
  expected: KeptPerson,
  actual: KeptPerson,
  story: string | null,
  tell: (difference: Difference) => void,
): void {
  const record = personOf(expected);
  const { differences } = compareRecords(record, personOf(actual), containerOf('Person'), {
    expectedPath: pathOf(expected),
    exportPath: pathOf(actual),
  });
  const person: PersonAt = {
    expected: expected.position,
    actual: actual.position,
    upnEnding: upnEnding(valueIn(record, 'UPN')),
    story,
  };
  for (const difference of differences) tell({ ...difference, person });
}

function missingPerson(person: KeptPerson, story: string | null): Difference {
  return {
    kind: 'missing',
    of: 'record',
    tag: 'Person',
    expectedPath: pathOf(person),
    exportPath: `${personsPath}/Person`,
    person: { expected: person.position, actual: null, upnEnding: endingOf(person), story },
  };
}

function unexpectedPerson(person: KeptPerson): Difference {
  return {
    kind: 'unexpected',
    of: 'record',
    tag: 'Person',
    expectedPath: `${personsPath}/Person[+]`,
    exportPath: pathOf(person),
    person: { expected: null, actual: person.position, upnEnding: endingOf(person), story: null },
  };
}

function endingOf(person: KeptPerson): string | null {
  return upnEnding(valueIn(personOf(person), 'UPN'));
}

function pathOf({ position }: KeptPerson): string {
  return `${personsPath}/Person[${position}]`;
}
