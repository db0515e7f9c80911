import type { Claim } from '../judge/index.js';
import { isElement, personsOf, writeTree, type Element, type Node } from '../tree/index.js';
import { aboutOf, isKnown, moved, placeless, type Moves } from './claims.js';
import { copiedPersons } from './copied-persons.js';
import type { LeftOut, Start, Transformation, Transformed } from './transformation.js';

const unknownCodes: LeftOut = {
  what: 'findings under codes that are no rules of this kit',
  why: 'nobody can say whether they hang on other persons; an adapter or a crosswalk that names their rules has them compared',
};
const ofUnknown = (claims: readonly Claim[]): readonly LeftOut[] => (claims.every(isKnown) ? [] : [unknownCodes]);
const doubled: LeftOut = {
  what: 'RET-01, RET-02, RET-03',
  why: 'two persons who share a key may come to stand in different returns',
};
const shares: LeftOut = {
  what: 'RET-04, RET-05, RET-06',
  why: 'a share is of all persons, and is only looked at from so many on',
};
const unplaced: LeftOut = {
  what: 'findings that name no place',
  why: 'it is not known whom they are about',
};
const aroundPersons: LeftOut = {
  what: 'what stands among the persons and is none',
  why: 'it stays in one of the two returns alone',
};

const isKeyRule = ({ rules }: Claim): boolean => rules.some((rule) => /^RET-0[123]$/.test(rule));
const isShareRule = ({ rules }: Claim): boolean => rules.some((rule) => /^RET-0[456]$/.test(rule));

/** The persons of a return, and the return with other nodes in their place. */
interface People {
  readonly list: readonly Element[];
  with(persons: readonly Node[]): Uint8Array;
}

function peopleOf(root: Element): People {
  const persons = personsOf(root);
  const isPerson = (node: Node): node is Element => isElement(node) && node.tag === 'Person';
  return {
    list: (persons?.children ?? []).filter(isPerson),
    with: (others) => {
      if (!persons) return Buffer.from(writeTree(root), 'utf8');
      // What else stands among the persons keeps its place before or after them.
      const first = persons.children.findIndex(isPerson);
      const before = persons.children.filter((node, at) => !isPerson(node) && at < first);
      const after = persons.children.filter((node, at) => !isPerson(node) && at > first);
      const now: Element = { ...persons, children: [...before, ...others, ...after] };
      const children = root.children.map((child) => (child === persons ? now : child));
      return Buffer.from(writeTree({ ...root, children }), 'utf8');
    },
  };
}

/**
 * Findings as they are compared: which of the persons who share a key is named is open, so those are compared by rule
 * alone; and so are those of which the kit does not know the rule.
 */
const byRule = (claim: Claim): Claim => (aboutOf(claim) === 'return' || !isKnown(claim) ? placeless(claim) : claim);

/** The same persons in another order. @param order gives, from the positions, those in the new order */
function reordered(
  name: string,
  summary: string,
  order: (positions: readonly number[]) => readonly number[],
): Transformation {
  return {
    name,
    summary,
    apply: ({ root, claims }) => {
      const people = peopleOf(root);
      if (people.list.length < 2) return { why: 'there is one person, or none' };
      const now = order(people.list.map((_, i) => i + 1));
      const places = new Map(now.map((position, i) => [position, i + 1]));
      const moves: Moves = (position) => places.get(position);
      return {
        files: [people.with(now.flatMap((position) => people.list[position - 1] ?? []))],
        leftOut: [],
        compare: ([found = []]) => [
          { expected: claims.map((claim) => byRule(moved(claim, moves))), found: found.map(byRule) },
        ],
      };
    },
  };
}

