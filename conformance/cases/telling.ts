import { inForce } from '../../src/model/index.js';
import type { CollectionYear } from '../../src/model/index.js';
import type { Person } from '../../src/return/index.js';
import { storiesIn, type Story } from '../../scenarios/index.js';
import { variations } from './variations.js';

/** A story as a case pack tells it: as it is, or with something added that stories leave to chance or out. */
export interface Telling {
  /** That of the story where nothing is added. It never changes. */
  readonly name: string;
  readonly story: Story;
  /** One or two plain sentences. */
  readonly description: string;
  /** Adds to the case, which stays valid. */
  readonly vary?: (person: Person, facts: CollectionYear) => void;
}

/** Every telling that a case pack of an LA may choose from in a collection year: the stories, then what is added to some. */
export function tellingsIn(year: number, la: string): readonly Telling[] {
  const told = storiesIn(year);
  const varied = variations
    .filter((one) => inForce(one, year) && one.la !== la)
    .flatMap(({ name, story: of, adds, vary }): Telling[] => {
      const story = told.find((one) => one.name === of);
      return story ? [{ name, story, description: `${story.summary} ${adds}`, vary }] : [];
    });
  return [...told.map((story) => ({ name: story.name, story, description: story.summary })), ...varied];
}
