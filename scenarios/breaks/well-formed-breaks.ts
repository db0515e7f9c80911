import type { Break } from './break.js';
import { after, before, declaration, declared, fileBreaksOf, inSurname } from './file-text.js';

const notWellFormed = fileBreaksOf('FILE-01');

const tags: readonly Break[] = [
  notWellFormed('unclosed-tag', 'A Surname has no end tag.', (xml) => xml.replace('</Surname>', '')),
  notWellFormed('unopened-tag', 'A Surname has no start tag.', (xml) => xml.replace('<Surname>', '')),
  notWellFormed('unclosed-person', 'A person has no end tag.', (xml) => xml.replace('</Person>', '')),
  notWellFormed('unopened-person', 'A person has no start tag.', (xml) => xml.replace('<Person>', '')),
  notWellFormed('crossed-tags', 'Two end tags are exchanged.', (xml) =>
    xml.replace(/(<\/Person>)(\s*)(<\/Persons>)/, '$3$2$1'),
  ),
  notWellFormed('crossed-items', 'Surname ends after Forename begins.', (xml) =>
    xml.replace(/(<\/Surname>)(\s*)(<Forename>)/, '$3$2$1'),
  ),
  notWellFormed('end-tag-in-other-letters', 'The end tag of a Surname is in small letters.', (xml) =>
    xml.replace('</Surname>', '</surname>'),
  ),
  notWellFormed('end-tag-for-start-tag', 'The start tag of a Surname is an end tag.', (xml) =>
    xml.replace('<Surname>', '</Surname>'),
  ),
  notWellFormed('tag-without-bracket', 'The start tag of a Surname does not end.', (xml) =>
    xml.replace('<Surname>', '<Surname '),
  ),
  notWellFormed('space-before-name', 'A space stands before the name in a start tag.', (xml) =>
    xml.replace('<Surname>', '< Surname>'),
  ),
  notWellFormed('name-starts-with-digit', 'The name of an element starts with a digit.', before('<Surname>', '<1st/>')),
  notWellFormed('space-in-name', 'The name of an element has a space in it.', before('<Surname>', '<Local Note/>')),
  notWellFormed('attribute-on-end-tag', 'An end tag carries an attribute.', (xml) =>
    xml.replace('</Surname>', '</Surname id="1">'),
  ),
  notWellFormed('attribute-twice', 'An element carries the same attribute twice.', (xml) =>
    xml.replace('<Surname>', '<Surname id="1" id="2">'),
  ),
  notWellFormed('attribute-without-quotes', 'The value of an attribute has no quotes.', (xml) =>
    xml.replace('<Surname>', '<Surname id=1>'),
  ),
  notWellFormed('less-than-in-attribute', 'The value of an attribute holds a less-than sign.', (xml) =>
    xml.replace('<Surname>', '<Surname id="<">'),
  ),
];

const roots: readonly Break[] = [
  notWellFormed('empty-file', 'The file is empty.', () => ''),
  notWellFormed('not-xml', 'The file is a line of text.', () => 'LA,Year\n202,2025\n'),
  notWellFormed('json', 'The file is JSON.', () => '{"Message":{"Header":{},"Persons":[]}}\n'),
  notWellFormed('white-space-only', 'The file holds white space only.', () => ' \n'),
  notWellFormed(
    'no-root',
    'The file holds an XML declaration and a comment only.',
    () => `${declaration}<!-- none -->\n`,
  ),
  notWellFormed('root-in-comment', 'The whole message is in a comment.', (xml) =>
    xml.replace('<Message>', '<!--<Message>').replace('</Message>', '</Message>-->'),
  ),
  notWellFormed('two-roots', 'A second element stands after Message.', (xml) => `${xml}<Message/>\n`),
  notWellFormed('two-files', 'The file holds the return twice.', (xml) => xml + xml),
  notWellFormed('text-before-root', 'Text stands before Message.', before('<Message>', 'text')),
  notWellFormed('text-after-root', 'Text stands after Message.', (xml) => `${xml}text\n`),
  notWellFormed('cdata-after-root', 'A CDATA section stands after Message.', (xml) => `${xml}<![CDATA[ ]]>\n`),
  notWellFormed('reference-after-root', 'A reference to a space stands after Message.', (xml) => `${xml}&#32;\n`),
];

