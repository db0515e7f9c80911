import { leastCostPairs } from './assignment.js';
import { compareRecords, type RecordComparison } from './compare-records.js';
import { identifierKeys, weakKeys, type KeyName, type PersonKey } from './person-keys.js';
import { containerOf, personOf, valueIn, type KeptPerson, type PlainRecord } from './plain-record.js';

/** Two persons that are taken for the same. */
export interface PersonPair {
  readonly expected: KeptPerson;
  readonly actual: KeptPerson;
}

/** What a user should know of how persons were matched; it names positions and no value. */
export interface MatchNote {
  /**
   * `ambiguous`: another would have fitted as well. `conflict`: an identifier points to another person. `weak`: no
   * identifier agrees. `crowded`: too many persons share an identifier to tell them apart by it. `double`: a person who
   * is not expected has the UPN of one who is and was found.
   */
  readonly kind: 'ambiguous' | 'conflict' | 'weak' | 'crowded' | 'double';
  /** The position in the expected return, and in the export, where it is about one person. */
  readonly expected: number | null;
  readonly actual: number | null;
  readonly text: string;
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

/** Persons of one side with one key. */
interface Sharing {
  readonly expected: Candidate[];
  readonly actual: Candidate[];
}

interface Candidate {
  readonly kept: KeptPerson;
  readonly record: PlainRecord;
  /** In its list, from 0. */
  readonly at: number;
}

/** Two persons that share a key. */
interface Edge {
  readonly expected: Candidate;
  readonly actual: Candidate;
  /** The names of the keys they share. */
  readonly keys: KeyName[];
}

/** Pairs of persons with one key that are looked at: beyond that the key tells nothing. */
const pairsOfKey = 400;

/** Groups larger than this are paired by the nearest first, which is at best as good. */
const pairedAtBest = 40;

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
    differing.push(...pairs);
    left = rest;
  }
  const unexpected = left.actual.map(({ kept }) => kept);
  notes.push(...doubles(expected, left.actual));
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

interface Sides {
  readonly expected: readonly Candidate[];
  readonly actual: readonly Candidate[];
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
  for (const group of groupsOf(edgesOf(sides, level, notes))) {
    for (const edge of chosen(group)) {
      const { expected, actual } = edge;
      if (level.leastAgreed > 0 && !agreeEnough(comparisonOf(edge), level.leastAgreed)) continue;
      pairs.push({ expected: expected.kept, actual: actual.kept });
      taken.add(expected).add(actual);
      notes.push(...notesOn(edge, group, level));
    }
  }
  const left = (list: readonly Candidate[]): readonly Candidate[] =>
    list.filter((one) => !taken.has(one)).map((one, at) => ({ ...one, at }));
  return { pairs, rest: { expected: left(sides.expected), actual: left(sides.actual) } };
}

function edgesOf({ expected, actual }: Sides, { keysOf }: Level, notes: MatchNote[]): readonly Edge[] {
  if (expected.length === 0 || actual.length === 0) return [];
  const sharing = new Map<string, Sharing & { readonly name: KeyName }>();
  for (const one of expected) {
    for (const { name, value } of keysOf(one.record)) {
      const key = `${name}\n${value}`;
      const there = sharing.get(key);
      if (there) there.expected.push(one);
      else sharing.set(key, { name, expected: [one], actual: [] });
    }
  }
  for (const one of actual)
    for (const { name, value } of keysOf(one.record)) sharing.get(`${name}\n${value}`)?.actual.push(one);

  const edges = new Map<number, Edge>();
  for (const { name, expected: wanted, actual: given } of sharing.values()) {
    if (wanted.length * given.length > pairsOfKey) {
      notes.push(crowded(name, wanted, given));
      continue;
    }
    for (const e of wanted) {
      for (const a of given) {
        const id = e.at * actual.length + a.at;
        const there = edges.get(id);
        if (there) there.keys.push(name);
        else edges.set(id, { expected: e, actual: a, keys: [name] });
      }
    }
  }
  return [...edges.values()].sort((a, b) => a.expected.at - b.expected.at || a.actual.at - b.actual.at);
}

