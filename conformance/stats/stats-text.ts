import type { ReturnStats, StatsTable } from './index.js';

/** Tables with more rows than these are told by their distance alone; JSON has them all. */
const mostRows = 40;

/** The tables for a reader: each with its counts, its shares beside the published ones, and a list of the distances. */
export function statsText({ persons, tables }: ReturnStats): string {
  const parts = tables.filter(({ rows }) => rows.length <= mostRows).map(tableText);
  return `${parts.join('\n')}\n${summaryText(persons, tables)}`;
}

const points = (distance: number | null): string => (distance === null ? '-' : distance.toFixed(4));
const percent = (n: number, of: number): string => (of === 0 ? '-' : `${((100 * n) / of).toFixed(2)}%`);

function tableText({ title, rows, total, leftOut, distance }: StatsTable): string {
  const all = rows.reduce((sum, { published }) => sum + published, 0);
  const lines = rows.map(({ key, count, published }) => [
    key,
    String(count),
    percent(count, total),
    percent(published, all),
  ]);
  const left = leftOut > 0 ? `; ${leftOut} not recorded and left out` : '';
  return `${title} (distance ${points(distance)}${left})\n${columns([['', 'count', 'share', 'published'], ...lines])}`;
}

function summaryText(persons: number, tables: readonly StatsTable[]): string {
  const lines = tables.map(({ id, total, distance, expected }) => [
    id,
    String(total),
    points(distance),
    points(expected),
  ]);
  const head = ['table', 'counted', 'distance', 'by chance'];
  return `Distance (total variation, 0 to 1) from the published figures; by chance: what sampling alone would give\n${columns([head, ...lines])}${persons} persons\n`;
}

function columns(lines: readonly (readonly string[])[]): string {
  const widths = (lines[0] ?? []).map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  const text = lines.map((line) =>
    line
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  return text.map((line) => `  ${line}\n`).join('');
}
