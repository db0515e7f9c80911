import {
  addDays,
  allCodes,
  birthday,
  codesIn,
  isDate,
  makeDate,
  splitType,
  ulnCheckDigit,
  upnAlphabet,
  yearModel,
  yearOf,
  type YearItem,
  type YearModel,
} from '../../src/model/index.js';
import type { Random } from '../../src/random/index.js';
import { allElements, changed, elementsOf, isElement, textOf, withText, type Element } from '../tree/index.js';

/** A return that was changed, and in what, without any value. */
export interface Mutated {
  readonly root: Element;
  readonly what: string;
}

type Mutation = (root: Element, random: Random, model: YearModel) => Mutated | undefined;

/** Changes one thing of a return at random; undefined where the thing drawn cannot be done with it. */
export function mutate(root: Element, random: Random, year: number): Mutated | undefined {
  const mutation = random.weighted<Mutation>([
    [newValue, 10],
    [leftOut, 4],
    [added, 4],
    [doubled, 2],
    [swapped, 1],
    [unknown, 1],
  ]);
  return mutation(root, random, yearModel(year));
}

/** An element of a return that the year has, and what it is. */
interface Known {
  readonly element: Element;
  readonly item: YearItem;
}

function itemsIn(root: Element, model: YearModel): readonly Known[] {
  return [...allElements(root)].flatMap(([parent]) => {
    const group = model.groups.find(({ tag }) => tag === parent.tag);
    return elementsOf(parent).flatMap((element) => {
      const item = group?.byTag.get(element.tag);
      return item?.kind === 'item' && !element.children.some(isElement) ? [{ element, item }] : [];
    });
  });
}

const newValue: Mutation = (root, random, model) => {
  const items = itemsIn(root, model);
  if (items.length === 0) return undefined;
  const { element, item } = random.pick(items);
  const before = textOf(element);
  const others = items
    .filter((one) => one.item.tag === item.tag && one.element !== element)
    .map((one) => textOf(one.element));
  const dates = items.map((one) => textOf(one.element)).filter(isDate);
  const value = valueFor(item, before, { others, dates, model, random });
  return value === before
    ? undefined
    : { root: withValue(root, element, value), what: `${item.parent.tag}.${item.tag} has another value` };
};

function withValue(root: Element, element: Element, value: string): Element {
  return changed(root, (before, now) => (before === element ? withText(now, value) : now));
}

interface Around {
  readonly others: readonly string[];
  readonly dates: readonly string[];
  readonly model: YearModel;
  readonly random: Random;
}

function valueFor({ node: { type } }: YearItem, before: string, around: Around): string {
  const { others, random } = around;
  if (random.chance(0.1))
    return random.pick(['', ' ', ` ${before}`, `${before} `, before.toLowerCase(), `${before}${before}`]);
  if (others.length > 0 && random.chance(0.15)) return random.pick(others);
  if (type === 'date') return dateFor(before, around);
  if (type.startsWith('code:')) return codeFor(type as `code:${string}`, around);
  if (type === 'upn' && before.length === 13) return upnFor(before, random);
  if (type === 'uln' && /^\d{10}$/.test(before)) return ulnFor(before, random);
  return oneCharacterOther(before, random);
}

/** Days on which rules turn: census day, the ends of the activity year, birthdays, the other dates of the return. */
function dateFor(before: string, { dates, model: { facts }, random }: Around): string {
  const edges = [
    facts.referenceDate,
    `${facts.activityYear}-01-01`,
    `${facts.activityYear}-12-31`,
    `${facts.activityYear + 1}-02-15`,
    `${facts.activityYear + 1}-03-31`,
  ];
  const near = (date: string): string => addDays(date, random.int(-1, 1));
  if (random.chance(0.05)) return random.pick(['2024-02-30', '2023-13-01', '01/02/2024', '2024-1-2', '0000-00-00']);
  if (random.chance(0.3)) return near(random.pick(edges));
  if (random.chance(0.3)) return near(birthday(facts.referenceDate, -random.int(0, 28)));
  if (dates.length > 0 && random.chance(0.6)) return near(random.pick(dates));
  return makeDate(
    (isDate(before) ? yearOf(before) : facts.activityYear) + random.int(-1, 1),
    random.int(1, 12),
    random.int(1, 28),
  );
}

