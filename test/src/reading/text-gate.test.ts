import { TextGate } from '../../../src/reading/text-gate.js';

interface Passed {
  readonly text: string;
  readonly fault: string | undefined;
}

/** What comes through a gate that is given the bytes in pieces of a size. */
function pass(bytes: Uint8Array, size: number): Passed {
  const gate = new TextGate();
  let text = '';
  for (let at = 0; at < bytes.length; at += size) {
    const piece = gate.take(bytes.subarray(at, at + size));
    text += piece.text;
    if (piece.fault !== undefined) return { text, fault: piece.fault };
  }
  const last = gate.end();
  return { text: text + last.text, fault: last.fault };
}

const mark = [0xef, 0xbb, 0xbf];
const invalid = 'a byte that is not UTF-8';
const bytesOf = (text: string): number[] => [...Buffer.from(text)];

/** A file, the text that comes through, and what is wrong with what follows. */
type Row = readonly [name: string, bytes: readonly number[], text: string, fault?: string];

const rows: readonly Row[] = [
  ['nothing', [], ''],
  ['one letter', bytesOf('a'), 'a'],
  ['characters of one to four bytes', bytesOf('aé€😀z\t\r\n\u0085'), 'aé€😀z\t\r\n\u0085'],
  ['a byte order mark', [...mark, ...bytesOf('<a/>')], '<a/>'],
  ['a byte order mark alone', mark, ''],
  ['a byte order mark further on', bytesOf('<a>\uFEFF</a>'), '<a>\uFEFF</a>'],
  ['two byte order marks', [...mark, ...mark, ...bytesOf('<a/>')], '', 'a second byte order mark'],
  ['a byte that starts no character', [...bytesOf('<aé'), 0xff, ...bytesOf('>')], '<aé', invalid],
  ['a byte that continues none', [...bytesOf('<a'), 0x80, ...bytesOf('>')], '<a', invalid],
  ['a character cut short', [...bytesOf('<a'), 0xe2, 0x82, ...bytesOf('>')], '<a', invalid],
  ['a character cut short by the end', [...bytesOf('<a'), 0xf0, 0x9f, 0x98], '<a', invalid],
  ['a letter in more bytes than it takes', [...bytesOf('<a'), 0xc1, 0xa1], '<a', invalid],
  ['half a pair of surrogates', [...bytesOf('<a'), 0xed, 0xa0, 0x80], '<a', invalid],
  ['a code point beyond the last', [...bytesOf('<a'), 0xf4, 0x90, 0x80, 0x80], '<a', invalid],
  ['windows-1252', [...bytesOf('Zo'), 0xeb, ...bytesOf(' Ash')], 'Zo', invalid],
  ['UTF-16 with a mark', [0xff, 0xfe, 0x3c, 0x00], '', invalid],
  ['UTF-16 without', [0x3c, 0x00, 0x61, 0x00], '<', 'the character U+0000, which XML forbids'],
  ['a control character', bytesOf('<a>\u000b</a>'), '<a>', 'the character U+000B, which XML forbids'],
  ['the first thing wrong of two', [...bytesOf('a\u0001'), 0xff], 'a', 'the character U+0001, which XML forbids'],
  ['the other way round', [...bytesOf('a'), 0xff, 0x01], 'a', invalid],
  ['a character at the end of the plane', bytesOf('a\uFFFFb'), 'a', 'the character U+FFFF, which XML forbids'],
];

describe('the text gate', () => {
  // As objects, since jest takes the place of an argument that a row leaves out for its own callback.
  const files = rows.map(([name, bytes, text, fault]) => ({ name, bytes, text, fault }));

  it.each(files)('gives the same for $name, however the bytes come', ({ bytes, text, fault }) => {
    for (let size = 1; size <= bytes.length + 1; size++) {
      expect([size, pass(Uint8Array.from(bytes), size)]).toEqual([size, { text, fault }]);
    }
  });
});
