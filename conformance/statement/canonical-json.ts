/**
 * A JSON value as one text, the same for the same value however it was written, after RFC 8785: no white space, the
 * fields of an object in the order of their names by UTF-16 code unit, numbers and texts as ECMAScript writes them. It
 * is what a statement is signed over, as UTF-8.
 * @throws TypeError for what JSON cannot carry: undefined, a number that is not finite, half of a pair of surrogates
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${value} is no number that JSON can carry`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`${typeof value} is nothing that JSON can carry`);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${fields.map(([name, field]) => `${text(name)}:${canonicalJson(field)}`).join(',')}}`;
}

function text(value: string): string {
  if (/\p{Cs}/u.test(value)) throw new TypeError('a text holds half of a pair of surrogates');
  return JSON.stringify(value);
}
