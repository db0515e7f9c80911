export { anonymiseBytes } from './anonymise-bytes.js';
export { AnonymiseError, anonymiseTree, type AnonymiseOptions } from './anonymise-tree.js';
export { makeReplacer, type Replacer } from './replacement.js';
export { Originals } from './originals.js';
export { slotsOf, slotsOfPerson, type Slot } from './slot.js';
export { unitsOf, type Unit } from './units.js';
