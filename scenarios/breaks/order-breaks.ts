import { collectionYears, yearModel, type InForce } from '../../src/model/index.js';
import type { Break } from './break.js';
import type { Draft } from './draft.js';
import { everyContainer, parentWith, parentWithBoth, placeOf, valueIn } from './places.js';
import { childrenOf, elementAt, putAfter, putFirst, structure } from './structure.js';

const rule = 'FILE-07';

/** Items of which a valid record holds one alone. */
const oneAlone: readonly (readonly [container: string, tags: readonly string[]])[] = [
  ['Person', ['UPN', 'UPNunknown']],
  ['Person', ['UniqueLearnerNumber', 'UPNunknown']],
  ['PlanDetail', ['URN', 'UKPRN', 'SENSetting']],
  ['PlanDetail', ['URN', 'SENSettingOther']],
  ['PlanDetail', ['UKPRN', 'SENSettingOther']],
  ['PlacementDetail', ['URN', 'UKPRN', 'SENSetting']],
  ['PlacementDetail', ['URN', 'SENSettingOther']],
  ['PlacementDetail', ['UKPRN', 'SENSettingOther']],
];

/** Two tags that a valid record can hold both. */
function canStandTogether(container: string, first: string, second: string): boolean {
  return !oneAlone.some(([where, tags]) => where === container && tags.includes(first) && tags.includes(second));
}

/** Parents for neighbours that no story has together, with what one of them lacks. */
const prepared: Readonly<Record<string, readonly [parent: string, prepare: (draft: Draft) => void]>> = {
  'Requests.Exported.Assessment': ['assessing', (draft) => (draft.request().Exported = 'XXX')],
  'NamedPlan.PlanRes.PlanWBP': ['apprenticeship', (draft) => (draft.plan().PlanRes = 'A')],
  'NamedPlan.DP.CeaseDate': [
    'ceased-needs-met',
    (draft): void => {
      Object.assign(draft.plan(), { PB: '1', OA: '0', DP: 'E' });
    },
  ],
  'ActivePlans.Res.WBP': ['apprenticeship', (draft) => (draft.active().Res = 'A')],
  'PlacementDetail.Res.WBP': ['apprenticeship', (draft) => (draft.placement().Res = 'A')],
};

/** Two that stand next to each other in a valid record, and the years in which they do. */
export interface Neighbours extends InForce {
  readonly container: string;
  readonly first: string;
  readonly second: string;
}

/** The neighbours of a collection year: each child of a container with the next one that can stand beside it. */
export function neighboursIn(year: number): readonly Neighbours[] {
  return yearModel(year).groups.flatMap(({ tag: container, children }) =>
    children.flatMap(({ tag: first }, i) => {
      const next = children.slice(i + 1).find(({ tag }) => canStandTogether(container, first, tag));
      return next ? [{ container, first, second: next.tag }] : [];
    }),
  );
}

/** The neighbours of all years, each once, from the first year to the last in which they are. */
function everyNeighbours(): readonly Neighbours[] {
  const byName = new Map<string, Neighbours>();
  for (const year of collectionYears) {
    const isLast = year === collectionYears.at(-1);
    for (const one of neighboursIn(year)) {
      const name = nameOf(one);
      const from = byName.get(name)?.from ?? year;
      byName.set(name, isLast ? { ...one, from } : { ...one, from, to: year });
    }
  }
  return [...byName.values()];
}

/** Cases that had their names before they were made from the model, and keep them. */
const earlierNames: Readonly<Record<string, string>> = {
  'swapped-message-header-persons': 'header-after-persons',
  'swapped-collectiondetails-year-referencedate': 'year-after-reference-date',
  'swapped-source-lea-softwarecode': 'la-after-software',
  'swapped-person-surname-forename': 'surname-after-forename',
  'swapped-requests-requestoutcomedate-requestoutcome': 'outcome-before-its-date',
  'swapped-assessment-assessmentoutcome-assessmentoutcomedate': 'date-before-assessment-outcome',
  'swapped-senneed-sentype-sentyperank': 'needs-rank-first',
};

function nameOf({ container, first, second }: Neighbours): string {
  const name = `swapped-${container}-${first}-${second}`.toLowerCase();
  return earlierNames[name] ?? name;
}

