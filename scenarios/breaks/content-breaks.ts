import type { Break } from './break.js';
import type { Draft } from './draft.js';
import { after, before, fileBreaksOf } from './file-text.js';
import { everyContainer, everyItem, parentWith, placeOf } from './places.js';
import { elementAt, structure, yearsOfNode } from './structure.js';

const mixed = 'FILE-10';
const attribute = 'FILE-11';

const inEachContainer: readonly Break[] = everyContainer.flatMap(({ tag: container }) => {
  const tag = container.toLowerCase();
  const path = (draft: Draft): string => placeOf(draft, container).path;
  return [
    structure({
      rule: mixed,
      name: `text-in-${tag}`,
      summary: `Text stands in ${container} between its elements.`,
      at: path,
      edit: (document, draft) => elementAt(document, path(draft)).txt('text'),
    }),
    structure({
      rule: mixed,
      name: `text-first-in-${tag}`,
      summary: `Text stands in ${container} before its elements.`,
      at: path,
      edit: (document, draft) => {
        const { node } = elementAt(document, path(draft)).txt('text');
        if (node.lastChild) node.insertBefore(node.lastChild, node.firstChild);
      },
    }),
    structure({
      rule: attribute,
      name: `attribute-on-${tag}`,
      summary: `${container} carries an attribute.`,
      at: path,
      edit: (document, draft) => elementAt(document, path(draft)).att('id', '1'),
    }),
    structure({
      rule: attribute,
      name: `two-attributes-on-${tag}`,
      summary: `${container} carries two attributes.`,
      at: path,
      edit: (document, draft) => elementAt(document, path(draft)).att('id', '1').att('type', 'local'),
    }),
  ];
});

const onEachItem: readonly Break[] = everyItem.flatMap(({ container, item }) => {
  const name = `${container}-${item.tag}`.toLowerCase();
  const path = (draft: Draft): string => `${placeOf(draft, container, item.tag).path}/${item.tag}`;
  const common = { ...yearsOfNode(item), parent: parentWith(container, item.tag), at: path };
  return [
    structure({
      rule: mixed,
      name: `element-in-${name}`,
      summary: `An element stands in ${item.tag} of ${container} beside its value.`,
      ...common,
      edit: (document, draft) => elementAt(document, path(draft)).ele('Code').txt('1'),
    }),
    structure({
      rule: attribute,
      name: `attribute-on-${name}`,
      summary: `${item.tag} of ${container} carries an attribute.`,
      ...common,
      edit: (document, draft) => elementAt(document, path(draft)).att('source', 'local'),
    }),
  ];
});

const mixedAt = (at: string): ReturnType<typeof fileBreaksOf> => fileBreaksOf(mixed, at);
const persons = '/Message/Persons';
const surname = `${persons}/Person[1]/Surname`;

const otherContent: readonly Break[] = [
  structure({
    rule: mixed,
    name: 'element-in-item',
    summary: 'An element stands in Ethnicity beside its value.',
    at: (draft) => draft.at.person('Ethnicity'),
    edit: (document, draft) => elementAt(document, draft.at.person('Ethnicity')).ele('Code').txt('WBRI'),
  }),
  structure({
    rule: mixed,
    name: 'two-elements-in-item',
    summary: 'Two elements stand in Ethnicity beside its value, which is told once.',
    at: (draft) => draft.at.person('Ethnicity'),
    edit: (document, draft) => {
      elementAt(document, draft.at.person('Ethnicity')).ele('Code').txt('A').up().ele('Code').txt('B');
    },
  }),
  ...(['Surname', 'PersonBirthDate', 'Ethnicity'] as const).map((tag) =>
    structure({
      rule: mixed,
      name: `element-for-value-of-${tag.toLowerCase()}`,
      summary: `${tag} holds an element in place of a value, which counts as present.`,
      at: (draft) => draft.at.person(tag),
      edit: (document, draft) => {
        const { node } = elementAt(document, draft.at.person(tag)).ele('Value').txt('X').up();
        if (node.firstChild) node.removeChild(node.firstChild);
      },
    }),
  ),
  mixedAt(surname)('element-inside-name', 'An element stands inside the letters of a Surname.', (xml) =>
    xml.replace(/(<Surname>.)/, '$1<b/>'),
  ),
  mixedAt(persons)(
    'no-break-space-in-persons',
    'A no-break space, which is no white space here, stands in Persons.',
    after('<Persons>', '\u00a0'),
  ),
  mixedAt(persons)(
    'cdata-in-persons',
    'A CDATA section with text stands in Persons.',
    after('<Persons>', '<![CDATA[text]]>'),
  ),
  mixedAt(persons)('reference-in-persons', 'A reference to a letter stands in Persons.', after('<Persons>', '&#65;')),
  mixedAt('/Message/Header')(
    'text-between-containers',
    'A comma stands between CollectionDetails and Source.',
    before('<Source>', ','),
  ),
  mixedAt(persons)(
    'text-in-two-places',
    'Text stands in Persons before the first person and after the last, which is told once.',
    (xml) => before('</Persons>', 'two')(after('<Persons>', 'one')(xml)),
  ),
];

