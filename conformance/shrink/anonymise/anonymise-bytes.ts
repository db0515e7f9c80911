import { randomFor } from '../../../src/random/index.js';
import { AnonymiseError } from './anonymise-tree.js';
import { messageTags } from './slot.js';

/** How bytes that are no XML are made anonymous. */
export interface AnonymiseBytesOptions {
  readonly seed: string;
  readonly shows: (file: Uint8Array) => Promise<boolean>;
}

/** Words that may stay: tags of the message where a tag begins, and what XML itself is written with. */
const markup = new RegExp(
  [
    `<\\?xml(?=\\s)(?:\\s+version=["']1\\.[01]["'])?`,
    `\\s(?:encoding|standalone)=(?=["'])`,
    `(?<=\\sencoding=["'])(?:[Uu][Tt][Ff]-?(?:8|16)|[Ii][Ss][Oo]-8859-1|[Ww]indows-1252)(?=["'])`,
    `<[/]?(?:${[...messageTags].sort((a, b) => b.length - a.length).join('|')})(?=[\\s/>])`,
    `<!D[OCTYPE]*|<!(?:ENTITY|ELEMENT)(?=\\s)|<!\\[CDATA\\[`,
    `&(?:amp|lt|gt|apos|quot);|&#x?(?=[0-9A-Fa-f]+;)`,
  ].join('|'),
  'g',
);

/**
 * Puts other letters and digits in place of all that are not markup, and proves that the failure still shows.
 * @throws AnonymiseError where some have to stay
 */
export async function anonymiseBytes(file: Uint8Array, { seed, shows }: AnonymiseBytesOptions): Promise<Uint8Array> {
  // Each byte is one character here, whatever the encoding is.
  const text = Buffer.from(file).toString('latin1');
  const kept = new Set<number>();
  for (const { index, 0: word } of text.matchAll(markup)) for (let i = 0; i < word.length; i += 1) kept.add(index + i);
  const places = Array.from(text).flatMap((character, at) => (!kept.has(at) && isTelling(character) ? [at] : []));
  const random = randomFor(seed, 'bytes');
  const others = places.map((at) =>
    random.pick(Array.from(isDigit(text.charAt(at)) ? '0123456789' : 'xyz').filter((one) => one !== text.charAt(at))),
  );

  const done = Array.from(text);
  const put = async (from: number, to: number): Promise<void> => {
    if (from >= to) return;
    const before = places.slice(from, to).map((at) => done[at] ?? '');
    for (let i = from; i < to; i += 1) done[places[i] ?? 0] = others[i] ?? '';
    if (await shows(Buffer.from(done.join(''), 'latin1'))) return;
    for (let i = from; i < to; i += 1) done[places[i] ?? 0] = before[i - from] ?? '';
    if (to - from === 1) {
      if (isFault(text.charAt(places[from] ?? 0))) return;
      throw new AnonymiseError(
        `byte ${(places[from] ?? 0) + 1} of the smallest file could not be replaced: with no other letter there does the failure still show; nothing was written (without --anonymise it is, with real values in it)`,
      );
    }
    const half = Math.ceil((from + to) / 2);
    await put(from, half);
    await put(half, to);
  };
  await put(0, places.length);
  return Buffer.from(done.join(''), 'latin1');
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9';
}

function isTelling(character: string): boolean {
  return /[A-Za-z0-9\u0080-\u00ff]/.test(character);
}

/** A byte that is no letter of ASCII may be the fault itself; alone, it tells nothing. */
function isFault(character: string): boolean {
  return character >= '\u0080';
}
