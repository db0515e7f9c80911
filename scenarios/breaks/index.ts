export { isNearMiss, type Break, type Change, type Companion, type NearMiss } from './break.js';
export { breaks, breaksIn, caseIdOf, nearMisses, nearMissesIn, yearsOf } from './catalogue.js';
export { Draft } from './draft.js';
