export { buildCases, writeSuite, type BuiltCase, type SuiteOptions } from './build-suite.js';
export type { Case, CaseKind, Expectation, ExpectedFinding, SuiteManifest } from './case.js';
export { sha256, suiteDigest, type SuiteFile } from './digest.js';
export { caseKinds, parseExpectedFindings } from './parse-records.js';
export { caseFile, readSuite, type Suite } from './read-suite.js';
export { caseSelector } from './select.js';
export { SuiteError } from './suite-error.js';
export { UnprovedSuiteError, type Disagreement } from './prove.js';