/** Where the last of the children with a tag stands: with a position where it is one of a list. */
function lastOf({ record, path }: ReturnType<typeof placeOf>, tag: string): string {
  const held = valueIn(record, tag);
  return Array.isArray(held) ? `${path}/${tag}[${held.length}]` : `${path}/${tag}`;
}

const swapped: readonly Break[] = everyNeighbours().map((neighbours) => {
  const { container, first, second, ...years } = neighbours;
  const [parent, prepare] = prepared[`${container}.${first}.${second}`] ?? [
    parentWithBoth(container, first, second),
    undefined,
  ];
  return structure({
    rule,
    name: nameOf(neighbours),
    summary: `${first} stands after ${second} in ${container}.`,
    parent,
    ...years,
    prepare,
    // The one that comes first is put after the other, so it is the one that comes too late.
    at: (draft) => lastOf(placeOf(draft, container, first, second), first),
    edit: (document, draft) => {
      const place = placeOf(draft, container, first, second);
      const others = childrenOf(elementAt(document, place.path)).filter(({ node }) => node.nodeName === second);
      const [other] = others;
      if (other) putAfter(elementAt(document, lastOf(place, first)), other);
    },
  });
});

/** The containers in which a return has at least two different elements. */
const containersWithOrder = everyContainer.filter(({ children }) => children.length > 1).map(({ tag }) => tag);

/** The path of a child of a container, by its place among the children: from the end where it is negative. */
function childPath(draft: Draft, container: string, index: number): string {
  const { record, path } = placeOf(draft, container);
  const order = yearModel(draft.year).group(container).children;
  const child = order.filter(({ tag }) => valueIn(record, tag) !== undefined).at(index);
  if (!child) throw new RangeError(`the parent of the break has too few elements in ${container}`);
  return child.kind === 'group' && child.repeats ? `${path}/${child.tag}[1]` : `${path}/${child.tag}`;
}

const lastFirst: readonly Break[] = containersWithOrder
  // With two children it is the same as exchanging them.
  .filter((container) => !['Message', 'Header', 'SENneed'].includes(container))
  .map((container) =>
    structure({
      rule,
      name: `last-first-in-${container.toLowerCase()}`,
      summary: `What should come last in ${container} comes first.`,
      parent: parentWith(container),
      at: (draft) => childPath(draft, container, 0),
      edit: (document, draft) => {
        const element = elementAt(document, placeOf(draft, container).path);
        const last = childrenOf(element).at(-1);
        if (last) putFirst(last, element);
      },
    }),
  );

const reversed: readonly Break[] = containersWithOrder
  .filter((container) => !['Message', 'Header', 'SENneed'].includes(container))
  .map((container) =>
    structure({
      rule,
      name: `reversed-in-${container.toLowerCase()}`,
      summary: `The elements of ${container} stand in the opposite order.`,
      parent: parentWith(container),
      // There is one finding a container, at the first element that comes too late: the second from the start.
      at: (draft) => childPath(draft, container, -2),
      edit: (document, draft) => {
        const element = elementAt(document, placeOf(draft, container).path);
        for (const child of childrenOf(element)) putFirst(child, element);
      },
    }),
  );

/** Breaks of FILE-07: elements in another order. */
export const orderBreaks: readonly Break[] = [
  ...swapped,
  ...lastFirst,
  ...reversed,
  structure({
    rule,
    name: 'in-two-containers',
    summary: 'The order is wrong in a person and in the request.',
    at: (draft) => [draft.at.person('Surname'), draft.at.request('ReceivedDate')],
    edit: (document, draft) => {
      putAfter(elementAt(document, draft.at.person('Surname')), elementAt(document, draft.at.person('Forename')));
      putAfter(elementAt(document, draft.at.request('ReceivedDate')), elementAt(document, draft.at.request('RYA')));
    },
  }),
  structure({
    rule,
    name: 'twice-in-one-container',
    summary: 'Two pairs of items of a person are exchanged, which is told once.',
    at: (draft) => draft.at.person('Surname'),
    edit: (document, draft) => {
      const { at } = draft;
      putAfter(elementAt(document, at.person('Surname')), elementAt(document, at.person('Forename')));
      putAfter(elementAt(document, at.person('Ethnicity')), elementAt(document, at.person('PostCode')));
    },
  }),
];
