import { isUtf8 } from 'node:buffer';

/** Characters that XML 1.0 forbids as they stand. Lone surrogates cannot come out of valid UTF-8. */
const forbidden = new RegExp('[\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\uFFFE\\uFFFF]');
const byteOrderMark = '\uFEFF';

/** Text that may be read, and what is wrong with the byte or character right after it. */
export interface GatedText {
  readonly text: string;
  readonly fault?: string;
}

/**
 * Turns the bytes of a file into text, piece by piece, and stops at the first byte or character that
 * FILE-02 refuses. What stands before it is still handed on, so that of two faults the first is told.
 */
export class TextGate {
  #tail: Buffer = Buffer.alloc(0);
  #start = '';
  #started = false;

  /** The text of the next bytes; a character cut in two waits for the rest of it. */
  take(bytes: Uint8Array): GatedText {
    const all = this.#tail.length === 0 ? asBuffer(bytes) : Buffer.concat([this.#tail, bytes]);
    const whole = all.length - cutLength(all);
    this.#tail = Buffer.from(all.subarray(whole));
    return this.#check(all.subarray(0, whole));
  }

  /** What was held back, once there are no more bytes. */
  end(): GatedText {
    const rest = this.#tail;
    this.#tail = Buffer.alloc(0);
    const last = this.#check(rest);
    if (this.#started) return last;
    // One character, or none: of a file so short the start is still held.
    const text = this.#start === byteOrderMark ? '' : this.#start;
    return { ...last, text };
  }

  #check(bytes: Buffer): GatedText {
    const sound = isUtf8(bytes) ? bytes.length : firstInvalid(bytes);
    let text = bytes.toString('utf8', 0, sound);
    let fault = sound < bytes.length ? 'a byte that is not UTF-8' : undefined;
    const at = text.search(forbidden);
    if (at >= 0) {
      fault = `the character U+${text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')}, which XML forbids`;
      text = text.slice(0, at);
    }
    return this.#started ? gated(text, fault) : this.#first(text, fault);
  }

  /** One byte order mark at the start is left out; a second one is a fault. */
  #first(text: string, fault: string | undefined): GatedText {
    const start = this.#start + text;
    if (fault === undefined && start.length < 2) {
      this.#start = start;
      return { text: '' };
    }
    this.#started = true;
    if (!start.startsWith(byteOrderMark)) return gated(start, fault);
    const rest = start.slice(1);
    return rest.startsWith(byteOrderMark) ? { text: '', fault: 'a second byte order mark' } : gated(rest, fault);
  }
}

function gated(text: string, fault: string | undefined): GatedText {
  return fault === undefined ? { text } : { text, fault };
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** How many bytes at the end begin a character that is not all there yet. */
function cutLength(bytes: Buffer): number {
  const longest = Math.min(3, bytes.length);
  for (let back = 1; back <= longest; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return sequenceLength(byte) > back ? back : 0;
  }
  return 0;
}

function sequenceLength(lead: number): number {
  if (lead >= 0xf0) return 4;
  return lead >= 0xe0 ? 3 : 2;
}

/** Index of the first byte that no valid sequence holds. Looks no further than it must: each prefix is checked whole. */
function firstInvalid(bytes: Buffer): number {
  let low = 0;
  let high = bytes.length;
  // The longest valid prefix; a prefix that ends inside a character is cut back to where it began.
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const prefix = bytes.subarray(0, middle);
    if (isUtf8(prefix.subarray(0, middle - cutLength(prefix)))) low = middle;
    else high = middle - 1;
  }
  return low - cutLength(bytes.subarray(0, low));
}
