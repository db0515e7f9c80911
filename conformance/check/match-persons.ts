import { chosen, comparisonOf, costOf } from './choose-edges.js';
import type { RecordComparison } from './compare-records.js';
import type { MatchNote } from './match-note.js';
import {
  edgesByEnd,
  edgesOf,
  groupsOf,
  type Candidate,
  type Edge,
  type EdgesOfEnds,
  type Sides,
} from './person-edges.js';
import { identifierKeys, weakKeys, type PersonKey } from './person-keys.js';
import { personOf, valueIn, type KeptPerson, type PlainRecord } from './plain-record.js';

/** Two persons that are taken for the same. */
export interface PersonPair {
  readonly expected: KeptPerson;
  readonly actual: KeptPerson;
}

export interface Matching {
  /** Persons that say the same in both. */
  readonly same: readonly PersonPair[];
  /** Persons that differ in something, in the order of the expected return. */
  readonly differing: readonly PersonPair[];
  readonly missing: readonly KeptPerson[];
  readonly unexpected: readonly KeptPerson[];
  readonly notes: readonly MatchNote[];
}

/** The share of items that has to agree before persons are matched whose identifiers all differ. */
const leastAgreed = 0.6;

/**
 * Finds out which person is which: those that say the same first, then by UPN, ULN, or name and birth date, and of those
 * left by parts of these and by the content. Where identifiers contradict each other, as where two persons have each
 * other's UPN, those pairs are taken that differ least. The same persons are always matched alike.
 */
export function matchPersons(expected: readonly KeptPerson[], actual: readonly KeptPerson[]): Matching {
  const exact = pairSame(expected, actual);
  const notes: MatchNote[] = [];
  let left: Sides = { expected: exact.expected.map(candidate), actual: exact.actual.map(candidate) };
  const differing: PersonPair[] = [];
  for (const level of [identifierLevel, weakLevel]) {
    const { pairs, rest } = matchBy(left, level, notes);
    for (const pair of pairs) differing.push(pair);
    left = rest;
  }
  const unexpected = left.actual.map(({ kept }) => kept);
  for (const note of doubles(expected, left.actual)) notes.push(note);
  return {
    same: exact.pairs,
    differing: differing.sort((a, b) => a.expected.position - b.expected.position),
    missing: left.expected.map(({ kept }) => kept),
    unexpected,
    notes: notes.sort((a, b) => (a.expected ?? 0) - (b.expected ?? 0)),
  };
}

function candidate(kept: KeptPerson, at: number): Candidate {
  return { kept, record: personOf(kept), at };
}

function pairSame(
  expected: readonly KeptPerson[],
  actual: readonly KeptPerson[],
): { pairs: readonly PersonPair[]; expected: readonly KeptPerson[]; actual: readonly KeptPerson[] } {
  const byDigest = new Map<string, KeptPerson[]>();
  // The last come first, so that each is taken from the end.
  for (let at = actual.length - 1; at >= 0; at--) {
    const one = actual[at];
    if (!one) continue;
    const alike = byDigest.get(one.digest);
    if (alike) alike.push(one);
    else byDigest.set(one.digest, [one]);
  }
  const pairs: PersonPair[] = [];
  const taken = new Set<KeptPerson>();
  const rest: KeptPerson[] = [];
  for (const one of expected) {
    const same = byDigest.get(one.digest)?.pop();
    if (same) {
      pairs.push({ expected: one, actual: same });
      taken.add(same);
    } else rest.push(one);
  }
  return { pairs, expected: rest, actual: actual.filter((one) => !taken.has(one)) };
}

/** A way to find persons again. */
interface Level {
  readonly keysOf: (record: PlainRecord) => readonly PersonKey[];
  /** The share of items that has to agree at least. */
  readonly leastAgreed: number;
  readonly isWeak: boolean;
}

const identifierLevel: Level = { keysOf: identifierKeys, leastAgreed: 0, isWeak: false };
const weakLevel: Level = { keysOf: weakKeys, leastAgreed, isWeak: true };

function matchBy(sides: Sides, level: Level, notes: MatchNote[]): { pairs: readonly PersonPair[]; rest: Sides } {
  const pairs: PersonPair[] = [];
  const taken = new Set<Candidate>();
  const edges = edgesOf(sides, level.keysOf, notes);
  const ofEnds = edgesByEnd(edges);
  for (const group of groupsOf(edges, ofEnds)) {
    for (const edge of chosen(group)) {
      const { expected, actual } = edge;
      if (level.leastAgreed > 0 && !agreeEnough(comparisonOf(edge), level.leastAgreed)) continue;
      pairs.push({ expected: expected.kept, actual: actual.kept });
      taken.add(expected).add(actual);
      notes.push(...notesOn(edge, ofEnds, level));
    }
  }
  const left = (list: readonly Candidate[]): readonly Candidate[] =>
    list.filter((one) => !taken.has(one)).map((one, at) => ({ ...one, at }));
  return { pairs, rest: { expected: left(sides.expected), actual: left(sides.actual) } };
}

function agreeEnough({ agreed, items }: RecordComparison, share: number): boolean {
  return agreed >= share * items;
}

function notesOn(edge: Edge, ofEnds: EdgesOfEnds, { isWeak }: Level): readonly MatchNote[] {
  const { expected, actual, keys } = edge;
  const note = (kind: MatchNote['kind'], text: string): MatchNote => ({
    kind,
    expected: expected.kept.position,
    actual: actual.kept.position,
    text: `Person ${expected.kept.position} is held against person ${actual.kept.position} of the export${text}`,
  });
  const notes: MatchNote[] = [];
  if (isWeak) notes.push(note('weak', ` by ${keys[0] ?? 'content'}: neither UPN, ULN nor name with birth date agrees`));
  const others = [expected, actual].flatMap((end) => ofEnds.get(end) ?? []).filter((one) => one !== edge);
  const asGood = others.find((other) => costOf(other) === costOf(edge));
  if (asGood) {
    const who =
      asGood.expected === expected
        ? `person ${asGood.actual.kept.position} of the export`
        : `the expected person ${asGood.expected.kept.position}`;
    notes.push(note('ambiguous', `, but ${who} fits as well`));
  }
  const holder = others.find((other) => other.expected === expected && other.keys[0] === 'UPN');
  if (holder && keys[0] !== 'UPN') {
    const { position } = holder.actual.kept;
    notes.push(note('conflict', `, of which more agrees, though its UPN stands with person ${position} of the export`));
  }
  return notes;
}

function doubles(expected: readonly KeptPerson[], surplus: readonly Candidate[]): readonly MatchNote[] {
  if (surplus.length === 0) return [];
  const holders = new Map(expected.map((kept) => [valueIn(personOf(kept), 'UPN'), kept.position]));
  return surplus.flatMap(({ kept, record }): readonly MatchNote[] => {
    const upn = valueIn(record, 'UPN');
    const holder = upn === undefined ? undefined : holders.get(upn);
    if (holder === undefined) return [];
    const text = `Person ${kept.position} of the export, who is not expected, has the UPN of person ${holder}`;
    return [{ kind: 'double', expected: holder, actual: kept.position, text }];
  });
}
