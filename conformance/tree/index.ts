export { readTree, type ReadTreeOptions } from './read-tree.js';
export {
  allElements,
  changed,
  elementsOf,
  isElement,
  personsOf,
  textOf,
  without,
  withText,
  type Element,
  type Folded,
  type Node,
} from './tree.js';
export { escaped, foldElement, writeTree, type Layout } from './write-tree.js';
