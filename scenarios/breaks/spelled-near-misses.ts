import { returnToXml } from '../../output/index.js';
import { hasValueRule } from '../../src/model/index.js';
import { valueRuleId } from '../../src/rules/index.js';
import type { NearMiss } from './break.js';
import type { Draft } from './draft.js';
import { nearText } from './near-miss.js';
import { everyItem, parentWith, placeOf, placeWith, valueIn, type Place, type PlacedItem } from './places.js';
import { yearsOfNode } from './structure.js';

/** Stands for a value until the text is written; no value and no tag of a return looks like it. */
const placeholder = '{value}';

/** Writes the value of an item in another way. The value that a reader of XML gets is the same. */
function respelt(
  draft: Draft,
  { record, path }: Place,
  tag: string,
  spell: (value: string) => string,
): { at: string; file: string } {
  const value = valueIn(record, tag);
  if (typeof value !== 'string' || value === '') throw new RangeError(`${path}/${tag} has no value to be spelt`);
  Object.assign(record, { [tag]: placeholder });
  const file = returnToXml(draft.ret, draft.year).replace(placeholder, () => spell(value));
  return { at: `${path}/${tag}`, file };
}

/** The same value in ways that one who looks at the text, and not at what it says, takes for another one. */
const spellings: readonly (readonly [name: string, summary: string, spell: (value: string) => string])[] = [
  ['in-cdata', 'The value of $ is in a CDATA section.', (value) => `<![CDATA[${value}]]>`],
  [
    'in-references',
    'The value of $ is written in character references.',
    (value) => Array.from(value, (character) => `&#${character.codePointAt(0) ?? 0};`).join(''),
  ],
];

/** The value of an item, spelt in each of the ways, as near misses of a rule. */
function spelt(rule: string, { container, item }: PlacedItem, parent: string): readonly NearMiss[] {
  return spellings.map(([name, summary, spell]) =>
    nearText(
      rule,
      name,
      parent,
      summary.replace('$', item.tag),
      (_, draft) => respelt(draft, placeOf(draft, container, item.tag), item.tag, spell),
      yearsOfNode(item),
    ),
  );
}

/** Rules of the header by the item that is to be present, or right, and for which there is one right value. */
const ofHeader: Readonly<Record<string, string>> = {
  Collection: 'HDR-01',
  Year: 'HDR-02',
  ReferenceDate: 'HDR-03',
  SourceLevel: 'HDR-04',
};

/** A code that a story has and that no other could take in place of its own, spelt in another way. */
export function speltIn(parent: string, placed: PlacedItem, name: string, summary: string, value: string): NearMiss {
  const { container, item } = placed;
  return nearText(
    valueRuleId(container, item.tag),
    name,
    parent,
    summary,
    (_, draft) =>
      respelt(draft, placeWith(draft, container, item.tag, value), item.tag, (given) => `<![CDATA[${given}]]>`),
    yearsOfNode(item),
  );
}

/** Near misses of every VAL rule, and of the header rules that know one value: the value is right, and its text another. */
export const spelledNearMisses: readonly NearMiss[] = everyItem.flatMap((placed) => {
  const { container, item } = placed;
  const parent = parentWith(container, item.tag);
  const header = container === 'CollectionDetails' || container === 'Source' ? ofHeader[item.tag] : undefined;
  return [
    ...(hasValueRule(item.type) ? spelt(valueRuleId(container, item.tag), placed, parent) : []),
    ...(header === undefined ? [] : spelt(header, placed, parent)),
  ];
});
