import { findingInWords, type ReportedFinding } from '../../../conformance/judge/index.js';
import {
  exitCode,
  makeHeader,
  ruleCode,
  ruleLabel,
  ruleLevel,
  type CaseResult,
  type ResultsHeader,
} from '../../../conformance/report/index.js';
import { parseValidatorSpec, repeatCommand, runSuite, type HttpSettings } from '../../../conformance/run/index.js';
import { plainText, withoutControls } from '../../../conformance/shape/index.js';
import {
  caseFile,
  readSuite,
  type Case,
  type Expectation,
  type ExpectedFinding,
  type Suite,
} from '../../../conformance/suite/index.js';
import { statedBySchema } from '../../schema/index.js';
import type { ReplayOptions } from '../commands/replay.js';
import { UsageError, type ExitCode } from '../exit.js';
import { print } from '../print.js';
import { remarkIfProvisional } from '../remark.js';
import { kitVersion } from '../version.js';
import { readerFor } from './adapters.js';
import { remarkOnCrosswalk } from './crosswalks.js';
import { readRunLimits } from './run-limits.js';
import { withValidator } from './with-validator.js';

/** Puts one case and its parent, and prints what is expected and what came. @throws UsageError, SuiteError, AdapterError, CrosswalkError, ValidatorUsageError */
export async function replayCase(options: ReplayOptions): Promise<ExitCode> {
  const limits = readRunLimits({ jobs: '1', timeout: options.timeout });
  const suite = await readSuite(options.suite);
  const { year } = suite.manifest;
  const one = suite.cases.find(({ id }) => id === options.case);
  if (!one)
    throw new UsageError(`${options.case}: ${options.suite} has no case with this id${likeIt(suite, options.case)}`);
  remarkIfProvisional(year);
  const { adapter } = await readerFor(options);
  return withValidator(options, { jobs: 1, whenStopped: 'stopping' }, async (validator, signal) => {
    if (options.crosswalk !== undefined && validator.crosswalk)
      remarkOnCrosswalk(options.crosswalk, validator.crosswalk, year);
    const header = makeHeader(kitVersion, suite.manifest, validator);
    let result: CaseResult | undefined;
    const end = await runSuite(
      suite,
      validator,
      { kit: kitVersion, ...limits, select: [one.id], signal, header, statedBySchema: statedBySchema(year) },
      { start: () => undefined, result: (given) => void (result = given), end: () => undefined },
    );
    if (!result) throw new RangeError(`${one.id} gave no result`);
    const validatorSpec = { text: options.validator, http: adapter?.settings.http };
    await print(`${told(suite, one, { result, header }, validatorSpec)}\n`);
    return exitCode(end.counts, end);
  });
}

/** Ids of cases on the same rule, for one who has mistyped the mutation. */
function likeIt({ cases }: Suite, id: string): string {
  const [rule = ''] = id.split('.');
  const alike = cases.filter((c) => c.id.startsWith(`${rule}.`)).map((c) => c.id);
  return alike.length === 0
    ? ''
    : `; of ${rule} there are ${alike.slice(0, 5).join(', ')}${alike.length > 5 ? ', …' : ''}`;
}

/** What is known of the case, for a terminal that obeys nothing in it. */
function told(
  suite: Suite,
  one: Case,
  { result, header }: { readonly result: CaseResult; readonly header: ResultsHeader },
  validator: { readonly text: string; readonly http: HttpSettings | undefined },
): string {
  const expectation: Expectation | undefined = suite.expectations.get(one.id);
  const expectedLines = (findings: readonly ExpectedFinding[]): readonly string[] =>
    listed(findings.map((finding) => expectedInLine(finding, header)));
  const reportedLines = (findings: readonly ReportedFinding[]): readonly string[] =>
    listed(findings.map((finding) => reportedInLine(finding, header)));
  const request = { file: caseFile(suite, one), year: one.year };
  const { verdict, why, reported, reportedCount, parentReported = [], stderr } = result;
  const all = reportedCount === undefined ? '' : ` (${reportedCount} in all)`;
  return [
    `${one.id}  ${verdict}`,
    ...(why === null ? [] : [`  ${why}`]),
    '',
    `  ${one.kind} case of ${one.year}${one.mutation ? `: ${one.mutation.summary}` : ''}`,
    ...(one.mutation ? [`  at ${one.mutation.path}`] : []),
    `  file    ${request.file}${one.packed ? `, person ${one.packed.person}` : ''}`,
    `  repeat  ${repeatCommand(parseValidatorSpec(validator.text), request, validator.http)}`,
    ...(one.parent === null ? [] : [`  made from ${one.parent}`]),
    '',
    '  Expected',
    ...expectedLines(expectation?.findings ?? []),
    ...(expectation?.alternatives.flatMap((set) => ['  or', ...expectedLines(set)]) ?? []),
    ...(expectation?.note === null || expectation === undefined ? [] : [`  (${expectation.note})`]),
    '',
    `  Reported${all}`,
    ...reportedLines(reported),
    ...(parentReported.length === 0
      ? []
      : ['', '  Of these, reported on its parent too, so set aside', ...reportedLines(parentReported)]),
    ...(stderr === undefined
      ? []
      : ['', '  Standard error, which means nothing', ...listed(stderr.trim().replaceAll('\t', '  ').split(/\r?\n/))]),
  ]
    .map(withoutControls)
    .join('\n');
}

/** Of a message. */
const charactersShown = 2000;

function listed(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? ['    nothing'] : lines.map((line) => `    ${line}`);
}

function expectedInLine({ rule, level, ...place }: ExpectedFinding, header: ResultsHeader): string {
  return `${ruleLevel(header, rule) ?? level} ${findingInWords({ ...place, rule: ruleLabel(header, rule) })}`;
}

function reportedInLine({ rule, code, level, path, person, message }: ReportedFinding, header: ResultsHeader): string {
  if (rule === undefined)
    return message === undefined ? 'that the file is not valid' : plainText(message, charactersShown);
  const label = ruleLabel(header, rule);
  const place = findingInWords({ rule: label, path, person: typeof person === 'number' ? person : person?.index });
  const own = code !== undefined && code !== rule && code !== ruleCode(header, rule) ? `, its code ${code}` : '';
  return `${level === undefined ? '' : `${level} `}${place}${own}`;
}
