import type { Break, NearMiss } from '../../../scenarios/index.js';
import { ruleById, rulesIn, type CatalogueEntry } from '../../rules/index.js';
import type { RulesOptions, ShowOptions } from '../commands/rules.js';
import { exitCodes, UsageError, type ExitCode } from '../exit.js';
import { readYear } from '../options.js';
import { print } from '../print.js';
import { remarkIfProvisional } from '../remark.js';
import { toCsv } from './csv.js';

/** Prints the rules in force in a year. @throws UsageError */
export async function listRules(options: RulesOptions): Promise<ExitCode> {
  const year = readYear(options.year);
  remarkIfProvisional(year);
  await print(formatted(year, rulesIn(year), options.format));
  return exitCodes.conforms;
}

function formatted(year: number, entries: readonly CatalogueEntry[], format: RulesOptions['format']): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify({ format: 1, year, rules: entries }, null, 1)}\n`;
    case 'csv':
      return toCsv([
        ['id', 'level', 'from', 'to', 'items', 'basis', 'statement', 'message'],
        ...entries.map((e) => [
          e.id,
          e.level,
          String(e.from),
          String(e.to ?? ''),
          e.items.join(' '),
          e.basis,
          e.statement,
          e.message,
        ]),
      ]);
    case 'text': {
      const width = Math.max(...entries.map((entry) => entry.id.length));
      const lines = entries.map((e) => `${e.id.padEnd(width)}  ${e.level.padEnd(5)}  ${e.statement}`);
      return `${lines.join('\n')}\n${entries.length} rules in ${year}\n`;
    }
  }
}

/** Prints one rule and the cases on it. @throws UsageError where there is no such rule */
export async function showRule({ id }: ShowOptions): Promise<ExitCode> {
  const entry = ruleById(id) ?? ruleById(id.toUpperCase());
  if (!entry) throw new UsageError(`${id}: no rule has this id; "sen2kit rules --year 2026" lists them`);
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
