export { compareReturns, type Compared } from './compare-returns.js';
export type { RecordDifference } from './compare-records.js';
export type { Difference, PersonAt } from './difference.js';
export { keepReturn, type KeepOptions, type KeptReturn } from './keep-return.js';
export type { MatchNote } from './match-persons.js';
export { openExport } from './open-export.js';
export {
  containerOf,
  keepPerson,
  plainRecord,
  type KeptPerson,
  type PlainHeld,
  type PlainRecord,
} from './plain-record.js';
export { differenceInWords, personInWords } from './words.js';
