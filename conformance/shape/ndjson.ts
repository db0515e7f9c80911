import { reasonOf } from './errors.js';

/** A line of an NDJSON text that could not be read. */
export class LineError extends Error {
  override readonly name = 'LineError';
  /** @param line from 1 */
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Reads NDJSON: one JSON value a line, the last line ended too. An empty text holds none.
 * @throws LineError with the line where one is no JSON or `parse` refuses it.
 */
export function parseNdjson<T>(text: string, parse: (value: unknown) => T): T[] {
  const parsed: T[] = [];
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  for (const [index, line] of lines.entries()) {
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      throw new LineError(index + 1, 'is not JSON');
    }
    try {
      parsed.push(parse(value));
    } catch (error) {
      throw new LineError(index + 1, reasonOf(error));
    }
  }
  return parsed;
}
