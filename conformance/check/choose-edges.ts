import { leastCostPairs } from './assignment.js';
import { compareRecords, type RecordComparison } from './compare-records.js';
import type { Candidate, Edge } from './person-edges.js';
import { containerOf } from './plain-record.js';

const comparisons = new WeakMap<Edge, RecordComparison>();
const personContainer = containerOf('Person');

/** What came of comparing the two persons of an edge; found out once. */
export function comparisonOf(edge: Edge): RecordComparison {
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

/** How far the two persons of an edge are from each other. */
export const costOf = (edge: Edge): number => comparisonOf(edge).cost;

/** Groups larger than this are paired by the nearest first, which is at best as good. */
const pairedAtBest = 40;

/** The edges of a group that are taken: no person in two of them, and as little as can be differs. */
export function chosen(group: readonly Edge[]): readonly Edge[] {
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
