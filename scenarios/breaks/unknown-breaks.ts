import type { Break } from './break.js';
import type { Draft } from './draft.js';
import { changed, inPerson } from './file-text.js';
import { everyContainer, parentWith, placeOf } from './places.js';
import { elementAt, putFirst, structure } from './structure.js';

const rule = 'FILE-06';

const inEachContainer: readonly Break[] = everyContainer.flatMap(({ tag: container }) => {
  const tag = container.toLowerCase();
  const path = (draft: Draft): string => placeOf(draft, container).path;
  return [
    structure({
      rule,
      name: `unknown-element-in-${tag}`,
      summary: `${container} holds an element that the collection does not have.`,
      at: (draft) => `${path(draft)}/LocalNote`,
      edit: (document, draft) => elementAt(document, path(draft)).ele('LocalNote').txt('local'),
    }),
    structure({
      rule,
      name: `unknown-element-first-in-${tag}`,
      summary: `An element that the collection does not have stands first in ${container}.`,
      at: (draft) => `${path(draft)}/LocalNote`,
      edit: (document, draft) => {
        const element = elementAt(document, path(draft));
        putFirst(element.ele('LocalNote').txt('local'), element);
      },
    }),
    structure({
      rule,
      name: `unknown-element-twice-in-${tag}`,
      summary: `${container} holds an element that the collection does not have first, and the same last.`,
      at: (draft) => [`${path(draft)}/LocalNote`, `${path(draft)}/LocalNote[2]`],
      edit: (document, draft) => {
        const element = elementAt(document, path(draft));
        putFirst(element.ele('LocalNote').txt('one'), element);
        element.ele('LocalNote').txt('two');
      },
    }),
    structure({
      rule,
      name: `two-unknown-elements-in-${tag}`,
      summary: `${container} holds two elements that the collection does not have.`,
      at: (draft) => [`${path(draft)}/LocalNote`, `${path(draft)}/CaseWorker`],
      edit: (document, draft) => {
        const element = elementAt(document, path(draft));
        putFirst(element.ele('LocalNote').txt('one'), element);
        element.ele('CaseWorker').txt('two');
      },
    }),
  ];
});

/** Elements of the collection that stand last in a container that does not hold them: container, tag, text. */
const misplaced: readonly (readonly [container: string, tag: string, value: string])[] = [
  ['Message', 'Person', ''],
  ['Message', 'Source', ''],
  ['Header', 'Year', '2025'],
  ['CollectionDetails', 'LEA', '202'],
  ['Source', 'Collection', 'SEN2'],
  ['Persons', 'Requests', ''],
  ['Person', 'ReceivedDate', '2024-01-02'],
  ['Person', 'Assessment', ''],
  ['Requests', 'Surname', 'Smith'],
  ['Requests', 'NamedPlan', ''],
  ['Requests', 'SENneed', ''],
  ['Assessment', 'ActivePlans', ''],
  ['Assessment', 'StartDate', '2024-01-02'],
  ['NamedPlan', 'URN', '100000'],
  ['NamedPlan', 'PlacementDetail', ''],
  ['PlanDetail', 'EntryDate', '2024-01-02'],
  ['PlanDetail', 'PlanRes', 'A'],
  ['ActivePlans', 'PlanDetail', ''],
  ['ActivePlans', 'SENtype', 'ASD'],
  ['PlacementDetail', 'SENneed', ''],
  ['PlacementDetail', 'PlanWBP', 'A'],
  ['SENneed', 'SENSetting', 'OLA'],
];

const inOtherContainers: readonly Break[] = misplaced.map(([container, tag, value]) =>
  structure({
    rule,
    name: `${tag.toLowerCase()}-in-${container.toLowerCase()}`,
    summary: `${container} holds ${tag}, which does not belong there.`,
    parent: parentWith(container),
    at: (draft) => `${placeOf(draft, container).path}/${tag}`,
    edit: (document, draft) => {
      const element = elementAt(document, placeOf(draft, container).path).ele(tag);
      if (value !== '') element.txt(value);
    },
  }),
);

/** Tags of the collection in the wrong letters, beside the right element. */
const inWrongLetters: readonly Break[] = (
  [
    ['Header', 'source'],
    ['Source', 'Lea'],
    ['Person', 'surname'],
    ['Person', 'FORENAME'],
    ['Person', 'Postcode'],
    ['Requests', 'Receiveddate'],
    ['ActivePlans', 'SENNeed'],
    ['SENneed', 'SENType'],
  ] as const
).map(([container, tag]) =>
  structure({
    rule,
    name: `${tag.toLowerCase()}-in-wrong-letters`,
    summary: `${container} holds ${tag}, which the collection writes in other letters.`,
    parent: parentWith(container),
    at: (draft) => `${placeOf(draft, container).path}/${tag}`,
    edit: (document, draft) => elementAt(document, placeOf(draft, container).path).ele(tag).txt('X'),
  }),
);

const levels = 10_000;

/** Unknown elements with something in them: they are told once, and nothing in them is looked at. */
const withContent: readonly Break[] = [
  structure({
    rule,
    name: 'unknown-elements-in-unknown-element',
    summary: 'An element that the collection does not have holds others that it does not have, twice.',
    at: (draft) => `${draft.at.person()}/LocalNote`,
    edit: (document, draft) => {
      const note = elementAt(document, draft.at.person()).ele('LocalNote');
      note.ele('Author').txt('A').up().ele('Author').txt('B');
    },
  }),
  structure({
    rule,
    name: 'faults-in-unknown-element',
    summary: 'An element that the collection does not have holds a person with faults of every kind.',
    at: (draft) => `${draft.at.return()}/Archive`,
    edit: (document, draft) => {
      const person = elementAt(document, draft.at.return()).ele('Archive').att('id', '1').ele('Person').txt('text');
      person.ele('UPN').txt('X').up().ele('Surname').txt(' 1 ').up().ele('Surname').up().ele('Ethnicity').txt('ZZ');
    },
  }),
  structure({
    rule,
    name: 'attribute-on-unknown-element',
    summary: 'An element that the collection does not have carries an attribute.',
    at: (draft) => `${draft.at.request()}/LocalNote`,
    edit: (document, draft) => elementAt(document, draft.at.request()).ele('LocalNote').att('id', '1'),
  }),
  {
    rule,
    name: 'deep-nesting',
    summary: `Elements that the collection does not have stand in each other, ${levels} deep.`,
    parent: 'issued-on-time',
    bytes: (xml, draft) => {
      const nested = `${'<LocalNote>'.repeat(levels)}deep${'</LocalNote>'.repeat(levels)}`;
      const file = inPerson(xml, draft.position, (person) =>
        changed(person, person.replace('<Requests>', `${nested}<Requests>`)),
      );
      return { at: [`${draft.at.person()}/LocalNote`], file: Buffer.from(file, 'utf8') };
    },
  },
];

/** Breaks of FILE-06: elements that the collection does not have at that place. */
export const unknownBreaks: readonly Break[] = [
  ...inEachContainer,
  ...inOtherContainers,
  ...inWrongLetters,
  ...withContent,
];
