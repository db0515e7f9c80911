import type { InForce } from '../../src/model/index.js';
import type { ItemTag } from '../../src/return/index.js';
import type { Break, Change } from './break.js';
import type { Draft } from './draft.js';

/** A break that changes records. The edit gives the place of the one finding, or the whole change. */
export function recordBreak(
  rule: string,
  name: string,
  parent: string,
  summary: string,
  edit: (draft: Draft) => string | Change,
  years: InForce = {},
): Break {
  return {
    rule,
    name,
    summary,
    parent,
    ...years,
    change: (draft) => {
      const done = edit(draft);
      return typeof done === 'string' ? { at: [done] } : done;
    },
  };
}

/** The record of a draft that holds an item, and the path of that item. */
export type Holder<T extends string> = (draft: Draft, tag: T) => { readonly record: object; readonly at: string };

/** Items of the named plan. */
export const inPlan: Holder<ItemTag<'NamedPlan'>> = (draft, tag) => ({ record: draft.plan(), at: draft.at.plan(tag) });

/** Items of the active plans. */
export const inActive: Holder<ItemTag<'ActivePlans'>> = (draft, tag) => ({
  record: draft.active(),
  at: draft.at.active(tag),
});

/** Items of the first placement detail, or of another. */
export function inPlacement(number = 1): Holder<ItemTag<'PlacementDetail'>> {
  return (draft, tag) => ({ record: draft.placement(number), at: draft.at.placement(tag, number) });
}

/** Items of the first SEN need, or of the second. */
export function inNeed(number = 1): Holder<ItemTag<'SENneed'>> {
  return (draft, tag) => ({ record: draft.need(number), at: draft.at.need(tag, number) });
}

/** What tells breaks of one rule apart where several leave an item out. */
interface Where {
  /** Put before `absent` and the like in the names; ends in a hyphen. */
  readonly prefix?: string;
  /** Put after the tag in the summaries. */
  readonly of?: string;
}

/** The breaks of a rule that an item is present: the element is not there (`absent`), or has no value (`empty`). */
export function missing<T extends string>(
  rule: string,
  tag: T,
  parent: string,
  holder: Holder<T>,
  where: Where = {},
): readonly Break[] {
  return [absent(rule, tag, parent, holder, where), valued('empty', '')(rule, tag, parent, holder, where)];
}

/** The element is not there. */
export function absent<T extends string>(
  rule: string,
  tag: T,
  parent: string,
  holder: Holder<T>,
  { prefix = '', of = '' }: Where = {},
): Break {
  return recordBreak(rule, `${prefix}absent`, parent, `${tag}${of} is absent.`, (draft) => {
    const { record, at } = holder(draft, tag);
    if (!Reflect.has(record, tag)) throw new RangeError(`the parent of the break has no ${tag}`);
    Reflect.deleteProperty(record, tag);
    return at;
  });
}

/** The element is there and holds white space only, which for free text is as good as nothing. */
export const blank = valued('blank', ' \t ', 'white space only');

function valued(name: string, value: string, inWords = name) {
  return <T extends string>(
    rule: string,
    tag: T,
    parent: string,
    holder: Holder<T>,
    { prefix = '', of = '' }: Where = {},
  ): Break =>
    recordBreak(rule, `${prefix}${name}`, parent, `${tag}${of} is ${inWords}.`, (draft) => {
      const { record, at } = holder(draft, tag);
      Object.assign(record, { [tag]: value });
      return at;
    });
}
