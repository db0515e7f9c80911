import { collectionYear, collectionYears } from '../../model/index.js';
import { yearDifferences, type Difference } from '../../rules/index.js';
import type { DiffOptions } from '../commands/years.js';
import { exitCodes, type ExitCode } from '../exit.js';
import { readYear } from '../options.js';
import { print } from '../print.js';
import { remarkIfProvisional } from '../remark.js';

/** Prints the collection years, a line each. */
export async function listYears(): Promise<ExitCode> {
  const rows = collectionYears
    .map(collectionYear)
    .map(({ year, referenceDate, activityYear, deadline, provisional }) => {
      const due = deadline === undefined ? '' : `, to be submitted by ${deadline}`;
      const note = provisional === undefined ? '' : ` (provisional: ${provisional})`;
      return `${year}  census day ${referenceDate}, activity year ${activityYear}${due}${note}\n`;
    });
  await print(rows.join(''));
  return exitCodes.conforms;
}

/** Prints what changed from one year to another. @throws UsageError */
export async function diffYears({ a, b, format }: DiffOptions): Promise<ExitCode> {
  const [from, to] = [readYear(a, 'A'), readYear(b, 'B')];
  for (const year of new Set([from, to])) remarkIfProvisional(year);
  const differences = yearDifferences(from, to);
  await print(
    format === 'json'
      ? `${JSON.stringify({ format: 1, from, to, differences }, null, 1)}\n`
      : toText(from, to, differences),
  );
  return exitCodes.conforms;
}

function toText(from: number, to: number, differences: readonly Difference[]): string {
  if (differences.length === 0) return `nothing in the model changed from ${from} to ${to}\n`;
  const lines = differences.map(
    ({ kind, what, change, detail }) =>
      `${kind.padEnd(5)}  ${change.padEnd(7)}  ${what}${detail === null ? '' : `: ${detail}`}`,
  );
  return `${lines.join('\n')}\n`;
}