function splitInTwo({ root, claims }: Start): Transformed | { readonly why: string } {
  const people = peopleOf(root);
  const half = Math.ceil(people.list.length / 2);
  if (people.list.length < 2) return { why: 'there is one person, or none' };
  const isCompared = (claim: Claim): boolean => isKnown(claim) && !isKeyRule(claim) && !isShareRule(claim);
  const all = claims.filter(isCompared);
  return {
    files: [people.with(people.list.slice(0, half)), people.with(people.list.slice(half))],
    leftOut: [doubled, shares, ...ofUnknown(claims), ...(claims.some(isAmongPersons) ? [aroundPersons] : [])],
    compare: ([first = [], second = []]) => {
      const [one, two] = [first.filter(isCompared), second.filter(isCompared)];
      const ofPersons = (list: readonly Claim[]): readonly Claim[] =>
        list.filter((claim) => aboutOf(claim) !== 'frame').map(byRule);
      const ofFrame = (list: readonly Claim[]): readonly Claim[] =>
        list.filter((claim) => aboutOf(claim) === 'frame' && !isAmongPersons(claim));
      const back = two.map((claim) => moved(claim, (position) => position + half));
      return [
        { expected: ofPersons(all), found: [...ofPersons(one), ...ofPersons(back)] },
        { expected: ofFrame(all), found: ofFrame(one) },
        { expected: ofFrame(all), found: ofFrame(two) },
      ];
    },
  };
}

/** Such as an unknown element, or text. */
function isAmongPersons(claim: Claim): boolean {
  return aboutOf(claim) === 'frame' && claim.path?.startsWith('/Message/Persons') === true;
}

function oneDropped({ root, claims, clean }: Start): Transformed | { readonly why: string } {
  const people = peopleOf(root);
  if (claims.some((claim) => aboutOf(claim) === 'unknown'))
    return { why: 'the validator does not say whom its findings are about, so it is not known who is clean' };
  // One from the middle moves those after and leaves those before.
  const dropped = clean[Math.floor(clean.length / 2)];
  if (dropped === undefined || people.list.length < 2)
    return { why: 'there is nobody of whom nothing is said, or nobody beside them' };
  const isCompared = (claim: Claim): boolean => isKnown(claim) && !isShareRule(claim);
  const moves: Moves = (position) => (position === dropped ? undefined : position > dropped ? position - 1 : position);
  return {
    files: [people.with(people.list.filter((_, i) => i + 1 !== dropped))],
    leftOut: [shares, ...ofUnknown(claims)],
    compare: ([found = []]) => [
      {
        expected: claims.filter(isCompared).map((claim) => byRule(moved(claim, moves))),
        found: found.filter(isCompared).map(byRule),
      },
    ],
  };
}

function copied({ root, year, claims }: Start): Transformed | { readonly why: string } {
  const people = peopleOf(root);
  const copies = copiedPersons(root, people.list, year);
  if (people.list.length === 0) return { why: 'there is no person' };
  if (!copies) return { why: 'somebody has an identifier or a name of which no other like it could be made' };
  const count = people.list.length;
  const isCompared = (claim: Claim): boolean => isKnown(claim) && !isShareRule(claim) && aboutOf(claim) !== 'unknown';
  const own = claims.filter(isCompared);
  const again = own
    .filter((claim) => aboutOf(claim) !== 'frame')
    .map((claim) => moved(claim, (position) => position + count));
  return {
    files: [people.with([...people.list, ...copies])],
    leftOut: [
      shares,
      ...ofUnknown(claims),
      ...(claims.some((claim) => aboutOf(claim) === 'unknown') ? [unplaced] : []),
    ],
    compare: ([found = []]) => [
      { expected: [...own, ...again].map(byRule), found: found.filter(isCompared).map(byRule) },
    ],
  };
}

/** Odd positions first: each person gets other neighbours. */
const oddThenEven = (positions: readonly number[]): readonly number[] => [
  ...positions.filter((position) => position % 2 === 1),
  ...positions.filter((position) => position % 2 === 0),
];

/** Changes of which persons there are, and in what order. */
export const arrangements: readonly Transformation[] = [
  reordered('persons-reversed', 'The persons stand in the opposite order.', (positions) => [...positions].reverse()),
  reordered('persons-reordered', 'Every other person stands first, then those between them.', oddThenEven),
  {
    name: 'split-in-two',
    summary: 'The persons stand in two returns; what is said of both, put together, is what is said of the one.',
    apply: splitInTwo,
  },
  { name: 'one-dropped', summary: 'One person of whom nothing is said is left out.', apply: oneDropped },
  {
    name: 'copied',
    summary: 'Every person stands there again with another UPN, ULN and name; all is said twice.',
    apply: copied,
  },
];
