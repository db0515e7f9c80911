/** A crosswalk file is damaged; the message is one line that names the file and the lines. */
export class CrosswalkError extends Error {
  override readonly name = 'CrosswalkError';

  /**
   * @param file as the user named it
   * @param faults what is wrong, each beginning with `line N: `, at least one
   */
  constructor(
    file: string,
    readonly faults: readonly string[],
  ) {
    const told = faults.slice(0, toldAtMost);
    const more = faults.length - told.length;
    super(`${file} ${told.join('; ')}${more > 0 ? `; and ${more} more` : ''}`);
  }
}

const toldAtMost = 3;
