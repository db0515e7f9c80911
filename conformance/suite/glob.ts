/**
 * What a glob fits, held against the whole of a text, letter case counting: `*` stands for any characters, none among
 * them, and `?` for one. Takes no longer than the two lengths multiplied, whatever they hold: an expression with as many
 * stars could take for ever.
 */
export function globMatcher(glob: string): (text: string) => boolean {
  // Stars side by side are one.
  const pattern = glob.replace(/\*+/g, '*');
  return (text) => fits(pattern, text);
}

function fits(pattern: string, text: string): boolean {
  let at = 0;
  let inText = 0;
  // Where the last star is, and where in the text what it stands for ends, as far as is known.
  let star = -1;
  let starEnd = 0;
  while (inText < text.length) {
    const wanted = pattern[at];
    if (wanted === '*') {
      star = at;
      starEnd = inText;
      at += 1;
    } else if (wanted === '?' || wanted === text[inText]) {
      at += 1;
      inText += 1;
    } else if (star >= 0) {
      // It stands for one character more. Earlier stars need not be tried again: what came after them is found already.
      starEnd += 1;
      inText = starEnd;
      at = star + 1;
    } else {
      return false;
    }
  }
  while (pattern[at] === '*') at += 1;
  return at === pattern.length;
}
