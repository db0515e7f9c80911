import { collectionYear } from '../../model/index.js';
import { ruleById, rulesIn, type CatalogueEntry } from '../../rules/index.js';
import { breaks, caseIdOf } from '../../../scenarios/index.js';
import { print, remark, type Command } from '../command.js';
import { toCsv } from '../csv.js';
import { exitCodes, UsageError } from '../exit.js';
import { readYear } from '../options.js';

interface RulesOptions {
  year: string;
  format: 'text' | 'json' | 'csv';
}

/** `sen2kit rules`. */
export const rules: Command<RulesOptions> = {
  name: 'rules',
  describe: 'List the rules in force in a collection year',
  options: (yargs) =>
    yargs
      .option('year', { global: false, type: 'string', demandOption: true, describe: 'Collection year' })
      .option('format', {
        global: false,
        choices: ['text', 'json', 'csv'] as const,
        default: 'text' as const,
        describe: 'How to print',
      })
      .example('$0 rules --year 2025', 'the rules of 2025, a line each')
      .example('$0 rules show PER-13', 'one rule with its cases'),
  run: (options) => {
    const year = readYear(options.year);
    const { provisional } = collectionYear(year);
    if (provisional !== undefined) remark(`${year} is provisional: ${provisional}`);
    print(formatted(year, rulesIn(year), options.format));
    return exitCodes.conforms;
  },
};

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

interface ShowOptions {
  id: string;
}

/** `sen2kit rules show ID`. */
export const rulesShow: Command<ShowOptions> = {
  name: 'show <id>',
  describe: 'One rule, with the cases that put it to the test',
  options: (yargs) =>
    yargs
      .positional('id', { type: 'string', demandOption: true, describe: 'Id of a rule, such as PER-13' })
      .example('$0 rules show PER-13', 'the rule on the check letter of a UPN'),
  run: ({ id }) => {
    const entry = ruleById(id) ?? ruleById(id.toUpperCase());
    if (!entry) throw new UsageError(`${id}: no rule has this id; "sen2kit rules --year 2026" lists them`);
    const cases = breaks.filter((one) => one.rule === entry.id);
    const years = `${entry.from} to ${entry.to ?? 'now'}`;
    const lines = [
      `${entry.id}  ${entry.level}, collection years ${years}, basis: ${entry.basis}`,
      `  ${entry.statement}`,
      `  Items: ${entry.items.join(', ')}`,
      `  Message: ${entry.message}`,
      `  Cases (${cases.length}):`,
      ...cases.map((one) => `    ${caseIdOf(one)}  ${one.summary}`),
    ];
    print(`${lines.join('\n')}\n`);
    return exitCodes.conforms;
  },
};
