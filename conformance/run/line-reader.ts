const newline = 0x0a;

/** Takes bytes as they come and gives whole lines. */
export interface LineReader {
  /**
   * Takes the next bytes. Each line that they end is handed over, without its end.
   * @returns false where a line is longer than is taken; nothing more may be given then
   */
  push(bytes: Buffer): boolean;
  /** Whether there are bytes of a line that has not ended. */
  readonly isWithinLine: boolean;
}

/**
 * Splits bytes into lines. Each byte is looked at once and copied once at most, however the bytes are cut up.
 * @param maxLine bytes of a line at most, of which no more are ever kept
 */
export function lineReader(maxLine: number, onLine: (line: Buffer) => void): LineReader {
  let parts: Buffer[] = [];
  let size = 0;
  const take = (part: Buffer): boolean => {
    size += part.length;
    if (size > maxLine) return false;
    if (part.length > 0) parts.push(part);
    return true;
  };
  return {
    push: (bytes) => {
      let from = 0;
      for (;;) {
        const end = bytes.indexOf(newline, from);
        if (!take(bytes.subarray(from, end < 0 ? bytes.length : end))) {
          parts = [];
          return false;
        }
        if (end < 0) return true;
        const [first] = parts;
        const line = first && parts.length === 1 ? first : Buffer.concat(parts, size);
        parts = [];
        size = 0;
        from = end + 1;
        onLine(line);
      }
    },
    get isWithinLine() {
      return size > 0;
    },
  };
}
