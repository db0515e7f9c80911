import { withoutControls } from '../../../conformance/shape/index.js';
import {
  fileSource,
  UnknownYearError,
  validateInThreads,
  type ByteSource,
  type Finding,
  type ThreadedOptions,
  type Validation,
} from '../../validate/index.js';
import type { ValidateCommandOptions } from '../commands/validate.js';
import { exitCodes, UsageError, type ExitCode } from '../exit.js';
import { readWhole, readYear } from '../options.js';
import { print } from '../print.js';
import { remark, remarkIfProvisional } from '../remark.js';
import { kitVersion } from '../version.js';
import { toCsv } from '../../../conformance/shape/index.js';
import { makeProgress } from './progress.js';
import type { CodedValidation } from './recoded.js';

const maxListed = 10_000_000;
const mostWorkers = 64;

/** Checks a return and prints the findings. @throws UsageError, UnreadableFileError, CrosswalkError */
export async function validateFile(options: ValidateCommandOptions): Promise<ExitCode> {
  const year = options.year === undefined ? undefined : readYear(options.year);
  const maxFindings = readWhole(options['max-findings'], '--max-findings', 0, maxListed);
  const recode = await recoder(options.crosswalk);
  const workers = readWhole(options.workers, '--workers', 1, mostWorkers);
  const source = fileSource(options.file);
  const progress = makeProgress(`reading ${options.file}`, options.progress);
  let result: Validation;
  try {
    result = await check(options.file, source, {
      ...(year !== undefined && { year }),
      maxFindings,
      workers,
      onProgress: (done) => {
        progress.update(done, source.size, { bytes: done });
      },
    });
  } finally {
    progress.end();
  }
  if (result.yearFrom === 'header')
    remark(`${options.file}: checked against ${result.year ?? ''}, the Year in its header`);
  if (result.year !== null) remarkIfProvisional(result.year);
  const shown = recode(result);
  await print(await formatted(options, shown));
  return shown.summary.errors > 0 ? exitCodes.discrepancy : exitCodes.conforms;
}

/** What gives findings the codes and levels of a crosswalk; what leaves them alone where there is none. */
async function recoder(file: string | undefined): Promise<(result: Validation) => CodedValidation> {
  if (file === undefined) return (result) => result;
  // Loaded here alone, since most checks go without.
  const { crosswalkFor, remarkOnCrosswalk } = await import('./crosswalks.js');
  const { recoded } = await import('./recoded.js');
  const crosswalk = await crosswalkFor(file, undefined);
  return (result) => {
    if (!crosswalk) return result;
    if (result.year !== null) remarkOnCrosswalk(file, crosswalk, result.year);
    return recoded(result, crosswalk);
  };
}

async function check(file: string, source: ByteSource, options: ThreadedOptions): Promise<Validation> {
  try {
    return await validateInThreads(source, options);
  } catch (error) {
    if (error instanceof UnknownYearError) throw new UsageError(`${file}: ${error.message}`);
    throw error;
  }
}

async function formatted(
  { file, format, crosswalk }: ValidateCommandOptions,
  result: CodedValidation,
): Promise<string> {
  switch (format) {
    case 'json':
      return `${JSON.stringify(toDocument(file, result), null, 1)}\n`;
    case 'csv':
      return toCsv(
        crosswalk === undefined
          ? [csvHead, ...result.findings.map(toRow)]
          : [[...csvHead, 'dfeCode'], ...result.findings.map((one) => [...toRow(one), one.dfeCode ?? ''])],
      );
    case 'sarif':
      return toSarif(file, result);
    case 'text':
      return toText(file, result);
  }
}

/** The findings as the JSON document that validators answer with. */
function toDocument(file: string, result: Validation): object {
  const { year, yearFrom, persons, findings, summary } = result;
  return {
    format: 1,
    tool: { name: 'sen2kit', version: kitVersion },
    file,
    year,
    yearFrom,
    persons,
    findings,
    summary,
  };
}

/** As a SARIF log, which names no value of a person: such logs are sent to servers. */
async function toSarif(file: string, { findings, year, names, summary }: CodedValidation): Promise<string> {
  // Loaded here alone, since the reports bring the whole of the suite along.
  const { findingsToSarif, sarifText } = await import('../../../conformance/report/index.js');
  const unlisted = summary.errors + summary.queries - summary.stored;
  return sarifText(findingsToSarif(findings, file, year, kitVersion, unlisted, names));
}

const csvHead = [
  'rule',
  'level',
  'path',
  'line',
  'column',
  'person',
  'upn',
  'uln',
  'surname',
  'forename',
  'birthDate',
  'items',
  'value',
  'message',
];

function toRow({ rule, level, path, line, column, person, persons = [], items, value, message }: Finding): string[] {
  const positions = person ? [person.index] : persons.map((one) => one.index);
  const { upn = '', uln = '', surname = '', forename = '', birthDate = '' } = person ?? {};
  const who = [positions.join(' '), upn, uln, surname, forename, birthDate];
  return [rule, level, path, String(line), String(column), ...who, items.join(' '), value ?? '', message];
}

/** Findings a line each, without any value of a person: a terminal may be shared, or logged. */
function toText(file: string, { year, persons, findings, summary }: CodedValidation): string {
  const lines = findings.map(({ rule, dfeCode, level, path, line, column, persons: group, message }) => {
    const who = group ? ` (persons ${listed(group.map((one) => one.index))})` : '';
    return `${file}:${line}:${column}: ${level} ${label(rule, dfeCode)}: ${message}${who} [${path}]`;
  });
  const all = summary.errors + summary.queries;
  if (all > summary.stored) lines.push(`... and ${all - summary.stored} more findings, counted but not listed`);
  const about = year === null ? '' : ` of ${year}`;
  lines.push(`${file}: return${about}, ${persons} persons: ${summary.errors} errors, ${summary.queries} queries`);
  return `${lines.map(withoutControls).join('\n')}\n`;
}

function label(rule: string, code: string | undefined): string {
  return code === undefined ? rule : `${rule} (${code})`;
}

const mostListed = 10;

function listed(positions: readonly number[]): string {
  const shown = positions.slice(0, mostListed).join(', ');
  return positions.length > mostListed ? `${shown} and ${positions.length - mostListed} more` : shown;
}
