/** Output that is not what the adapter says it is, so that there is no answer in it; the message is one line. */
export class OutputFault extends Error {
  override readonly name = 'OutputFault';
}

/** The beginning of a text, on one line, to show what came in place of what was expected. */
export function beginning(text: string): string {
  const start = text.slice(0, 200).trim().replace(/\s+/g, ' ');
  return start.length > 60 || text.length > 200 ? `${start.slice(0, 60)}...` : start;
}
