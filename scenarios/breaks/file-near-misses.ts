import type { NearMiss } from './break.js';
import { after, before, declaration, declared, file, inSurname, parent } from './file-text.js';
import { nearText } from './near-miss.js';

/** What makes the near misses of one rule that change the file as text. */
function nearFile(rule: string) {
  return (name: string, summary: string, change: (xml: string) => string): NearMiss =>
    nearText(rule, name, parent, summary, (xml) => ({ at: file, file: change(xml) }));
}

const wellFormed = nearFile('FILE-01');
const encoded = nearFile('FILE-02');
const withoutDoctype = nearFile('FILE-03');
const named = nearFile('FILE-04');

/** Near misses of FILE-01 to FILE-04: what XML allows beside what it does not. */
export const fileNearMisses: readonly NearMiss[] = [
  wellFormed('greater-than-in-text', 'A Surname holds a greater-than sign as it stands.', inSurname(' > x')),
  wellFormed(
    'brackets-in-text',
    'A Surname holds two square brackets, with no greater-than sign after them.',
    inSurname(']]'),
  ),
  wellFormed(
    'ampersand-in-cdata',
    'A CDATA section holds an ampersand and a less-than sign.',
    inSurname('<![CDATA[ & < &x]]>'),
  ),
  wellFormed('brackets-at-end-of-cdata', 'A CDATA section ends with square brackets.', inSurname('<![CDATA[x]]]]>')),
  wellFormed(
    'ampersand-in-comment',
    'A comment holds an ampersand, a less-than sign and an end tag.',
    before('</Surname>', '<!-- & < </Surname> -->'),
  ),
  wellFormed(
    'hyphens-apart-in-comment',
    'A comment holds hyphens, never two together.',
    before('<Message>', '<!-- - - -->\n'),
  ),
  wellFormed(
    'instruction-with-markup',
    'A processing instruction holds tags, a question mark and a greater-than sign.',
    before('<Message>', '<?page <Message> ? > ?>\n'),
  ),
  wellFormed('space-in-end-tag', 'A line break stands in the end tag of Message.', (xml) =>
    xml.replace('</Message>', () => '</Message\n>'),
  ),
  wellFormed(
    'comment-at-end',
    'A comment and a processing instruction stand after Message.',
    (xml) => `${xml}<!-- end -->\n<?end?>\n`,
  ),
  wellFormed(
    'reference-to-last-character',
    'A Surname holds references to the first and last characters that XML allows beyond the ASCII range.',
    inSurname('&#x80;&#xD7FF;&#xE000;&#xFFFD;&#x10000;&#x10FFFF;'),
  ),
  wellFormed(
    'declaration-in-single-quotes',
    'The declaration has single quotes and white space.',
    declared("<?xml  version = '1.0'  encoding = 'UTF-8'  ?>\n"),
  ),

  encoded(
    'mark-and-declaration',
    'One byte order mark stands before a declaration of utf-8 in small letters.',
    (xml) => `\uFEFF${declared('<?xml version="1.0" encoding="utf-8"?>\n')(xml)}`,
  ),
  encoded(
    'mark-and-no-declaration',
    'One byte order mark stands there, and no declaration.',
    (xml) => `\uFEFF${declared('')(xml)}`,
  ),
  encoded(
    'two-three-and-four-bytes',
    'A Surname holds the first and last characters of two, three and four bytes.',
    inSurname('\u0080\u07FF\u0800\uFFFD\u{10000}\u{10FFFF}'),
  ),
  encoded(
    'next-line-and-delete',
    'A Surname holds the control characters that XML 1.0 allows.',
    inSurname('\u007F\u0085\u009Fx'),
  ),
  encoded(
    'other-encoding-in-comment',
    'A comment says that the file is in another encoding.',
    before('<Message>', '<!-- encoding="ISO-8859-1" -->\n'),
  ),
  encoded(
    'declared-to-stand-alone',
    'The declaration names UTF-8 and says that the file stands alone.',
    declared('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'),
  ),

  withoutDoctype(
    'doctype-in-comment-after-message',
    'A comment after Message holds a document type declaration.',
    (xml) => `${xml}<!-- <!DOCTYPE Message> -->\n`,
  ),
  withoutDoctype(
    'doctype-in-instruction',
    'A processing instruction holds a document type declaration.',
    before('<Message>', '<?note <!DOCTYPE Message [<!ENTITY e "x">]> ?>\n'),
  ),
  withoutDoctype(
    'doctype-in-cdata-with-entity',
    'A CDATA section holds a document type declaration with an entity, and a reference to it.',
    inSurname('<![CDATA[<!DOCTYPE Message [<!ENTITY e "x">]>&e;]]>'),
  ),
  withoutDoctype(
    'doctype-in-references',
    'A Surname holds the text of a document type declaration.',
    inSurname('&lt;!DOCTYPE Message&gt;'),
  ),

  named('no-default-namespace-further-down', 'Persons declares that there is no default namespace.', (xml) =>
    xml.replace('<Persons>', () => '<Persons xmlns="">'),
  ),
  named('namespace-nothing-is-in', 'Message declares a prefix for a namespace of SEN2, and nothing uses it.', (xml) =>
    xml.replace('<Message>', () => '<Message xmlns:sen2="urn:example:sen2">'),
  ),
  named(
    'namespace-in-comment',
    'A comment holds Message in a namespace.',
    before('<Message>', '<!-- <sen2:Message xmlns:sen2="urn:example:sen2" xmlns="urn:example:sen2"/> -->\n'),
  ),
  named(
    'other-root-in-comment',
    'A comment and a processing instruction before Message hold other roots.',
    before('<Message>', '<!-- <message> -->\n<?root <Messages>?>\n'),
  ),
  named('colon-in-text', 'A Surname looks like a name with a prefix.', inSurname(' sen:Message')),
  named(
    'message-in-line-of-declaration',
    'Message follows the declaration at once, with white space in its tag.',
    (xml) =>
      after(
        declaration.trimEnd(),
        '',
      )(xml).replace(`${declaration}<Message>`, () => `${declaration.trimEnd()}<Message\t\r\n>`),
  ),
];
