import { featureKinds, type Feature, type FeatureId, type FeatureKind } from './feature.js';
import { featuresOf } from './features-of.js';

/** What a return did not exercise of one kind. */
export interface FeatureGroup {
  readonly kind: FeatureKind;
  /** How many there are that a return can exercise. */
  readonly of: number;
  readonly missing: readonly Feature[];
}

export interface NotExercised {
  readonly year: number;
  /** One for each kind, in the order of `featureKinds`. */
  readonly groups: readonly FeatureGroup[];
  /** Those that no return can exercise, or those of a few LAs alone, each with the reason in `cannot`. */
  readonly cannot: readonly Feature[];
}

/**
 * What a return did not exercise, by kind.
 * @throws RangeError for a year the kit does not know.
 */
export function notExercised(year: number, exercised: ReadonlySet<FeatureId>): NotExercised {
  const features = featuresOf(year);
  const possible = features.filter((feature) => feature.cannot === undefined || exercised.has(feature.id));
  const groups = featureKinds.map((kind) => {
    const all = possible.filter((feature) => feature.kind === kind);
    return { kind, of: all.length, missing: all.filter(({ id }) => !exercised.has(id)) };
  });
  const cannot = features.filter(({ id, cannot: why }) => why !== undefined && !exercised.has(id));
  return { year, groups, cannot };
}
