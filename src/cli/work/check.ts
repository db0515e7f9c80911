import { buildPack } from '../../../conformance/cases/index.js';
import {
  checkExport,
  checkHtml,
  checkJunit,
  checkText,
  openExport,
  parseWaivers,
  pathsOfCheck,
  placedCheck,
  readExpected,
  type Check,
  type CheckInput,
  type Expected,
  type Waiver,
} from '../../../conformance/check/index.js';
import { timeOfResults } from '../../../conformance/report/index.js';
import { formatOf, loadFormat } from '../../../formats/index.js';
import { knownYear } from '../../model/index.js';
import { FileFault } from '../../reading/index.js';
import { fileSource, scanHeader, UnknownYearError, validateInThreads, type ByteSource } from '../../validate/index.js';
import type { CheckCommandOptions } from '../commands/check.js';
import { exitCodes, UsageError, type ExitCode } from '../exit.js';
import { readWhole, readYear } from '../options.js';
import { remark, remarkIfProvisional } from '../remark.js';
import { kitVersion } from '../version.js';
import { makeProgress } from './progress.js';
import { standardOutput } from './report-files.js';
import { checkRequests, isConsoleFree, readRequests, writeReport } from './report-requests.js';
import { readSmallFile } from './small-file.js';

/** The kinds of report, and how files of each usually end. */
const extensions = { console: 'txt', json: 'json', junit: 'xml', html: 'html' } as const;

type Kind = keyof typeof extensions;

const changedExtensions = { console: 'txt', json: 'json' } as const;

/** The case pack whose stories are named is the one that `cases` makes where nothing else is asked for. */
const packLa = '202';
const packSeed = '1';

const maxListed = 10_000_000;
const mostWorkers = 64;

/** More than any list of waivers has. */
const waiverBytes = 16 * 1024 * 1024;

/**
 * Checks an export and makes the reports.
 * @throws UsageError, UnreadableFileError, ExpectedError, WaiverError, OutputError
 */
export async function checkFile(options: CheckCommandOptions): Promise<ExitCode> {
  if (options.metamorphic) return checkChanged(options);
  if (options.validator !== undefined) throw new UsageError('--validator goes with --metamorphic');
  const year = options.year === undefined ? undefined : readYear(options.year);
  const atMost = readWhole(options['max-listed'], '--max-listed', 0, maxListed);
  const workers = readWhole(options.workers, '--workers', 1, mostWorkers);
  const requests = readRequests(options.report, extensions, 'html=check.html');
  checkRequests(requests);
  const waivers = options.waivers === undefined ? [] : readWaivers(options.waivers);
  const expected = options.expected === undefined ? null : await readExpected(options.expected);
  const examination: Examination = { options, year, expected, waivers, atMost, workers };
  const check = await examinedIn(options.file, examination);
  if (isConsoleFree(requests)) await writeReport(standardOutput, [checkText(check.document)]);
  for (const { kind, file: to } of requests) await writeReport(to, [reportText(kind, check)]);
  return check.document.right ? exitCodes.conforms : exitCodes.discrepancy;
}

/** What is asked of an export. */
interface Examination {
  readonly options: CheckCommandOptions;
  readonly year: number | undefined;
  readonly expected: Expected | null;
  readonly waivers: readonly Waiver[];
  readonly atMost: number;
  readonly workers: number;
}

/** Checks an export in any format; one whose name tells nothing is taken for XML. */
async function examinedIn(file: string, examination: Examination): Promise<Check> {
  const name = formatOf(file) ?? 'xml';
  if (name === 'xml') return examined(file, examination);
  const [format, { inXml, placesOf }] = await Promise.all([loadFormat(name), import('./in-xml.js')]);
  const settings = { year: examination.year, tellsProgress: examination.options.progress };
  const { check, reading } = await inXml(format, file, settings, async (xml, _, told) => ({
    check: await examined(xml, examination),
    reading: told,
  }));
  const places = await placesOf(format, file, check.document.year, pathsOfCheck(check.document));
  return placedCheck(check, places, reading);
}

