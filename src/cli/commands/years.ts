import { collectionYear, collectionYears } from '../../model/index.js';
import { yearDifferences, type Difference } from '../../rules/index.js';
import { print, type Command } from '../command.js';
import { exitCodes } from '../exit.js';
import { readYear } from '../options.js';

/** `sen2kit years`. */
export const years: Command<object> = {
  name: 'years',
  describe: 'List the collection years',
  options: (yargs) =>
    yargs.example('$0 years', 'the years and their dates').example('$0 years diff 2024 2025', 'what changed'),
  run: () => {
    const rows = collectionYears
      .map(collectionYear)
      .map(({ year, referenceDate, activityYear, deadline, provisional }) => {
        const due = deadline === undefined ? '' : `, to be submitted by ${deadline}`;
        const note = provisional === undefined ? '' : ` (provisional: ${provisional})`;
        return `${year}  census day ${referenceDate}, activity year ${activityYear}${due}${note}\n`;
      });
    print(rows.join(''));
    return exitCodes.conforms;
  },
};

interface DiffOptions {
  a: string;
  b: string;
  format: 'text' | 'json';
}

/** `sen2kit years diff A B`. */
export const yearsDiff: Command<DiffOptions> = {
  name: 'diff <a> <b>',
  describe: 'What changed from one collection year to another: items, codes, order, rules',
  options: (yargs) =>
    yargs
      .positional('a', { type: 'string', demandOption: true, describe: 'Collection year' })
      .positional('b', { type: 'string', demandOption: true, describe: 'Collection year' })
      .option('format', { choices: ['text', 'json'] as const, default: 'text' as const, describe: 'How to print' })
      .example('$0 years diff 2024 2025', 'what 2025 has that 2024 had not, and the other way round'),
  run: ({ a, b, format }) => {
    const [from, to] = [readYear(a, 'A'), readYear(b, 'B')];
    const differences = yearDifferences(from, to);
    print(
      format === 'json'
        ? `${JSON.stringify({ format: 1, from, to, differences }, null, 1)}\n`
        : toText(from, to, differences),
    );
    return exitCodes.conforms;
  },
};

function toText(from: number, to: number, differences: readonly Difference[]): string {
  if (differences.length === 0) return `nothing in the model changed from ${from} to ${to}\n`;
  const lines = differences.map(
    ({ kind, what, change, detail }) =>
      `${kind.padEnd(5)}  ${change.padEnd(7)}  ${what}${detail === null ? '' : `: ${detail}`}`,
  );
  return `${lines.join('\n')}\n`;
}
