import { escapeMarkup } from '../shape/index.js';

/** A table, whose cells are text. Columns after the first `texts` ones are numbers, to the right. */
export function htmlTable(head: readonly string[], rows: readonly (readonly string[])[], texts: number): string {
  const row = (cells: readonly string[], tag: 'th' | 'td'): string =>
    `<tr>${cells
      .map((cell, column) => `<${tag}${column >= texts ? ' class="number"' : ''}>${escapeMarkup(cell)}</${tag}>`)
      .join('')}</tr>`;
  return `<table>\n<thead>${row(head, 'th')}</thead>\n<tbody>\n${rows.map((cells) => row(cells, 'td')).join('\n')}\n</tbody>\n</table>`;
}

/** A list of terms and what they are. */
export function htmlFacts(facts: readonly (readonly [string, string])[]): string {
  const rows = facts.map(([term, value]) => `<dt>${escapeMarkup(term)}</dt><dd>${escapeMarkup(value)}</dd>`);
  return `<dl>\n${rows.join('\n')}\n</dl>`;
}

/** A list, an item a line. */
export function htmlList(items: readonly string[]): string {
  return `<ul>\n${items.map((item) => `<li>${escapeMarkup(item)}</li>`).join('\n')}\n</ul>`;
}
