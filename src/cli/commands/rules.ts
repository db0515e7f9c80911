import type { Command } from '../command.js';
import { takesCrosswalk, takesYear } from '../options.js';

/** The kit's own level stands beside that of the crosswalk here. */
const takesBeside = {
  ...takesCrosswalk,
  describe: 'CSV of DfE codes (rule,dfeCode,year,level?,note?), shown with its levels beside those of this kit',
} as const;

export interface RulesOptions {
  year: string;
  format: 'text' | 'json' | 'csv';
  crosswalk: string | undefined;
}

/** `sen2kit rules`. */
export const rules: Command<RulesOptions> = {
  name: 'rules',
  describe: 'List the rules in force in a collection year',
  examples: [
    ['$0 rules --year 2025', 'the rules of 2025, a line each'],
    ['$0 rules show PER-13', 'one rule with its cases'],
  ],
  options: (yargs) =>
    yargs
      .option('year', { ...takesYear, global: false })
      .option('format', {
        global: false,
        choices: ['text', 'json', 'csv'] as const,
        default: 'text' as const,
        requiresArg: true,
        describe: 'How to print',
      })
      .option('crosswalk', { ...takesBeside, global: false }),
  run: async (options) => (await import('../work/rules.js')).listRules(options),
};

export interface ShowOptions {
  id: string;
  crosswalk: string | undefined;
}

/** `sen2kit rules show ID`. */
export const rulesShow: Command<ShowOptions> = {
  name: 'show <id>',
  describe: 'One rule, with the cases that put it to the test',
  examples: [['$0 rules show PER-13', 'the rule on the check letter of a UPN']],
  options: (yargs) =>
    yargs
      .positional('id', { type: 'string', demandOption: true, describe: 'Id of a rule, such as PER-13' })
      .option('crosswalk', takesBeside),
  run: async (options) => (await import('../work/rules.js')).showRule(options),
};
