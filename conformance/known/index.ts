export { knownCases, type KnownCases } from './known-failures.js';
export {
  KnownListError,
  knowableVerdicts,
  parseKnownEntry,
  parseKnownFailing,
  parseKnownFlaky,
  parseKnownList,
  type KnownEntry,
  type KnownFailing,
  type KnownFlaky,
} from './known-list.js';
export { knownFailingOf, knownFailingText } from './write-known-failing.js';
