/** What XML 1.0 cannot carry, not even as a reference. With the u flag only half a pair of surrogates matches. */
const forbidden = new RegExp('[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\ud800-\\udfff\\ufffe\\uffff]', 'gu');

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\r': '&#13;',
};

/**
 * Text for an element of XML or HTML, or between the quotes of an attribute. A character that XML forbids is told as
 * \uXXXX, so that nobody has to guess what stood there.
 */
export function escapeMarkup(text: string): string {
  return withoutForbidden(text).replace(/[&<>"'\r]/g, (character) => entities[character] ?? character);
}

/** The same for an attribute of XML, in which a parser would make spaces of line breaks and tabs. */
export function escapeAttribute(text: string): string {
  return escapeMarkup(text).replace(/[\n\t]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function withoutForbidden(text: string): string {
  return text.replace(forbidden, (one) => `\\u${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);
}
