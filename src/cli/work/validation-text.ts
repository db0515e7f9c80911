import { withoutControls } from '../../../conformance/shape/index.js';
import { placeInWords } from '../../../formats/index.js';
import type { Validation } from '../../validate/index.js';
import type { ValidateCommandOptions } from '../commands/validate.js';
import { kitVersion } from '../version.js';
import { toCsv } from '../../../conformance/shape/index.js';
import type { PlacedFinding, PlacedValidation } from './placed.js';

/** What `validate` prints, in the form that was asked for. */
export async function validationText(
  { file, format, crosswalk }: ValidateCommandOptions,
  result: PlacedValidation,
): Promise<string> {
  switch (format) {
    case 'json':
      return `${JSON.stringify(toDocument(file, result), null, 1)}\n`;
    case 'csv':
      return toCsv(table(result, crosswalk !== undefined));
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
async function toSarif(file: string, { findings, year, names, summary }: PlacedValidation): Promise<string> {
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

function table({ findings }: PlacedValidation, isCoded: boolean): readonly (readonly string[])[] {
  const isPlaced = findings.some(({ place }) => place !== undefined);
  const head = [...csvHead, ...(isPlaced ? ['place'] : []), ...(isCoded ? ['dfeCode'] : [])];
  const rows = findings.map((one) => [
    ...toRow(one),
    ...(isPlaced ? [one.place ? placeInWords(one.place) : ''] : []),
    ...(isCoded ? [one.dfeCode ?? ''] : []),
  ]);
  return [head, ...rows];
}

function toRow({
  rule,
  level,
  path,
  line,
  column,
  person,
  persons = [],
  items,
  value,
  message,
}: PlacedFinding): string[] {
  const positions = person ? [person.index] : persons.map((one) => one.index);
  const { upn = '', uln = '', surname = '', forename = '', birthDate = '' } = person ?? {};
  const who = [positions.join(' '), upn, uln, surname, forename, birthDate];
  return [rule, level, path, String(line), String(column), ...who, items.join(' '), value ?? '', message];
}

/** Findings a line each, without any value of a person: a terminal may be shared, or logged. */
function toText(file: string, { year, persons, findings, summary }: PlacedValidation): string {
  const lines = findings.map((finding) => {
    const { rule, dfeCode, level, path, persons: group, message } = finding;
    const who = group ? ` (persons ${listed(group.map((one) => one.index))})` : '';
    return `${whereTo(file, finding)}: ${level} ${label(rule, dfeCode)}: ${message}${who} [${path}]`;
  });
  const all = summary.errors + summary.queries;
  if (all > summary.stored) lines.push(`... and ${all - summary.stored} more findings, counted but not listed`);
  const about = year === null ? '' : ` of ${year}`;
  lines.push(`${file}: return${about}, ${persons} persons: ${summary.errors} errors, ${summary.queries} queries`);
  return `${lines.map(withoutControls).join('\n')}\n`;
}

/** As editors take it where the file has lines, and in the words of the format where it has none. */
function whereTo(file: string, { line, column, place }: PlacedFinding): string {
  return place === undefined || place.kind === 'line' ? `${file}:${line}:${column}` : `${file}: ${placeInWords(place)}`;
}

function label(rule: string, code: string | undefined): string {
  return code === undefined ? rule : `${rule} (${code})`;
}

const mostListed = 10;

function listed(positions: readonly number[]): string {
  const shown = positions.slice(0, mostListed).join(', ');
  return positions.length > mostListed ? `${shown} and ${positions.length - mostListed} more` : shown;
}
