import { hasUlnShape, upnFaults, yearModel } from '../../src/model/index.js';
import { bytesSource } from '../../src/validate/index.js';
import {
  allElements,
  changed,
  elementsOf,
  isElement,
  personsOf,
  readTree,
  textOf,
  without,
  withText,
  writeTree,
  type Element,
  type Node,
} from '../tree/index.js';
import { ddmin } from './ddmin.js';
import { Reduction, type ReductionOptions } from './reduction.js';

export type TreeReduction = Reduction<Element>;

export function treeReduction(root: Element, options: ReductionOptions): TreeReduction {
  return new Reduction(root, bytesOf, options);
}

function bytesOf(root: Element): Uint8Array {
  return Buffer.from(writeTree(root), 'utf8');
}

/**
 * Leaves out persons that are folded, and unfolds those that are left.
 * @throws OutOfTime, RunAborted
 */
export async function reducePersons(reduction: TreeReduction): Promise<void> {
  const whole = reduction.best;
  const persons = (personsOf(whole)?.children ?? []).filter((child) => typeof child !== 'string' && 'xml' in child);
  await ddmin(persons, (kept) => reduction.take(onlyWith(whole, persons, kept)));
}

/** The tree with its folded persons as trees. */
export function unfolded(root: Element): Element {
  return readTree(bytesSource(bytesOf(root))) ?? root;
}

/**
 * Leaves out elements, the outermost first, then attributes and text, until nothing more can go. The year in the header
 * stays, so that the file still tells what it is checked against.
 * @throws OutOfTime, RunAborted
 */
export async function reduceTree(reduction: TreeReduction, year: number): Promise<void> {
  for (let before: Element | undefined; before !== reduction.best;) {
    before = reduction.best;
    await reduceElements(reduction);
    await reduceAttributes(reduction);
    // Text is looked at last: it is made of many characters, each of which costs a question.
    if (before === reduction.best) await reduceTexts(reduction, year);
  }
}

async function reduceElements(reduction: TreeReduction): Promise<void> {
  for (let depth = 1; ; depth += 1) {
    const whole = reduction.best;
    const kept = framesOfYear(whole);
    const there = [...allElements(whole)].filter(([, at]) => at === depth).map(([element]) => element);
    if (there.length === 0) return;
    const removable = there.filter((element) => !kept.has(element));
    await ddmin(removable, (some) => reduction.take(onlyWith(whole, removable, some)));
  }
}

/** The elements that hold the year of a return, itself among them. */
function framesOfYear(root: Element): ReadonlySet<Element> {
  const path = new Set([root]);
  let at: Element | undefined = root;
  for (const tag of ['Header', 'CollectionDetails', 'Year']) {
    at = at && elementsOf(at).find((child) => child.tag === tag);
    if (at) path.add(at);
  }
  return path;
}

function onlyWith(root: Element, all: readonly Node[], kept: readonly Node[]): Element {
  const stays = new Set(kept);
  return without(root, new Set(all.filter((one) => !stays.has(one))));
}

async function reduceAttributes(reduction: TreeReduction): Promise<void> {
  const whole = reduction.best;
  const all = [...allElements(whole)].flatMap(([element]) =>
    Object.keys(element.attributes).map((name) => ({ element, name })),
  );
  if (all.length === 0) return;
  await ddmin(all, (kept) => {
    const namesOf = new Map<Element, Set<string>>();
    for (const { element, name } of kept) namesOf.set(element, (namesOf.get(element) ?? new Set()).add(name));
    const withSome = (before: Element, now: Element): Element => {
      const names = namesOf.get(before) ?? new Set();
      const attributes = Object.fromEntries(Object.entries(now.attributes).filter(([name]) => names.has(name)));
      return { ...now, attributes };
    };
    return reduction.take(changed(whole, withSome));
  });
}

async function reduceTexts(reduction: TreeReduction, year: number): Promise<void> {
  const kept = framesOfYear(reduction.best);
  const count = [...allElements(reduction.best)].length;
  // By their place in the tree, which a change of a text leaves as it is.
  for (let at = 0; at < count; at += 1) {
    const [element] = [...allElements(reduction.best)][at] ?? [];
    const whole = reduction.best;
    const text = element && textOf(element);
    if (!element || text === undefined || text === '') continue;
    if (kept.has(element) && !element.children.some(isElement)) continue;
    const put = (shorter: string): Promise<boolean> =>
      reduction.take(
        changed(whole, (before, now) =>
          before !== element
            ? now
            : now.children.some(isElement)
              ? { ...now, children: [...(shorter === '' ? [] : [shorter]), ...elementsOf(now)] }
              : withText(now, shorter),
        ),
      );
    if (isWhole(element.tag, text, year)) await put('');
    else await ddmin(Array.from(text), (characters) => put(characters.join('')));
  }
}

/** Whether a value is of the type of its item: a part of it would be another fault. */
function isWhole(tag: string, text: string, year: number): boolean {
  const items = yearModel(year).items.filter((item) => item.tag === tag);
  return items.some(({ node: { type }, hasValueRule, accepts }) => {
    if (type === 'upn') return !upnFaults.shape(text) && !upnFaults.digits(text) && !upnFaults.lastCharacter(text);
    return type === 'uln' ? hasUlnShape(text) : hasValueRule && accepts(text);
  });
}
