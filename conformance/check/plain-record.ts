import { createHash } from 'node:crypto';
import { message, type GroupNode, type ItemNode, type ItemType } from '../../src/model/index.js';

/** A record as it is compared: values by tag, a container as a record, one that repeats as a list in file order. */
export interface PlainRecord {
  readonly [tag: string]: PlainHeld | undefined;
}

/** What a record holds under a tag. An item that stands there empty is ''; one that is absent is left out. */
export type PlainHeld = string | PlainRecord | readonly PlainRecord[];

/** Items that tell records of one kind apart, where flags and the like are often the same in all of them. */
const tellingTypes: ReadonlySet<ItemType> = new Set(['date', 'upn', 'uln', 'urn', 'ukprn', 'code:senType']);

/** How much a difference in an item counts when records are matched. */
export function weightOf({ type }: ItemNode): number {
  return tellingTypes.has(type) ? 2 : 1;
}

/** The container with a tag, of all collection years together. @throws RangeError where there is none */
export function containerOf(tag: string, within: GroupNode = message): GroupNode {
  const found = findContainer(tag, within);
  if (!found) throw new RangeError(`no container is called ${tag}`);
  return found;
}

function findContainer(tag: string, within: GroupNode): GroupNode | undefined {
  if (within.tag === tag) return within;
  for (const child of within.children) {
    const found = child.kind === 'group' ? findContainer(tag, child) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** A record as it was read, with what the model has of any year, in the order of the model, and nothing else. */
export function plainRecord(record: object, container: GroupNode): PlainRecord {
  const plain: Record<string, PlainHeld> = {};
  for (const child of container.children) {
    const held: unknown = Reflect.get(record, child.tag);
    if (child.kind === 'item') {
      if (typeof held === 'string') plain[child.tag] = held;
    } else if (child.repeats) {
      const list = Array.isArray(held) ? held.filter(isRecord) : [];
      if (list.length > 0) plain[child.tag] = list.map((one) => plainRecord(one, child));
    } else if (isRecord(held)) {
      plain[child.tag] = plainRecord(held, child);
    }
  }
  return plain;
}

function isRecord(held: unknown): held is object {
  return typeof held === 'object' && held !== null && !Array.isArray(held);
}

/** The value of an item; undefined where it is absent, or where no item has the tag. */
export function valueIn(record: PlainRecord | undefined, tag: string): string | undefined {
  const held = record?.[tag];
  return typeof held === 'string' ? held : undefined;
}

/** The records of a container that repeats; none where it is absent. */
export function listIn(record: PlainRecord | undefined, tag: string): readonly PlainRecord[] {
  const held = record?.[tag];
  return isList(held) ? held : [];
}

/** The record of a container that stands once; undefined where it is absent. */
export function recordIn(record: PlainRecord | undefined, tag: string): PlainRecord | undefined {
  const held = record?.[tag];
  return typeof held === 'string' || isList(held) ? undefined : held;
}

function isList(held: PlainHeld | undefined): held is readonly PlainRecord[] {
  return Array.isArray(held);
}

/** A text that two records share when and only when they say the same: the order of repeats makes no difference. */
export function sameText(record: PlainRecord): string {
  const fields = Object.entries(record).map(([tag, held]) => {
    if (held === undefined || typeof held === 'string') return `${JSON.stringify(tag)}:${JSON.stringify(held ?? null)}`;
    const text = isList(held) ? `[${held.map(sameText).sort().join(',')}]` : sameText(held);
    return `${JSON.stringify(tag)}:${text}`;
  });
  return `{${fields.join(',')}}`;
}

/** A person packed small, since all those of two returns are held at once. */
export interface KeptPerson {
  /** 1-based in its return. */
  readonly position: number;
  /** As JSON, repeats in file order. */
  readonly text: string;
  /** The same for persons that say the same. */
  readonly digest: string;
}

const person = containerOf('Person');

/** Packs a person. Nothing of what it was read from is held on to. */
export function keepPerson(record: object, position: number): KeptPerson {
  const plain = plainRecord(record, person);
  return { position, text: JSON.stringify(plain), digest: digestOf(sameText(plain)) };
}

/** Unpacks a person. */
export function personOf({ text }: KeptPerson): PlainRecord {
  // Written by keepPerson alone.
  return JSON.parse(text) as PlainRecord;
}

/** A short text that stands for a long one. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
