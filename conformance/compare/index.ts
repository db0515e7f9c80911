export { casesById } from './check-results.js';
export { compareResults, type NamedResults } from './compare-results.js';
export type { CaseChange, Comparison, RuleChange, Side, YearCase, YearChanges } from './comparison.js';
export { comparisonMarkdown } from './markdown-report.js';
export { changeOf, standingOf, type Change, type Standing } from './standing.js';
export { comparisonText } from './text-report.js';
export { kitKnowledge, type YearKnowledge } from './year-cases.js';
