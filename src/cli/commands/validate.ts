import { fileSource, validate as validateReturn, type Finding, type Validation } from '../../validate/index.js';
import { print, remark, type Command } from '../command.js';
import { toCsv } from '../csv.js';
import { exitCodes, type ExitCode } from '../exit.js';
import { readWhole, readYear } from '../options.js';
import { makeProgress } from '../progress.js';
import { kitVersion } from '../version.js';

interface ValidateCommandOptions {
  file: string;
  year: string | undefined;
  format: 'text' | 'json' | 'csv';
  'max-findings': string;
  progress: boolean;
}

const maxListed = 10_000_000;

/** `sen2kit validate`. */
export const validate: Command<ValidateCommandOptions> = {
  name: 'validate <file>',
  describe: 'Check a return by every rule of its collection year',
  options: (yargs) =>
    yargs
      .positional('file', { type: 'string', demandOption: true, describe: 'The return, an XML file' })
      .option('year', { type: 'string', describe: "Collection year to check against; the header's where not given" })
      .option('format', {
        choices: ['text', 'json', 'csv'] as const,
        default: 'text' as const,
        describe: 'How to print',
      })
      .option('max-findings', {
        type: 'string',
        default: '10000',
        describe: 'How many findings to list; all are counted',
      })
      .option('progress', { type: 'boolean', default: false, describe: 'Tell progress when not on a terminal too' })
      .example('$0 validate return.xml --format json', 'the findings as JSON'),
  run: validateFile,
};

/** What the command does, for other commands too. */
export function validateFile(options: ValidateCommandOptions): ExitCode {
  const source = fileSource(options.file);
  const progress = makeProgress(`reading ${options.file}`, options.progress);
  const year = options.year === undefined ? undefined : readYear(options.year);
  const result = validateReturn(source, {
    ...(year !== undefined && { year }),
    maxFindings: readWhole(options['max-findings'], '--max-findings', 0, maxListed),
    onProgress: (done) => {
      progress.update(done, source.size);
    },
  });
  progress.end();
  if (result.yearFrom === 'header')
    remark(`${options.file}: checked against ${result.year ?? ''}, the Year in its header`);
  print(formatted(options, result));
  return result.summary.errors > 0 ? exitCodes.discrepancy : exitCodes.conforms;
}

function formatted({ file, format }: ValidateCommandOptions, result: Validation): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(toDocument(file, result), null, 1)}\n`;
    case 'csv':
      return toCsv([csvHead, ...result.findings.map(toRow)]);
    case 'text':
      return toText(file, result);
  }
}

/** The findings as the JSON document that validators answer with. */
export function toDocument(file: string, result: Validation): object {
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
function toText(file: string, { year, persons, findings, summary }: Validation): string {
  const lines = findings.map(({ rule, level, path, line, column, persons: group, message }) => {
    const who = group ? ` (persons ${listed(group.map((one) => one.index))})` : '';
    return `${file}:${line}:${column}: ${level} ${rule}: ${message}${who} [${path}]`;
  });
  const all = summary.errors + summary.queries;
  if (all > summary.stored) lines.push(`... and ${all - summary.stored} more findings, counted but not listed`);
  const about = year === null ? '' : ` of ${year}`;
  lines.push(`${file}: return${about}, ${persons} persons: ${summary.errors} errors, ${summary.queries} queries`);
  return `${lines.join('\n')}\n`;
}

const mostListed = 10;

function listed(positions: readonly number[]): string {
  const shown = positions.slice(0, mostListed).join(', ');
  return positions.length > mostListed ? `${shown} and ${positions.length - mostListed} more` : shown;
}
