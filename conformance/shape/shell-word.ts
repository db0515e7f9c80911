/** A word as it is where no POSIX shell sees more in it, else between single quotes, in which nothing has a meaning. */
export function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
