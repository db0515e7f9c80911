import type { Break } from './break.js';
import { after, declaration, declared, fileBreaksOf, inSurname, upTo } from './file-text.js';
import { everyContainer } from './places.js';

const cut = fileBreaksOf('FILE-01');

/** The file ends at each boundary that a container makes. */
const atContainers: readonly Break[] = everyContainer.flatMap(({ tag }) => {
  const [start, end, name] = [`<${tag}>`, `</${tag}>`, tag.toLowerCase()];
  const cuts = [
    cut(
      `cut-off-in-start-tag-of-${name}`,
      `The file ends inside the start tag of ${tag}.`,
      upTo(start, start.length - 2),
    ),
    cut(
      `cut-off-after-start-tag-of-${name}`,
      `The file ends after the start tag of ${tag}.`,
      upTo(start, start.length),
    ),
    cut(`cut-off-in-end-tag-of-${name}`, `The file ends inside the end tag of ${tag}.`, upTo(end, end.length - 1)),
  ];
  // After the end tag of Message the file is whole, and before it is a case with a name of its own.
  if (tag === 'Message') return cuts;
  return [
    ...cuts,
    cut(`cut-off-before-end-tag-of-${name}`, `The file ends before the end tag of ${tag}.`, upTo(end, 0)),
    cut(`cut-off-after-end-tag-of-${name}`, `The file ends after the end tag of ${tag}.`, upTo(end, end.length)),
  ];
});

/** The file is changed, and then ends at a place that the change made. */
function changedUpTo(change: (xml: string) => string, mark: string, characters: number): (xml: string) => string {
  return (xml) => upTo(mark, characters)(change(xml));
}

const schema = ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="sen2.xsd"';
const withAttribute = after('<Message', schema);
const withComment = inSurname('<!-- a note -->');
const withCdata = inSurname('<![CDATA[text]]>');
const withInstruction = inSurname('<?note text?>');

const elsewhere: readonly Break[] = [
  cut('cut-off', 'The file ends in the middle of an element.', (xml) => xml.slice(0, xml.length / 2)),
  cut('cut-off-in-declaration', 'The file ends inside the XML declaration.', upTo(declaration, 20)),
  cut('cut-off-after-declaration', 'The file ends after the XML declaration.', upTo(declaration, declaration.length)),
  cut('cut-off-in-start-tag-of-item', 'The file ends inside the start tag of a Surname.', upTo('<Surname>', 5)),
  cut('cut-off-after-start-tag-of-item', 'The file ends after the start tag of a Surname.', upTo('<Surname>', 9)),
  cut('cut-off-in-text', 'The file ends in the letters of a Surname.', upTo('<Surname>', 11)),
  cut('cut-off-in-end-tag-of-item', 'The file ends inside the end tag of a Surname.', upTo('</Surname>', 5)),
  cut('cut-off-after-item', 'The file ends after a Surname.', upTo('</Surname>', 10)),
  cut('cut-off-after-less-than', 'The file ends after the first character of a tag.', upTo('<Surname>', 1)),
  cut(
    'cut-off-in-attribute-name',
    'The file ends in the name of an attribute.',
    changedUpTo(withAttribute, 'xsi:no', 10),
  ),
  cut('cut-off-in-attribute', 'The file ends in the value of an attribute.', changedUpTo(withAttribute, 'sen2.xsd', 4)),
  cut('cut-off-after-attribute', 'The file ends after an attribute.', changedUpTo(withAttribute, 'sen2.xsd"', 9)),
  cut('cut-off-in-comment', 'The file ends in a comment.', changedUpTo(withComment, 'a note', 6)),
  cut('cut-off-in-end-of-comment', 'The file ends in the end of a comment.', changedUpTo(withComment, ' -->', 3)),
  cut('cut-off-in-comment-after-declaration', 'The file ends in a comment before Message.', (xml) =>
    changedUpTo(declared(`${declaration}<!-- a note -->\n`), 'a note', 6)(xml),
  ),
  cut('cut-off-in-cdata', 'The file ends in a CDATA section.', changedUpTo(withCdata, 'text]]>', 4)),
  cut(
    'cut-off-in-start-of-cdata',
    'The file ends in the start of a CDATA section.',
    changedUpTo(withCdata, '<![CDATA[', 5),
  ),
  cut('cut-off-in-end-of-cdata', 'The file ends in the end of a CDATA section.', changedUpTo(withCdata, ']]>', 2)),
  cut(
    'cut-off-in-instruction',
    'The file ends in a processing instruction.',
    changedUpTo(withInstruction, '<?note', 8),
  ),
  cut('cut-off-in-reference', 'The file ends in a character reference.', changedUpTo(inSurname('&#65;'), '&#65;', 4)),
  cut('cut-off-in-entity', 'The file ends in an entity reference.', changedUpTo(inSurname('&amp;'), '&amp;', 3)),
  cut('last-tag-gone', 'The end tag of Message is not there.', (xml) => xml.replace('</Message>\n', '')),
];

/** Breaks of FILE-01: files that end too soon, at each boundary in turn. */
export const cutOffBreaks: readonly Break[] = [...elsewhere, ...atContainers];
