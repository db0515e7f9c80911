import { stepInto, valueAt } from '../json-pointer.js';
import { OutputFault } from '../output-fault.js';
import type { RawFinding } from '../raw-finding.js';
import { jsonFinding } from './json-findings.js';

/** Kinds of result that say something is wrong; the standard takes a result without a kind for a failure. */
const failing: ReadonlySet<unknown> = new Set([undefined, 'fail']);

/**
 * A finding for each result of each run that is a failure. Where a result leaves its rule or level to the description of
 * the rule, ruleId and level are taken from there; the level is warning where nothing says, as the standard has it.
 * @throws OutputFault where it is no SARIF, or says itself that the tool did not work
 */
export function sarifFindings(value: unknown): RawFinding[] {
  const runs = stepInto(value, 'runs');
  if (!Array.isArray(runs)) throw new OutputFault('its JSON is no SARIF: it has no list of runs');
  return runs.flatMap((run: unknown) => {
    const invocations = stepInto(run, 'invocations');
    const failed =
      Array.isArray(invocations) && invocations.some((one) => stepInto(one, 'executionSuccessful') === false);
    if (failed) throw new OutputFault('its SARIF says that the tool did not work: executionSuccessful is false');
    const results = stepInto(run, 'results');
    // The standard lets a run that was cut short have none; one that looked for results has a list.
    if (!Array.isArray(results)) throw new OutputFault('its SARIF has a run without a list of results');
    const rules = rulesOf(run);
    return results.filter((one) => failing.has(stepInto(one, 'kind'))).map((one) => resultFinding(one, rules));
  });
}

function rulesOf(run: unknown): readonly unknown[] {
  const rules = valueAt(run, '/tool/driver/rules');
  return Array.isArray(rules) ? rules : [];
}

function resultFinding(result: unknown, rules: readonly unknown[]): RawFinding {
  const index = stepInto(result, 'ruleIndex') ?? valueAt(result, '/rule/index');
  const told = stepInto(result, 'ruleId') ?? valueAt(result, '/rule/id');
  const rule = typeof index === 'number' ? rules[index] : rules.find((one) => stepInto(one, 'id') === told);
  const ruleId = told ?? stepInto(rule, 'id');
  const level = stepInto(result, 'level') ?? valueAt(rule, '/defaultConfiguration/level') ?? 'warning';
  return jsonFinding(Object.assign({}, result, { ruleId, level }));
}
