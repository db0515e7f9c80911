import type { ItemType, YearGroup, YearItem } from '../../../src/model/index.js';
import { fullMessage, leaf, render, type Spot, type Tree } from './tree.js';

/** A document with the verdict that the XSD of its year must give. */
export interface Trial {
  readonly name: string;
  readonly xml: string;
  readonly valid: boolean;
}

const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

/** Values that no item of a type may hold, one for each way to go wrong. */
export const wrongValues: Partial<Record<ItemType, readonly string[]>> = {
  date: [
    '2023-02-29',
    '2024-13-01',
    ' 2024-01-01',
    '2024-01-01 ',
    '1900-02-29',
    '0000-01-01',
    '2024-04-31',
    '2024-00-10',
    '2024-01-32',
    '24-01-01',
    '2024-1-1',
    '2024-01-01Z',
    '2024-01-01+01:00',
    '12024-01-01',
    '-2024-01-01',
    '0000-01-01',
    '01/01/2024',
    '2024-01-01T00:00:00',
    '2024-Jan-01',
    '２０２４-01-01',
    'soon',
  ],
  dateTime: [
    '2024-01-01',
    '2023-02-29T10:00:00',
    '2024-01-01T24:00:00',
    '2024-01-01T10:60:00',
    '2024-01-01T10:00:60',
    '2024-01-01T10:00',
    '2024-01-01T10:00:00Z',
    '2024-01-01T10:00:00.5',
    '2024-01-01 10:00:00',
    '0000-01-01T10:00:00',
  ],
  year: ['24', '2022', '2028', ' 2024', 'soon'],
  'digits:3': ['12', '1234', '12a', ' 123', '123 ', '１２３'],
  postcode: ['sw1a 1aa', 'SW1A  1AA', 'SW1A 1AAA', 'SW1A', 'SW1A1A', ' SW1A 1AA', '1SW 1AA'],
  upn: [
    'I801200005001',
    'O801200005001',
    'S801200005001',
    'B80120000500',
    'B8012000050010',
    'B999200005001',
    'B8O1200005001',
    'B80120000500I',
    'b801200005001',
    'B80120000500a',
    ' B801200005001',
    'B801200005001 ',
  ],
  uln: ['0276308686', '927630868', '92763086861', '927630868X', ' 9276308686'],
  urn: ['1234', '1234567', '12345a', ' 12345', '12345 '],
  ukprn: ['1000123', '100012345', '1000123a', ' 10001234'],
};

const wrongCodes = ['ZZZ', 'null', ' ', '-1'];

/** Values beside the plain one that an item of a type may hold. */
const otherValues: Partial<Record<ItemType, readonly string[]>> = {
  date: ['0001-01-01', '9999-12-31', '2000-02-29', '2024-02-29', '1900-02-28', '0400-02-29'],
  dateTime: ['2024-01-01T00:00:00'],
  postcode: ['M11AA', 'M1 1AA', 'EC1A1BB', 'B33 8TH'],
  upn: ['P207000016049', 'B80120000500A', 'Z943999999999'],
  uln: ['1000000043', '9999999999'],
  urn: ['123456'],
  text: [' Ann ', 'Zoë &amp; &lt;Ana&gt;', '<![CDATA[Ann & Bo]]>', '陳', 'a\nb'],
};

/** Values that are wrong for an item. */
export function wrongValuesOf(item: YearItem): readonly string[] {
  const { type } = item.node;
  const wrong = wrongValues[type] ?? (type === 'text' ? [] : wrongCodes);
  return item.tag === 'ReferenceDate' ? [...wrong, '2024-02-29', '2022-01-19'] : wrong;
}

