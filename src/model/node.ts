import type { InForce } from './years.js';

/** How the value of an item is written. `code:` and `fixed:` name the code set and the only value. */
export type ItemType =
  | 'text'
  | 'date'
  | 'dateTime'
  | 'year'
  | 'digits:3'
  | 'postcode'
  | 'upn'
  | 'uln'
  | 'urn'
  | 'ukprn'
  | `code:${string}`
  | `fixed:${string}`;

export const unbounded = Infinity;

interface NumberFrom {
  readonly from: number;
  readonly number: string;
}

/** What an item is called elsewhere; the first two differ by year in a few cases. */
export interface ItemNames {
  /** DfE's item number; a list where it changed, each with the collection year it holds from. */
  readonly number?: string | readonly NumberFrom[];
  /** Column of the COLLECT blade export. */
  readonly csv: string;
  /** Column label of DfE's Excel submission template. */
  readonly label: string;
}

export interface ItemOptions extends InForce, ItemNames {
  /** 1 where the message structure itself asks for the item; when it is required otherwise is for the rules. */
  readonly min: 0 | 1;
  /** Another spelling of the tag that DfE's texts use: read, never written. */
  readonly alias?: string;
  readonly note?: string;
}

export interface ItemNode<T extends string = string> extends ItemOptions {
  readonly kind: 'item';
  readonly tag: T;
  readonly type: ItemType;
}

export interface GroupOptions extends InForce {
  readonly min: 0 | 1;
  readonly max: number;
  /** Tags in file order by the collection year the order holds from, where it differs by year. */
  readonly orderByYear?: Readonly<Record<number, readonly string[]>>;
}

export interface GroupNode<
  T extends string = string,
  C extends readonly Node[] = readonly Node[],
  R extends boolean = boolean,
> extends GroupOptions {
  readonly kind: 'group';
  readonly tag: T;
  /** More than one may stand in a parent, so it is held as a list and its path has a position. */
  readonly repeats: R;
  readonly children: C;
}

export type Node = ItemNode | GroupNode;

export function item<const T extends string>(tag: T, type: ItemType, options: ItemOptions): ItemNode<T> {
  return { kind: 'item', tag, type, ...options };
}

/** A container that stands at most once in its parent. */
export function group<const T extends string, const C extends readonly Node[]>(
  tag: T,
  options: Omit<GroupOptions, 'max'>,
  children: C,
): GroupNode<T, C, false> {
  return { kind: 'group', tag, repeats: false, max: 1, ...options, children };
}

/** A container that may stand more than once in its parent. */
export function repeated<const T extends string, const C extends readonly Node[]>(
  tag: T,
  options: GroupOptions,
  children: C,
): GroupNode<T, C, true> {
  return { kind: 'group', tag, repeats: true, ...options, children };
}
