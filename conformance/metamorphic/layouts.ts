import { escaped, writeTree, type Layout } from '../tree/index.js';
import type { Transformation } from './transformation.js';

/** A change that no reader of XML may notice. */
function layout(name: string, summary: string, how: Layout): Transformation {
  return {
    name,
    summary,
    apply: ({ root, claims }) => ({
      files: [Buffer.from(writeTree(root, how), 'utf8')],
      leftOut: [],
      compare: ([found = []]) => [{ expected: claims, found }],
    }),
  };
}

/** The first character of a text as a reference, which is the same character. */
function withReference(text: string): string {
  const [first = ''] = text;
  if (first === '' || first.trim() === '') return escaped(text);
  return `&#x${(first.codePointAt(0) ?? 0).toString(16)};${escaped(text.slice(first.length))}`;
}

/** Changes of layout and of how characters are written, none of which mean anything. */
export const layouts: readonly Transformation[] = [
  layout('no-indentation', 'The lines are not indented.', { indent: '' }),
  layout('one-line', 'The whole return is one line.', { indent: '', lineEnd: '' }),
  layout('tabs', 'The lines are indented with tabs.', { indent: '\t' }),
  layout('crlf', 'The lines end with carriage return and line feed.', { lineEnd: '\r\n' }),
  // XML 1.0, 2.11: a carriage return alone is a line end too.
  layout('carriage-returns', 'The lines end with carriage returns alone.', { lineEnd: '\r' }),
  layout('comments', 'A comment stands before each element.', { between: '<!-- a comment -->' }),
  layout('character-references', 'The first character of each value is written as a reference.', {
    text: withReference,
  }),
];
