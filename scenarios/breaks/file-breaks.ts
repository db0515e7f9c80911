import type { Break } from './break.js';
import { cutOffBreaks } from './cut-off-breaks.js';
import { doctypeBreaks } from './doctype-breaks.js';
import { encodingBreaks } from './encoding-breaks.js';
import { namespaceBreaks } from './namespace-breaks.js';
import { wellFormedBreaks } from './well-formed-breaks.js';

/** Breaks that a return as records cannot hold: files that cannot be read as a return. */
export const fileBreaks: readonly Break[] = [
  ...wellFormedBreaks,
  ...cutOffBreaks,
  ...encodingBreaks,
  ...doctypeBreaks,
  ...namespaceBreaks,
];
