import { isDiscrepancy, noVerdicts, type VerdictCounts } from '../judge/index.js';
import { openTally, type OpenCases } from './open-questions.js';
import { wasJudged, type CaseResult, type Results, type ResultsFooter, type ResultsHeader } from './results.js';
import { ruleTally, type RuleRow } from './rule-table.js';
import type { ResultSink } from './sink.js';

/** What a report for people is made from: counts, and the first of the cases that count against the validator. */
export interface Summary {
  readonly header: ResultsHeader;
  readonly counts: VerdictCounts;
  readonly total: number;
  /** How many of them say something about the validator's answers. */
  readonly judged: number;
  readonly rules: readonly RuleRow[];
  /** The first cases that count against the validator, in suite order. */
  readonly failures: readonly CaseResult[];
  /** How many there are in all. */
  readonly failureCount: number;
  /** What of it hangs on open questions. */
  readonly open: OpenCases;
  /** Null where the results were cut short. */
  readonly footer: ResultsFooter | null;
}

/** Whether nothing counts against the validator, in results that came to their end. */
export function isGood({ judged, failureCount, footer }: Summary): boolean {
  return judged > 0 && failureCount === 0 && footer?.stopped === null && (footer.listFaults ?? []).length === 0;
}

/** A sink that adds up. */
export interface SummarySink extends ResultSink {
  /** What came so far; undefined before the header. */
  summary(): Summary | undefined;
}

/** @param keepFailures how many failing cases to keep whole; Infinity keeps all */
export function summarySink(keepFailures = 50): SummarySink {
  const counts = noVerdicts();
  const tally = ruleTally();
  const open = openTally();
  const failures: CaseResult[] = [];
  let header: ResultsHeader | undefined;
  let footer: ResultsFooter | null = null;
  let total = 0;
  let judged = 0;
  let failureCount = 0;
  return {
    start: (given) => {
      header = given;
    },
    result: (result) => {
      total += 1;
      counts[result.verdict] += 1;
      if (wasJudged(result)) judged += 1;
      tally.add(result);
      open.add(result);
      if (!isDiscrepancy(result.verdict)) return;
      failureCount += 1;
      if (failures.length < keepFailures) failures.push(result);
    },
    end: (given) => {
      footer = given;
    },
    summary: () =>
      header && {
        header,
        counts: { ...counts },
        total,
        judged,
        rules: tally.rows(),
        failures,
        failureCount,
        open: open.counts(),
        footer,
      },
  };
}

/** The summary of a results file that was read. */
export function summarise(results: Results, keepFailures = 50): Summary {
  const sink = summarySink(keepFailures);
  for (const result of results.cases) void sink.result(result);
  void sink.start(results.header);
  if (results.footer) void sink.end(results.footer);
  const summary = sink.summary();
  if (!summary) throw new TypeError('results without a header');
  return summary;
}
