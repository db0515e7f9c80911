import type { NamedResults, YearKnowledge } from '../../../conformance/compare/index.js';
import type { Verdict } from '../../../conformance/judge/index.js';
import type { CaseResult, Results, ResultsHeader } from '../../../conformance/report/index.js';
import { result, sampleResults } from '../report/sample.js';

/** Results of the verdicts given, each of a case `PER-13.<name>`. */
export function named(
  name: string,
  verdicts: Readonly<Record<string, Verdict>>,
  header: Partial<ResultsHeader> = {},
): NamedResults {
  const cases = Object.entries(verdicts).map(([id, verdict]) => withVerdict(id, verdict));
  return { name, results: withHeader(sampleResults(cases), header) };
}

export function withVerdict(id: string, verdict: Verdict): CaseResult {
  const rule = id.split('.', 1)[0] ?? '';
  return result(id, rule, { verdict, why: verdict === 'match' ? null : `it is ${verdict}` });
}

export function withHeader(results: Results, header: Partial<ResultsHeader>): Results {
  return { ...results, header: { ...results.header, ...header } };
}

export function suiteOf(year: number, digest = String(year).padStart(64, '0')): ResultsHeader['suite'] {
  return { digest, year, seed: '1', kit: '0.0.0' };
}

/** Knows nothing of any year. */
export const noKnowledge: YearKnowledge = { exists: () => null, answeredOtherwise: () => null };
