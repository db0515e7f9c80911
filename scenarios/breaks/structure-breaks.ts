import type { EditableDocument } from '../../output/index.js';
import type { Break } from './break.js';
import type { Draft } from './draft.js';

/** The element at a path with positions, such as `/Message/Persons/Person[2]/UPN`. */
function elementAt(document: EditableDocument, path: string): EditableDocument {
  let element: EditableDocument = document.root();
  for (const step of path.split('/').slice(2)) {
    const [, tag = '', position = '1'] = /^([^[]+)(?:\[(\d+)\])?$/.exec(step) ?? [];
    const found = element.filter((child) => child.node.nodeName === tag)[Number(position) - 1];
    if (!found) throw new RangeError(`the parent of the break has no ${path}`);
    element = found;
  }
  return element;
}

interface Structure {
  readonly rule: string;
  readonly name: string;
  readonly summary: string;
  readonly parent?: string;
  readonly from?: number;
  readonly to?: number;
  readonly at: (draft: Draft) => string;
  readonly edit: (document: EditableDocument, draft: Draft) => void;
}

function structure({ at, edit, parent = 'issued-on-time', ...rest }: Structure): Break {
  return {
    ...rest,
    parent,
    edit: (document, draft) => {
      edit(document, draft);
      return { at: [at(draft)] };
    },
  };
}

const header = '/Message/Header';
const details = `${header}/CollectionDetails`;
const source = `${header}/Source`;
const persons = '/Message/Persons';

function without(path: string, what: string): Break {
  return structure({
    rule: 'FILE-05',
    name: `without-${what.toLowerCase()}`,
    summary: `There is no ${what}.`,
    at: () => path,
    edit: (document) => elementAt(document, path).remove(),
  });
}

/** Every container of the message, by its path in a draft. */
const containers: readonly { readonly tag: string; readonly path: (draft: Draft) => string }[] = [
  { tag: 'Message', path: () => '/Message' },
  { tag: 'Header', path: () => header },
  { tag: 'CollectionDetails', path: () => details },
  { tag: 'Source', path: () => source },
  { tag: 'Persons', path: () => persons },
  { tag: 'Person', path: (draft) => draft.at.person() },
  { tag: 'Requests', path: (draft) => draft.at.request() },
  { tag: 'Assessment', path: (draft) => draft.at.assessment() },
  { tag: 'NamedPlan', path: (draft) => draft.at.plan() },
  { tag: 'PlanDetail', path: (draft) => draft.at.planDetail() },
  { tag: 'ActivePlans', path: (draft) => draft.at.active() },
  { tag: 'PlacementDetail', path: (draft) => draft.at.placement() },
  { tag: 'SENneed', path: (draft) => draft.at.need() },
];

const inEachContainer: readonly Break[] = containers.flatMap(({ tag, path }) => [
  structure({
    rule: 'FILE-06',
    name: `unknown-element-in-${tag.toLowerCase()}`,
    summary: `${tag} holds an element that the collection does not have.`,
    at: (draft) => `${path(draft)}/LocalNote`,
    edit: (document, draft) => elementAt(document, path(draft)).ele('LocalNote').txt('local'),
  }),
  structure({
    rule: 'FILE-10',
    name: `text-in-${tag.toLowerCase()}`,
    summary: `Text stands in ${tag} between its elements.`,
    at: path,
    edit: (document, draft) => elementAt(document, path(draft)).txt('text'),
  }),
  structure({
    rule: 'FILE-11',
    name: `attribute-on-${tag.toLowerCase()}`,
    summary: `${tag} carries an attribute.`,
    at: path,
    edit: (document, draft) => elementAt(document, path(draft)).att('id', '1'),
  }),
]);

const itemsOfOtherYears: readonly Break[] = [
  structure({
    rule: 'FILE-06',
    name: 'sex-before-its-time',
    summary: 'A person has Sex, which the collection has since 2024.',
    to: 2023,
    at: (draft) => draft.at.person('Sex'),
    edit: (document, draft) => elementAt(document, draft.at.person()).ele('Sex').txt('F'),
  }),
  structure({
    rule: 'FILE-06',
    name: 'gender-after-its-time',
    summary: 'A person has GenderCurrent, which the collection had until 2023.',
    from: 2024,
    at: (draft) => draft.at.person('GenderCurrent'),
    edit: (document, draft) => elementAt(document, draft.at.person()).ele('GenderCurrent').txt('2'),
  }),
];

function swapped(
  name: string,
  summary: string,
  late: (draft: Draft) => string,
  early: (draft: Draft) => string,
): Break {
  return structure({
    rule: 'FILE-07',
    name,
    summary,
    at: late,
    edit: (document, draft) => {
      // The one that comes first is put after the other, so it is the one that comes too late.
      const { node } = elementAt(document, late(draft));
      const target = elementAt(document, early(draft)).node;
      target.parentNode?.insertBefore(node, target.nextSibling);
    },
  });
}

const wrongOrder: readonly Break[] = [
  structure({
    rule: 'FILE-07',
    name: 'header-after-persons',
    summary: 'Header stands after Persons.',
    at: () => header,
    edit: (document) => {
      const moved = elementAt(document, header);
      moved.remove();
      document.root().import(moved);
    },
  }),
  swapped(
    'year-after-reference-date',
    'Year stands after ReferenceDate.',
    (d) => d.at.collectionDetails('Year'),
    (d) => d.at.collectionDetails('ReferenceDate'),
  ),
  swapped(
    'la-after-software',
    'LEA stands after SoftwareCode.',
    (d) => d.at.source('LEA'),
    (d) => d.at.source('SoftwareCode'),
  ),
  swapped(
    'surname-after-forename',
    'Surname stands after Forename.',
    (d) => d.at.person('Surname'),
    (d) => d.at.person('Forename'),
  ),
  swapped(
    'outcome-before-its-date',
    'RequestOutcomeDate stands after RequestOutcome.',
    (d) => d.at.request('RequestOutcomeDate'),
    (d) => d.at.request('RequestOutcome'),
  ),
  swapped(
    'date-before-assessment-outcome',
    'AssessmentOutcome stands after its date.',
    (d) => d.at.assessment('AssessmentOutcome'),
    (d) => d.at.assessment('AssessmentOutcomeDate'),
  ),
  swapped(
    'needs-rank-first',
    'SENtype stands after SENtypeRank.',
    (d) => d.at.need('SENtype'),
    (d) => d.at.need('SENtypeRank'),
  ),
];

/** Puts a copy of an element right after it. */
function copied(path: (draft: Draft) => string) {
  return (document: EditableDocument, draft: Draft): void => {
    const { node } = elementAt(document, path(draft));
    node.parentNode?.insertBefore(node.cloneNode(true), node.nextSibling);
  };
}

function surplus(name: string, summary: string, path: (draft: Draft) => string): Break {
  return structure({ rule: 'FILE-08', name, summary, at: (draft) => `${path(draft)}[2]`, edit: copied(path) });
}

const tooMany: readonly Break[] = [
  surplus('two-headers', 'There are two Header.', () => header),
  surplus('two-years', 'There are two Year.', (d) => d.at.collectionDetails('Year')),
  surplus('two-las', 'There are two LEA.', (d) => d.at.source('LEA')),
  surplus('two-surnames', 'A person has two Surname.', (d) => d.at.person('Surname')),
  surplus('two-received-dates', 'A request has two ReceivedDate.', (d) => d.at.request('ReceivedDate')),
  surplus('two-assessments', 'A request holds two Assessment.', (d) => d.at.assessment()),
  surplus('two-named-plans', 'An assessment holds two NamedPlan.', (d) => d.at.plan()),
  surplus('two-active-plans', 'A request holds two ActivePlans.', (d) => d.at.active()),
  structure({
    rule: 'FILE-08',
    name: 'three-plan-details',
    summary: 'A plan names three placements.',
    parent: 'two-placements',
    at: (draft) => `${draft.at.plan()}/PlanDetail[3]`,
    edit: copied((draft) => draft.at.planDetail(undefined, 2)),
  }),
  structure({
    rule: 'FILE-08',
    name: 'three-needs',
    summary: 'There are three SENneed.',
    parent: 'two-placements',
    at: (draft) => `${draft.at.active()}/SENneed[3]`,
    edit: copied((draft) => draft.at.need(undefined, 2)),
  }),
];

const withElements: readonly Break[] = [
  structure({
    rule: 'FILE-10',
    name: 'element-in-item',
    summary: 'An element stands in Ethnicity beside its value.',
    at: (draft) => draft.at.person('Ethnicity'),
    edit: (document, draft) => elementAt(document, draft.at.person('Ethnicity')).ele('Code').txt('WBRI'),
  }),
  structure({
    rule: 'FILE-11',
    name: 'attribute-on-item',
    summary: 'Forename carries an attribute.',
    at: (draft) => draft.at.person('Forename'),
    edit: (document, draft) => elementAt(document, draft.at.person('Forename')).att('lang', 'en'),
  }),
];

/** Breaks of the shape of the message. */
export const structureBreaks: readonly Break[] = [
  without(header, 'Header'),
  without(persons, 'Persons'),
  without(details, 'CollectionDetails'),
  without(source, 'Source'),
  ...inEachContainer,
  ...itemsOfOtherYears,
  ...wrongOrder,
  ...tooMany,
  structure({
    rule: 'FILE-09',
    name: 'no-person',
    summary: 'Persons is empty.',
    at: () => persons,
    edit: (document, draft) => {
      draft.persons.forEach(() => elementAt(document, `${persons}/Person[1]`).remove());
    },
  }),
  ...withElements,
];
