export { granularities, type Answer, type Capabilities, type Granularity, type ReportedFinding } from './answer.js';
export { claimKey, claimOf, personsTold, unnamedRule, type Claim } from './claim.js';
export { differenceOf, type Difference } from './difference.js';
export { judge, type JudgeInput, type Judgement } from './judge.js';
export { findingsOfPerson, type PackedFile } from './packed.js';
export { lastTag, normalTag, personOfPath, returnPath } from './place.js';
export { cutFinding, findingsAtMost, parseAnsweredFinding, parseReportedFinding } from './parse-reported.js';
export { isDiscrepancy, isJudged, noVerdicts, verdicts, type Verdict, type VerdictCounts } from './verdict.js';
export { findingInWords, listInWords } from './words.js';