function codeFor(type: `code:${string}`, { model: { year }, random }: Around): string {
  const [, name] = splitType(type);
  const codes = [...codesIn(name, year).keys()];
  return random.chance(0.8) ? random.pick(codes) : random.pick(allCodes(name)).code;
}

function upnFor(before: string, random: Random): string {
  if (random.chance(0.5)) return random.pick(Array.from(upnAlphabet)) + before.slice(1);
  if (random.chance(0.3)) return before.slice(0, 12) + random.pick(Array.from(upnAlphabet));
  return oneCharacterOther(before, random);
}

function ulnFor(before: string, random: Random): string {
  const nine = String(random.int(100_000_000, 999_999_999));
  return random.chance(0.4) ? `${nine}${ulnCheckDigit(nine) ?? 0}` : oneCharacterOther(before, random);
}

function oneCharacterOther(before: string, random: Random): string {
  const at = random.int(0, Math.max(0, before.length - 1));
  return before.slice(0, at) + random.pick(Array.from('0159AIXZaz -é')) + before.slice(at + 1);
}

/** Every element but the root and those around the header and the persons. */
function elementsWithin(root: Element): readonly Element[] {
  return [...allElements(root)].filter(([{ tag }, depth]) => depth > 1 && tag !== 'Year').map(([element]) => element);
}

const leftOut: Mutation = (root, random) => {
  const elements = elementsWithin(root);
  if (elements.length === 0) return undefined;
  const element = random.pick(elements);
  return {
    root: changed(root, (before, now) => (before === element ? undefined : now)),
    what: `a ${element.tag} is left out`,
  };
};

/** Puts an item where a record lacks it. */
const added: Mutation = (root, random, model) => {
  const lacking = [...allElements(root)].flatMap(([element]) => {
    const group = model.groups.find(({ tag }) => tag === element.tag);
    const there = new Set(elementsOf(element).map(({ tag }) => tag));
    return (group?.items ?? []).filter(({ tag }) => !there.has(tag)).map((item) => ({ element, item }));
  });
  if (lacking.length === 0) return undefined;
  const { element, item } = random.pick(lacking);
  const items = itemsIn(root, model);
  const dates = items.map((one) => textOf(one.element)).filter(isDate);
  const others = items.filter((one) => one.item.tag === item.tag).map((one) => textOf(one.element));
  const value = valueFor(item, '', { others, dates, model, random });
  const made: Element = { tag: item.tag, attributes: {}, children: value === '' ? [] : [value] };
  const isAfter = (tag: string): boolean => (item.parent.byTag.get(tag)?.index ?? -1) > item.index;
  return {
    root: changed(root, (before, now) => {
      if (before !== element) return now;
      const at = now.children.findIndex((child) => isElement(child) && isAfter(child.tag));
      const children = [...now.children];
      children.splice(at < 0 ? children.length : at, 0, made);
      return { ...now, children };
    }),
    what: `a ${item.parent.tag}.${item.tag} is added`,
  };
};

const doubled: Mutation = (root, random) => {
  const elements = elementsWithin(root);
  if (elements.length === 0) return undefined;
  const element = random.pick(elements);
  return {
    root: changed(root, (_, now) => ({
      ...now,
      children: now.children.flatMap((child) => (child === element ? [child, child] : [child])),
    })),
    what: `a ${element.tag} stands twice`,
  };
};

const swapped: Mutation = (root, random) => {
  const parents = [...allElements(root)].map(([element]) => element).filter((one) => elementsOf(one).length > 1);
  if (parents.length === 0) return undefined;
  const parent = random.pick(parents);
  const at = random.int(0, elementsOf(parent).length - 2);
  return {
    root: changed(root, (before, now) => {
      if (before !== parent) return now;
      const children = [...elementsOf(now)];
      const [one, other] = children.slice(at, at + 2);
      if (one && other) children.splice(at, 2, other, one);
      return { ...now, children };
    }),
    what: `two elements of a ${parent.tag} stand the other way round`,
  };
};

const unknown: Mutation = (root, random) => {
  const parent = random.pick([...allElements(root)].map(([element]) => element));
  return {
    root: changed(root, (before, now) =>
      before === parent
        ? { ...now, children: [...now.children, { tag: 'Unknown', attributes: {}, children: ['1'] }] }
        : now,
    ),
    what: `an unknown element stands in a ${parent.tag}`,
  };
};
