import { inForce, type InForce, type YearModel } from '../../../src/model/index.js';
import type { Person } from '../../../src/return/index.js';
import type { Feature } from '../feature.js';
import { countShapes } from './count-shapes.js';
import { personShapes } from './person-shapes.js';
import { placementShapes } from './placement-shapes.js';
import { planShapes } from './plan-shapes.js';
import { requestShapes } from './request-shapes.js';

/** A way in which the records of a person may stand together. */
export interface Shape extends InForce {
  /** Kebab-case or a tag with how often it stands; it never changes. */
  readonly name: string;
  /** Plain words that need no sentence around them. */
  readonly words: string;
  /** A return without it, in words. */
  readonly never: string;
  stands(person: Person, model: YearModel): boolean;
}

const told: readonly Shape[] = [...personShapes, ...requestShapes, ...planShapes, ...placementShapes];

/**
 * Every shape of a year that the collection allows. How often each container may stand comes from the item model; what
 * else there is, from the rules: which outcomes lead on to what, how a person and a place may be known, how far a
 * review came.
 */
export function shapesIn(model: YearModel): readonly Shape[] {
  return [...countShapes(model), ...told.filter((shape) => inForce(shape, model.year))];
}

export function shapeFeatures(model: YearModel): readonly Feature[] {
  return shapesIn(model).map(({ name, words, never }) => ({ id: `shape:${name}`, kind: 'shape', words, never }));
}
