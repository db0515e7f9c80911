import { message } from './message.js';
import type { GroupNode, ItemNode, Node } from './node.js';
import { hasValueRule, valueTest } from './values.js';
import { collectionYear, inForce, type CollectionYear } from './years.js';

/** An item as one collection year has it. */
export interface YearItem {
  readonly kind: 'item';
  readonly tag: string;
  readonly node: ItemNode;
  readonly parent: YearGroup;
  /** Place among the parent's children in the file, from 0. */
  readonly index: number;
  /** DfE's item number in this year, where there is one. */
  readonly number: string | undefined;
  /** Free text, in which white space alone is as good as nothing. */
  readonly isText: boolean;
  /** A VAL rule looks at it. */
  readonly hasValueRule: boolean;
  readonly accepts: (value: string) => boolean;
}

/** A container as one collection year has it. */
export interface YearGroup {
  readonly kind: 'group';
  readonly tag: string;
  readonly node: GroupNode;
  readonly parent: YearGroup | undefined;
  readonly index: number;
  readonly repeats: boolean;
  readonly max: number;
  /** In file order. */
  readonly children: readonly YearNode[];
  /** By tag, other accepted spellings included. */
  readonly byTag: ReadonlyMap<string, YearNode>;
  readonly items: readonly YearItem[];
  readonly groups: readonly YearGroup[];
}

export type YearNode = YearItem | YearGroup;

/** The whole message as one collection year has it. */
export interface YearModel {
  readonly year: number;
  readonly facts: CollectionYear;
  readonly message: YearGroup;
  /** Every container, outermost first. */
  readonly groups: readonly YearGroup[];
  readonly items: readonly YearItem[];
  group(tag: string): YearGroup;
  /** Undefined where the year does not have the item there. */
  item(parent: string, tag: string): YearItem | undefined;
}

const cache = new Map<number, YearModel>();

/** @throws RangeError for a year the kit does not know. */
export function yearModel(year: number): YearModel {
  let model = cache.get(year);
  if (!model) {
    model = build(year);
    cache.set(year, model);
  }
  return model;
}

function build(year: number): YearModel {
  const facts = collectionYear(year);
  const groups: YearGroup[] = [];
  const items: YearItem[] = [];

  const buildItem = (node: ItemNode, parent: YearGroup, index: number): YearItem => {
    const built: YearItem = {
      kind: 'item',
      tag: node.tag,
      node,
      parent,
      index,
      number: itemNumber(node, year),
      isText: node.type === 'text',
      hasValueRule: hasValueRule(node.type),
      accepts: valueTest(node.type, year),
    };
    items.push(built);
    return built;
  };

  const buildGroup = (node: GroupNode, parent: YearGroup | undefined, index: number): YearGroup => {
    const children: YearNode[] = [];
    const byTag = new Map<string, YearNode>();
    const ownItems: YearItem[] = [];
    const ownGroups: YearGroup[] = [];
    const { tag, repeats, max } = node;
    const built: YearGroup = {
      kind: 'group',
      tag,
      node,
      parent,
      index,
      repeats,
      max,
      children,
      byTag,
      items: ownItems,
      groups: ownGroups,
    };
    groups.push(built);
    for (const child of orderedChildren(node, year)) {
      const place = children.length;
      const made = child.kind === 'item' ? buildItem(child, built, place) : buildGroup(child, built, place);
      children.push(made);
      byTag.set(child.tag, made);
      if (child.kind === 'item' && child.alias !== undefined) byTag.set(child.alias, made);
      if (made.kind === 'item') ownItems.push(made);
      else ownGroups.push(made);
    }
    return built;
  };

  const root = buildGroup(message, undefined, 0);
  const byTag = new Map(groups.map((g) => [g.tag, g]));
  const group = (tag: string): YearGroup => {
    const found = byTag.get(tag);
    if (!found) throw new RangeError(`no container is called ${tag}`);
    return found;
  };
  return {
    year,
    facts,
    message: root,
    groups,
    items,
    group,
    item: (parent, tag) => {
      const child = group(parent).byTag.get(tag);
      // By its own tag alone, not by another spelling.
      return child?.kind === 'item' && child.tag === tag ? child : undefined;
    },
  };
}

/** The children in force in a year, in that year's file order. A later year than any order named keeps the last. */
function orderedChildren(node: GroupNode, year: number): readonly Node[] {
  const current = node.children.filter((child) => inForce(child, year));
  if (!node.orderByYear) return current;
  const since = Math.max(
    ...Object.keys(node.orderByYear)
      .map(Number)
      .filter((from) => from <= year),
  );
  const order = node.orderByYear[since] ?? [];
  return [...current].sort((a, b) => order.indexOf(a.tag) - order.indexOf(b.tag));
}

function itemNumber(node: ItemNode, year: number): string | undefined {
  if (node.number === undefined || typeof node.number === 'string') return node.number;
  return node.number.filter((since) => since.from <= year).at(-1)?.number;
}
