/** An element of a document: whatever its tag, and in whatever order it stands. */
export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
}

/** An element kept as it is to be written, line ends and indentation included: a tenth of what its tree would take. */
export interface Folded {
  readonly xml: string;
}

/** Text is without markup: what was a reference or a CDATA section is the characters it stood for. */
export type Node = Element | Folded | string;

export function isElement(node: Node): node is Element {
  return typeof node !== 'string' && 'tag' in node;
}

/** The elements right below another. */
export function elementsOf({ children }: Element): readonly Element[] {
  return children.filter(isElement);
}

/** The text right below an element. */
export function textOf({ children }: Element): string {
  return children.filter((child) => typeof child === 'string').join('');
}

/** Every element of a tree, the outer before the inner, with how deep it stands: the root at 0. */
export function* allElements(root: Element, depth = 0): Generator<readonly [element: Element, depth: number]> {
  yield [root, depth];
  for (const child of root.children) if (isElement(child)) yield* allElements(child, depth + 1);
}

/**
 * The tree with other elements in place of some, or without them; the root itself is never left out.
 * @param change gives what is to stand in place of an element, whose own children are already changed; undefined for nothing
 */
export function changed(root: Element, change: (before: Element, now: Element) => Element | undefined): Element {
  return change(root, withChildrenChanged(root, change)) ?? root;
}

function withChildrenChanged(
  element: Element,
  change: (before: Element, now: Element) => Element | undefined,
): Element {
  let isSame = true;
  const children: Node[] = [];
  for (const child of element.children) {
    if (!isElement(child)) {
      children.push(child);
      continue;
    }
    const now = change(child, withChildrenChanged(child, change));
    if (now !== undefined) children.push(now);
    if (now !== child) isSame = false;
  }
  return isSame ? element : { ...element, children };
}

/** The tree without some nodes, which go by identity. */
export function without(root: Element, dropped: ReadonlySet<Node>): Element {
  const keep = (element: Element): Element => {
    const kept = element.children.filter((child) => typeof child === 'string' || !dropped.has(child));
    const children = kept.map((child) => (isElement(child) ? keep(child) : child));
    const isSame =
      children.length === element.children.length && children.every((one, i) => one === element.children[i]);
    return isSame ? element : { ...element, children };
  };
  return keep(root);
}

/** The element with a text in place of all that is in it. */
export function withText(element: Element, text: string): Element {
  return { ...element, children: text === '' ? [] : [text] };
}

/** Where the persons stand: the first Persons of a Message; undefined where there is none. */
export function personsOf(root: Element): Element | undefined {
  return root.tag === 'Message' ? elementsOf(root).find(({ tag }) => tag === 'Persons') : undefined;
}
