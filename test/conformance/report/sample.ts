import { noVerdicts } from '../../../conformance/judge/index.js';
import { makeFooter, makeHeader, type CaseResult, type Results } from '../../../conformance/report/index.js';
import { error, makeManifest } from '../tiny-suite.js';

/** A result of a broken case of a rule, that expects the rule and got it, unless told otherwise. */
export function result(id: string, rule: string | null, more: Partial<CaseResult> = {}): CaseResult {
  const path = '/Message/Persons/Person[1]/UPN';
  const expected = rule === null || more.kind === 'near-miss' || more.kind === 'valid' ? [] : [error(rule, path)];
  const reported = expected.map((finding) => ({ rule: finding.rule, level: 'error', path, person: 1 }));
  return {
    type: 'case',
    id,
    kind: 'broken',
    rule,
    verdict: 'match',
    expected,
    reported,
    falseAlarms: [],
    why: null,
    ms: 1.5,
    ...more,
  };
}

/** Whole results of the cases given. */
export function sampleResults(cases: readonly CaseResult[]): Results {
  const counts = noVerdicts();
  for (const { verdict } of cases) counts[verdict] += 1;
  const identity = { kind: 'cmd', name: 'cmd:check {file}', command: ['check', '{file}'] };
  const header = makeHeader('0.0.0', makeManifest([], 'a'.repeat(64)), {
    identity,
    capabilities: { granularity: 'path', levels: true },
  });
  return { header, cases, footer: makeFooter(counts, null) };
}
