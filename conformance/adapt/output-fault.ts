import { plainText } from '../shape/index.js';

/** Output that is not what the adapter says it is, so that there is no answer in it; the message is one line. */
export class OutputFault extends Error {
  override readonly name = 'OutputFault';
}

/** The beginning of a text, on one line, to show what came in place of what was expected. */
export function beginning(text: string): string {
  return plainText(text, 60);
}
