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

/**
 * The same as text, in pieces: of many cases that were answered at length, all of it would be more than one text may hold.
 * @yields the text from beginning to end
 */
export function* jsonReportText(results: Results): Generator<string> {
  yield '{';
  let separator = '\n';
  for (const [name, value] of Object.entries<unknown>({ ...jsonReport(results) })) {
    yield `${separator} ${JSON.stringify(name)}: `;
    separator = ',\n';
    yield* name === 'cases' ? listText(results.cases) : [indented(value, 1)];
  }
  yield '\n}\n';
}

function* listText(values: readonly unknown[]): Generator<string> {
  if (values.length === 0) {
    yield '[]';
    return;
  }
  let separator = '[\n';
  for (const value of values) {
    yield `${separator}  ${indented(value, 2)}`;
    separator = ',\n';
  }
  yield '\n ]';
}

/** A value as JSON that is read by people, so many levels deep. Within its texts there are no line breaks. */
function indented(value: unknown, depth: number): string {
  return JSON.stringify(value, null, 1).replaceAll('\n', `\n${' '.repeat(depth)}`);
}
