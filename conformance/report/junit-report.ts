import { isDiscrepancy } from '../judge/index.js';
import { expectedInWords, knownInWords, reportedInWords } from './case-words.js';
import { escapeAttribute, escapeMarkup } from '../shape/index.js';
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
    suiteBlock(
      results,
      module,
      cases.map((one) => testOf(one, results.header)),
      cases,
    ),
  );
  const { footer } = results;
  const ofRun = footer ? (footer.listFaults ?? []).map(listFaultTest) : [cutShortTest];
  if (ofRun.length > 0) suites.push(suiteBlock(results, { id: 'run', title: 'The run' }, ofRun));
  const body = suites.map((block, id) => block(id)).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${body}</testsuites>\n`;
}

type Outcome = 'passed' | 'failure' | 'error' | 'skipped';

interface Test {
  readonly name: string;
  readonly className: string;
  readonly seconds: number;
  readonly outcome: Outcome;
  /** What stands inside the test, as XML. */
  readonly inside: string;
}

function suiteBlock(
  { header }: Results,
  module: RuleModule,
  tests: readonly Test[],
  cases: readonly CaseResult[] = [],
): (id: number) => string {
  const count = (outcome: Outcome): number => tests.filter((test) => test.outcome === outcome).length;
  const { suite, validator } = header;
  const properties: readonly (readonly [string, string])[] = [
    ['validator', validator.name],
    ...(validator.version === undefined ? [] : [['validator version', validator.version] as const]),
    ['granularity', validator.granularity],
    ['suite', suite.digest],
    ['year', String(suite.year)],
    ['seed', suite.seed],
    ['sen2kit', header.kit],
    ...codesOf(cases, header),
  ];
  return (id) => {
    const attributes = attributesOf({
      name: module.id,
      id: String(id),
      package: `sen2kit.${suite.year}`,
      // The schemas want a date without a zone, and a host, for which this word stands where it is not told.
      timestamp: header.started.slice(0, 'yyyy-mm-ddThh:mm:ss'.length),
      hostname: 'localhost',
      tests: String(tests.length),
      failures: String(count('failure')),
      errors: String(count('error')),
      skipped: String(count('skipped')),
      time: seconds(tests.reduce((sum, test) => sum + test.seconds, 0)),
    });
    return [
      `  <testsuite${attributes}>`,
      '    <properties>',
      ...properties.map(([name, value]) => `      <property${attributesOf({ name, value })}/>`),
      '    </properties>',
      ...tests.map(testBlock),
      '    <system-out></system-out>',
      '    <system-err></system-err>',
      '  </testsuite>',
      '',
    ].join('\n');
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

function testBlock({ name, className, seconds: time, inside }: Test): string {
  const attributes = attributesOf({ name, classname: className, time: seconds(time) });
  return inside === '' ? `    <testcase${attributes}/>` : `    <testcase${attributes}>${inside}</testcase>`;
}

const cutShortTest: Test = {
  name: 'came to its end',
  className: 'run',
  seconds: 0,
  outcome: 'error',
  inside: `<error${attributesOf({
    type: 'cut-short',
    message: 'These results were cut short: the run did not come to its end.',
  })}></error>`,
};

/** A fault of a list of known cases, for which the run fails. */
function listFaultTest(fault: string, index: number): Test {
  return {
    name: `list of known cases, fault ${index + 1}`,
    className: 'run',
    seconds: 0,
    outcome: 'failure',
    inside: `<failure${attributesOf({ type: 'known-cases', message: fault })}></failure>`,
  };
}

function testOf(result: CaseResult, header: ResultsHeader): Test {
  const outcome = outcomeOf(result);
  return {
    name: result.id,
    className: `${moduleOfCase(result).id}.${result.rule ?? result.kind}`,
    seconds: result.ms / 1000,
    outcome,
    inside: outcomeElement(result, outcome, header) + retries(result),
  };
}

function outcomeOf({ verdict }: CaseResult): Outcome {
  if (verdict === 'match') return 'passed';
  if (verdict === 'could-not-run') return 'error';
  return isDiscrepancy(verdict) ? 'failure' : 'skipped';
}

function outcomeElement(result: CaseResult, outcome: Outcome, header: ResultsHeader): string {
  const { verdict, known } = result;
  const why = result.why ?? verdict;
  switch (outcome) {
    case 'passed':
      return '';
    case 'skipped': {
      const message = `${verdict}: ${known ? knownInWords(known) : why}`;
      return `<skipped${attributesOf({ message })}></skipped>`;
    }
    case 'error':
      return `<error${attributesOf({ type: verdict, message: why })}>${escapeMarkup(why)}</error>`;
    case 'failure': {
      const text = `${why}\nexpected ${expectedInWords(result, header)}\nreported ${reportedInWords(result, header)}\n`;
      return `<failure${attributesOf({ type: verdict, message: why })}>${escapeMarkup(text)}</failure>`;
    }
  }
}

function retries({ attempts = 1 }: CaseResult): string {
  return attempts > 1 ? `<system-out>known to be flaky: put ${attempts} times</system-out>` : '';
}

function attributesOf(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('');
}

function seconds(value: number): string {
  return value.toFixed(3);
}
