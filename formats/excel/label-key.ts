/** White space of any kind, and characters of no width. */
const unseen = /[\s\p{Cf}]+/gu;
const dashes = /[\u2010-\u2015\u2212]/g;

/**
 * What two labels have in common that mean the same column: letter case, white space, the kind of dash and what stands in
 * brackets after do not count.
 */
export function labelKey(label: string): string {
  const before = label.normalize('NFKC').split('(', 1)[0] ?? '';
  return before.replace(dashes, '-').replace(unseen, '').toLowerCase();
}

/** The same for the name of a table or sheet, in which an s at the end of a word does not count either. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').replace(unseen, ' ').trim().toLowerCase().replace(/s\b/g, '');
}

/** A label as a message names it: on one line, without what stands in brackets after. */
export function shortLabel(label: string): string {
  return (label.split('(', 1)[0] ?? '').replace(unseen, ' ').trim();
}
