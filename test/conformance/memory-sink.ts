import type { CaseResult, ResultSink } from '../../conformance/report/index.js';

/** A sink that keeps the results it is handed. */
export function memorySink(): { readonly results: readonly CaseResult[]; readonly sink: ResultSink } {
  const results: CaseResult[] = [];
  return {
    results,
    sink: {
      start: () => undefined,
      result: (result) => void results.push(result),
      end: () => undefined,
    },
  };
}
