export { knownCases, type KnownCases } from './known-failures.js';
export {
  KnownListError,
  knowableVerdicts,
  parseKnownFailing,
  parseKnownFlaky,
  type KnownFailing,
  type KnownFlaky,
} from './known-list.js';
export { knownFailingOf, knownFailingText } from './write-known-failing.js';
