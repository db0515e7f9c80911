/** Characters of text from elsewhere that are shown at most, where nothing else is said. */
const shownAtMost = 200;

/**
 * Control characters, which a terminal may obey, those that turn the direction of text, those of no width, and halves of
 * pairs.
 */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/**
 * Text from elsewhere as it stands, but that no character of it is obeyed by a terminal or stays unseen: each such one
 * becomes a mark, line breaks and tabs among them.
 */
export function withoutControls(text: string): string {
  return text.replace(unseen, '\u{fffd}');
}

/**
 * Text from elsewhere as a part of one line: white space becomes single spaces, nothing is obeyed by a terminal, and what
 * is longer is cut.
 * @param atMost characters, at least 1
 */
export function plainText(text: string, atMost: number = shownAtMost): string {
  // Text may be megabytes long, of which only the beginning matters.
  const line = withoutControls(text.slice(0, 20 * atMost).replace(/\s+/g, ' ')).trim();
  const characters = Array.from(line);
  return characters.length > atMost ? `${characters.slice(0, atMost).join('')} …` : line;
}

/**
 * Text that is kept no longer than it may be. What was cut ends in an ellipsis; what is cut again stays as it is.
 * @param atMost UTF-16 units with the ellipsis, at least 2
 */
export function cutText(text: string, atMost: number): string {
  if (text.length <= atMost) return text;
  const kept = text.slice(0, atMost - 1);
  // Half a pair is no character.
  const cut = `${/[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept}…`;
  // A part of a text holds on to all of it, which may be megabytes; a copy does not.
  return Buffer.from(cut, 'utf16le').toString('utf16le');
}
