/** What the bytes 0x80 to 0x9F stand for; those that stand for nothing are kept as control characters. */
const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** The text in bytes of Windows' encoding of western Europe. Done by hand: some versions of Node take it for Latin-1. */
export function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u009F]/g, (character) => upper.charAt(character.charCodeAt(0) - 0x80));
}
