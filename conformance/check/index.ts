export type {
  CheckCounts,
  CheckDocument,
  CheckedAgainst,
  CheckedDifference,
  CheckedFinding,
} from './check-document.js';
export { checkExport, type Check, type CheckInput } from './check-export.js';
export { checkHtml } from './check-html.js';
export { checkJunit } from './check-junit.js';
export { checkText } from './check-text.js';
export { compareReturns, ownOfSystem, type Compared } from './compare-returns.js';
export type { RecordDifference } from './compare-records.js';
export type { Difference, PersonAt } from './difference.js';
export { ExpectedError } from './expected-error.js';
export { keepReturn, type KeepOptions, type KeptReturn } from './keep-return.js';
export type { MatchNote } from './match-note.js';
export { openExport } from './open-export.js';
export {
  containerOf,
  keepPerson,
  plainRecord,
  type KeptPerson,
  type PlainHeld,
  type PlainRecord,
} from './plain-record.js';
export { readExpected, type Expected } from './read-expected.js';
export { parseWaivers, WaiverError, type Waiver } from './waivers.js';
export { differenceInWords } from './words.js';
export { pathsOfCheck, placedCheck } from './placed-check.js';
