import { readTree, textOf, writeTree, allElements, type Element } from '../../../conformance/tree/index.js';
import { generateReturn } from '../../../generators/index.js';
import { returnToXml } from '../../../output/index.js';
import { bytesSource } from '../../../src/validate/index.js';

const read = (xml: string): Element | undefined => readTree(bytesSource(Buffer.from(xml, 'utf8')));

function treeOf(xml: string): Element {
  const root = read(xml);
  if (!root) throw new Error('it is no XML');
  return root;
}

describe('a tree', () => {
  it('is written as returns are written', () => {
    const xml = returnToXml(generateReturn({ year: 2025, la: '202', seed: 'tree', persons: 5 }), 2025);
    expect(writeTree(treeOf(xml))).toBe(xml);
  });

  it('is the same with its persons folded', () => {
    const xml = returnToXml(generateReturn({ year: 2025, la: '202', seed: 'tree', persons: 5 }), 2025);
    const seen: string[] = [];
    const root = readTree(bytesSource(Buffer.from(xml)), { onPerson: ({ tag }) => void seen.push(tag) });
    expect(root && writeTree(root)).toBe(xml);
    expect(seen).toEqual(Array(5).fill('Person'));
    expect(root && [...allElements(root)].some(([{ tag }]) => tag === 'Person')).toBe(false);
  });

  it('keeps values to the character, attributes and text among elements, and drops comments and instructions', () => {
    const odd =
      '<!-- c --><A b="x&#10;&quot;&lt;"><?p i?><B> a&amp;<![CDATA[<b>]]>&#13;\n</B>text<C>  </C><!-- d --><D/></A>';
    const root = treeOf(odd);
    const values = (element: Element): unknown =>
      [...allElements(element)].map(([one]) => [one.tag, one.attributes, textOf(one)]);
    expect(values(root)).toEqual([
      ['A', { b: 'x\n"<' }, 'text'],
      ['B', {}, ' a&<b>\r\n'],
      ['C', {}, '  '],
      ['D', {}, ''],
    ]);
    expect(values(treeOf(writeTree(root)))).toEqual(values(root));
    expect(writeTree(root)).not.toMatch(/<!--|<\?p/);
  });

  it.each([
    ['cut off', '<Message><Header>'],
    ['with a DOCTYPE', '<!DOCTYPE Message><Message/>'],
    ['with elements too deep in each other', '<a>'.repeat(5000) + '</a>'.repeat(5000)],
    ['empty', ''],
  ])('is none of a file %s', (_, xml) => {
    expect(read(xml)).toBeUndefined();
  });
});
