import { containerOf, type PlainRecord } from '../../../conformance/check/index.js';
import type { GroupNode, ItemNode } from '../../../src/model/index.js';

/** A person that can be altered. */
export interface Loose {
  [tag: string]: string | Loose | Loose[] | undefined;
}

/** A copy that can be altered. */
export function loose(record: PlainRecord): Loose {
  return structuredClone(record) as Loose;
}

/** Where an item or a record stands in a person. */
export interface Spot<N = ItemNode | GroupNode> {
  readonly node: N;
  /** What holds it. */
  readonly holder: Loose;
  /** The path from the person, as in `Requests[1]/ReceivedDate`. */
  readonly path: string;
  /** The path of the holder, with a slash after it unless it is the person. */
  readonly under: string;
  /** For one of a list, from 0. */
  readonly at?: number;
}

/** Every item with a value in a person. */
export function itemsOf(person: Loose): Spot<ItemNode>[] {
  return [...spotsIn(person, containerOf('Person'), '')].filter(
    (spot): spot is Spot<ItemNode> => spot.node.kind === 'item',
  );
}

/** Every record in a person. */
export function recordsOf(person: Loose): Spot<GroupNode>[] {
  return [...spotsIn(person, containerOf('Person'), '')].filter(
    (spot): spot is Spot<GroupNode> => spot.node.kind === 'group',
  );
}

function* spotsIn(holder: Loose, container: GroupNode, under: string): Generator<Spot> {
  for (const node of container.children) {
    const held = holder[node.tag];
    if (held === undefined) continue;
    if (node.kind === 'item') {
      yield { node, holder, path: under + node.tag, under };
      continue;
    }
    const list = Array.isArray(held) ? held : [held as Loose];
    for (const [at, record] of list.entries()) {
      const path = `${under}${node.tag}${node.repeats ? `[${at + 1}]` : ''}`;
      yield { node, holder, path, under, ...(node.repeats && { at }) };
      yield* spotsIn(record, node, `${path}/`);
    }
  }
}

/** The record at a spot. */
export function recordAt({ holder, node, at }: Spot<GroupNode>): Loose {
  const held = holder[node.tag];
  return (at === undefined ? held : (held as Loose[])[at]) as Loose;
}

/** The list that a record is in. */
export function listAt({ holder, node }: Spot<GroupNode>): Loose[] {
  return holder[node.tag] as Loose[];
}

/** The value of an item. */
export function valueAt({ holder, node }: Spot<ItemNode>): string {
  return holder[node.tag] as string;
}