const instance = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

/** Puts an attribute into the first start tag of an element, with the instance namespace declared on Message. */
function withAttribute(tag: string, text: string): (xml: string) => string {
  return (xml) =>
    xml.replace('<Message>', () => `<Message ${instance}>`).replace(new RegExp(`<${tag}(?=[ >])`), `<${tag} ${text}`);
}

const attributeAt = (at: string): ReturnType<typeof fileBreaksOf> => fileBreaksOf(attribute, at);

const otherAttributes: readonly Break[] = [
  structure({
    rule: attribute,
    name: 'attribute-on-item',
    summary: 'Forename carries an attribute.',
    at: (draft) => draft.at.person('Forename'),
    edit: (document, draft) => elementAt(document, draft.at.person('Forename')).att('lang', 'en'),
  }),
  structure({
    rule: attribute,
    name: 'empty-attribute-on-item',
    summary: 'Forename carries an attribute without a value.',
    at: (draft) => draft.at.person('Forename'),
    edit: (document, draft) => elementAt(document, draft.at.person('Forename')).att('lang', ''),
  }),
  attributeAt(surname)('type-on-item', 'Surname carries xsi:type.', withAttribute('Surname', 'xsi:type="xsi:string"')),
  attributeAt(surname)('not-nil-on-item', 'Surname carries xsi:nil.', withAttribute('Surname', 'xsi:nil="false"')),
  attributeAt(surname)('language-on-item', 'Surname carries xml:lang.', withAttribute('Surname', 'xml:lang="en"')),
  attributeAt(surname)('space-on-item', 'Surname carries xml:space.', withAttribute('Surname', 'xml:space="preserve"')),
  attributeAt(persons)(
    'type-on-persons',
    'Persons carries xsi:type.',
    withAttribute('Persons', 'xsi:type="xsi:Persons"'),
  ),
  attributeAt(`${persons}/Person[1]`)(
    'nil-on-person',
    'A person carries xsi:nil.',
    withAttribute('Person', 'xsi:nil="true"'),
  ),
  ...(
    [
      ['Header', '/Message/Header'],
      ['Persons', persons],
      ['Person', `${persons}/Person[1]`],
      ['Surname', surname],
    ] as const
  ).map(([tag, at]) =>
    attributeAt(at)(
      `schema-location-on-${tag.toLowerCase()}`,
      `${tag} carries xsi:noNamespaceSchemaLocation, which may stand on Message alone.`,
      withAttribute(tag, 'xsi:noNamespaceSchemaLocation="sen2.xsd"'),
    ),
  ),
  attributeAt('/Message')(
    'other-schema-location',
    'Message carries xsi:schemaLocation.',
    withAttribute('Message', 'xsi:schemaLocation="urn:example:sen2 sen2.xsd"'),
  ),
  attributeAt('/Message')(
    'schema-location-without-prefix',
    'Message carries noNamespaceSchemaLocation, which is not in the namespace it should be in.',
    withAttribute('Message', 'noNamespaceSchemaLocation="sen2.xsd"'),
  ),
  attributeAt('/Message')(
    'schema-location-in-other-namespace',
    'Message carries noNamespaceSchemaLocation of another namespace.',
    (xml) => xml.replace('<Message>', '<Message xmlns:xsi="urn:example" xsi:noNamespaceSchemaLocation="sen2.xsd">'),
  ),
  attributeAt('/Message')(
    'attribute-beside-schema-location',
    'Message carries an attribute beside xsi:noNamespaceSchemaLocation.',
    withAttribute('Message', 'xsi:noNamespaceSchemaLocation="sen2.xsd" version="1"'),
  ),
];

/** Breaks of FILE-10 and FILE-11: elements where values stand, text where elements stand, and attributes. */
export const contentBreaks: readonly Break[] = [...inEachContainer, ...onEachItem, ...otherContent, ...otherAttributes];
