import type { Comparison } from './comparison.js';
import { markdownCode } from './markdown-code.js';
import { sectionsOf, sideInWords, verdictInWords, type Section } from './sections.js';

/** Longest report in characters; GitHub refuses a comment of more than 65,536. */
const atMost = 60_000;

/** Rows of each table, from the most that are shown down to none; the first with which the whole fits is taken. */
const rowCaps = [50, 25, 10, 5, 2, 0];

/**
 * The comparison for a comment on a pull request, in GitHub's Markdown, of fewer than 60,000 characters. Counts are
 * exact; tables end after a whole row and say how many more there are. Nothing from the results is markup.
 */
export function comparisonMarkdown(comparison: Comparison): string {
  const head = headLines(comparison);
  const sections = sectionsOf(comparison);
  let text = '';
  for (const cap of rowCaps) {
    text = `${[head, ...sections.map((section) => sectionLines(section, cap))].map((lines) => lines.join('\n')).join('\n\n')}\n`;
    if (text.length < atMost) break;
  }
  return text;
}

function headLines(comparison: Comparison): readonly string[] {
  return [
    `### ${comparison.worse ? '❌' : '✅'} SEN2 conformance compared: ${verdictInWords(comparison)}`,
    '',
    ...comparison.notices.map((notice) => `- ⚠️ ${markdownCode(notice)}`),
    ...(comparison.notices.length > 0 ? [''] : []),
    `- OLD ${sideInWords(comparison.old, markdownCode)}`,
    `- NEW ${sideInWords(comparison.current, markdownCode)}`,
    `- ${comparison.same} cases as before`,
  ];
}

function sectionLines({ title, head, rows }: Section, cap: number): readonly string[] {
  const shown = rows.slice(0, cap);
  const more = rows.length - shown.length;
  const table =
    shown.length === 0
      ? []
      : [
          `| ${head.join(' | ')} |`,
          `| ${head.map(() => '---').join(' | ')} |`,
          ...shown.map((row) => `| ${row.map(cell).join(' | ')} |`),
          '',
        ];
  return [
    `<details><summary>${title} (${rows.length})</summary>`,
    '',
    ...table,
    ...(more > 0 ? [shown.length > 0 ? `and ${more} more` : `${more} not shown`, ''] : []),
    '</details>',
  ];
}

/** Counts and verdicts are no markup as they are, and shorter so. */
function cell(text: string): string {
  return /^[a-z0-9 -]*$/.test(text) ? text : markdownCode(text);
}
