export type { Break, Change, Companion, NearMiss } from './break.js';
export { breaks, breaksIn, caseIdOf, nearMisses, nearMissesIn, yearsOf } from './catalogue.js';
export { Draft } from './draft.js';
