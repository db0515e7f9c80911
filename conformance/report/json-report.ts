import { summarise } from './summary.js';
import type { CaseResult, Results, ResultsFooter, ResultsHeader } from './results.js';
import type { RuleRow } from './rule-table.js';

/** A results file as one JSON document, with the table by rule. */
export interface JsonReport {
  readonly format: 1;
  readonly header: ResultsHeader;
  readonly rules: readonly RuleRow[];
  readonly cases: readonly CaseResult[];
  /** Null where the results were cut short. */
  readonly footer: ResultsFooter | null;
  readonly cutShort: boolean;
}

/** Makes the JSON report of results that were read. */
export function jsonReport(results: Results): JsonReport {
  const { header, cases, footer } = results;
  return { format: 1, header, rules: summarise(results).rules, cases, footer, cutShort: footer === null };
}
