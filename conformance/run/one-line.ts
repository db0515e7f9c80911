// Control characters, and those that turn the direction of text, could make a line say something else on a terminal.
const disturbing = /[\s\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/**
 * Text from outside as a part of one line: white space and control characters become single spaces, and what is longer
 * than `length` characters is cut.
 */
export function oneLine(text: string, length: number): string {
  // Text may be megabytes long, of which only the beginning matters.
  const line = text
    .slice(0, 20 * length)
    .replace(disturbing, ' ')
    .trim();
  return line.length > length ? `${line.slice(0, length)}...` : line;
}
