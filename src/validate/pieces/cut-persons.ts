/** The part of a file up to the persons, runs of whole persons, and what is left after the last of them. */
export interface CutFile {
  /** Closes what the file is read from, where it is not read to its end. */
  close(): void;
  /** Up to and with the tag that opens Persons. */
  readonly start: Uint8Array;
  /**
   * To be taken to the end before `end` is asked for. Each piece has memory of its own. They end early where no person
   * ends for very long: what is left is then more than stands after the persons of any return.
   */
  readonly pieces: Iterable<Uint8Array<ArrayBuffer>>;
  /** What stands after the last person. */
  end(): Uint8Array;
}

const opening = Buffer.from('<Persons>');
const closing = Buffer.from('</Person>');

/** The tag that opens Persons is looked for so far; a header takes a few hundred bytes. */
const furthestStart = 1 << 20;

/** Longer than any person is, and far less than the memory there is. */
const longestPerson = 1 << 26;

/**
 * Cuts a file after persons, into pieces of at least so many bytes. It goes by the bytes of two tags alone: whether they
 * are what they look like is for whoever reads the pieces to find out. Undefined where no Persons opens near the start.
 */
export function cutPersons(chunks: Iterable<Uint8Array>, pieceBytes: number): CutFile | undefined {
  const rest = chunks[Symbol.iterator]();
  let held = Buffer.alloc(0);
  let at = -1;
  while (at < 0) {
    const next = rest.next();
    if (next.done === true || held.length > furthestStart) {
      rest.return?.();
      return undefined;
    }
    held = Buffer.concat([held, next.value]);
    at = held.indexOf(opening);
  }
  const start = held.subarray(0, at + opening.length);
  let after: Uint8Array = held.subarray(at + opening.length);
  return {
    close: () => {
      rest.return?.();
    },
    start,
    pieces: (function* () {
      let parts = [after];
      let length = after.length;
      let wanted = pieceBytes;
      for (;;) {
        const next = length < wanted ? rest.next() : undefined;
        if (next && next.done !== true) {
          parts.push(next.value);
          length += next.value.length;
          continue;
        }
        // Memory of its own, which can change hands.
        const all = joined(parts, length);
        const last = Buffer.from(all.buffer).lastIndexOf(closing);
        const cut = last < 0 ? 0 : last + closing.length;
        after = all.slice(cut);
        if (cut > 0) yield all.subarray(0, cut);
        if (next?.done === true || after.length > longestPerson) return;
        parts = [after];
        length = after.length;
        // A person may be longer than a piece.
        wanted = Math.max(pieceBytes, length * 2);
      }
    })(),
    end: () => after,
  };
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
