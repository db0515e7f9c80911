import type { NearMiss } from './break.js';
import type { Draft } from './draft.js';
import { nearMiss, nearText } from './near-miss.js';
import { everyContainer, parentWith, placeOf } from './places.js';

/** The containers that hold others or items, with a parent that has each; their element is in the first person that has it. */
const containers = everyContainer.map(({ tag }) => ({ tag, lower: tag.toLowerCase(), parent: parentWith(tag) }));

/** The start tag of the container that a draft's place is about, found by its content, as an index in the text. */
function atTag(xml: string, draft: Draft, tag: string): { start: number; end: number; path: string } {
  const { path } = placeOf(draft, tag);
  // In the text of the person the story is about, or of the whole where it stands above the persons.
  const from = path.includes('/Person[') ? nth(xml, '<Person>', draft.position) : 0;
  const start = xml.indexOf(`<${tag}>`, from);
  const end = xml.indexOf(`</${tag}>`, start);
  if (start < 0 || end < 0) throw new RangeError(`the parent of the near miss has no ${tag} with something in it`);
  return { start: start + tag.length + 2, end, path };
}

function nth(xml: string, mark: string, n: number): number {
  let at = -1;
  for (let i = 0; i < n; i++) at = xml.indexOf(mark, at + 1);
  return at;
}

type Insert = (inside: string) => { readonly first?: string; readonly last?: string };

/** Something that is nothing, put into a container at its beginning or its end. */
function inside(rule: string, name: string, summary: string, insert: Insert): readonly NearMiss[] {
  return containers.map(({ tag, lower, parent }) =>
    nearText(rule, `${name}-in-${lower}`, parent, summary.replace('$', tag), (xml, draft) => {
      const { start, end, path } = atTag(xml, draft, tag);
      const { first = '', last = '' } = insert(xml.slice(start, end));
      return { at: path, file: xml.slice(0, start) + first + xml.slice(start, end) + last + xml.slice(end) };
    }),
  );
}

/** The first item, or the first container, of what stands in an element. */
function firstElement(text: string): string {
  const tag = /<(\w+)>/.exec(text)?.[1] ?? '';
  return new RegExp(`<${tag}>[^]*?</${tag}>`).exec(text)?.[0] ?? '';
}

/** A namespace that is declared in a start tag is no attribute. */
const declaring: readonly NearMiss[] = containers.map(({ tag, lower, parent }) =>
  nearText(
    'FILE-11',
    `namespace-declared-on-${lower}`,
    parent,
    `${tag} declares a prefix, which is no attribute.`,
    (xml, draft) => {
      const { start, path } = atTag(xml, draft, tag);
      return { at: path, file: `${xml.slice(0, start - 1)} xmlns:local="urn:example:local"${xml.slice(start - 1)}` };
    },
  ),
);

const instance = 'http://www.w3.org/2001/XMLSchema-instance';

function onMessage(name: string, summary: string, attributes: string): NearMiss {
  return nearText('FILE-11', name, 'issued-on-time', summary, (xml) => ({
    at: '/Message',
    file: xml.replace('<Message>', () => `<Message ${attributes}>`),
  }));
}

/** As many repeats as there may be, and one more in a comment. */
function most(tag: 'PlanDetail' | 'SENneed', summary: string): NearMiss {
  return nearText('FILE-08', `two-${tag.toLowerCase()}-and-one-in-comment`, 'two-placements', summary, (xml, draft) => {
    const from = nth(xml, '<Person>', draft.position);
    const mark = `</${tag}>`;
    const at = xml.indexOf(mark, xml.indexOf(mark, from) + 1) + mark.length;
    const one = xml.slice(xml.indexOf(`<${tag}>`, from), xml.indexOf(mark, from) + mark.length);
    return { at: placeOf(draft, tag).path, file: `${xml.slice(0, at)}<!-- ${one} -->${xml.slice(at)}` };
  });
}

/** Near misses of FILE-05 to FILE-11: what is as good as nothing where something would be wrong. */
export const structureNearMisses: readonly NearMiss[] = [
  nearText(
    'FILE-05',
    'frame-with-space-in-tags',
    'issued-on-time',
    'The tags of the four containers that must be there have white space in them.',
    (xml) => ({
      at: '/Message',
      file: xml.replace(/<(\/?(?:Header|CollectionDetails|Source|Persons))>/g, '<$1\n\t>'),
    }),
  ),
  nearText(
    'FILE-05',
    'frame-between-comments',
    'issued-on-time',
    'Comments stand around the four containers that must be there.',
    (xml) => ({
      at: '/Message',
      file: xml.replace(/<\/?(?:Header|CollectionDetails|Source|Persons)>/g, '<!-- $& -->$&<!-- $& -->'),
    }),
  ),
  nearMiss('FILE-09', 'one-person', 'issued-on-time', 'The return has one person.', (draft) => {
    draft.persons.splice(0, draft.persons.length, draft.person);
    return '/Message/Persons';
  }),
  ...inside('FILE-06', 'unknown-element-in-comment', 'A comment in $ holds an element that there is not.', () => ({
    last: '<!-- <Remarks>none</Remarks> -->',
  })),
  ...inside(
    'FILE-07',
    'first-element-in-comment-at-end',
    'A comment at the end of $ holds what stands at its beginning.',
    (text) => ({
      last: `<!-- ${firstElement(text)} -->`,
    }),
  ),
  ...inside(
    'FILE-08',
    'first-element-in-comment',
    'A comment at the beginning of $ holds what stands there once more.',
    (text) => ({
      first: `<!-- ${firstElement(text)} -->`,
    }),
  ),
  most('PlanDetail', 'There are two PlanDetail, and a third in a comment.'),
  most('SENneed', 'There are two SENneed, and a third in a comment.'),
  ...inside('FILE-10', 'text-in-comment', 'A comment, and a processing instruction, in $ hold text.', () => ({
    first: '<!-- text --><?text text?>',
    last: '<?text text?><!-- text -->',
  })),
  ...inside('FILE-10', 'white-space', 'Tabs, spaces and line breaks of every kind stand in $.', () => ({
    first: ' \t\r\n\r\n ',
    last: '\t\t \n',
  })),
  ...declaring,
  onMessage(
    'schema-location-of-address',
    'Message names its schema by an address, in the second of two attributes.',
    `xmlns:xsi="${instance}" xsi:noNamespaceSchemaLocation="http://localhost/sen2.xsd"`,
  ),
  onMessage(
    'empty-schema-location',
    'Message names no schema where it may name one.',
    `xmlns:xsi="${instance}" xsi:noNamespaceSchemaLocation=""`,
  ),
  onMessage(
    'schema-location-in-lines',
    'Message names its schema with white space around the signs.',
    `\n  xmlns:xsi = "${instance}"\n  xsi:noNamespaceSchemaLocation = 'sen2.xsd'\n`,
  ),
];