/** Edges that hang together, in the order of the expected return. */
function groupsOf(edges: readonly Edge[]): readonly (readonly Edge[])[] {
  const of = new Map<Candidate, Edge[]>();
  for (const edge of edges) {
    for (const end of [edge.expected, edge.actual]) {
      const there = of.get(end);
      if (there) there.push(edge);
      else of.set(end, [edge]);
    }
  }
  const seen = new Set<Edge>();
  const groups: Edge[][] = [];
  for (const first of edges) {
    if (seen.has(first)) continue;
    seen.add(first);
    const group = [first];
    for (const edge of group) {
      for (const end of [edge.expected, edge.actual]) {
        for (const next of of.get(end) ?? []) {
          if (seen.has(next)) continue;
          seen.add(next);
          group.push(next);
        }
        of.delete(end);
      }
    }
    groups.push(group.sort((a, b) => a.expected.at - b.expected.at || a.actual.at - b.actual.at));
  }
  return groups;
}

const comparisons = new WeakMap<Edge, RecordComparison>();
const personContainer = containerOf('Person');

function comparisonOf(edge: Edge): RecordComparison {
  let compared = comparisons.get(edge);
  if (!compared) {
    compared = compareRecords(edge.expected.record, edge.actual.record, personContainer, {
      expectedPath: '',
      exportPath: '',
    });
    comparisons.set(edge, compared);
  }
  return compared;
}

const costOf = (edge: Edge): number => comparisonOf(edge).cost;

function agreeEnough({ agreed, items }: RecordComparison, share: number): boolean {
  return agreed >= share * items;
}

/** The edges of a group that are taken: no person in two of them, and as little as can be differs. */
function chosen(group: readonly Edge[]): readonly Edge[] {
  if (group.length === 1) return group;
  const rows = [...new Set(group.map((edge) => edge.expected))];
  const columns = [...new Set(group.map((edge) => edge.actual))];
  if (rows.length > pairedAtBest || columns.length > pairedAtBest) return nearestFirst(group);
  const edgeAt = new Map(group.map((edge) => [`${edge.expected.at} ${edge.actual.at}`, edge]));
  // Persons that share no key are not matched: worse than all that are taken together.
  const none = 1 + group.reduce((sum, edge) => sum + costOf(edge), 0);
  const costs = rows.map((row) =>
    columns.map((column) => {
      const edge = edgeAt.get(`${row.at} ${column.at}`);
      return edge ? costOf(edge) : none;
    }),
  );
  return leastCostPairs(costs).flatMap((at, row) => {
    const edge = at < 0 ? undefined : edgeAt.get(`${rows[row]?.at ?? -1} ${columns[at]?.at ?? -1}`);
    return edge ? [edge] : [];
  });
}

function nearestFirst(group: readonly Edge[]): readonly Edge[] {
  const taken = new Set<Candidate>();
  return [...group]
    .sort((a, b) => costOf(a) - costOf(b) || a.expected.at - b.expected.at || a.actual.at - b.actual.at)
    .filter(({ expected, actual }) => {
      if (taken.has(expected) || taken.has(actual)) return false;
      taken.add(expected).add(actual);
      return true;
    });
}

function notesOn(edge: Edge, group: readonly Edge[], { isWeak }: Level): readonly MatchNote[] {
  const { expected, actual, keys } = edge;
  const note = (kind: MatchNote['kind'], text: string): MatchNote => ({
    kind,
    expected: expected.kept.position,
    actual: actual.kept.position,
    text: `Person ${expected.kept.position} is held against person ${actual.kept.position} of the export${text}`,
  });
  const notes: MatchNote[] = [];
  if (isWeak) notes.push(note('weak', ` by ${keys[0] ?? 'content'}: neither UPN, ULN nor name with birth date agrees`));
  const others = group.filter((one) => one !== edge && (one.expected === expected || one.actual === actual));
  for (const other of others) {
    const ofExport = other.expected === expected;
    const who = ofExport
      ? `person ${other.actual.kept.position} of the export`
      : `the expected person ${other.expected.kept.position}`;
    if (costOf(other) === costOf(edge)) notes.push(note('ambiguous', `, but ${who} fits as well`));
    else if (other.keys[0] === 'UPN' && !keys.includes('UPN') && ofExport)
      notes.push(note('conflict', `, of which more agrees, though its UPN stands with ${who}`));
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

function crowded(name: KeyName, expected: readonly Candidate[], actual: readonly Candidate[]): MatchNote {
  return {
    kind: 'crowded',
    expected: null,
    actual: null,
    text: `${expected.length} expected persons and ${actual.length} of the export share one ${name}, which tells nothing about who is who`,
  };
}
