import { buildPack } from '../../../conformance/cases/index.js';
import {
  checkExport,
  checkHtml,
  checkJunit,
  checkText,
  openExport,
  parseWaivers,
  readExpected,
  type Check,
  type CheckInput,
  type Expected,
  type Waiver,
} from '../../../conformance/check/index.js';
import { timeOfResults } from '../../../conformance/report/index.js';
import { isCollectionYear } from '../../model/index.js';
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
  const { file } = options;
  const year = options.year === undefined ? undefined : readYear(options.year);
  const atMost = readWhole(options['max-listed'], '--max-listed', 0, maxListed);
  const workers = readWhole(options.workers, '--workers', 1, mostWorkers);
  const requests = readRequests(options.report, extensions, 'html=check.html');
  checkRequests(requests);
  const waivers = options.waivers === undefined ? [] : readWaivers(options.waivers);
  const source = fileSource(file);
  const expected = options.expected === undefined ? null : await readExpected(options.expected);
  const started = timeOfResults();

  const rules = await checkRules(source, { file, year, expected, atMost, workers, isTold: options.progress });
  const { validation, yearFrom } = rules;
  if (yearFrom === 'header') remark(`${file}: checked against ${validation.year ?? ''}, the Year in its header`);
  if (yearFrom === 'expected')
    remark(`${file}: checked against ${validation.year ?? ''}, the year of what is expected`);
  if (validation.year !== null) remarkIfProvisional(validation.year);

  const readBy = validation.year ?? year ?? expected?.kept.year ?? yearIn(source);
  const progress = makeProgress(`comparing ${file}`, options.progress);
  let check: Check;
  try {
    check = await checkExport({
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
  if (isConsoleFree(requests)) await writeReport(standardOutput, [checkText(check.document)]);
  for (const { kind, file: to } of requests) await writeReport(to, [reportText(kind, check)]);
  return check.document.right ? exitCodes.conforms : exitCodes.discrepancy;
}

/** The year in the header of a file that could not be read to its end; undefined where there is none that is known. */
function yearIn(source: ByteSource): number | undefined {
  try {
    const year = Number(scanHeader(source).year);
    return isCollectionYear(year) ? year : undefined;
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
