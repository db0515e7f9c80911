import { listInWords } from '../judge/index.js';
import type { YearEvidence } from './detect-year.js';

/**
 * The evidence for people: a line for each year asked, with how many of the telling cases were answered as each
 * collection year must, and what tells where another year is applied than the one asked.
 */
export function yearEvidenceText(evidence: readonly YearEvidence[]): string {
  const years = evidence[0]?.fits.map(({ year }) => String(year)) ?? [];
  const head = ['asked', 'applied', 'cases', ...years.map((year) => `as ${year}`)];
  const rows = evidence.map(({ asked, applied, cases, fits }) => [
    String(asked),
    applied === null ? 'not clear' : String(applied),
    String(cases),
    ...fits.map((fit) => String(fit.answered)),
  ]);
  const table = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...table.map((row) => (row[column] ?? '').length)));
  const lines = table.map((row) => row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  '));
  return ['Collection year applied, by the year asked', '', ...lines, '', ...evidence.flatMap(conclusions), ''].join(
    '\n',
  );
}

function conclusions({ asked, applied, fits, unanswered }: YearEvidence): readonly string[] {
  const lines: string[] = [];
  const fit = fits.find(({ year }) => year === applied);
  if (!fit) lines.push(`Asked about ${asked}: its answers fit no year better than every other.`);
  else if (fit.year === asked) lines.push(`Asked about ${asked} it applies ${asked}.`);
  else lines.push(`Asked about ${asked} it applies ${fit.year}, as these cases tell: ${listInWords(fit.deciding)}.`);
  const silent = fits.filter((one) => fit !== undefined && one.answered > fit.answered).map(({ year }) => String(year));
  if (silent.length > 0)
    lines.push(`  More cases fit ${listInWords(silent)}, but by silence alone, which tells nothing.`);
  if (unanswered > 0) lines.push(`  It gave no answer to ${unanswered} of the files of ${asked}.`);
  return lines;
}