/** Trials of a year: valid messages, and every way of breaking each item and each container that a schema can see. */
export function trials(year: number): Trial[] {
  const made: Trial[] = [];
  const count = fullMessage(year);

  const add = (name: string, valid: boolean, change: (root: Tree) => void): void => {
    const { root } = fullMessage(year);
    change(root);
    made.push({ name, xml: render(root), valid });
  };
  const addText = (name: string, valid: boolean, xml: (whole: string) => string): void => {
    made.push({ name, xml: xml(render(fullMessage(year).root)), valid });
  };
  /** Changes the nth item, or container, of a fresh message. */
  const addAt = (
    kind: 'items' | 'groups',
    n: number,
    name: string,
    valid: boolean,
    change: (spot: Spot<YearItem> | Spot<YearGroup>) => void,
  ): void => {
    const full = fullMessage(year);
    const spot = full[kind][n];
    if (!spot) throw new RangeError(`no ${kind} ${n}`);
    change(spot);
    made.push({ name: `${spot.parent.tag}/${spot.element.tag} ${name}`, xml: render(full.root), valid });
  };

  addText('all there', true, (xml) => xml);
  addText(
    'declaration, comment and instruction',
    true,
    (xml) => `<?xml version="1.0" encoding="UTF-8"?><!-- a --><?b c?>\n${xml}\n`,
  );
  addText('byte order mark', true, (xml) => `\ufeff${xml}`);
  addText('schema location', true, (xml) =>
    xml.replace('<Message>', `<Message ${xsi} xsi:noNamespaceSchemaLocation="sen2.xsd">`),
  );
  addText('unused namespace', true, (xml) => xml.replace('<Message>', '<Message xmlns:a="urn:a">'));
  addText('default namespace', false, (xml) => xml.replace('<Message>', '<Message xmlns="urn:a">'));
  addText('nil', false, (xml) => xml.replace('<Message>', `<Message ${xsi} xsi:nil="true">`));
  addText('another root', false, (xml) => xml.replace('<Message>', '<message>').replace('</Message>', '</message>'));
  addText('cut off', false, (xml) => xml.slice(0, xml.length / 2));
  addText('nothing', false, () => '');
  addText('no XML', false, () => 'SEN2 return');
  add('no person', false, (root) => {
    root.children[1] = leaf('Persons');
  });

  for (const n of firstOfEachKind(count.items)) {
    const node = count.items[n]?.node;
    if (!node) continue;
    for (const wrong of wrongValuesOf(node))
      addAt('items', n, `is ${JSON.stringify(wrong)}`, false, (spot) => (spot.element.text = wrong));
    if (node.tag !== 'ReferenceDate') {
      for (const other of otherValues[node.node.type] ?? []) {
        addAt('items', n, `is ${JSON.stringify(other)}`, true, (spot) => (spot.element.text = other));
      }
    }
    addAt('items', n, 'is empty', false, (spot) => (spot.element.text = ''));
    addAt('items', n, 'is absent', node.node.min === 0, ({ element, parent }) => {
      take(element, parent);
    });
    addAt('items', n, 'has an attribute', false, (spot) => (spot.element.attributes = ' id="1"'));
    addAt('items', n, 'holds an element', false, (spot) => spot.element.children.push(leaf('Value', '1')));
    addAt('items', n, 'stands twice', false, ({ element, parent }) =>
      parent.children.splice(parent.children.indexOf(element), 0, element),
    );
    addAt('items', n, 'has its case changed', false, (spot) => (spot.element.tag = spot.element.tag.toLowerCase()));
    if (node.parent.children.length > 1) {
      addAt('items', n, 'stands at the other end', false, ({ element, parent }) => {
        moveToOtherEnd(element, parent);
      });
    }
    if (node.node.type === 'text') {
      addAt('items', n, 'is white space', node.node.min === 0, (spot) => (spot.element.text = ' \t\n'));
    }
    const { alias } = node.node;
    if (alias !== undefined) {
      addAt('items', n, 'has its other spelling', true, (spot) => (spot.element.tag = alias));
      addAt('items', n, 'stands in both spellings', false, ({ element, parent }) =>
        parent.children.splice(parent.children.indexOf(element), 0, { ...element, tag: alias }),
      );
    }
  }

  for (const n of firstOfEachKind(count.groups)) {
    const node = count.groups[n]?.node;
    if (!node) continue;
    addAt('groups', n, 'is absent', node.node.min === 0 || node.repeats, ({ element, parent }) => {
      take(element, parent);
    });
    addAt('groups', n, 'is absent, all of them', node.node.min === 0, ({ parent }) => {
      parent.children = parent.children.filter((child) => child.tag !== node.tag);
    });
    addAt('groups', n, 'stands once more', node.max === Infinity, ({ element, parent }) =>
      parent.children.splice(parent.children.indexOf(element), 0, element),
    );
    addAt('groups', n, 'holds text', false, (spot) => (spot.element.text = 'text'));
    addAt('groups', n, 'holds white space', true, (spot) => (spot.element.text = ' \n\t'));
    addAt('groups', n, 'has an attribute', false, (spot) => (spot.element.attributes = ' id="1"'));
    addAt('groups', n, 'holds an unknown element first', false, (spot) =>
      spot.element.children.unshift(leaf('Note', 'x')),
    );
    addAt('groups', n, 'holds an unknown element last', false, (spot) => spot.element.children.push(leaf('Note', 'x')));
    addAt(
      'groups',
      n,
      'is empty',
      node.children.every((child) => child.node.min === 0),
      (spot) => (spot.element.children = []),
    );
    if (node.parent && node.parent.children.length > 1) {
      addAt('groups', n, 'stands at the other end', false, ({ element, parent }) => {
        moveToOtherEnd(element, parent);
      });
    }
  }
  return made;
}

/** Indices of the first spot of each item, or container, of the model. */
function firstOfEachKind(spots: readonly Spot<YearItem | YearGroup>[]): number[] {
  const seen = new Set<YearItem | YearGroup>();
  return spots.flatMap(({ node }, n) => {
    if (seen.has(node)) return [];
    seen.add(node);
    return [n];
  });
}

function take(element: Tree, parent: Tree): void {
  parent.children.splice(parent.children.indexOf(element), 1);
}

/** To the end that the element is further from, past elements of another name. */
function moveToOtherEnd(element: Tree, parent: Tree): void {
  const { children } = parent;
  const inFirstHalf = children.indexOf(element) < children.length / 2;
  const moved = children.filter((child) => child !== element);
  parent.children = inFirstHalf ? [...moved, element] : [element, ...moved];
}
