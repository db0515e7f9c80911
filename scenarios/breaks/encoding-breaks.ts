import type { Break } from './break.js';
import { before, bytesBefore, declared, fileBreaksOf, inSurname } from './file-text.js';

const notUtf8 = fileBreaksOf('FILE-02');

const mark = '\uFEFF';

/** The code units of UTF-16 with the high byte first. */
function utf16be(text: string): Uint8Array {
  return Buffer.from(text, 'utf16le').swap16();
}

function utf32le(text: string): Uint8Array {
  const points = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const bytes = Buffer.alloc(points.length * 4);
  points.forEach((point, i) => bytes.writeUInt32LE(point, i * 4));
  return bytes;
}

const sixteen = declared('<?xml version="1.0" encoding="UTF-16"?>\n');

const otherEncodings: readonly Break[] = [
  notUtf8('utf-16-with-mark', 'The file is UTF-16 with a byte order mark.', (xml) =>
    Buffer.from(mark + xml, 'utf16le'),
  ),
  notUtf8('utf-16-without-mark', 'The file is UTF-16 without a byte order mark.', (xml) => Buffer.from(xml, 'utf16le')),
  notUtf8('utf-16-declared', 'The file is UTF-16 with a byte order mark, and declared so.', (xml) =>
    Buffer.from(mark + sixteen(xml), 'utf16le'),
  ),
  notUtf8('utf-16-be-with-mark', 'The file is UTF-16, high byte first, with a byte order mark.', (xml) =>
    utf16be(mark + xml),
  ),
  notUtf8('utf-16-be-without-mark', 'The file is UTF-16, high byte first, without a byte order mark.', utf16be),
  notUtf8('utf-16-be-declared', 'The file is UTF-16, high byte first, and declared so.', (xml) =>
    utf16be(mark + sixteen(xml)),
  ),
  notUtf8('utf-16-without-declaration', 'The file is UTF-16 with a mark and without an XML declaration.', (xml) =>
    Buffer.from(mark + declared('')(xml), 'utf16le'),
  ),
  notUtf8('utf-32-with-mark', 'The file is UTF-32 with a byte order mark.', (xml) => utf32le(mark + xml)),
];

const otherDeclared: readonly Break[] = (
  [
    ['other-encoding-declared', 'ISO-8859-1'],
    ['windows-1252-declared', 'windows-1252'],
    ['us-ascii-declared', 'US-ASCII'],
    ['utf-16-declared-wrongly', 'UTF-16'],
    ['utf8-without-hyphen-declared', 'UTF8'],
    ['unknown-encoding-declared', 'local'],
  ] as const
).map(([name, encoding]) =>
  notUtf8(name, `${encoding} is declared.`, declared(`<?xml version="1.0" encoding="${encoding}"?>\n`)),
);

/** Bytes that are no UTF-8, at the end of the first Surname. */
const badBytes: readonly Break[] = (
  [
    ['unpaired-surrogate', 'half of a surrogate pair, encoded as three bytes', [0xed, 0xa0, 0x80]],
    ['surrogate-pair', 'a surrogate pair, encoded as six bytes', [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80]],
    ['overlong-two-bytes', 'a letter encoded in two bytes that has one', [0xc1, 0x81]],
    ['overlong-three-bytes', 'a letter encoded in three bytes that has one', [0xe0, 0x81, 0x81]],
    ['overlong-four-bytes', 'a letter encoded in four bytes that has one', [0xf0, 0x80, 0x81, 0x81]],
    ['overlong-nul', 'NUL encoded in two bytes', [0xc0, 0x80]],
    ['beyond-unicode', 'a character beyond the last one of Unicode', [0xf4, 0x90, 0x80, 0x80]],
    ['byte-never-used', 'a byte that UTF-8 never uses', [0xff]],
    ['continuation-alone', 'a byte that can only continue a character', [0x80]],
    ['character-not-ended', 'the first two bytes of a character of three', [0xe2, 0x82]],
  ] as const
).map(([name, what, bytes]) => notUtf8(name, `A Surname holds ${what}.`, bytesBefore('</Surname>', ...bytes)));

