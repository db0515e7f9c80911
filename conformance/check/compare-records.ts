import type { GroupNode } from '../../src/model/index.js';
import { leastCostPairs } from './assignment.js';
import { listIn, recordIn, sameText, valueIn, weightOf, type PlainRecord } from './plain-record.js';

/** Where a record stands on both sides, as the paths of findings have it; the same for its children but for positions. */
export interface RecordPlace {
  readonly expectedPath: string;
  readonly exportPath: string;
  /** The request that it is of, where it is of one. */
  readonly request?: RequestPlace;
}

/** A request on both sides. */
export interface RequestPlace {
  /** 1-based, in the person that is expected. */
  readonly position: number;
  /** How many requests are expected for the person. */
  readonly of: number;
  readonly record: PlainRecord;
}

/** One thing in which a record is not as expected. */
export interface RecordDifference {
  /** `value`: another value. `missing`: expected and not there, or empty. `unexpected`: there and not expected. */
  readonly kind: 'value' | 'missing' | 'unexpected';
  /** Whether it is about an item or about a container with all it holds. */
  readonly of: 'item' | 'record';
  readonly tag: string;
  /**
   * The path in the expected return; what is there and not expected has that of the record that holds it, and its tag,
   * with `[+]` where it repeats.
   */
  readonly expectedPath: string;
  /** The path in the export; what is missing has that of the record that would hold it, and its tag. */
  readonly exportPath: string;
  /** Values of an item, where there is one. */
  readonly expected?: string;
  readonly actual?: string;
  readonly request?: RequestPlace;
}

/** What came of comparing two records with all they hold. */
export interface RecordComparison {
  readonly differences: readonly RecordDifference[];
  /** How far they are from each other: the weights of the items that differ. */
  readonly cost: number;
  /** Items that have the same value in both. */
  readonly agreed: number;
  /** Items that have a value in both, and not the same. */
  readonly contrary: number;
  /** Items that are in one or both. */
  readonly items: number;
}

interface Total extends RecordComparison {
  readonly differences: RecordDifference[];
  cost: number;
  agreed: number;
  contrary: number;
  items: number;
}

function noDifference(): Total {
  return { differences: [], cost: 0, agreed: 0, contrary: 0, items: 0 };
}

function add(total: Total, inner: RecordComparison): void {
  for (const difference of inner.differences) total.differences.push(difference);
  total.cost += inner.cost;
  total.agreed += inner.agreed;
  total.contrary += inner.contrary;
  total.items += inner.items;
}

/**
 * Longer lists are paired in order once what is the same is paired: none that is real is as long, and lists in lists
 * would take for ever.
 */
const pairedAtBest = 24;

/**
 * Two records of which this is true have so little in common that they are told as one that is missing and one that is
 * not expected: to name each item would say less.
 */
function areUnrelated({ agreed, contrary }: RecordComparison): boolean {
  return contrary >= 5 && agreed * 4 < agreed + contrary;
}

/** Compares two records of one container, and all within. */
export function compareRecords(
  expected: PlainRecord,
  actual: PlainRecord,
  container: GroupNode,
  place: RecordPlace,
): RecordComparison {
  const total = noDifference();
  for (const child of container.children) {
    const { tag } = child;
    if (child.kind === 'item') {
      const [wanted, given] = [valueIn(expected, tag), valueIn(actual, tag)];
      if (wanted === undefined && given === undefined) continue;
      total.items += 1;
      if (wanted === given) {
        total.agreed += 1;
        continue;
      }
      if (wanted !== undefined && given !== undefined) total.contrary += 1;
      total.cost += weightOf(child);
      total.differences.push(itemDifference(tag, wanted, given, place));
    } else if (child.repeats) {
      add(total, compareLists(listIn(expected, tag), listIn(actual, tag), child, place));
    } else {
      add(total, compareSingle(recordIn(expected, tag), recordIn(actual, tag), child, place));
    }
  }
  return total;
}

function itemDifference(
  tag: string,
  expected: string | undefined,
  actual: string | undefined,
  place: RecordPlace,
): RecordDifference {
  const isMissing = actual === undefined || (actual === '' && expected !== undefined);
  return {
    kind: expected === undefined ? 'unexpected' : isMissing ? 'missing' : 'value',
    of: 'item',
    tag,
    expectedPath: `${place.expectedPath}/${tag}`,
    exportPath: `${place.exportPath}/${tag}`,
    ...(expected !== undefined && { expected }),
    ...(actual !== undefined && { actual }),
    ...(place.request && { request: place.request }),
  };
}

