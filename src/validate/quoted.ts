const longest = 1000;

/**
 * Text of a file as a finding shows it: as given, but cut after 1,000 characters, where an ellipsis
 * stands for the rest. What comes back is a copy: text as it was read would keep the whole piece of the
 * file in memory that it was cut from.
 */
export function quoted(text: string): string {
  return copy(text.length > longest ? `${text.slice(0, longest)}…` : text);
}

/** The same text, apart from whatever it was cut from. */
export function copy(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
