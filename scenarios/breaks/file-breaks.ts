import type { Break, Change } from './break.js';

const file = '/';
const parent = 'issued-on-time';

/** A break that changes the text of the file. */
function text(rule: string, name: string, summary: string, at: string, change: (xml: string) => string): Break {
  return {
    rule,
    name,
    summary,
    parent,
    bytes: (xml) => ({ at: [at], file: Buffer.from(different(xml, change(xml)), 'utf8') }),
  };
}

/** A break that changes the bytes of the file. */
function bytes(rule: string, name: string, summary: string, change: (xml: string) => Uint8Array): Break {
  return {
    rule,
    name,
    summary,
    parent,
    bytes: (xml): Change & { file: Uint8Array } => ({ at: [file], file: change(xml) }),
  };
}

/** A change that finds nothing to change would make a broken case that is valid. */
function different(before: string, after: string): string {
  if (before === after) throw new RangeError('the change of the break changed nothing');
  return after;
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Replaces the byte order mark's place: the text after the declaration, under another one or none. */
function declared(as: string): (xml: string) => string {
  return (xml) => xml.replace(declaration, as);
}

function inSurname(insert: string): (xml: string) => string {
  return (xml) => xml.replace('</Surname>', `${insert}</Surname>`);
}

const notWellFormed: readonly Break[] = [
  text('FILE-01', 'empty-file', 'The file is empty.', file, () => ''),
  text('FILE-01', 'not-xml', 'The file is a line of text.', file, () => 'LA,Year\n202,2025\n'),
  text('FILE-01', 'cut-off', 'The file ends in the middle of an element.', file, (xml) => xml.slice(0, xml.length / 2)),
  text('FILE-01', 'last-tag-gone', 'The end tag of Message is not there.', file, (xml) =>
    xml.replace('</Message>\n', ''),
  ),
  text('FILE-01', 'unclosed-tag', 'A Surname has no end tag.', file, (xml) => xml.replace('</Surname>', '')),
  text('FILE-01', 'crossed-tags', 'Two end tags are exchanged.', file, (xml) =>
    xml.replace(/(<\/Person>)(\s*)(<\/Persons>)/, '$3$2$1'),
  ),
  text('FILE-01', 'two-roots', 'A second element stands after Message.', file, (xml) => `${xml}<Message/>\n`),
  text('FILE-01', 'bare-ampersand', 'An ampersand stands in a Surname as it is.', file, inSurname('&')),
  text('FILE-01', 'unknown-entity', 'A Surname holds an entity that XML does not know.', file, inSurname('&eacute;')),
  text(
    'FILE-01',
    'reference-to-forbidden-character',
    'A Surname holds a reference to the character U+0001.',
    file,
    inSurname('&#1;'),
  ),
  text('FILE-01', 'xml-1-1', 'XML 1.1 is declared.', file, declared('<?xml version="1.1" encoding="UTF-8"?>\n')),
  text(
    'FILE-01',
    'line-before-declaration',
    'An empty line stands before the XML declaration.',
    file,
    (xml) => `\n${xml}`,
  ),
];

const notUtf8: readonly Break[] = [
  bytes(
    'FILE-02',
    'windows-1252-byte',
    'A Surname holds an e with an acute accent as the one byte of Windows-1252.',
    (xml) => Buffer.from(inSurname('\u00e9')(xml), 'latin1'),
  ),
  bytes('FILE-02', 'utf-16-with-mark', 'The file is UTF-16 with a byte order mark.', (xml) =>
    Buffer.from(`\uFEFF${xml}`, 'utf16le'),
  ),
  bytes('FILE-02', 'utf-16-without-mark', 'The file is UTF-16 without a byte order mark.', (xml) =>
    Buffer.from(xml, 'utf16le'),
  ),
  bytes('FILE-02', 'unpaired-surrogate', 'A Surname holds half of a surrogate pair, encoded as three bytes.', (xml) => {
    const at = xml.indexOf('</Surname>');
    return Buffer.concat([Buffer.from(xml.slice(0, at)), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from(xml.slice(at))]);
  }),
  text(
    'FILE-02',
    'two-byte-order-marks',
    'Two byte order marks stand at the start.',
    file,
    (xml) => `\uFEFF\uFEFF${xml}`,
  ),
  text('FILE-02', 'nul', 'A Surname holds the character NUL.', file, inSurname('\u0000')),
  text('FILE-02', 'control-character', 'A Surname holds a control character.', file, inSurname('\u001f')),
  text(
    'FILE-02',
    'other-encoding-declared',
    'ISO-8859-1 is declared.',
    file,
    declared('<?xml version="1.0" encoding="ISO-8859-1"?>\n'),
  ),
];

const withDoctype: readonly Break[] = [
  text(
    'FILE-03',
    'harmless',
    'There is a document type declaration without anything in it.',
    file,
    declared(`${declaration}<!DOCTYPE Message>\n`),
  ),
  text(
    'FILE-03',
    'external-entity',
    'There is a document type declaration with an entity in another file.',
    file,
    (xml) =>
      inSurname('&other;')(
        declared(`${declaration}<!DOCTYPE Message [<!ENTITY other SYSTEM "file:///etc/hostname">]>\n`)(xml),
      ),
  ),
  text(
    'FILE-03',
    'nested-entities',
    'There is a document type declaration with entities made of entities.',
    file,
    (xml) => {
      const levels = Array.from({ length: 9 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`);
      const doctype = `<!DOCTYPE Message [<!ENTITY e0 "ha">${levels.join('')}]>\n`;
      return inSurname('&e9;')(declared(declaration + doctype)(xml));
    },
  ),
];

const notAReturn: readonly Break[] = [
  text('FILE-04', 'other-root', 'The root element is called Return.', '/Message', (xml) =>
    xml.replace('<Message>', '<Return>').replace('</Message>', '</Return>'),
  ),
  text('FILE-04', 'root-in-small-letters', 'The root element is written in small letters.', '/Message', (xml) =>
    xml.replace('<Message>', '<message>').replace('</Message>', '</message>'),
  ),
  text('FILE-04', 'default-namespace', 'Message is in a namespace.', '/Message', (xml) =>
    xml.replace('<Message>', '<Message xmlns="urn:example:sen2">'),
  ),
  text('FILE-04', 'prefix', 'Every element of the header is in a namespace.', '/Message', (xml) =>
    xml
      .replace('<Message>', '<Message xmlns:s="urn:example:sen2">')
      .replace('<Header>', '<s:Header>')
      .replace('</Header>', '</s:Header>'),
  ),
  text('FILE-04', 'namespace-further-down', 'One person is in a namespace.', '/Message', (xml) =>
    xml.replace('<Person>', '<Person xmlns="urn:example:sen2">'),
  ),
];

/** Breaks that a return as records cannot hold: files that cannot be read as a return. */
export const fileBreaks: readonly Break[] = [...notWellFormed, ...notUtf8, ...withDoctype, ...notAReturn];
