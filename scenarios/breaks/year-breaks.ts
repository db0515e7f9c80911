import {
  allCodes,
  codesIn,
  collectionYears,
  hasValueRule,
  splitType,
  yearModel,
  type InForce,
  type ItemType,
} from '../../src/model/index.js';
import { valueRuleId, yearDifferences } from '../../src/rules/index.js';
import type { Break } from './break.js';
import type { Draft } from './draft.js';
import { everyItem, parentWith, placeOf, valueIn, type PlacedItem } from './places.js';
import { childrenOf, elementAt, putAfter, putFirst, structure } from './structure.js';
import { valueBreak } from './value-breaks.js';
import { yearRuleBreaks } from './year-rule-breaks.js';

const firstYear = collectionYears[0] ?? 0;

/** The ends of what is not in force in every year: a year beyond an end, the year at it, and the years beyond. */
interface End {
  readonly side: 'before' | 'after';
  readonly beyond: number;
  readonly within: number;
  readonly years: InForce;
}

/** Beyond its first year and beyond its last one, as far as there are collections there. */
function endsOf({ from, to }: InForce): readonly End[] {
  const ends: End[] = [];
  if (from !== undefined && from > firstYear) {
    ends.push({ side: 'before', beyond: from - 1, within: from, years: { to: from - 1 } });
  }
  if (to !== undefined) ends.push({ side: 'after', beyond: to + 1, within: to, years: { from: to + 1 } });
  return ends;
}

/** Some right value of a type. */
function someValue(type: ItemType, year: number): string {
  if (type === 'date') return yearModel(year).facts.referenceDate;
  if (!type.startsWith('code:')) throw new RangeError(`give a value for an item of the type ${type}`);
  return [...codesIn(type.slice('code:'.length), year).keys()][0] ?? '';
}

/** Items that other years have, each where it stands in those. */
const items: readonly Break[] = everyItem.flatMap(({ container, item }) =>
  endsOf(item).map(({ side, beyond, within, years }) =>
    structure({
      rule: 'FILE-06',
      name: `year-${side}-${container}-${item.tag}`.toLowerCase(),
      summary: `${container} holds ${item.tag}, which the collection has in ${within} and not in ${beyond}.`,
      parent: parentWith(container),
      tellsApart: [beyond, within],
      ...years,
      at: (draft) => `${placeOf(draft, container).path}/${item.tag}`,
      edit: (document, draft) => {
        const element = elementAt(document, placeOf(draft, container).path);
        const order = yearModel(within).group(container).children;
        const earlier = new Set(
          order
            .slice(
              0,
              order.findIndex(({ tag }) => tag === item.tag),
            )
            .map(({ tag }) => tag),
        );
        const last = childrenOf(element)
          .filter(({ node }) => earlier.has(node.nodeName))
          .at(-1);
        const added = element.ele(item.tag).txt(someValue(item.type, within));
        if (last) putAfter(added, last);
        else putFirst(added, element);
      },
    }),
  ),
);

/** The name of the code set of an item; undefined for an item that has none. */
function codeSetOf(type: ItemType): string | undefined {
  return type.startsWith('code:') ? splitType(type as `code:${string}`)[1] : undefined;
}

/** Codes of other years. */
const codes: readonly Break[] = everyItem.flatMap((placed) => {
  const set = codeSetOf(placed.item.type);
  if (set === undefined) return [];
  return allCodes(set).flatMap((one) =>
    endsOf(one).map(({ side, beyond, within, years }) => ({
      ...valueBreak(placed, {
        name: `year-${side}-code-${one.code}`.toLowerCase(),
        summary: `the code ${one.code} is in force in ${within} and not in ${beyond}`,
        value: () => one.code,
      }),
      ...years,
      tellsApart: [beyond, within] as const,
    })),
  );
});

/** The tags of the children of a container as they stand in a draft, in the order of its year. */
function tagsIn(draft: Draft, container: string): readonly string[] {
  const { record } = placeOf(draft, container);
  return yearModel(draft.year)
    .group(container)
    .children.flatMap(({ tag }): readonly string[] => {
      const held = valueIn(record, tag);
      if (held === undefined) return [];
      return Array.isArray(held) ? held.map(() => tag) : [tag];
    });
}

