import { yearModel } from '../../src/model/index.js';
import type { Feature } from './feature.js';
import { codeFeatures, itemFeatures } from './features/item-features.js';
import { ruleFeatures } from './features/rule-features.js';
import { shapeFeatures } from './features/shapes.js';
import { yearFeatures } from './features/year-features.js';

const cache = new Map<number, readonly Feature[]>();

/**
 * Everything that a return of a collection year may exercise: every item; every value of a coded item; every shape that
 * is allowed; every rule in force; every difference from the year before.
 * @throws RangeError for a year the kit does not know.
 */
export function featuresOf(year: number): readonly Feature[] {
  let features = cache.get(year);
  if (!features) {
    const model = yearModel(year);
    features = [
      ...itemFeatures(model),
      ...codeFeatures(model),
      ...shapeFeatures(model),
      ...ruleFeatures(year),
      ...yearFeatures(model),
    ];
    cache.set(year, features);
  }
  return features;
}
