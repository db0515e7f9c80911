import { allCodes, codesIn, splitType, type InForce, type ItemType } from '../../src/model/index.js';
import { valueRuleId } from '../../src/rules/index.js';
import type { NearMiss } from './break.js';
import { drawnItems, takenIn } from './code-tables.js';
import { growTo } from './crowds.js';
import type { Draft } from './draft.js';
import { nearMiss } from './near-miss.js';
import { everyItem, parentWith, placeOf, valueIn, type PlacedItem } from './places.js';
import { speltIn } from './spelled-near-misses.js';
import { yearsOfNode } from './structure.js';

/** The item with another value of its type. */
function otherValue(
  { container, item }: PlacedItem,
  name: string,
  summary: string,
  value: (draft: Draft) => string,
  parent = parentWith(container, item.tag),
): NearMiss {
  const change = (draft: Draft): string => {
    const { record, path } = placeOf(draft, container, item.tag);
    Object.assign(record, { [item.tag]: value(draft) });
    return `${path}/${item.tag}`;
  };
  return nearMiss(valueRuleId(container, item.tag), name, parent, summary, change, yearsOfNode(item));
}

type Value = readonly [name: string, summary: string, value: string];

/** The first and last values of a pattern, and each of its forms. */
const ofType: Partial<Readonly<Record<ItemType, readonly Value[]>>> = {
  'digits:3': [
    ['all-zeros', 'is 000', '000'],
    ['all-nines', 'is 999', '999'],
  ],
  postcode: [
    ['shortest', 'has one letter and one digit before the space', 'M1 1AA'],
    ['shortest-without-space', 'has one letter and one digit, and no space', 'M11AA'],
    ['letter-and-two-digits', 'has one letter and two digits before the space', 'B33 8TH'],
    ['letter-digit-letter', 'has a letter after the first digit', 'W1A 0AX'],
    ['two-letters-and-digit', 'has two letters and one digit before the space', 'CR2 6XH'],
    ['two-letters-and-two-digits', 'has two letters and two digits before the space', 'DN55 1PT'],
    ['longest', 'has two letters, a digit and a letter before the space', 'EC1A 1BB'],
    ['longest-without-space', 'has two letters, a digit and a letter, and no space', 'EC1A1BB'],
    ['first-of-the-form', 'has the first letters and digits there are', 'A00AA'],
    ['last-of-the-form', 'has the last letters and digits there are', 'ZZ9Z 9ZZ'],
  ],
  urn: [
    ['first-of-five-digits', 'has five digits, and they are the first', '10000'],
    ['last-of-five-digits', 'has five digits, and they are the last', '99999'],
    ['first-of-six-digits', 'has six digits, and they are the first', '100000'],
    ['last-of-six-digits', 'has six digits, and they are the last', '999999'],
  ],
  ukprn: [
    ['first-of-eight-digits', 'has the first eight digits', '10000000'],
    ['last-of-eight-digits', 'has the last eight digits', '99999999'],
  ],
  dateTime: [
    ['last-second-of-leap-day', 'is the last second of a 29 February', '2028-02-29T23:59:59'],
    ['first-second-of-last-day', 'is the first second of a 31 December', '2028-12-31T00:00:00'],
  ],
};

function valuesOfType(placed: PlacedItem): readonly NearMiss[] {
  const { tag, type } = placed.item;
  return (ofType[type] ?? []).map(([name, summary, value]) =>
    otherValue(placed, name, `${tag} ${summary}.`, () => value),
  );
}

/** Of lists that are too long for a case a code the first and the last or, where each may stand anywhere, all at once. */
const longLists: ReadonlySet<string> = new Set(['ethnicity', 'la', 'laOrUnknown']);

function codesOf(placed: PlacedItem): readonly NearMiss[] {
  const { container, item } = placed;
  const list = codeListOf(item.type);
  if (list === undefined) return [];
  if (longLists.has(list)) return longCodes(placed, list);
  if (drawnItems.has(`${container}.${item.tag}`)) return codesFurtherOn(placed, list);
  const taken = takenIn[`${container}.${item.tag}`] ?? {};
  return allCodes(list).map((entry) => {
    const { code } = entry;
    const name = `code-${code.toLowerCase()}`;
    const how = taken[code];
    const made =
      how && 'told' in how
        ? speltIn(how.told, placed, name, `${item.tag} is ${code}, in a CDATA section.`, code)
        : otherValue(placed, name, `${item.tag} is ${code}.`, () => code, how?.instead);
    return { ...made, ...yearsOfBoth(item, entry) };
  });
}

/** Each of the other codes of a short list, named by how many places it stands after the one that was drawn. */
function codesFurtherOn(placed: PlacedItem, list: string): readonly NearMiss[] {
  const { container, item } = placed;
  return allCodes(list)
    .slice(1)
    .map((_, i) =>
      otherValue(placed, `code-${i + 1}-on`, `${item.tag} is the code ${i + 1} on from the one it was.`, (draft) => {
        const codes = [...codesIn(list, draft.year).keys()];
        const now = valueIn(placeOf(draft, container, item.tag).record, item.tag);
        return codes[(codes.findIndex((code) => code === now) + i + 1) % codes.length] ?? '';
      }),
    );
}

function codeListOf(type: ItemType): string | undefined {
  if (!type.startsWith('code:')) return undefined;
  return splitType(type as `code:${string}`)[1];
}

/** The collection years that have both an item and a code. */
function yearsOfBoth(item: InForce, code: InForce): InForce {
  const from = Math.max(item.from ?? 0, code.from ?? 0);
  const to = Math.min(item.to ?? Infinity, code.to ?? Infinity);
  return { ...(from > 0 && { from }), ...(to < Infinity && { to }) };
}

function longCodes(placed: PlacedItem, list: string): readonly NearMiss[] {
  const { item } = placed;
  // A child is neither exported to the LA of the return nor transferred in from it.
  const codes = ({ year, la }: Draft): string[] => [...codesIn(list, year).keys()].filter((code) => code !== la);
  if (list === 'ethnicity') return [everyCodeInTurn(placed, codes)];
  const atEnd = (name: string, summary: string, place: 0 | -1): NearMiss =>
    otherValue(placed, name, `${item.tag} is ${summary}.`, (draft) => codes(draft).at(place) ?? '');
  return [
    atEnd('first-code', "the first code of its list other than the LA's own", 0),
    atEnd('last-code', "the last code of its list other than the LA's own", -1),
  ];
}

/** As many persons as the list has codes, each with another one. */
function everyCodeInTurn({ container, item }: PlacedItem, codes: (draft: Draft) => readonly string[]): NearMiss {
  return nearMiss(
    valueRuleId(container, item.tag),
    'every-code',
    parentWith(container, item.tag),
    `Each person has another ${item.tag}, and together they have every code.`,
    (draft) => {
      const all = codes(draft);
      growTo(draft, all.length);
      draft.persons.forEach((person, i) => Object.assign(person, { [item.tag]: all[i] ?? '' }));
      return draft.at.person('Ethnicity');
    },
  );
}

/** Near misses of the VAL rules of codes, numbers and postcodes: the first and last values, and every form and code. */
export const valueNearMisses: readonly NearMiss[] = everyItem.flatMap((placed) => [
  ...valuesOfType(placed),
  ...codesOf(placed),
]);
