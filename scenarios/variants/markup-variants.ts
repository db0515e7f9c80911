import { textVariant, type Variant } from './variant.js';

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Another XML declaration, or none. */
function declared(name: string, summary: string, as: string): Variant {
  return textVariant(name, summary, (xml) => xml.replace(declaration, () => as));
}

const declarations: readonly Variant[] = [
  declared('no-declaration', 'There is no XML declaration.', ''),
  declared('no-encoding-declared', 'No encoding is declared.', '<?xml version="1.0"?>\n'),
  declared(
    'encoding-in-small-letters',
    'The encoding is declared in small letters.',
    '<?xml version="1.0" encoding="utf-8"?>\n',
  ),
  declared(
    'encoding-in-mixed-letters',
    'The encoding is declared in mixed letters.',
    '<?xml version="1.0" encoding="Utf-8"?>\n',
  ),
  declared('single-quotes', 'The declaration has single quotes.', "<?xml version='1.0' encoding='UTF-8'?>\n"),
  declared(
    'standalone',
    'The file is declared to stand alone.',
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
  ),
  declared(
    'not-standalone',
    'The file is declared not to stand alone.',
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n',
  ),
  declared(
    'space-in-declaration',
    'White space stands in the declaration.',
    '<?xml\n  version = "1.0"\tencoding = "UTF-8" ?>\n',
  ),
  declared('no-line-break-after-declaration', 'Message follows the declaration on its line.', declaration.trimEnd()),
];

const instance = 'http://www.w3.org/2001/XMLSchema-instance';

/** Attributes and namespace declarations in the start tag of the first element with a tag. */
function on(tag: string, name: string, summary: string, attributes: string): Variant {
  return textVariant(name, summary, (xml) => xml.replace(`<${tag}>`, () => `<${tag} ${attributes}>`));
}

const attributes: readonly Variant[] = [
  on(
    'Message',
    'schema-location',
    'Message names its schema.',
    `xmlns:xsi="${instance}" xsi:noNamespaceSchemaLocation="sen2.xsd"`,
  ),
  on(
    'Message',
    'schema-location-first',
    'Message names its schema before it declares the prefix, in single quotes.',
    `xsi:noNamespaceSchemaLocation='sen2.xsd' xmlns:xsi='${instance}'`,
  ),
  on(
    'Message',
    'schema-location-with-other-prefix',
    'Message names its schema with a prefix of its own.',
    `xmlns:i="${instance}" i:noNamespaceSchemaLocation="sen2.xsd"`,
  ),
  on(
    'Message',
    'unused-namespaces',
    'Message declares namespaces that nothing is in.',
    `xmlns:xsi="${instance}" xmlns:xsd="http://www.w3.org/2001/XMLSchema"`,
  ),
  on('Message', 'no-default-namespace', 'Message declares that there is no default namespace.', 'xmlns=""'),
  on(
    'Person',
    'unused-namespace-further-down',
    'A person declares a namespace that nothing is in.',
    'xmlns:local="urn:example:local"',
  ),
  on(
    'Surname',
    'unused-namespace-on-item',
    'A Surname declares a namespace that nothing is in.',
    'xmlns:local="urn:example:local"',
  ),
];

/** After every tag that begins or ends a line. */
const afterEachLine = (insert: string) => (xml: string) => xml.replace(/>\n(?=.)/g, () => `>${insert}\n`);

/** The values of items, with the tags around them. References are left alone. */
const values = /<(\w+)>([^<&\n]+)<\/\1>/g;

function inValues(change: (value: string) => string): (xml: string) => string {
  return (xml) => xml.replace(values, (_, tag: string, value: string) => `<${tag}>${change(value)}</${tag}>`);
}

/** A text with something between its first character and the others. */
const split = (insert: string) => (value: string) => value.slice(0, 1) + insert + value.slice(1);

const notes: readonly Variant[] = [
  textVariant('comment-before-message', 'A comment stands before Message.', (xml) =>
    xml.replace('<Message>', '<!-- exported -->\n<Message>'),
  ),
  textVariant('comment-after-message', 'A comment stands after Message.', (xml) => `${xml}<!-- exported -->\n`),
  textVariant(
    'comments-in-containers',
    'A comment stands on every line, with tags in it.',
    afterEachLine('<!-- <Surname> & - -->'),
  ),
  textVariant('comments-in-values', 'A comment stands inside every value.', inValues(split('<!-- checked -->'))),
  textVariant(
    'comments-around-values',
    'An empty comment stands before and after every value.',
    inValues((value) => `<!---->${value}<!---->`),
  ),
  textVariant(
    'comment-of-a-return',
    'A comment holds a whole return.',
    (xml) => `${xml}<!--${xml.slice(declaration.length)}-->\n`,
  ),
  textVariant('doctype-in-comment', 'A comment holds the text of a document type declaration.', (xml) =>
    xml.replace('<Message>', '<!-- <!DOCTYPE Message> -->\n<Message>'),
  ),
  textVariant('instruction-before-message', 'A processing instruction names a style sheet.', (xml) =>
    xml.replace('<Message>', '<?xml-stylesheet type="text/xsl" href="sen2.xsl"?>\n<Message>'),
  ),
  textVariant(
    'instruction-after-message',
    'A processing instruction stands after Message.',
    (xml) => `${xml}<?end?>\n`,
  ),
  textVariant(
    'instructions-in-containers',
    'A processing instruction stands on every line.',
    afterEachLine('<?page 1?>'),
  ),
  textVariant(
    'instructions-in-values',
    'A processing instruction stands inside every value.',
    inValues(split('<?page 1?>')),
  ),
];

/** Every character as a reference to it. */
const references = (prefix: string, radix: number) => (value: string) =>
  Array.from(value, (character) => `&#${prefix}${(character.codePointAt(0) ?? 0).toString(radix)};`).join('');

const spellings: readonly Variant[] = [
  textVariant(
    'cdata-values',
    'Every value is in a CDATA section.',
    inValues((value) => `<![CDATA[${value}]]>`),
  ),
  textVariant(
    'cdata-half-values',
    'A part of every value is in a CDATA section.',
    inValues((value) => `${value.slice(0, 1)}<![CDATA[${value.slice(1)}]]>`),
  ),
  textVariant(
    'two-cdata-sections',
    'Every value is in two CDATA sections.',
    inValues((value) => `<![CDATA[${value.slice(0, 1)}]]><![CDATA[${value.slice(1)}]]>`),
  ),
  textVariant(
    'empty-cdata-in-values',
    'An empty CDATA section stands before every value.',
    inValues((value) => `<![CDATA[]]>${value}`),
  ),
  textVariant(
    'decimal-references',
    'Every value is written in decimal character references.',
    inValues(references('', 10)),
  ),
  textVariant(
    'hexadecimal-references',
    'Every value is written in hexadecimal character references.',
    inValues(references('x', 16)),
  ),
  textVariant(
    'long-references',
    'Every value is written in references with zeros before the number.',
    inValues(references('x0000', 16)),
  ),
  textVariant(
    'everything-at-once',
    'Values are in references, CDATA sections and comments together.',
    inValues((value) => `<!-- -->${references('x', 16)(value.slice(0, 1))}<![CDATA[${value.slice(1)}]]><?end?>`),
  ),
];

/** Declarations, attributes, comments, instructions and spellings of the same values, none of which change anything. */
export const markupVariants: readonly Variant[] = [...declarations, ...attributes, ...notes, ...spellings];
