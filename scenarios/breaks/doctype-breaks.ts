import type { Break } from './break.js';
import { declaration, declared, fileBreaksOf, inSurname } from './file-text.js';

const withDoctype = fileBreaksOf('FILE-03');

/** Puts a document type declaration, or what is to look like one, before Message. */
function doctype(text: string): (xml: string) => string {
  return declared(`${declaration}${text}\n`);
}

/** The same, and a reference to an entity in the first Surname. */
function doctypeAndEntity(text: string, entity: string): (xml: string) => string {
  return (xml) => inSurname(`&${entity};`)(doctype(text)(xml));
}

const levels = Array.from({ length: 9 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('');

/** Breaks of FILE-03: files with a document type declaration. */
export const doctypeBreaks: readonly Break[] = [
  withDoctype(
    'harmless',
    'There is a document type declaration without anything in it.',
    doctype('<!DOCTYPE Message>'),
  ),
  withDoctype(
    'without-declaration',
    'There is a document type declaration, and no XML declaration.',
    declared('<!DOCTYPE Message>\n'),
  ),
  withDoctype(
    'after-comment',
    'A document type declaration stands after a comment.',
    doctype('<!-- a note -->\n<!DOCTYPE Message>'),
  ),
  withDoctype(
    'after-byte-order-mark',
    'There are a byte order mark and a document type declaration.',
    (xml) => `\uFEFF${doctype('<!DOCTYPE Message>')(xml)}`,
  ),
  withDoctype('of-other-root', 'The document type declaration is of another root.', doctype('<!DOCTYPE html>')),
  withDoctype(
    'external-subset',
    'The document type declaration names another file.',
    doctype('<!DOCTYPE Message SYSTEM "sen2.dtd">'),
  ),
  withDoctype(
    'public-identifier',
    'The document type declaration has a public identifier.',
    doctype('<!DOCTYPE Message PUBLIC "-//Example//SEN2//EN" "http://localhost/sen2.dtd">'),
  ),
  withDoctype(
    'internal-subset',
    'The document type declaration declares elements.',
    doctype('<!DOCTYPE Message [\n<!ELEMENT Message ANY>\n<!-- ]> -->\n]>'),
  ),
  withDoctype(
    'empty-internal-subset',
    'The document type declaration has an empty subset.',
    doctype('<!DOCTYPE Message []>'),
  ),
  withDoctype(
    'attribute-default',
    'The document type declaration gives Surname an attribute.',
    doctype('<!DOCTYPE Message [<!ATTLIST Surname source CDATA "local">]>'),
  ),
  withDoctype(
    'internal-entity',
    'There is a document type declaration with an entity that is used.',
    doctypeAndEntity('<!DOCTYPE Message [<!ENTITY name "Smith">]>', 'name'),
  ),
  withDoctype(
    'external-entity',
    'There is a document type declaration with an entity in another file.',
    doctypeAndEntity('<!DOCTYPE Message [<!ENTITY other SYSTEM "file:///etc/hostname">]>', 'other'),
  ),
  withDoctype(
    'external-entity-on-network',
    'There is a document type declaration with an entity on another machine.',
    doctypeAndEntity('<!DOCTYPE Message [<!ENTITY other SYSTEM "http://localhost:9/other">]>', 'other'),
  ),
  withDoctype(
    'parameter-entity',
    'There is a document type declaration with a parameter entity in another file.',
    doctype('<!DOCTYPE Message [<!ENTITY % other SYSTEM "file:///etc/hostname"> %other;]>'),
  ),
  withDoctype(
    'nested-entities',
    'There is a document type declaration with entities made of entities.',
    doctypeAndEntity(`<!DOCTYPE Message [<!ENTITY e0 "ha">${levels}]>`, 'e9'),
  ),
  withDoctype(
    'entity-in-itself',
    'There is a document type declaration with an entity that holds itself.',
    doctypeAndEntity('<!DOCTYPE Message [<!ENTITY loop "&loop;">]>', 'loop'),
  ),
  withDoctype('cut-off-inside', 'The file ends inside the document type declaration.', (xml) => {
    const text = doctype('<!DOCTYPE Message [<!ELEMENT ')(xml);
    return text.slice(0, text.indexOf('<!ELEMENT'));
  }),
  withDoctype('then-other-root', 'There is a document type declaration, and the root is another one.', (xml) =>
    doctype('<!DOCTYPE Return>')(xml).replace('<Message>', '<Return>').replace('</Message>', '</Return>'),
  ),
  withDoctype('then-not-well-formed', 'There is a document type declaration, and a tag is not closed.', (xml) =>
    doctype('<!DOCTYPE Message>')(xml).replace('</Surname>', ''),
  ),
  withDoctype(
    'then-not-utf-8',
    'There is a document type declaration, and a Surname holds a control character.',
    (xml) => inSurname('\u0001')(doctype('<!DOCTYPE Message>')(xml)),
  ),
];
