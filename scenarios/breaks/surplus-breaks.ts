import type { Break } from './break.js';
import type { Draft } from './draft.js';
import { everyContainer, everyItem, parentWith, placeOf } from './places.js';
import { copyAfter, elementAt, putAfter, structure, yearsOfNode } from './structure.js';

const rule = 'FILE-08';

/** Cases that had their names before they were made from the model, and keep them. */
const earlierNames: Readonly<Record<string, string>> = {
  'doubled-header': 'two-headers',
  'doubled-collectiondetails-year': 'two-years',
  'doubled-source-lea': 'two-las',
  'doubled-person-surname': 'two-surnames',
  'doubled-requests-receiveddate': 'two-received-dates',
  'doubled-assessment': 'two-assessments',
  'doubled-namedplan': 'two-named-plans',
  'doubled-activeplans': 'two-active-plans',
};

const kept = (name: string): string => earlierNames[name] ?? name;

const doubledItems: readonly Break[] = everyItem.map(({ container, item }) => {
  const path = (draft: Draft): string => `${placeOf(draft, container, item.tag).path}/${item.tag}`;
  return structure({
    rule,
    name: kept(`doubled-${container}-${item.tag}`.toLowerCase()),
    summary: `There are two ${item.tag} in ${container}.`,
    ...yearsOfNode(item),
    parent: parentWith(container, item.tag),
    at: (draft) => `${path(draft)}[2]`,
    edit: (document, draft) => {
      copyAfter(elementAt(document, path(draft)));
    },
  });
});

const doubledContainers: readonly Break[] = everyContainer
  .filter(({ tag, repeats }) => tag !== 'Message' && !repeats)
  .map(({ tag }) =>
    structure({
      rule,
      name: kept(`doubled-${tag.toLowerCase()}`),
      summary: `There are two ${tag}.`,
      at: (draft) => `${placeOf(draft, tag).path}[2]`,
      edit: (document, draft) => {
        copyAfter(elementAt(document, placeOf(draft, tag).path));
      },
    }),
  );

interface More {
  readonly name: string;
  readonly summary: string;
  readonly parent: string;
  /** The element that is copied. */
  readonly of: (draft: Draft) => string;
  readonly copies: number;
  /** The elements over the maximum, which have the tag of the one copied. */
  readonly at: (draft: Draft) => readonly string[];
}

const more: readonly Break[] = (
  [
    {
      name: 'three-plan-details',
      summary: 'A plan names three placements.',
      parent: 'two-placements',
      of: (draft) => draft.at.planDetail(undefined, 2),
      copies: 1,
      at: (draft) => [draft.at.planDetail(undefined, 3)],
    },
    {
      name: 'four-plan-details',
      summary: 'A plan names four placements.',
      parent: 'two-placements',
      of: (draft) => draft.at.planDetail(undefined, 2),
      copies: 2,
      at: (draft) => [3, 4].map((number) => draft.at.planDetail(undefined, number)),
    },
    {
      name: 'three-needs',
      summary: 'There are three SENneed.',
      parent: 'two-placements',
      of: (draft) => draft.at.need(undefined, 2),
      copies: 1,
      at: (draft) => [draft.at.need(undefined, 3)],
    },
    {
      name: 'four-needs',
      summary: 'There are four SENneed.',
      parent: 'two-placements',
      of: (draft) => draft.at.need(undefined, 2),
      copies: 2,
      at: (draft) => [3, 4].map((number) => draft.at.need(undefined, number)),
    },
    {
      name: 'three-surnames',
      summary: 'A person has three Surname.',
      parent: 'awaiting-decision',
      of: (draft) => draft.at.person('Surname'),
      copies: 2,
      at: (draft) => [2, 3].map((number) => `${draft.at.person('Surname')}[${number}]`),
    },
    {
      name: 'three-active-plans',
      summary: 'A request holds three ActivePlans.',
      parent: 'review-maintained',
      of: (draft) => draft.at.active(),
      copies: 2,
      at: (draft) => [2, 3].map((number) => `${draft.at.active()}[${number}]`),
    },
  ] satisfies readonly More[]
).map(({ of, copies, ...rest }) =>
  structure({
    rule,
    ...rest,
    edit: (document, draft) => {
      for (let i = 0; i < copies; i++) copyAfter(elementAt(document, of(draft)));
    },
  }),
);

/** Surplus elements with faults of their own, or out of order, which count for nothing else. */
const withFaults: readonly Break[] = [
  structure({
    rule,
    name: 'second-with-wrong-code',
    summary: 'A person has a second Ethnicity, whose code does not exist.',
    parent: 'awaiting-decision',
    at: (draft) => `${draft.at.person('Ethnicity')}[2]`,
    edit: (document, draft) => {
      const first = elementAt(document, draft.at.person('Ethnicity'));
      putAfter(elementAt(document, draft.at.person()).ele('Ethnicity').txt('ZZ'), first);
    },
  }),
  structure({
    rule,
    name: 'second-empty',
    summary: 'A person has a second UPN, which is empty.',
    parent: 'awaiting-decision',
    at: (draft) => `${draft.at.person('UPN')}[2]`,
    edit: (document, draft) => {
      const first = elementAt(document, draft.at.person('UPN'));
      putAfter(elementAt(document, draft.at.person()).ele('UPN'), first);
    },
  }),
  structure({
    rule,
    name: 'second-out-of-order',
    summary: 'A second Surname stands after the requests of a person.',
    parent: 'awaiting-decision',
    at: (draft) => `${draft.at.person('Surname')}[2]`,
    edit: (document, draft) => {
      elementAt(document, draft.at.person()).ele('Surname').txt('Smith');
    },
  }),
  structure({
    rule,
    name: 'second-assessment-with-faults',
    summary: 'A request holds a second Assessment, with an unknown element and an attribute in it.',
    parent: 'assessing',
    at: (draft) => `${draft.at.assessment()}[2]`,
    edit: (document, draft) => {
      const second = elementAt(document, draft.at.request()).ele('Assessment');
      second.ele('LocalNote').att('id', '1').up().ele('Week20').txt('Z');
      putAfter(second, elementAt(document, draft.at.assessment()));
    },
  }),
];

/** Breaks of FILE-08: elements that stand more often than they may. */
export const surplusBreaks: readonly Break[] = [...doubledContainers, ...doubledItems, ...more, ...withFaults];
