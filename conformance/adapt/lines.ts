/** The lines of a text one after another, without their ends. What stands after the last line end is a line if it is not empty. */
export function* linesOf(text: string): Generator<string> {
  let start = 0;
  while (start < text.length) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    yield text.slice(start, end > start && text.charAt(end - 1) === '\r' ? end - 1 : end);
    start = end + 1;
  }
}

/** Characters of a line that expressions are held against: over more they can take very long. */
const lookedAtMost = 65_536;

/** The lines of a text as far as expressions are held against them. */
export function* boundedLinesOf(text: string): Generator<string> {
  for (const line of linesOf(text)) yield line.length > lookedAtMost ? line.slice(0, lookedAtMost) : line;
}
