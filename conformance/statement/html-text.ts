/** Control characters, those that turn the direction of text, those of no width, and halves of pairs. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text from elsewhere for HTML: shown as it is, nothing in it is markup, turns the text around or stays unseen. */
export function escapeHtml(text: string): string {
  return text
    .replace(/[\t\n\r]/g, ' ')
    .replace(unseen, (one) => `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`)
    .replace(/[&<>"']/g, (one) => entities[one] ?? one);
}

/** A table, whose cells are text. Columns after the first `texts` ones are numbers, to the right. */
export function htmlTable(head: readonly string[], rows: readonly (readonly string[])[], texts: number): string {
  const row = (cells: readonly string[], tag: 'th' | 'td'): string =>
    `<tr>${cells
      .map((cell, column) => `<${tag}${column >= texts ? ' class="number"' : ''}>${escapeHtml(cell)}</${tag}>`)
      .join('')}</tr>`;
  return `<table>\n<thead>${row(head, 'th')}</thead>\n<tbody>\n${rows.map((cells) => row(cells, 'td')).join('\n')}\n</tbody>\n</table>`;
}

/** A list of terms and what they are. */
export function htmlFacts(facts: readonly (readonly [string, string])[]): string {
  const rows = facts.map(([term, value]) => `<dt>${escapeHtml(term)}</dt><dd>${escapeHtml(value)}</dd>`);
  return `<dl>\n${rows.join('\n')}\n</dl>`;
}

/** A list, an item a line. */
export function htmlList(items: readonly string[]): string {
  return `<ul>\n${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('\n')}\n</ul>`;
}
