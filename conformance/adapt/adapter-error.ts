/** Something wrong in an adapter file, and where. */
export interface AdapterFault {
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** What is wrong and what is needed, in one line. */
  readonly what: string;
}

const toldAtMost = 3;

/** An adapter file is damaged; the message is one line that names the file and the first few places. */
export class AdapterError extends Error {
  override readonly name = 'AdapterError';

  /**
   * @param file as the user named it
   * @param faults at least one, by their place
   */
  constructor(
    readonly file: string,
    readonly faults: readonly AdapterFault[],
  ) {
    const told = faults.slice(0, toldAtMost).map(({ line, column, what }) => `line ${line} column ${column}: ${what}`);
    const more = faults.length - told.length;
    super(`${file} ${told.join('; ')}${more > 0 ? `; and ${more} more` : ''}`);
  }
}
