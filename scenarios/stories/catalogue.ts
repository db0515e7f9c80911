import { inForce } from '../../src/model/index.js';
import { assessmentStories } from './assessments.js';
import { ceasedStories } from './ceased.js';
import { identifierStories } from './identifiers.js';
import { placementStories } from './placements.js';
import { planStories } from './plans.js';
import { requestStories } from './requests.js';
import type { Story } from './story.js';

/** Every story, in the order a case goes through. */
export const stories: readonly Story[] = [
  ...requestStories,
  ...assessmentStories,
  ...planStories,
  ...ceasedStories,
  ...placementStories,
  ...identifierStories,
];

const byName = new Map(stories.map((story) => [story.name, story]));

/** @throws RangeError for a name that no story has. */
export function storyNamed(name: string): Story {
  const story = byName.get(name);
  if (!story) throw new RangeError(`no story is called ${name}`);
  return story;
}

/** The stories that can be told in a collection year. */
export function storiesIn(year: number): readonly Story[] {
  return stories.filter((story) => inForce(story, year));
}
