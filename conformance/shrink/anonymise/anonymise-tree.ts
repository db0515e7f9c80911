import { changed, allElements, writeTree, type Element } from '../../tree/index.js';
import type { Originals } from './originals.js';
import { makeReplacer, type Replacer } from './replacement.js';
import { isKnownTag, slotsOf, type Slot } from './slot.js';
import { isDated, unitsOf, type Unit } from './units.js';

/** What cannot be made anonymous, or could not for all that was tried; the message names the item, never its value. */
export class AnonymiseError extends Error {
  override readonly name = 'AnonymiseError';
}

/** How a tree is made anonymous. */
export interface AnonymiseOptions {
  readonly seed: string;
  readonly year: number;
  readonly originals: Originals;
  /** Whether a file still shows what it is to show. */
  readonly shows: (file: Uint8Array) => Promise<boolean>;
}

const attemptsAtOnce = 12;
const attemptsAlone = 48;

/**
 * Puts something else in place of everything that tells of a person, an establishment, an LA or a program, and proves
 * after each step that the failure still shows. All is tried at once; where that hides it, in halves, down to one value.
 * @throws AnonymiseError where a value, or the name of an element, has to stay for the failure to show
 */
export async function anonymiseTree(root: Element, options: AnonymiseOptions): Promise<Element> {
  const named = await renamed(root, options);
  const slots = slotsOf(named);
  const work = new Work(named, makeReplacer(options.seed, options.year, options.originals), options.shows);
  const units = unitsOf(slots);
  if (!(await work.together(units, attemptsAtOnce))) {
    const areDates = ({ slots: [first] }: Unit): boolean => first !== undefined && isDated(first);
    await work.settle(units.filter((unit) => !areDates(unit)));
    await work.settle(units.filter(areDates));
  }
  const { tree } = work;
  for (const slot of slotsOf(tree)) refuseLeft(slot, options.originals);
  return tree;
}

/** A last look, by itself: whatever went before, nothing that stood there may be left. */
function refuseLeft(slot: Slot, originals: Originals): void {
  if (isDated(slot) ? originals.hasDay(slot.value.slice(0, 10)) : originals.isIn(slot.value)) throw notReplaced(slot);
}

function notReplaced({ element, at, person }: Slot): AnonymiseError {
  const what = typeof at === 'string' ? `an attribute of ${nameOf(element)}` : nameOf(element);
  const of = person > 0 ? ` of person ${person} of the smallest return` : '';
  return new AnonymiseError(
    `${what}${of} could not be replaced: with no other value that was tried does the failure still show; nothing was written (without --anonymise it is, with real values in it)`,
  );
}

function nameOf({ tag }: Element): string {
  return isKnownTag(tag) ? tag : 'an unknown element';
}

class Work {
  readonly #values = new Map<Slot, string>();

  constructor(
    private readonly root: Element,
    private readonly replacer: Replacer,
    private readonly shows: AnonymiseOptions['shows'],
  ) {}

  get tree(): Element {
    return replaced(this.root, this.#values);
  }

  /** Replaces all of some units at once. @returns whether that could be done */
  async together(units: readonly Unit[], attempts: number): Promise<boolean> {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const values = this.#valuesOf(units, attempt);
      if (!values) continue;
      if (await this.shows(bytesOf(replaced(this.root, new Map([...this.#values, ...values]))))) {
        for (const [slot, value] of values) this.#values.set(slot, value);
        return true;
      }
    }
    return units.length === 0;
  }

  /** Replaces units together where it can be done, in parts where not. @throws AnonymiseError */
  async settle(units: readonly Unit[]): Promise<void> {
    const [first, ...others] = units;
    if (!first) return;
    if (await this.together(units, others.length > 0 ? attemptsAtOnce : attemptsAlone)) return;
    if (others.length > 0) {
      const half = Math.ceil(units.length / 2);
      await this.settle(units.slice(0, half));
      await this.settle(units.slice(half));
      return;
    }
    const [slot, ...more] = first.slots;
    if (slot && more.length === 0) throw notReplaced(slot);
    // The dates of a person may hang on other days than each other: then each goes by itself.
    await this.settle(first.slots.map((one, i) => ({ key: `${first.key} ${i}`, slots: [one] })));
  }

  #valuesOf(units: readonly Unit[], attempt: number): Map<Slot, string> | undefined {
    const values = new Map<Slot, string>();
    for (const unit of units) {
      for (const slot of unit.slots) {
        const value = this.replacer.valueFor(slot, unit, attempt);
        if (value === undefined) return undefined;
        values.set(slot, value);
      }
    }
    return values;
  }
}

function bytesOf(root: Element): Uint8Array {
  return Buffer.from(writeTree(root), 'utf8');
}

function replaced(root: Element, values: ReadonlyMap<Slot, string>): Element {
  const byElement = new Map<Element, Map<number | string, string>>();
  for (const [{ element, at }, value] of values)
    byElement.set(element, (byElement.get(element) ?? new Map<number | string, string>()).set(at, value));
  return changed(root, (before, now) => {
    const own = byElement.get(before);
    if (!own) return now;
    const attributes = Object.fromEntries(
      Object.entries(now.attributes).map(([name, value]) => [name, own.get(name) ?? value]),
    );
    return { ...now, attributes, children: now.children.map((child, at) => own.get(at) ?? child) };
  });
}

const knownAttributes =
  /^(?:xmlns(?::xsi)?|xsi:(?:noNamespaceSchemaLocation|schemaLocation|nil|type)|xml:(?:lang|space))$/;

/** Names that no specification has could be anyone's: they are called by a number. @throws AnonymiseError */
async function renamed(root: Element, { shows }: AnonymiseOptions): Promise<Element> {
  const names = new Map<string, string>();
  const nameFor = (name: string): string => {
    const made = names.get(name) ?? `${prefixOf(name)}Unknown${names.size + 1}`;
    names.set(name, made);
    return made;
  };
  for (const [{ tag, attributes }] of allElements(root)) {
    if (!isKnownTag(tag)) nameFor(tag);
    for (const name of Object.keys(attributes)) if (!knownAttributes.test(name)) nameFor(name);
  }
  if (names.size === 0) return root;
  const made = changed(root, (_, now) => ({
    tag: names.get(now.tag) ?? now.tag,
    attributes: Object.fromEntries(
      Object.entries(now.attributes).map(([name, value]) => [names.get(name) ?? name, value]),
    ),
    children: now.children,
  }));
  if (await shows(bytesOf(made))) return made;
  throw new AnonymiseError(
    'an element or attribute that no specification has could not be renamed: under no other name does the failure still show; nothing was written (without --anonymise it is, with real values in it)',
  );
}

/** What makes it one of a namespace. */
function prefixOf(name: string): string {
  if (name.startsWith('xmlns:')) return 'xmlns:';
  return name.includes(':') ? 'x:' : '';
}
