import { codeSetNames, codesIn, yearModel, type YearGroup, type YearModel } from '../model/index.js';
import { rulesIn } from './catalogue.js';

/** One thing that changed from a collection year to another. */
export interface Difference {
  readonly kind: 'date' | 'item' | 'code' | 'order' | 'rule';
  /** What it is about, such as `Person.Sex` or `senType DS`. */
  readonly what: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** More, in words; null where there is no more to say. */
  readonly detail: string | null;
}

/** Everything in the model that differs between two collection years. @throws RangeError for a year that is not known */
export function yearDifferences(from: number, to: number): readonly Difference[] {
  const [a, b] = [yearModel(from), yearModel(to)];
  return [
    ...dateDifferences(a, b),
    ...added('item', itemsOf(a), itemsOf(b)),
    ...numberDifferences(a, b),
    ...orderDifferences(a, b),
    ...codeSetNames.flatMap((set) => added('code', codesOf(set, from), codesOf(set, to))),
    ...added('rule', rulesOf(from), rulesOf(to)),
  ];
}

/** By what it is about, what there is to say of it. */
type Named = ReadonlyMap<string, string | null>;

function added(kind: Difference['kind'], before: Named, after: Named): Difference[] {
  const gone = [...before].filter(([what]) => !after.has(what));
  const come = [...after].filter(([what]) => !before.has(what));
  return [
    ...gone.map(([what, detail]): Difference => ({ kind, what, change: 'removed', detail })),
    ...come.map(([what, detail]): Difference => ({ kind, what, change: 'added', detail })),
  ];
}

function itemsOf(model: YearModel): Named {
  return new Map(model.items.map((item) => [`${item.parent.tag}.${item.tag}`, item.node.note ?? null]));
}

function codesOf(set: string, year: number): Named {
  return new Map([...codesIn(set, year)].map(([code, label]) => [`${set} ${code}`, label]));
}

function rulesOf(year: number): Named {
  return new Map(rulesIn(year).map((rule) => [rule.id, rule.statement]));
}

function dateDifferences(a: YearModel, b: YearModel): Difference[] {
  const facts = ['referenceDate', 'activityYear', 'deadline'] as const;
  return facts
    .filter((fact) => a.facts[fact] !== b.facts[fact])
    .map((fact) => ({
      kind: 'date',
      what: fact,
      change: 'changed',
      detail: `${a.facts[fact] ?? 'not known'} to ${b.facts[fact] ?? 'not known'}`,
    }));
}

function numberDifferences(a: YearModel, b: YearModel): Difference[] {
  return b.items.flatMap((item): Difference[] => {
    const before = a.item(item.parent.tag, item.tag);
    if (!before || before.number === item.number) return [];
    const detail = `DfE item number ${before.number ?? 'none'} to ${item.number ?? 'none'}`;
    return [{ kind: 'item', what: `${item.parent.tag}.${item.tag}`, change: 'changed', detail }];
  });
}

/** Containers whose children, those that both years have, stand in another order. */
function orderDifferences(a: YearModel, b: YearModel): Difference[] {
  return b.groups.flatMap((group): Difference[] => {
    const [before, after] = [commonOrder(a.group(group.tag), group), commonOrder(group, a.group(group.tag))];
    if (before.join() === after.join()) return [];
    return [{ kind: 'order', what: group.tag, change: 'changed', detail: `now ${after.join(', ')}` }];
  });
}

function commonOrder(group: YearGroup, other: YearGroup): string[] {
  const tags = new Set(other.children.map((child) => child.tag));
  return group.children.map((child) => child.tag).filter((tag) => tags.has(tag));
}
