/**
 * What XML 1.0 cannot carry, not even as a reference, and what would not be seen or turns the direction of text. With the
 * u flag only half a pair of surrogates matches. Tabs and line breaks are neither.
 */
const untold = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\ufffe\uffff]/gu;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\r': '&#13;',
};

/**
 * Text from elsewhere for an element of XML or HTML, or between the quotes of an attribute: shown as it is, and nothing in
 * it is markup. A character that XML forbids, or that nobody would see, is told as \uXXXX, so that nobody has to guess
 * what stood there.
 */
export function escapeMarkup(text: string): string {
  return text.replace(untold, inHex).replace(/[&<>"'\r]/g, (character) => entities[character] ?? character);
}

/** The same for an attribute of XML, in which a parser would make spaces of line breaks and tabs. */
export function escapeAttribute(text: string): string {
  return escapeMarkup(text).replace(/[\n\t]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function inHex(one: string): string {
  const code = (one.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}
