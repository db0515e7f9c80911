import type { Comparison } from './comparison.js';
import { plainText } from '../shape/index.js';
import { sectionsOf, sideInWords, verdictInWords, type Section } from './sections.js';

/** Rows of each list at most. */
const maxRows = 25;

/** The comparison for people, on a terminal. Counts are exact; long lists are cut and say by how much. */
export function comparisonText(comparison: Comparison): string {
  const head = [
    ...comparison.notices.map((notice) => plainText(notice)),
    ...(comparison.notices.length > 0 ? [''] : []),
    `OLD  ${sideInWords(comparison.old, plainText)}`,
    `NEW  ${sideInWords(comparison.current, plainText)}`,
    '',
    `${verdictInWords(comparison)}. ${comparison.same} as before.`,
  ];
  const sections = sectionsOf(comparison).map((section) => sectionLines(section).join('\n'));
  return `${[head.join('\n'), ...sections].join('\n\n')}\n`;
}

function sectionLines({ title, head, rows }: Section): readonly string[] {
  const shown = rows.slice(0, maxRows).map((row) => row.map((cell) => plainText(cell)));
  const table = [head, ...shown];
  const widths = head.map((_, column) => Math.max(...table.map((row) => (row[column] ?? '').length)));
  return [
    `${title} (${rows.length})`,
    ...table.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd()),
    ...(rows.length > shown.length ? [`  and ${rows.length - shown.length} more`] : []),
  ];
}
