import { escapeAttribute } from '../shape/index.js';

/** How a test ended. */
export type JunitOutcome = 'passed' | 'failure' | 'error' | 'skipped';

export interface JunitTest {
  readonly name: string;
  readonly className: string;
  readonly seconds: number;
  readonly outcome: JunitOutcome;
  /** What stands inside the test, as XML. */
  readonly inside: string;
}

export interface JunitSuite {
  readonly name: string;
  readonly package: string;
  /** An ISO time. */
  readonly timestamp: string;
  readonly properties: readonly (readonly [name: string, value: string])[];
  readonly tests: readonly JunitTest[];
}

/** Suites of tests as JUnit XML, in the form that both of its usual schemas take. */
export function junitXml(suites: readonly JunitSuite[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.map(suiteBlock).join('')}</testsuites>\n`;
}

function suiteBlock(suite: JunitSuite, id: number): string {
  const { tests } = suite;
  const count = (outcome: JunitOutcome): number => tests.filter((test) => test.outcome === outcome).length;
  const attributes = junitAttributes({
    name: suite.name,
    id: String(id),
    package: suite.package,
    // The schemas want a date without a zone, and a host, for which this word stands where it is not told.
    timestamp: suite.timestamp.slice(0, 'yyyy-mm-ddThh:mm:ss'.length),
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
    ...suite.properties.map(([name, value]) => `      <property${junitAttributes({ name, value })}/>`),
    '    </properties>',
    ...tests.map(testBlock),
    '    <system-out></system-out>',
    '    <system-err></system-err>',
    '  </testsuite>',
    '',
  ].join('\n');
}

function testBlock({ name, className, seconds: time, inside }: JunitTest): string {
  const attributes = junitAttributes({ name, classname: className, time: seconds(time) });
  return inside === '' ? `    <testcase${attributes}/>` : `    <testcase${attributes}>${inside}</testcase>`;
}

/** Attributes of an element, each with a space before it. */
export function junitAttributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('');
}

function seconds(value: number): string {
  return value.toFixed(3);
}
