export type { Adversary } from './adversary.js';
export { adversariesOf, selfCheck, type SelfCheckRow } from './self-check.js';
export { countsOf, selfCheckReport, type SelfCheckCounts } from './report.js';
