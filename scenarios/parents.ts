import { inForce, type InForce } from '../src/model/index.js';
import type { Company } from './company.js';
import { storiesIn, stories } from './stories/index.js';

/** A valid return that breaks start from: which story each of its persons tells. */
export interface Parent extends InForce {
  readonly name: string;
  readonly summary: string;
  /** Names of stories, one a person. */
  readonly stories: readonly string[];
  /** 1-based position of the person the breaks change. */
  readonly position: number;
  /** What stands before the records of the person the breaks change. */
  readonly company?: Company;
  /** A case of its own only where a case is made from it. */
  readonly onlyForOthers?: boolean;
}

// A bystander on each side, so that a validator which looks at the first or the last person alone is found out.
const before = 'request-refused';
const after = 'historical-not-reviewed';

const storyParents: readonly Parent[] = stories.map(({ name, summary, from, to }) => ({
  name,
  summary,
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
  stories: [before, name, after],
  position: 2,
}));

/** Name of the parent in which three persons tell a story. */
export function thrice(story: string): string {
  return `${story}-told-thrice`;
}

const thriceParents: readonly Parent[] = stories.map(({ name, summary, from, to }) => ({
  name: thrice(name),
  summary: `Three persons. ${summary}`,
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
  stories: [name, name, name],
  position: 2,
  onlyForOthers: true,
}));

/** Name of the parent in which the records of a story come second. */
export function accompanied(story: string, company: Company): string {
  return `${story}-${company === 'request' ? 'after-withdrawn-request' : 'after-other-records'}`;
}

const companies = {
  request: 'A withdrawn request stands before the others.',
  records: 'A withdrawn request, and another plan detail, placement and need, stand before the others.',
} as const;

const accompaniedParents: readonly Parent[] = (['request', 'records'] as const).flatMap((company) =>
  storyParents.map((parent) => ({
    ...parent,
    name: accompanied(parent.name, company),
    summary: `${parent.summary} ${companies[company]}`,
    company,
    onlyForOthers: true,
  })),
);

function repeat(count: number, ...names: readonly string[]): string[] {
  return Array.from({ length: count }, (_, i) => names[i % names.length] ?? '');
}

/** Returns just large enough for the rules that count over all persons. */
const crowds: readonly Parent[] = [
  {
    name: 'crowd-of-twenty',
    summary: 'Twenty persons, the fewest that the share of ethnicity not obtained is looked at for.',
    stories: repeat(20, after, before, 'awaiting-decision'),
    position: 2,
  },
  {
    name: 'crowd-of-ceased-plans',
    summary: 'Ten ceased plans, the fewest that the share of other reasons is looked at for.',
    stories: repeat(10, 'ceased-needs-met', 'transferred-out'),
    position: 2,
  },
  {
    name: 'crowd-of-requests',
    summary: 'Ten requests that give a source, the fewest that the share of other sources is looked at for.',
    from: 2025,
    stories: repeat(10, 'awaiting-decision', before),
    position: 2,
  },
];

export const parents: readonly Parent[] = [...storyParents, ...crowds, ...thriceParents, ...accompaniedParents];

/** The parents that can be told in a collection year. */
export function parentsIn(year: number): readonly Parent[] {
  const told = new Set(storiesIn(year).map((story) => story.name));
  return parents.filter((parent) => inForce(parent, year) && parent.stories.every((name) => told.has(name)));
}

/** @throws RangeError for a name that no parent has. */
export function parentNamed(name: string): Parent {
  const found = parents.find((parent) => parent.name === name);
  if (!found) throw new RangeError(`no parent is called ${name}`);
  return found;
}
