export { anonymiseBytes } from './anonymise-bytes.js';
export { AnonymiseError, anonymiseTree, type AnonymiseOptions } from './anonymise-tree.js';
export { makeReplacer, type Replacer, type Unit } from './replacement.js';
export { Originals } from './originals.js';
export { slotsOf, slotsOfPerson, type Slot } from './slot.js';
