import type { Break, NearMiss } from '../../../scenarios/index.js';
import type { YearCodes } from '../../../conformance/crosswalk/index.js';
import { collectionYears } from '../../model/index.js';
import { ruleById, rulesIn, type CatalogueEntry } from '../../rules/index.js';
import type { RulesOptions, ShowOptions } from '../commands/rules.js';
import { exitCodes, UsageError, type ExitCode } from '../exit.js';
import { readYear } from '../options.js';
import { print } from '../print.js';
import { remarkIfProvisional } from '../remark.js';
import { toCsv } from '../../../conformance/shape/index.js';

/** Prints the rules in force in a year. @throws UsageError, UnreadableFileError, CrosswalkError */
export async function listRules(options: RulesOptions): Promise<ExitCode> {
  const year = readYear(options.year);
  remarkIfProvisional(year);
  const codes = await readCodes(options.crosswalk);
  await print(formatted(year, rulesIn(year), options.format, codes?.(year)));
  return exitCodes.conforms;
}

/** The codes and levels of a crosswalk by year; undefined where none is named. */
async function readCodes(file: string | undefined): Promise<((year: number) => YearCodes) | undefined> {
  if (file === undefined) return undefined;
  // Loaded here alone, since most lists go without.
  const { readCrosswalk, yearCodes } = await import('../../../conformance/crosswalk/index.js');
  const crosswalk = await readCrosswalk(file);
  return (year) => yearCodes(crosswalk, year);
}

function formatted(
  year: number,
  entries: readonly CatalogueEntry[],
  format: RulesOptions['format'],
  named: YearCodes | undefined,
): string {
  const { codes = {}, levels = {} } = named ?? {};
  switch (format) {
    case 'json':
      return `${JSON.stringify({ format: 1, year, rules: entries.map((entry) => coded(entry, codes, levels)) }, null, 1)}\n`;
    case 'csv':
      return toCsv([
        [
          'id',
          'level',
          'from',
          'to',
          'items',
          'basis',
          'statement',
          'message',
          ...(named ? ['dfeCode', 'dfeLevel'] : []),
        ],
        ...entries.map((e) => [
          e.id,
          e.level,
          String(e.from),
          String(e.to ?? ''),
          e.items.join(' '),
          e.basis,
          e.statement,
          e.message,
          ...(named ? [codes[e.id] ?? '', levels[e.id] ?? ''] : []),
        ]),
      ]);
    case 'text': {
      const rows = entries.map((e) => [
        e.id,
        ...(named ? [codes[e.id] ?? '-'] : []),
        levelInWords(e.level, levels[e.id]),
        e.statement,
      ]);
      return `${inColumns(rows).join('\n')}\n${entries.length} rules in ${year}\n`;
    }
  }
}

function coded(entry: CatalogueEntry, codes: YearCodes['codes'], levels: YearCodes['levels']): object {
  const [code, level] = [codes[entry.id], levels[entry.id]];
  return { ...entry, ...(code !== undefined && { dfeCode: code }), ...(level !== undefined && { dfeLevel: level }) };
}

/** The level of a rule, and that of the crosswalk where it is another. */
function levelInWords(own: string, given: string | undefined): string {
  return given === undefined || given === own ? own : `${own}; ${given} by the crosswalk`;
}

/** Lines whose columns, but for the last, are as wide as the widest cell in them. */
function inColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).slice(0, -1).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  '));
}

/** What a crosswalk says of a rule, by year. */
function inCrosswalk(entry: CatalogueEntry, codes: (year: number) => YearCodes): string {
  const told = collectionYears.flatMap((year) => {
    const { codes: byRule, levels } = codes(year);
    const [code, level] = [byRule[entry.id], levels[entry.id]];
    if (code === undefined && level === undefined) return [];
    const grave = level === undefined ? '' : `, ${levelInWords(entry.level, level)}`;
    return [`${year} ${code ?? 'no code'}${grave}`];
  });
  return `  In the crosswalk: ${told.join('; ') || 'nothing'}`;
}

/** Prints one rule and the cases on it. @throws UsageError where there is no such rule, UnreadableFileError, CrosswalkError */
export async function showRule({ id, crosswalk }: ShowOptions): Promise<ExitCode> {
  const entry = ruleById(id) ?? ruleById(id.toUpperCase());
  if (!entry) throw new UsageError(`${id}: no rule has this id; "sen2kit rules --year 2026" lists them`);
  const codes = await readCodes(crosswalk);
  // Only this needs the cases, which take as long to load as all the rest.
  const { breaks, caseIdOf, generalQuestionLines, nearMisses, questionLines } =
    await import('../../../scenarios/index.js');
  const listed = (title: string, cases: readonly CaseOnRule[]): string[] => {
    const own = cases.filter((one) => one.rule === entry.id);
    return own.length === 0
      ? []
      : [`  ${title} (${own.length}):`, ...own.map((one) => `    ${caseIdOf(one)}  ${one.summary}`)];
  };
  const lines = [
    `${entry.id}  ${entry.level}, collection years ${entry.from} to ${entry.to ?? 'now'}, basis: ${entry.basis}`,
    ...(codes ? [inCrosswalk(entry, codes)] : []),
    `  ${entry.statement}`,
    `  Items: ${entry.items.join(', ')}`,
    `  Message: ${entry.message}`,
    ...questionLines(entry.id).map((line) => `  ${line}`),
    ...listed('Cases that break it', breaks),
    ...listed('Near misses, which it must leave alone', nearMisses),
    '  Open about every rule:',
    ...generalQuestionLines().map((line) => `    ${line}`),
  ];
  await print(`${lines.join('\n')}\n`);
  return exitCodes.conforms;
}

type CaseOnRule = Break | NearMiss;
