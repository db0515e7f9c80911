/** Longest text from elsewhere that is shown whole, in characters. */
const shownAtMost = 300;

/**
 * Text from elsewhere for the inside of a line, or a table cell, of GitHub's markdown, shown as it is: nothing in it is
 * markup, a mention, a link or a line break. Longer text is cut.
 */
export function escapeMarkdown(text: string): string {
  // Mentions, numbers of issues and links are looked for in what is shown, so a space of no width must part them.
  return references(shown(text).replace(/[@#](?=\w)|:(?=\/\/)|www(?=\.)/gi, '$&\u200b'));
}

/** The same as code, in which GitHub looks for neither mentions nor links, so that it can be copied as it is. */
export function codeInMarkdown(text: string): string {
  return `<code>${references(shown(text))}</code>`;
}

/** A reference stands for its character and is never markup. Letters, digits and what is harmless stay as they are. */
function references(text: string): string {
  return text.replace(/[^\p{L}\p{N}\u200b ,;()/'%=+?.:"-]/gu, (one) => `&#${one.codePointAt(0) ?? 0};`);
}

function shown(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = Array.from(line.slice(0, 2 * shownAtMost + 2));
  return characters.length > shownAtMost ? `${characters.slice(0, shownAtMost).join('')} …` : line;
}
