export { isSameRun, readEarlierResults, type EarlierResults } from './earlier-results.js';
export { consoleReport, type ConsoleOptions } from './console-report.js';
export { exitCode } from './exit-code.js';
export { makeFooter, makeHeader, timeOfResults } from './frame.js';
export { htmlReport, type HtmlOptions } from './html-report/html-report.js';
export { junitReport } from './junit-report.js';
export { junitAttributes, junitXml, type JunitSuite, type JunitTest } from './junit-xml.js';
export { jsonReport, jsonReportText, type JsonReport } from './json-report.js';
export { markdownReport } from './markdown-report.js';
export { ResultsError, parseResults, readResults } from './ndjson-reader.js';
export { ndjsonSink, openResultsFile, type ResultsFile } from './ndjson-writer.js';
export {
  reportedAtMost,
  validatorInWords,
  wasJudged,
  type CaseResult,
  type KnownFailure,
  type Results,
  type ResultsFooter,
  type ResultsHeader,
  type ValidatorIdentity,
} from './results.js';
export { replayCommand, type ReplayTarget } from './replay-command.js';
export { ruleCode, ruleLabel, ruleLevel, type RuleNames } from './rule-label.js';
export { ruleTable, ruleTally, type RuleRow, type RuleTally } from './rule-table.js';
export { findingsToSarif } from './sarif-findings.js';
export { sarifReport } from './sarif-report.js';
export { sarifText, type SarifLog } from './sarif.js';
export { combineSinks, type ResultSink } from './sink.js';
export { isGood, summarise, summarySink, type Summary, type SummarySink } from './summary.js';
