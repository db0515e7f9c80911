import type { CaseTraits, World } from '../scenarios/life/index.js';
import { storiesIn, storyNamed, traitsOf } from '../scenarios/stories/index.js';
import type { Random } from '../src/random/index.js';

/** The traits of person `k` (from 0) where every person tells a story chosen by name. */
export type StoryTraits = (k: number, random: Random) => CaseTraits;

/** With 18 others between two, the shares that RET-05 and RET-06 watch stay at one in ten in any stretch. */
const spacing = 19;

/**
 * Tells the stories named in turn, again and again. CeaseReason 9 and RequestSource 5 are kept for one telling in
 * 19, of the first story that has them; the others get a plain reason (7, moved away) or source (2, the school),
 * since a return full of "other" would draw a query.
 * @throws RangeError for a name that no story of the year has, and for no name at all.
 */
export function storyTraits(names: readonly string[], world: World): StoryTraits {
  const { year } = world.facts;
  const told = storiesIn(year);
  const chosen = names.map(storyNamed);
  for (const story of chosen)
    if (!told.includes(story)) throw new RangeError(`the story ${story.name} cannot be told in ${year}`);
  if (chosen.length === 0) throw new RangeError('no story is named');

  const firstCeased = chosen.findIndex(({ traits }) => traits.ceased === '9');
  const firstSource = chosen.findIndex(({ traits }) => traits.source === '5' && traits.plot !== 'second-request');

  return (k, random) => {
    const place = k % chosen.length;
    const story = chosen[place];
    if (!story) throw new RangeError(`there is no person ${k}`);
    const traits = traitsOf(story, world, random);
    const keeps = Math.floor(k / chosen.length) % spacing === 0;
    return {
      ...traits,
      ...(traits.ceased === '9' && !(keeps && place === firstCeased) && { ceased: '7' }),
      ...(traits.source === '5' && !(keeps && place === firstSource) && { source: '2' }),
    };
  };
}
