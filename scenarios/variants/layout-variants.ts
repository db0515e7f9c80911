import { textVariant, type Variant } from './variant.js';

const mark = '\uFEFF';

const crlf = (xml: string): string => xml.replaceAll('\n', '\r\n');

/** Marks, line breaks, indentation and white space, none of which mean anything. */
export const layoutVariants: readonly Variant[] = [
  textVariant('byte-order-mark', 'The file starts with a byte order mark.', (xml) => mark + xml),
  textVariant('crlf', 'The lines end with carriage return and line feed.', crlf),
  textVariant(
    'byte-order-mark-and-crlf',
    'There are a byte order mark and the line ends of Windows.',
    (xml) => mark + crlf(xml),
  ),
  textVariant('carriage-returns', 'The lines end with carriage returns alone.', (xml) => xml.replaceAll('\n', '\r')),
  textVariant('mixed-line-ends', 'The lines end in all three ways in turn.', (xml) => {
    const ends = ['\r\n', '\r', '\n'];
    let count = 0;
    return xml.replaceAll('\n', () => ends[count++ % ends.length] ?? '\n');
  }),
  textVariant('tabs', 'The lines are indented with tabs.', (xml) =>
    xml.replace(/^ +/gm, (spaces) => '\t'.repeat(spaces.length / 2)),
  ),
  textVariant('no-indentation', 'The lines are not indented.', (xml) => xml.replace(/^ +/gm, '')),
  textVariant('wide-indentation', 'The lines are indented with many spaces.', (xml) =>
    xml.replace(/^ +/gm, (spaces) => spaces.repeat(20)),
  ),
  textVariant('one-line', 'The whole file is one line, without a line break.', (xml) => xml.replace(/\n */g, '')),
  textVariant('space-at-line-ends', 'Spaces and tabs stand at the ends of the lines.', (xml) =>
    xml.replaceAll('>\n', '> \t\n'),
  ),
  textVariant('empty-lines', 'Empty lines stand between the lines.', (xml) => xml.replaceAll('>\n', '>\n\n\n')),
  textVariant('empty-line-at-end', 'An empty line stands at the end.', (xml) => `${xml}\n`),
  textVariant('no-line-break-at-end', 'The file ends with the end tag of Message.', (xml) => xml.trimEnd()),
  textVariant('space-in-tags', 'A space stands at the end of every tag.', (xml) => xml.replace(/<(\/?\w+)>/g, '<$1 >')),
  textVariant('line-break-in-tags', 'A line break stands at the end of every tag.', (xml) =>
    xml.replace(/<(\/?\w+)>/g, '<$1\n>'),
  ),
];
