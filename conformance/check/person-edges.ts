import type { MatchNote } from './match-note.js';
import type { KeyName, PersonKey } from './person-keys.js';
import type { KeptPerson, PlainRecord } from './plain-record.js';

/** Persons of one side with one key. */
interface Sharing {
  readonly name: KeyName;
  readonly expected: Candidate[];
  readonly actual: Candidate[];
}

/** A person that is still to be matched. */
export interface Candidate {
  readonly kept: KeptPerson;
  readonly record: PlainRecord;
  /** In its list, from 0. */
  readonly at: number;
}

/** Two persons that share a key. */
export interface Edge {
  readonly expected: Candidate;
  readonly actual: Candidate;
  /** The names of the keys they share. */
  readonly keys: KeyName[];
}

/** Persons that are still to be matched. */
export interface Sides {
  readonly expected: readonly Candidate[];
  readonly actual: readonly Candidate[];
}

/** Pairs of persons with one key that are looked at: beyond that the key tells nothing. */
const pairsOfKey = 400;

/**
 * Pairs persons that share a key, in the order of the expected return.
 * @param notes takes what is to be told of keys that too many share
 */
export function edgesOf(
  { expected, actual }: Sides,
  keysOf: (record: PlainRecord) => readonly PersonKey[],
  notes: MatchNote[],
): readonly Edge[] {
  if (expected.length === 0 || actual.length === 0) return [];
  const sharing = new Map<string, Sharing>();
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

/** The edges of each person. */
export type EdgesOfEnds = ReadonlyMap<Candidate, readonly Edge[]>;

/** Finds the edges of each person. */
export function edgesByEnd(edges: readonly Edge[]): EdgesOfEnds {
  const of = new Map<Candidate, Edge[]>();
  for (const edge of edges) {
    for (const end of [edge.expected, edge.actual]) {
      const there = of.get(end);
      if (there) there.push(edge);
      else of.set(end, [edge]);
    }
  }
  return of;
}

/** Edges that hang together, in the order of the expected return. */
export function groupsOf(edges: readonly Edge[], of: EdgesOfEnds): readonly (readonly Edge[])[] {
  const seen = new Set<Edge | Candidate>();
  const groups: Edge[][] = [];
  for (const first of edges) {
    if (seen.has(first)) continue;
    seen.add(first);
    const group = [first];
    for (const edge of group) {
      for (const end of [edge.expected, edge.actual]) {
        if (seen.has(end)) continue;
        seen.add(end);
        for (const next of of.get(end) ?? []) {
          if (seen.has(next)) continue;
          seen.add(next);
          group.push(next);
        }
      }
    }
    groups.push(group.sort((a, b) => a.expected.at - b.expected.at || a.actual.at - b.actual.at));
  }
  return groups;
}

function crowded(name: KeyName, expected: readonly Candidate[], actual: readonly Candidate[]): MatchNote {
  return {
    kind: 'crowded',
    expected: null,
    actual: null,
    text: `${expected.length} expected persons and ${actual.length} of the export share one ${name}, which tells nothing about who is who`,
  };
}
