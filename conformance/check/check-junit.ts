import { plural } from '../report/case-words.js';
import { junitAttributes, junitXml, type JunitSuite, type JunitTest } from '../report/junit-xml.js';
import { escapeMarkup } from '../shape/index.js';
import type { CheckDocument, CheckedDifference, CheckedFinding } from './check-document.js';
import type { Check } from './check-export.js';
import { findingInWords, waivedInWords } from './check-words.js';
import { placeOfFinding } from './placed-check.js';

/**
 * A check as JUnit XML: a test a rule that was broken, a test an expected person and one for the header, one for each
 * person who is not expected, and one for each fault of the check itself. Queries, and what is waived, are skipped.
 */
export function checkJunit({ document, differing, stories }: Check): string {
  const suites = [
    suiteOf(document, 'rules', ruleTests(document)),
    suiteOf(document, 'expected', document.expected ? personTests(document, differing, stories) : []),
    suiteOf(document, 'check', ownTests(document)),
  ];
  return junitXml(suites.filter(({ name, tests }) => name === 'rules' || tests.length > 0));
}

function suiteOf(
  { year, started, tool, expected, file, reading }: CheckDocument,
  name: string,
  tests: JunitTest[],
): JunitSuite {
  return {
    name,
    package: `sen2kit.check${year === null ? '' : `.${year}`}`,
    timestamp: started,
    properties: [
      ['file', file],
      ...(expected ? [['expected', expected.name] as const] : []),
      ['sen2kit', tool.version],
      ...reading.map((line) => ['reading', line] as const),
    ],
    tests,
  };
}

function test(className: string, name: string, failures: readonly string[], waived: readonly string[] = []): JunitTest {
  const [first] = failures;
  if (first !== undefined) {
    const message = failures.length === 1 ? first : `${first} (and ${failures.length - 1} more)`;
    const attributes = junitAttributes({ type: className, message });
    const inside = `<failure${attributes}>${escapeMarkup(failures.join('\n'))}</failure>`;
    return { name, className, seconds: 0, outcome: 'failure', inside };
  }
  if (waived.length > 0) {
    const inside = `<skipped${junitAttributes({ message: waived.join('; ') })}></skipped>`;
    return { name, className, seconds: 0, outcome: 'skipped', inside };
  }
  return { name, className, seconds: 0, outcome: 'passed', inside: '' };
}

function ruleTests({ findings, counts }: CheckDocument): JunitTest[] {
  const byRule = groupBy(findings, ({ rule }) => rule);
  const tests = [...byRule].map(([rule, of]) => {
    const counted = of.filter(({ level, waived }) => level === 'error' && !waived).map(placed);
    return test('rules', rule, counted, of.map(whyNotCounted));
  });
  const unlisted = counts.errors + counts.queries - findings.length;
  if (unlisted > 0) tests.push(test('rules', 'findings that are not listed', [`${plural(unlisted, 'finding')} more`]));
  return tests.length > 0 ? tests : [test('rules', 'all rules', [])];
}

function groupBy<T, K>(list: readonly T[], keyOf: (one: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const one of list) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

function placed(finding: CheckedFinding): string {
  return `${placeOfFinding(finding)}: ${findingInWords(finding)}`;
}

function whyNotCounted(finding: CheckedFinding): string {
  return finding.waived ? waivedInWords(finding.waived) : placed(finding);
}

function personTests(
  { expected, differences, counts, stopped }: CheckDocument,
  differing: ReadonlyMap<number, number>,
  stories: ReadonlyMap<number, string>,
): JunitTest[] {
  const by = groupBy(differences, ({ person }) =>
    person === null ? 'header' : person.expected === null ? 'surplus' : person.expected,
  );
  const header = testOf('header', by.get('header') ?? []);
  const persons = Array.from({ length: expected?.persons ?? 0 }, (_, at) => {
    const position = at + 1;
    const story = stories.get(position);
    const name = `Person ${position}${story === undefined ? '' : `, story ${story}`}`;
    return testOf(name, by.get(position) ?? [], differing.get(position) ?? 0);
  });
  const surplus = (by.get('surplus') ?? []).map((one) =>
    testOf(`Person ${one.person?.actual ?? ''} of the export`, [one]),
  );
  const notRead = expected?.notRead ?? 0;
  return [
    header,
    ...persons,
    ...surplus,
    ...(notRead > 0
      ? [
          test('expected', 'persons not found', [
            `${plural(notRead, 'expected person')} not found in what could be read: ${stopped ?? ''}`,
          ]),
        ]
      : []),
    ...(counts.differences > differences.length
      ? [
          test('expected', 'differences that are not listed', [
            `${plural(counts.differences - differences.length, 'difference')} more`,
          ]),
        ]
      : []),
  ];
}

/** @param count how many differences count, listed or not */
function testOf(name: string, differences: readonly CheckedDifference[], count = 0): JunitTest {
  const counted = differences.filter(({ waived }) => !waived).map(({ text }) => text);
  const waived = differences.flatMap((one) => (one.waived ? [waivedInWords(one.waived)] : []));
  const unlisted = count - counted.length;
  return test(
    'expected',
    name,
    unlisted > 0 ? [...counted, `${plural(unlisted, 'difference')} not listed`] : counted,
    waived,
  );
}

function ownTests({ stopped, waiverFaults }: CheckDocument): JunitTest[] {
  return [
    ...(stopped === null ? [] : [test('check', 'reading to the end', [stopped])]),
    ...waiverFaults.map((fault, at) => test('check', `waivers, fault ${at + 1}`, [fault])),
  ];
}
