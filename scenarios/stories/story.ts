import type { InForce } from '../../src/model/index.js';
import type { Random } from '../../src/random/index.js';
import { completeTraits, type CaseTraits, type World } from '../life/index.js';

/** A case worth telling: what is particular to it. The rest is filled in with what is usual at the age. */
export interface Story extends InForce {
  /** Kebab-case; it never changes, since cases are named after it. */
  readonly name: string;
  /** One plain sentence. */
  readonly summary: string;
  /** In completed years on census day. */
  readonly age: number;
  readonly traits: Partial<CaseTraits>;
}

/** Every trait of a story's case in a world. Only the birthday is drawn. */
export function traitsOf(story: Story, world: World, random: Random): CaseTraits {
  return completeTraits(story.traits, story.age, world, random);
}
