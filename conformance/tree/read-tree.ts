import { FileFault, XmlReader, type XmlHandler } from '../../src/reading/index.js';
import type { ByteSource } from '../../src/validate/index.js';
import type { Element, Node } from './tree.js';
import { foldElement } from './write-tree.js';

/** How a tree is read. */
export interface ReadTreeOptions {
  /** Called with each person, who is then folded; without it they stay as they are. */
  readonly onPerson?: (person: Element) => void;
}

/** Elements that may stand each inside the last: a return has 8, and what works on trees calls itself once for each. */
const deepest = 200;

interface Open {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
}

/**
 * Reads XML as a tree of whatever elements it has. Comments, processing instructions and white space between elements
 * are left out; nothing is said of whether it is a return.
 * @returns undefined where it is not XML in UTF-8 without a DOCTYPE (FILE-01 to FILE-03), or elements stand too deep in each other
 */
export function readTree(source: Pick<ByteSource, 'chunks'>, { onPerson }: ReadTreeOptions = {}): Element | undefined {
  const open: Open[] = [];
  let root: Element | undefined;

  const handler: XmlHandler = {
    open: (tag, attributes) => {
      if (open.length >= deepest) throw new FileFault('FILE-01', 0, 0, 'elements stand too deep in each other');
      open.push({ tag, attributes: { ...attributes }, children: [] });
    },
    text: (text) => {
      const children = open.at(-1)?.children;
      const last = children?.at(-1);
      if (typeof last === 'string') children?.splice(-1, 1, last + text);
      else children?.push(text);
    },
    close: () => {
      const closed = open.pop();
      if (!closed) return;
      const element = tidy(closed);
      const parent = open.at(-1);
      if (!parent) root ??= element;
      else if (onPerson && isPerson(element, open)) {
        onPerson(element);
        parent.children.push(foldElement(element, open.length));
      } else parent.children.push(element);
    },
  };

  const reader = new XmlReader(handler);
  try {
    for (const chunk of source.chunks()) reader.write(chunk);
    reader.end();
  } catch (error) {
    if (error instanceof FileFault) return undefined;
    throw error;
  }
  return root;
}

function isPerson({ tag }: Element, open: readonly Open[]): boolean {
  return tag === 'Person' && open.length === 2 && open[0]?.tag === 'Message' && open[1]?.tag === 'Persons';
}

/** Between elements, white space is layout. */
function tidy({ tag, attributes, children }: Open): Element {
  const isContainer = children.some((child) => typeof child !== 'string');
  const kept = isContainer
    ? children.filter((child) => typeof child !== 'string' || /[^ \t\r\n]/.test(child))
    : children;
  return { tag, attributes, children: kept };
}
