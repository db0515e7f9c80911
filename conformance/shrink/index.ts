export { AnonymiseError, makeReplacer, Originals, slotsOf, unitsOf, type Slot } from './anonymise/index.js';
export { makeAsker, type Asker, type AskOptions, type Said } from './asker.js';
export { ddmin } from './ddmin.js';
export { goalInWords, isSameGoal, reportsRule, rulesReported, type Goal } from './goal.js';
export { FlakyError, shrink, type ShrinkOptions, type Shrunk } from './shrink.js';