/** Checks an export in XML; `options.file` is what the user calls it. */
async function examined(
  xml: string,
  { options, year, expected, waivers, atMost, workers }: Examination,
): Promise<Check> {
  const { file } = options;
  const source = fileSource(xml);
  const started = timeOfResults();
  const rules = await checkRules(source, { file, year, expected, atMost, workers, isTold: options.progress });
  const { validation, yearFrom } = rules;
  if (yearFrom === 'header') remark(`${file}: checked against ${validation.year ?? ''}, the Year in its header`);
  if (yearFrom === 'expected')
    remark(`${file}: checked against ${validation.year ?? ''}, the year of what is expected`);
  if (validation.year !== null) remarkIfProvisional(validation.year);

  const readBy = validation.year ?? year ?? expected?.kept.year ?? yearIn(source);
  const progress = makeProgress(`comparing ${file}`, options.progress);
  try {
    return await checkExport({
      kit: kitVersion,
      started,
      file,
      ...rules,
      opened: readBy === undefined ? null : openExport(file, source, readBy),
      storiesOf: (of) => buildPack({ year: of, la: packLa, seed: packSeed }).stories,
      expected,
      waivers,
      showValues: options['show-values'],
      atMost,
      onPerson: (_person, count) => {
        progress.update(count, Math.max(count, validation.persons), { persons: count });
      },
    });
  } finally {
    progress.end();
  }
}

/** Puts an export, changed in ways that a validator's findings must follow, to the validator. */
async function checkChanged(options: CheckCommandOptions): Promise<ExitCode> {
  const { file, validator, adapter, crosswalk, year, timeout, progress } = options;
  if (validator === undefined)
    throw new UsageError('--metamorphic needs the validator to ask: --validator "cmd:my-validator {file} {year}"');
  for (const other of ['expected', 'waivers'] as const)
    if (options[other] !== undefined)
      throw new UsageError(`--${other} does not go with --metamorphic, which needs no expectation`);
  const requests = readRequests(options.report, changedExtensions, 'json=changes.json');
  checkRequests(requests);
  const { metamorphicCheck } = await import('./metamorphic.js');
  const asked = { validator, adapter, crosswalk, year, timeout, progress };
  const name = formatOf(file) ?? 'xml';
  const done =
    name === 'xml'
      ? await metamorphicCheck({ ...asked, file })
      : await (
          await import('./in-xml.js')
        ).inXml(
          await loadFormat(name),
          file,
          { year: year === undefined ? undefined : readYear(year), tellsProgress: progress },
          (xml, of) => metamorphicCheck({ ...asked, file: xml, year: String(of) }),
        );
  if (isConsoleFree(requests)) await writeReport(standardOutput, [done.text]);
  for (const { kind, file: to } of requests)
    await writeReport(to, [kind === 'json' ? `${JSON.stringify(done.result, null, 1)}\n` : done.text]);
  return done.code;
}

/** The year in the header of a file that could not be read to its end; undefined where there is none that is known. */
function yearIn(source: ByteSource): number | undefined {
  try {
    return knownYear(scanHeader(source).year);
  } catch (error) {
    if (error instanceof FileFault) return undefined;
    throw error;
  }
}

/** @throws UsageError where it cannot be read; WaiverError where it makes no sense */
function readWaivers(path: string): readonly Waiver[] {
  const read = readSmallFile(path, waiverBytes);
  if ('why' in read) throw new UsageError(`--waivers ${path}: ${read.why}`);
  return parseWaivers(read.text, path);
}

interface RuleCheck {
  readonly file: string;
  readonly year: number | undefined;
  readonly expected: Expected | null;
  readonly atMost: number;
  readonly workers: number;
  readonly isTold: boolean;
}

/** What the rules say, by the year asked for, that of the header or, where that tells none, the one that is expected. */
async function checkRules(
  source: ByteSource,
  { file, year, expected, atMost, workers, isTold }: RuleCheck,
): Promise<Pick<CheckInput, 'validation' | 'yearFrom'>> {
  const progress = makeProgress(`reading ${file}`, isTold);
  const settings = {
    maxFindings: atMost,
    workers,
    onProgress: (done: number): void => {
      progress.update(done, source.size, { bytes: done });
    },
  };
  try {
    const validation = await validateInThreads(source, { ...settings, ...(year !== undefined && { year }) });
    return { validation, yearFrom: validation.yearFrom };
  } catch (error) {
    if (!(error instanceof UnknownYearError)) throw error;
    if (!expected) throw new UsageError(`${file}: ${error.message}`);
    return {
      validation: await validateInThreads(source, { ...settings, year: expected.kept.year }),
      yearFrom: 'expected',
    };
  } finally {
    progress.end();
  }
}

function reportText(kind: Kind, check: Check): string {
  switch (kind) {
    case 'console':
      return checkText(check.document);
    case 'json':
      return `${JSON.stringify(check.document, null, 1)}\n`;
    case 'junit':
      return checkJunit(check);
    case 'html':
      return checkHtml(check.document);
  }
}
