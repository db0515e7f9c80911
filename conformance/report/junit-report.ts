import { isDiscrepancy } from '../judge/index.js';
import { expectedInWords, knownInWords, reportedInWords } from './case-words.js';
import { escapeMarkup } from '../shape/index.js';
import { junitAttributes, junitXml, type JunitOutcome, type JunitSuite, type JunitTest } from './junit-xml.js';
import { byModule, moduleOfCase, type RuleModule } from './modules.js';
import type { CaseResult, Results, ResultsHeader } from './results.js';
import { ruleCode } from './rule-label.js';

/**
 * The results as JUnit XML, in the form that both of its usual schemas take: a test suite a module of rules, a test a
 * case. What was not judged and does not count is skipped; results that were cut short have an error of their own, and a
 * list of known cases that is out of date a failure, so that they are not taken for green.
 */
export function junitReport(results: Results): string {
  const suites = byModule(results.cases, moduleOfCase).map(([module, cases]) =>
    suiteOf(
      results,
      module,
      cases.map((one) => testOf(one, results.header)),
      cases,
    ),
  );
  const { footer } = results;
  const ofRun = footer ? (footer.listFaults ?? []).map(listFaultTest) : [cutShortTest];
  if (ofRun.length > 0) suites.push(suiteOf(results, { id: 'run', title: 'The run' }, ofRun));
  return junitXml(suites);
}

function suiteOf(
  { header }: Results,
  module: RuleModule,
  tests: readonly JunitTest[],
  cases: readonly CaseResult[] = [],
): JunitSuite {
  const { suite, validator } = header;
  return {
    name: module.id,
    package: `sen2kit.${suite.year}`,
    timestamp: header.started,
    properties: [
      ['validator', validator.name],
      ...(validator.version === undefined ? [] : [['validator version', validator.version] as const]),
      ['granularity', validator.granularity],
      ['suite', suite.digest],
      ['year', String(suite.year)],
      ['seed', suite.seed],
      ['sen2kit', header.kit],
      ...codesOf(cases, header),
    ],
    tests,
  };
}

/** The codes of the rules that cases are of, as properties: tests keep their names, by which a server knows them again. */
function codesOf(cases: readonly CaseResult[], header: ResultsHeader): readonly (readonly [string, string])[] {
  const rules = new Set(cases.map(({ rule }) => rule));
  return [...rules].flatMap((rule) => {
    const code = rule === null ? undefined : ruleCode(header, rule);
    return rule === null || code === undefined ? [] : [[`code of ${rule}`, code] as const];
  });
}

const cutShortTest: JunitTest = {
  name: 'came to its end',
  className: 'run',
  seconds: 0,
  outcome: 'error',
  inside: `<error${junitAttributes({
    type: 'cut-short',
    message: 'These results were cut short: the run did not come to its end.',
  })}></error>`,
};

/** A fault of a list of known cases, for which the run fails. */
function listFaultTest(fault: string, index: number): JunitTest {
  return {
    name: `list of known cases, fault ${index + 1}`,
    className: 'run',
    seconds: 0,
    outcome: 'failure',
    inside: `<failure${junitAttributes({ type: 'known-cases', message: fault })}></failure>`,
  };
}

function testOf(result: CaseResult, header: ResultsHeader): JunitTest {
  const outcome = outcomeOf(result);
  return {
    name: result.id,
    className: `${moduleOfCase(result).id}.${result.rule ?? result.kind}`,
    seconds: result.ms / 1000,
    outcome,
    inside: outcomeElement(result, outcome, header) + retries(result),
  };
}

function outcomeOf({ verdict }: CaseResult): JunitOutcome {
  if (verdict === 'match') return 'passed';
  if (verdict === 'could-not-run') return 'error';
  return isDiscrepancy(verdict) ? 'failure' : 'skipped';
}

function outcomeElement(result: CaseResult, outcome: JunitOutcome, header: ResultsHeader): string {
  const { verdict, known } = result;
  const why = result.why ?? verdict;
  switch (outcome) {
    case 'passed':
      return '';
    case 'skipped': {
      const message = `${verdict}: ${known ? knownInWords(known) : why}`;
      return `<skipped${junitAttributes({ message })}></skipped>`;
    }
    case 'error':
      return `<error${junitAttributes({ type: verdict, message: why })}>${escapeMarkup(why)}</error>`;
    case 'failure': {
      const text = `${why}\nexpected ${expectedInWords(result, header)}\nreported ${reportedInWords(result, header)}\n`;
      return `<failure${junitAttributes({ type: verdict, message: why })}>${escapeMarkup(text)}</failure>`;
    }
  }
}

function retries({ attempts = 1 }: CaseResult): string {
  return attempts > 1 ? `<system-out>known to be flaky: put ${attempts} times</system-out>` : '';
}