/** The place of each tag in the order of a year; after all others for what the year does not have. */
function placeIn(year: number, container: string): (tag: string) => number {
  const order = yearModel(year)
    .group(container)
    .children.map(({ tag }) => tag);
  return (tag) => (order.includes(tag) ? order.indexOf(tag) : order.length);
}

/** The path of the first of the tags that stands after one it should come before. */
function firstTooLate(draft: Draft, container: string, tags: readonly string[]): string {
  const place = placeIn(draft.year, container);
  const index = tags.findIndex((tag, i) => tags.slice(0, i).some((other) => place(other) > place(tag)));
  const tag = tags[index];
  if (tag === undefined) throw new RangeError(`the children of ${container} stand in the right order`);
  const child = yearModel(draft.year).group(container).byTag.get(tag);
  const position = tags.slice(0, index + 1).filter((other) => other === tag).length;
  const { path } = placeOf(draft, container);
  return child?.kind === 'group' && child.repeats ? `${path}/${tag}[${position}]` : `${path}/${tag}`;
}

/** A parent in which enough of the container stands for the order of both years to show. */
function parentForOrder(container: string, ...years: readonly number[]): string {
  if (container !== 'ActivePlans') return parentWith(container);
  return Math.min(...years) >= 2025 ? 'phase-transfer-finalised' : 'review-to-cease';
}

/** A container whose children stand in the order of a neighbouring year. */
function inOrderOf(other: number, year: number, container: string): Break {
  const sorted = <T>(children: readonly T[], tagOf: (child: T) => string): readonly T[] => {
    const place = placeIn(other, container);
    return children.toSorted((a, b) => place(tagOf(a)) - place(tagOf(b)));
  };
  return structure({
    rule: 'FILE-07',
    name: `year-order-of-${other}-in-${container.toLowerCase()}-of-${year}`,
    summary: `${container} stands in the order of ${other}.`,
    parent: parentForOrder(container, year, other),
    from: year,
    to: year,
    tellsApart: [year, other],
    at: (draft) =>
      firstTooLate(
        draft,
        container,
        sorted(tagsIn(draft, container), (tag) => tag),
      ),
    edit: (document, draft) => {
      const element = elementAt(document, placeOf(draft, container).path);
      const children = sorted(childrenOf(element), ({ node }) => node.nodeName);
      for (const child of children.toReversed()) putFirst(child, element);
    },
  });
}

/** Each year but the last with the one after it. */
const pairs: readonly (readonly [year: number, next: number])[] = collectionYears
  .slice(1)
  .map((next, i) => [collectionYears[i] ?? next, next]);

const orders: readonly Break[] = pairs.flatMap(([year, next]) =>
  yearDifferences(year, next)
    .filter(({ kind }) => kind === 'order')
    .flatMap(({ what }) => [inOrderOf(year, next, what), inOrderOf(next, year, what)]),
);

/** VAL rules that begin and end with their items: what stands there is no value, where there is a rule to say so. */
function valueRuleEnds(placed: PlacedItem): readonly Break[] {
  const { container, item } = placed;
  return endsOf(item).map(({ side, beyond, within }) => ({
    ...valueBreak(placed, {
      name: side === 'before' ? 'year-begins-with-words' : 'year-ends-with-words',
      summary: `the words "not known", to which ${valueRuleId(container, item.tag)} applies in ${within} and not in ${beyond}`,
      value: () => 'not known',
    }),
    tellsApart: [within, beyond] as const,
  }));
}

const valueRules: readonly Break[] = everyItem.filter(({ item }) => hasValueRule(item.type)).flatMap(valueRuleEnds);

/**
 * For everything that differs between two neighbouring years, a case that one of them flags and the other does
 * not. Items, codes and orders are made from the model, so that a difference that is added has its case.
 */
export const yearBreaks: readonly Break[] = [...items, ...codes, ...orders, ...valueRules, ...yearRuleBreaks];
