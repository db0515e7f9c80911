import { plainText } from '../shape/index.js';

/**
 * Text from elsewhere for a line or a table cell of GitHub's Markdown: as code, in which GitHub looks for neither
 * mentions nor links, with whatever could be markup as a reference.
 */
export function markdownCode(text: string): string {
  const references = plainText(text).replace(/[^\p{L}\p{N} ,;.:=+-]/gu, (one) => `&#${one.codePointAt(0) ?? 0};`);
  return references === '' ? '' : `<code>${references}</code>`;
}