const badElsewhere: readonly Break[] = [
  notUtf8('windows-1252-byte', 'A Surname holds an e with an acute accent as the one byte of Windows-1252.', (xml) =>
    Buffer.from(inSurname('\u00e9')(xml), 'latin1'),
  ),
  notUtf8(
    'windows-1252-quotation-mark',
    'A Surname holds an apostrophe as the one byte of Windows-1252.',
    bytesBefore('</Surname>', 0x92),
  ),
  notUtf8('bad-byte-in-comment', 'A comment holds a byte of Windows-1252.', (xml) =>
    Buffer.from(before('<Message>', '<!-- caf\u00e9 -->\n')(xml), 'latin1'),
  ),
  notUtf8('bad-byte-in-tag', 'The name of an element holds a byte of Windows-1252.', (xml) =>
    Buffer.from(before('<Surname>', '<Pr\u00e9nom/>')(xml), 'latin1'),
  ),
  notUtf8('bad-byte-at-end', 'A byte that UTF-8 never uses stands at the end of the file.', (xml) =>
    Buffer.concat([Buffer.from(xml), Buffer.from([0xff])]),
  ),
  notUtf8('cut-off-in-character', 'The file ends in the bytes of a character.', (xml) =>
    Buffer.concat([Buffer.from(xml.slice(0, xml.indexOf('</Surname>'))), Buffer.from([0xe2, 0x82])]),
  ),
];

const forbidden: readonly Break[] = [
  notUtf8('two-byte-order-marks', 'Two byte order marks stand at the start.', (xml) => mark + mark + xml),
  notUtf8('nul', 'A Surname holds the character NUL.', inSurname('\u0000')),
  notUtf8('control-character', 'A Surname holds a control character.', inSurname('\u001f')),
  notUtf8('escape-character', 'A Surname holds the character ESC.', inSurname('\u001b')),
  notUtf8('vertical-tab', 'A Surname holds a vertical tab.', inSurname('\u000b')),
  notUtf8('form-feed', 'A form feed stands between two persons.', before('<Person>', '\u000c')),
  notUtf8('noncharacter-fffe', 'A Surname holds U+FFFE.', inSurname('\ufffe')),
  notUtf8('noncharacter-ffff', 'A Surname holds U+FFFF.', inSurname('\uffff')),
  notUtf8('control-character-in-comment', 'A comment holds a control character.', inSurname('<!--\u0001-->')),
  notUtf8('control-character-in-cdata', 'A CDATA section holds a control character.', inSurname('<![CDATA[\u0001]]>')),
  notUtf8('nul-at-end', 'The file ends with NUL.', (xml) => `${xml}\u0000`),
  notUtf8('end-of-file-character', 'The file ends with the character U+001A.', (xml) => `${xml}\u001a`),
];

/** The fault met first is the only one told. */
const beforeOthers: readonly Break[] = [
  notUtf8('then-not-well-formed', 'A Surname holds a control character, and a tag further on is not closed.', (xml) =>
    inSurname('\u0001')(xml).replace('</Forename>', ''),
  ),
  notUtf8('then-doctype', 'A comment holds a control character, and a document type declaration follows.', (xml) =>
    before('<Message>', '<!--\u0001-->\n<!DOCTYPE Message>\n')(xml),
  ),
  notUtf8('then-other-root', 'Another encoding is declared, and the root is another one.', (xml) =>
    declared('<?xml version="1.0" encoding="ISO-8859-1"?>\n')(xml)
      .replace('<Message>', '<Return>')
      .replace('</Message>', '</Return>'),
  ),
];

/** Breaks of FILE-02: files that are not UTF-8, or hold characters that XML does not have. */
export const encodingBreaks: readonly Break[] = [
  ...otherEncodings,
  ...otherDeclared,
  ...badBytes,
  ...badElsewhere,
  ...forbidden,
  ...beforeOthers,
];
