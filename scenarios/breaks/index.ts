export type { Break, Change, Companion } from './break.js';
export { breaks, breaksIn, caseIdOf, yearsOf } from './catalogue.js';
export { Draft } from './draft.js';