const texts: readonly Break[] = [
  notWellFormed('bare-ampersand', 'An ampersand stands in a Surname as it is.', inSurname('&')),
  notWellFormed('ampersand-and-space', 'An ampersand and a space stand in a Surname as they are.', inSurname('& Co')),
  notWellFormed('bare-less-than', 'A less-than sign stands in a Surname as it is.', inSurname('<')),
  notWellFormed('end-of-cdata-in-text', 'The end of a CDATA section stands in a Surname as it is.', inSurname(']]>')),
  notWellFormed('unknown-entity', 'A Surname holds an entity that XML does not know.', inSurname('&eacute;')),
  notWellFormed(
    'no-break-space-entity',
    'A Surname holds the entity for a no-break space of HTML.',
    inSurname('&nbsp;'),
  ),
  notWellFormed('entity-without-semicolon', 'A Surname holds an entity without its semicolon.', inSurname('&amp')),
  notWellFormed('entity-in-capitals', 'A Surname holds an entity in capitals.', inSurname('&AMP;')),
  notWellFormed(
    'reference-without-number',
    'A Surname holds a character reference without a number.',
    inSurname('&#;'),
  ),
  notWellFormed(
    'reference-in-hexadecimal-without-x',
    'A Surname holds a character reference in hexadecimal without its x.',
    inSurname('&#4F;'),
  ),
  notWellFormed(
    'reference-with-capital-x',
    'A Surname holds a hexadecimal reference with a capital X.',
    inSurname('&#X41;'),
  ),
  ...(
    [
      ['reference-to-forbidden-character', '1', 'U+0001'],
      ['reference-to-nul', '0', 'U+0000'],
      ['reference-to-surrogate', 'xD800', 'U+D800'],
      ['reference-to-noncharacter', 'xFFFE', 'U+FFFE'],
      ['reference-beyond-unicode', 'x110000', 'U+110000'],
    ] as const
  ).map(([name, number, character]) =>
    notWellFormed(name, `A Surname holds a reference to the character ${character}.`, inSurname(`&#${number};`)),
  ),
  notWellFormed('unclosed-comment', 'A comment does not end.', inSurname('<!-- a note')),
  notWellFormed('two-hyphens-in-comment', 'A comment holds two hyphens.', inSurname('<!-- a -- note -->')),
  notWellFormed('comment-ends-with-three-hyphens', 'A comment ends with three hyphens.', inSurname('<!-- a note --->')),
  notWellFormed('comment-in-tag', 'A comment stands inside a start tag.', (xml) =>
    xml.replace('<Surname>', '<Surname <!-- a note -->>'),
  ),
  notWellFormed('unclosed-cdata', 'A CDATA section does not end.', inSurname('<![CDATA[text')),
  notWellFormed(
    'cdata-in-small-letters',
    'A CDATA section is written in small letters.',
    inSurname('<![cdata[text]]>'),
  ),
  notWellFormed('unclosed-instruction', 'A processing instruction does not end.', inSurname('<?note text')),
  notWellFormed('instruction-without-name', 'A processing instruction has no name.', inSurname('<? note?>')),
];

const declarations: readonly Break[] = [
  notWellFormed('xml-1-1', 'XML 1.1 is declared.', declared('<?xml version="1.1" encoding="UTF-8"?>\n')),
  notWellFormed('xml-2-0', 'XML 2.0 is declared.', declared('<?xml version="2.0" encoding="UTF-8"?>\n')),
  notWellFormed('line-before-declaration', 'An empty line stands before the XML declaration.', (xml) => `\n${xml}`),
  notWellFormed('space-before-declaration', 'A space stands before the XML declaration.', (xml) => ` ${xml}`),
  notWellFormed(
    'comment-before-declaration',
    'A comment stands before the XML declaration.',
    (xml) => `<!-- a note -->${xml}`,
  ),
  notWellFormed('two-declarations', 'The XML declaration stands twice.', (xml) => declaration + xml),
  notWellFormed('declaration-inside', 'An XML declaration stands inside Message.', after('<Message>', declaration)),
  notWellFormed('declaration-in-capitals', 'The XML declaration is in capitals.', declared('<?XML version="1.0"?>\n')),
  notWellFormed(
    'declaration-without-version',
    'The XML declaration has no version.',
    declared('<?xml encoding="UTF-8"?>\n'),
  ),
  notWellFormed(
    'encoding-before-version',
    'The version stands after the encoding.',
    declared('<?xml encoding="UTF-8" version="1.0"?>\n'),
  ),
  notWellFormed(
    'declaration-without-quotes',
    'The version is declared without quotes.',
    declared('<?xml version=1.0?>\n'),
  ),
  notWellFormed(
    'unknown-standalone',
    'standalone is neither yes nor no.',
    declared('<?xml version="1.0" standalone="true"?>\n'),
  ),
  notWellFormed(
    'unknown-declared',
    'Something that does not exist is declared.',
    declared('<?xml version="1.0" year="2025"?>\n'),
  ),
  notWellFormed(
    'doctype-in-small-letters',
    'A document type declaration is in small letters.',
    declared(`${declaration}<!doctype Message>\n`),
  ),
];

/** A fault that makes the file unreadable is the only one told, whatever else is wrong further on. */
const beforeOthers: readonly Break[] = [
  notWellFormed('then-other-root', 'The file is not well-formed, and has another root.', (xml) =>
    ` ${xml}`.replace('<Message>', '<Return>').replace('</Message>', '</Return>'),
  ),
  notWellFormed('then-forbidden-character', 'A tag is not closed, and a control character stands further on.', (xml) =>
    before('</Message>', '\u0001')(xml.replace('</Surname>', '')),
  ),
  notWellFormed('after-unknown-elements', 'There is an unknown element, and the file is cut off after it.', (xml) =>
    after('<Header>', '<LocalNote id="1"/>')(xml).replace('</Message>\n', ''),
  ),
  notWellFormed('after-wrong-values', 'Codes do not exist, and the end tag of Message is not there.', (xml) =>
    xml.replace(/<Ethnicity>[^<]*/, '<Ethnicity>ZZ').replace('</Message>\n', ''),
  ),
];

/** Breaks of FILE-01: files that are not well-formed, though they go on to their end. */
export const wellFormedBreaks: readonly Break[] = [...roots, ...tags, ...texts, ...declarations, ...beforeOthers];
