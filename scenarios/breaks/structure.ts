import { documentToXml, toDocument, type EditableDocument } from '../../output/index.js';
import type { InForce } from '../../src/model/index.js';
import type { Break } from './break.js';
import type { Draft } from './draft.js';

/** The element at a path with positions, such as `/Message/Persons/Person[2]/UPN`. @throws RangeError where there is none */
export function elementAt(document: EditableDocument, path: string): EditableDocument {
  let element: EditableDocument = document.root();
  for (const step of path.split('/').slice(2)) {
    const [, tag = '', position = '1'] = /^([^[]+)(?:\[(\d+)\])?$/.exec(step) ?? [];
    const found = element.filter((child) => child.node.nodeName === tag)[Number(position) - 1];
    if (!found) throw new RangeError(`the parent of the break has no ${path}`);
    element = found;
  }
  return element;
}

/** The child elements of an element, in their order. */
export function childrenOf(element: EditableDocument): readonly EditableDocument[] {
  return element.filter((child) => 'tagName' in child.node);
}

/** Puts an element right after another, into the container that the other stands in. */
export function putAfter(element: EditableDocument, other: EditableDocument): void {
  other.node.parentNode?.insertBefore(element.node, other.node.nextSibling);
}

/** Puts an element before all others of a container. */
export function putFirst(element: EditableDocument, container: EditableDocument): void {
  container.node.insertBefore(element.node, container.node.firstChild);
}

/** Puts a copy of an element right after it. */
export function copyAfter(element: EditableDocument): void {
  element.node.parentNode?.insertBefore(element.node.cloneNode(true), element.node.nextSibling);
}

/** A break of the shape of the message. */
export interface Structure extends InForce {
  readonly rule: string;
  readonly name: string;
  readonly summary: string;
  /** A plan just issued where absent. */
  readonly parent?: string;
  readonly tellsApart?: readonly [flagged: number, notFlagged: number];
  /** Where the rule fires; read before the edit. */
  readonly at: (draft: Draft) => string | readonly string[];
  /** What the parent needs, beside what it has, for there to be something to edit. It stays valid. */
  readonly prepare?: ((draft: Draft) => void) | undefined;
  readonly edit: (document: EditableDocument, draft: Draft) => void;
}

/** Makes the break. */
export function structure({ at, edit, prepare, parent = 'issued-on-time', ...text }: Structure): Break {
  if (!prepare) {
    return {
      ...text,
      parent,
      edit: (document, draft) => {
        const paths = [at(draft)].flat();
        edit(document, draft);
        return { at: paths };
      },
    };
  }
  return {
    ...text,
    parent,
    bytes: (_xml, draft) => {
      prepare(draft);
      const paths = [at(draft)].flat();
      const document = toDocument(draft.ret, draft.year);
      edit(document, draft);
      return { at: paths, file: Buffer.from(documentToXml(document), 'utf8') };
    },
  };
}

/** The collection years of a node of the model, as fields of a break. */
export function yearsOfNode({ from, to }: InForce): InForce {
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}
