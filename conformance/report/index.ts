export { isSameRun, readEarlierResults, type EarlierResults } from './earlier-results.js';
export { consoleReport, type ConsoleOptions } from './console-report.js';
export { exitCode } from './exit-code.js';
export { makeFooter, makeHeader } from './frame.js';
export { jsonReport, type JsonReport } from './json-report.js';
export { ResultsError, parseResults, readResults } from './ndjson-reader.js';
export { ndjsonSink, openResultsFile, type ResultsFile } from './ndjson-writer.js';
export {
  reportedAtMost,
  type CaseResult,
  type Results,
  type ResultsFooter,
  type ResultsHeader,
  type ValidatorIdentity,
} from './results.js';
export { ruleTable, ruleTally, type RuleRow, type RuleTally } from './rule-table.js';
export { combineSinks, type ResultSink } from './sink.js';
export { summarise, summarySink, type Summary, type SummarySink } from './summary.js';
