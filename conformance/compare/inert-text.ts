/** Characters of text from elsewhere that are shown at most. */
const shownAtMost = 200;

/**
 * Control characters, which a terminal may obey, those that turn the direction of text, those of no width, and halves of
 * pairs.
 */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/**
 * Text from elsewhere in one line, in which nothing is obeyed by a terminal. Longer text is cut.
 * @param atMost characters
 */
export function plainText(text: string, atMost: number = shownAtMost): string {
  const line = text
    .slice(0, 10 * atMost)
    .replace(/\s+/g, ' ')
    .replace(unseen, '\u{fffd}')
    .trim();
  const characters = Array.from(line);
  return characters.length > atMost ? `${characters.slice(0, atMost).join('')} …` : line;
}

/**
 * Text from elsewhere for a line or a table cell of GitHub's Markdown: as code, in which GitHub looks for neither
 * mentions nor links, with whatever could be markup as a reference.
 */
export function markdownCode(text: string): string {
  const references = plainText(text).replace(/[^\p{L}\p{N} ,;.:=+-]/gu, (one) => `&#${one.codePointAt(0) ?? 0};`);
  return references === '' ? '' : `<code>${references}</code>`;
}
