import {
  allCodes,
  codeSetNames,
  collectionYears,
  collectionYear,
  isDate,
  isDateTime,
  message,
  splitType,
  type ItemNode,
  type Node as ModelNode,
} from '../../../src/model/index.js';
import { isElement, personsOf, type Element } from '../../tree/index.js';

/** What a value is, as far as its replacement goes. */
export type ValueKind = 'text' | 'upn' | 'uln' | 'postcode' | 'urn' | 'ukprn' | 'la' | 'date' | 'dateTime' | 'other';

/** A value that tells of a person, or could: whoever it is of, whatever it is under. */
export interface Slot {
  readonly kind: ValueKind;
  readonly value: string;
  readonly element: Element;
  /** The place among the children of the element, or the name of the attribute. */
  readonly at: number | string;
  /** The 1-based position of the person; 0 outside of persons. */
  readonly person: number;
}

/** Every value of a tree that must not be left as it is, in the order of the file. */
export function slotsOf(root: Element): readonly Slot[] {
  const slots: Slot[] = [];
  const persons = personsOf(root);
  let position = 0;
  const visit = (element: Element, person: number): void => {
    for (const [name, value] of Object.entries(element.attributes)) {
      if (isTelling(value) && !knownAttributeValues.has(value))
        slots.push({ kind: 'other', value, element, at: name, person });
    }
    element.children.forEach((child, at) => {
      if (typeof child === 'string') {
        const kind = kindOf(element.tag, child);
        if (kind !== undefined) slots.push({ kind, value: child, element, at, person });
      } else if (isElement(child)) {
        if (element === persons && child.tag === 'Person') position += 1;
        visit(child, element === persons && child.tag === 'Person' ? position : person);
      }
    });
  };
  visit(root, 0);
  return slots;
}

/** The values of one person who stands alone, for what reads a file person by person. */
export function slotsOfPerson(person: Element): readonly Slot[] {
  return slotsOf({ tag: 'Persons', attributes: {}, children: [person] });
}

const knownAttributeValues: ReadonlySet<string> = new Set(['http://www.w3.org/2001/XMLSchema-instance']);

/** A letter or a digit is in it. */
function isTelling(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

function itemNodes(node: ModelNode): readonly ItemNode[] {
  return node.kind === 'item' ? [node] : node.children.flatMap(itemNodes);
}

const typeByTag = new Map(
  itemNodes(message).flatMap((node) =>
    [node.tag, ...(node.alias === undefined ? [] : [node.alias])].map((tag) => [tag, node.type] as const),
  ),
);

/** Codes of all sets and years, LAs apart: what may be in them is known to everyone. */
const publicCodes: ReadonlySet<string> = new Set(
  codeSetNames
    .filter((name) => name !== 'la' && name !== 'laOrUnknown')
    .flatMap((name) => allCodes(name).map(({ code }) => code.toUpperCase())),
);

const laCodes: ReadonlySet<string> = new Set(allCodes('laOrUnknown').map(({ code }) => code));
const censusDays: ReadonlySet<string> = new Set(collectionYears.map((year) => collectionYear(year).referenceDate));

/** What the value of an item is; undefined where it tells of nobody, such as a code. */
function kindOf(tag: string, value: string): ValueKind | undefined {
  if (!isTelling(value)) return undefined;
  const type = typeByTag.get(tag);
  if (type === undefined) return 'other';
  const isCode = publicCodes.has(value.trim().toUpperCase());
  switch (type) {
    case 'text':
    case 'upn':
    case 'uln':
    case 'postcode':
    case 'urn':
    case 'ukprn':
      return type;
    case 'date':
      if (tag === 'ReferenceDate' && censusDays.has(value)) return undefined;
      return isDate(value) ? 'date' : 'other';
    case 'dateTime':
      return isDateTime(value) ? 'dateTime' : 'other';
    case 'year':
      return /^\d{4}$/.test(value) ? undefined : 'other';
    case 'digits:3':
      return /^\d{3}$/.test(value) ? undefined : 'other';
    case 'code:la':
    case 'code:laOrUnknown':
      if (value.trim() === 'XXX') return undefined;
      return laCodes.has(value) ? 'la' : 'other';
    default: {
      const [kind, name] = splitType(type);
      return (kind === 'fixed' && value === name) || isCode ? undefined : 'other';
    }
  }
}

/** Tags of every year, and how else they are written. */
export function isKnownTag(tag: string): boolean {
  return knownTags.has(tag.toLowerCase());
}

function groupTags(node: ModelNode): readonly string[] {
  return node.kind === 'item' ? [] : [node.tag, ...node.children.flatMap(groupTags)];
}

/** Every tag of the message in any year. */
export const messageTags: readonly string[] = [...groupTags(message), ...typeByTag.keys()];

const knownTags: ReadonlySet<string> = new Set(messageTags.map((tag) => tag.toLowerCase()));
