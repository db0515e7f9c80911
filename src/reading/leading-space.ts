/**
 * Follows the white space before anything else in a file: the parser tells of none there, and the place
 * of the first tag has to be known all the same.
 */
export class LeadingSpace {
  /** Of the character after the white space so far, from 1. */
  line = 1;
  column = 1;
  #ended = false;
  #afterReturn = false;

  /** Takes in the next piece of the file. */
  take(text: string): void {
    for (let i = 0; i < text.length && !this.#ended; i++) this.#character(text.charAt(i));
  }

  #character(character: string): void {
    const isSecondOfPair = this.#afterReturn && character === '\n';
    this.#afterReturn = character === '\r';
    if (isSecondOfPair) return;
    if (character === '\n' || character === '\r') {
      this.line += 1;
      this.column = 1;
    } else if (character === ' ' || character === '\t') {
      this.column += 1;
    } else {
      this.#ended = true;
    }
  }
}
