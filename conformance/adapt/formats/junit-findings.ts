import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { reasonOf } from '../../shape/index.js';
import { OutputFault, beginning } from '../output-fault.js';
import type { RawFinding } from '../raw-finding.js';

type Attributes = Readonly<Record<string, string>>;

interface Failure {
  readonly kind: string;
  readonly attributes: Attributes;
  text: string;
}

/**
 * A finding for each failure and each error of a test case: its fields are suite, name, classname and whatever
 * attributes the test case has, and kind, type, message and text of the failure. Skipped cases are none.
 * @throws OutputFault where it is no JUnit XML
 */
export function junitFindings(text: string): RawFinding[] {
  if (text.trim() === '') throw new OutputFault('it is empty where JUnit XML was expected');
  const findings: RawFinding[] = [];
  const suites: string[] = [];
  let root: string | undefined;
  let testCase: Attributes | undefined;
  let failure: Failure | undefined;

  const parser = new SaxesParser({ xmlns: false });
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    root ??= name;
    if (name === 'testsuite') suites.push(attributes['name'] ?? '');
    else if (name === 'testcase') testCase = attributes;
    else if ((name === 'failure' || name === 'error') && testCase) failure = { kind: name, attributes, text: '' };
  });
  const onText = (more: string): void => {
    if (failure) failure.text += more;
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('closetag', ({ name }: SaxesTagPlain) => {
    if (name === 'testsuite') suites.pop();
    else if (name === 'testcase') testCase = undefined;
    else if (name === failure?.kind && testCase) {
      findings.push(findingOf(suites.at(-1) ?? '', testCase, failure));
      failure = undefined;
    }
  });
  parser.on('error', (error) => {
    throw error;
  });
  try {
    parser.write(text).close();
  } catch (error) {
    throw new OutputFault(`it is not XML: ${reasonOf(error).replace(/\.?\s*$/, '')}`);
  }
  if (root !== 'testsuites' && root !== 'testsuite') {
    throw new OutputFault(`it is XML, but no JUnit report, which begins with testsuites: ${beginning(text)}`);
  }
  return findings;
}

function findingOf(suite: string, testCase: Attributes, { kind, attributes, text }: Failure): RawFinding {
  const { type, message } = attributes;
  const fields = new Map<string, unknown>(Object.entries({ ...testCase, suite, kind, type, message, text }));
  return (field) => fields.get(String(field));
}
