/** Something that XML 1.0, or the collection year, has no place for. The message names it and where it stood. */
export class XmlWriteError extends Error {
  override readonly name = 'XmlWriteError';
}

/** Matches what cannot be written as it stands, and surrogates, which need a closer look. */
const special = new RegExp('[&<>\\r\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\ud800-\\udfff\\ufffe\\uffff]');
/** With the u flag a pair of surrogates is one character, so only a lone one matches. */
const forbidden = new RegExp('[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\ud800-\\udfff\\ufffe\\uffff]', 'u');

/**
 * The text of an element: `&`, `<`, `>` and carriage returns escaped.
 * @throws XmlWriteError for a character that XML 1.0 forbids and for half a surrogate pair; `where` says whose value it is.
 */
export function escapeText(value: string, where: () => string): string {
  if (isPlain(value) || !special.test(value)) return value;
  const bad = forbiddenIn(value);
  if (bad !== undefined) throw new XmlWriteError(`${where()} holds the character ${bad}, which XML 1.0 cannot carry`);
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#xD;');
}

/** The first character that XML 1.0 cannot carry, or half a surrogate pair, as `U+0001`; undefined where all can be. */
export function forbiddenIn(value: string): string | undefined {
  const bad = forbidden.exec(value);
  return bad ? `U+${bad[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}` : undefined;
}

/** Whether a text has only characters that XML 1.0 can carry, and no half of a surrogate pair. */
export function isXmlText(value: string): boolean {
  return isPlain(value) || !forbidden.test(value);
}

const [ampersand, less, greater, space, lastPlain] = [0x26, 0x3c, 0x3e, 0x20, 0xd7ff];

/** Whether nothing in a value can be special: what values mostly are, told in half the time of the expression. */
function isPlain(value: string): boolean {
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code < space || code > lastPlain || code === ampersand || code === less || code === greater) return false;
  }
  return true;
}