function compareSingle(
  expected: PlainRecord | undefined,
  actual: PlainRecord | undefined,
  child: GroupNode,
  place: RecordPlace,
): RecordComparison {
  if (!expected && !actual) return noDifference();
  const inner: RecordPlace = {
    ...place,
    expectedPath: `${place.expectedPath}/${child.tag}`,
    exportPath: `${place.exportPath}/${child.tag}`,
  };
  if (expected && actual) return compareRecords(expected, actual, child, inner);
  return oneSided(expected ? 'missing' : 'unexpected', expected ?? actual ?? {}, child, inner);
}

/** A whole record that stands on one side alone. */
function oneSided(
  kind: 'missing' | 'unexpected',
  record: PlainRecord,
  child: GroupNode,
  place: RecordPlace,
): RecordComparison {
  const { items, weight } = sizeOf(record, child);
  const { expectedPath, exportPath, request } = place;
  return {
    differences: [{ kind, of: 'record', tag: child.tag, expectedPath, exportPath, ...(request && { request }) }],
    // A container that holds nothing is a difference all the same.
    cost: weight + 1,
    agreed: 0,
    contrary: 0,
    items,
  };
}

function sizeOf(record: PlainRecord, container: GroupNode): { items: number; weight: number } {
  const size = { items: 0, weight: 0 };
  for (const child of container.children) {
    if (child.kind === 'item') {
      if (valueIn(record, child.tag) === undefined) continue;
      size.items += 1;
      size.weight += weightOf(child);
      continue;
    }
    const single = recordIn(record, child.tag);
    for (const one of child.repeats ? listIn(record, child.tag) : single ? [single] : []) {
      const inner = sizeOf(one, child);
      size.items += inner.items;
      size.weight += inner.weight;
    }
  }
  return size;
}

/** A pair of records by their places in the two lists, from 0. */
type Pair = readonly [expected: number, actual: number];

/** Compares the records of a container that repeats. Their order makes no difference: what ranks them is an item. */
function compareLists(
  expected: readonly PlainRecord[],
  actual: readonly PlainRecord[],
  child: GroupNode,
  place: RecordPlace,
): RecordComparison {
  const total = noDifference();
  const placeOf = (i: number | undefined, j: number | undefined): RecordPlace => {
    const position = (at: number | undefined, none: string): string => (at === undefined ? none : `[${at + 1}]`);
    const own = child.tag === 'Requests' && i !== undefined ? expected[i] : undefined;
    return {
      ...place,
      ...(own && i !== undefined && { request: { position: i + 1, of: expected.length, record: own } }),
      expectedPath: `${place.expectedPath}/${child.tag}${position(i, '[+]')}`,
      exportPath: `${place.exportPath}/${child.tag}${position(j, '')}`,
    };
  };
  const [missing, unexpected] = [new Set(expected.keys()), new Set(actual.keys())];
  for (const [i, j] of pairsOf(expected, actual, child, place)) {
    const [wanted, given] = [expected[i], actual[j]];
    if (!wanted || !given) continue;
    const compared = compareRecords(wanted, given, child, placeOf(i, j));
    if (areUnrelated(compared)) continue;
    missing.delete(i);
    unexpected.delete(j);
    add(total, compared);
  }
  for (const i of missing) add(total, oneSided('missing', expected[i] ?? {}, child, placeOf(i, undefined)));
  for (const j of unexpected) add(total, oneSided('unexpected', actual[j] ?? {}, child, placeOf(undefined, j)));
  return total;
}

/** Pairs what is the same, then the rest so that as little as can be differs; in the order of what is expected. */
function pairsOf(
  expected: readonly PlainRecord[],
  actual: readonly PlainRecord[],
  child: GroupNode,
  place: RecordPlace,
): readonly Pair[] {
  if (expected.length <= 1 && actual.length <= 1) return expected.length + actual.length === 2 ? [[0, 0]] : [];
  const byText = new Map<string, number[]>();
  actual.forEach((record, j) => {
    const text = sameText(record);
    const alike = byText.get(text);
    if (alike) alike.push(j);
    else byText.set(text, [j]);
  });
  const pairs: Pair[] = [];
  const rest = new Set(actual.keys());
  const open: number[] = [];
  expected.forEach((record, i) => {
    const j = byText.get(sameText(record))?.shift();
    if (j === undefined) open.push(i);
    else {
      pairs.push([i, j]);
      rest.delete(j);
    }
  });
  const left = [...rest];
  if (open.length > pairedAtBest || left.length > pairedAtBest) {
    open.slice(0, left.length).forEach((i, at) => pairs.push([i, left[at] ?? 0]));
  } else if (open.length > 0 && left.length > 0) {
    const costs = open.map((i) =>
      left.map((j) => compareRecords(expected[i] ?? {}, actual[j] ?? {}, child, place).cost),
    );
    leastCostPairs(costs).forEach((column, row) => {
      if (column >= 0) pairs.push([open[row] ?? 0, left[column] ?? 0]);
    });
  }
  return pairs.sort(([a], [b]) => a - b);
}
