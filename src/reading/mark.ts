import type { YearGroup, YearItem } from '../model/index.js';

/**
 * What reading knows of a record besides its values: where it and its items stand, and which of its
 * items cannot be used. Bits are numbered by the place of a child in its container.
 */
export interface Mark {
  readonly group: YearGroup;
  readonly parent: Mark | undefined;
  /** 1-based among the records of its tag in the parent. */
  readonly position: number;
  readonly line: number;
  readonly column: number;
  /** By the place of the child: where the first of that tag stands; 0 where none does. */
  readonly lines: number[];
  readonly columns: number[];
  /** Items whose value is not of the item's type. */
  badValue: number;
  /** Items that hold elements, so that they have no value to speak of. */
  holdsElements: number;
  /** Items that stand there empty. */
  empty: number;
  /** Children for whose lack a presence rule has fired; the rules add to it. */
  lacking: number;
  /** Rules that fired on the record itself, where another rule depends on it. */
  fired: string[] | undefined;
}

const markKey = Symbol('mark');

interface Marked {
  [markKey]?: Mark;
}

/** Puts the mark on a record where it does not show among the items. */
export function setMark(record: object, mark: Mark): void {
  (record as Marked)[markKey] = mark;
}

/** The mark of a record that was read. @throws TypeError for a record made otherwise. */
export function markOf(record: object): Mark {
  const mark = (record as Marked)[markKey];
  if (!mark) throw new TypeError('the record was not read from a file');
  return mark;
}

/** Items that failed their VAL rule or FILE-10. */
export function unusable(mark: Mark): number {
  return mark.badValue | mark.holdsElements;
}

export function makeMark(
  group: YearGroup,
  parent: Mark | undefined,
  position: number,
  line: number,
  column: number,
): Mark {
  return {
    group,
    parent,
    position,
    line,
    column,
    lines: group.children.map(zero),
    columns: group.children.map(zero),
    badValue: 0,
    holdsElements: 0,
    empty: 0,
    lacking: 0,
    fired: undefined,
  };
}

const zero = (): number => 0;

/** The path of a record, with positions where the contract has them. */
export function recordPath(mark: Mark): string {
  const parent = mark.parent === undefined ? '' : recordPath(mark.parent);
  return `${parent}/${mark.group.tag}${mark.group.repeats ? `[${mark.position}]` : ''}`;
}

/** The path of a child of a record: an item, or a container that is missing. */
export function childPath(mark: Mark, tag: string): string {
  return `${recordPath(mark)}/${tag}`;
}

/** Place of a child by tag, or -1 where the year does not have it. */
export function childIndex(mark: Mark, tag: string): number {
  return mark.group.byTag.get(tag)?.index ?? -1;
}

export function itemOf(mark: Mark, tag: string): YearItem | undefined {
  const child = mark.group.byTag.get(tag);
  return child?.kind === 'item' ? child : undefined;
}
