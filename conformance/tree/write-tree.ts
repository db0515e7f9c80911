import type { Element, Folded, Node } from './tree.js';

/** How a tree is laid out; none of it means anything. */
export interface Layout {
  /** Stands before each level; two spaces where absent. */
  readonly indent?: string;
  /** Between lines; a line feed where absent. */
  readonly lineEnd?: string;
  /** Stands between elements, on a line of its own; nothing where absent. */
  readonly between?: string;
  /** Writes the text of an element; as it stands, escaped where it must be, where absent. */
  readonly text?: (text: string) => string;
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
const plain: Required<Layout> = { indent: '  ', lineEnd: '\n', between: '', text: escaped };

/** A tree as XML, one element a line, as returns are written. Folded elements stand in their own layout. */
export function writeTree(root: Element, layout: Layout = {}): string {
  const full = { ...plain, ...layout };
  return declaration + full.lineEnd + written(root, 0, full);
}

/** An element as it stands at a depth of a document, to be kept as text. */
export function foldElement(element: Element, depth: number): Folded {
  return { xml: written(element, depth, plain) };
}

function written(node: Node, depth: number, layout: Required<Layout>): string {
  if (typeof node === 'string') return layout.text(node);
  if ('xml' in node) return node.xml;
  const { indent, lineEnd, between } = layout;
  const margin = indent.repeat(depth);
  const start = `${margin}<${node.tag}${attributesOf(node)}`;
  if (node.children.length === 0) return `${start}/>${lineEnd}`;
  const end = `</${node.tag}>${lineEnd}`;
  // Where text stands among elements, or alone, every white space would be part of it.
  if (node.children.some((child) => typeof child === 'string')) {
    const tight = { ...layout, indent: '', lineEnd: '', between: '' };
    return `${start}>${node.children.map((child) => written(child, 0, tight)).join('')}${end}`;
  }
  const gap = between === '' ? '' : `${margin}${indent}${between}${lineEnd}`;
  const inner = node.children.map((child) => gap + written(child, depth + 1, layout)).join('');
  return `${start}>${lineEnd}${inner}${margin}${end}`;
}

function attributesOf({ attributes }: Element): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapedAttribute(value)}"`)
    .join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#xD;',
  '\n': '&#xA;',
  '\t': '&#x9;',
};

/** Text for an element; a carriage return left as it stands would be read as a line break. */
export function escaped(text: string): string {
  return text.replace(/[&<>\r]/g, (character) => entities[character] ?? character);
}

function escapedAttribute(text: string): string {
  return text.replace(/[&<>"\r\n\t]/g, (character) => entities[character] ?? character);
}
