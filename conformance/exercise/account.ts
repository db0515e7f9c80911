import { collectionYear } from '../../src/model/index.js';
import { type Feature, type FeatureId, type FeatureKind } from './feature.js';
import { featuresOf } from './features-of.js';
import { fewestStories } from './fewest-stories.js';
import { notExercised } from './not-exercised.js';

/** What a story of a case pack exercises. */
export interface StoryCoverage {
  readonly name: string;
  readonly covers: readonly FeatureId[];
}

/** A feature that was not exercised, as it is told. */
export interface Unexercised {
  readonly id: FeatureId;
  /** A sentence without a full stop, such as `no plan was ever ceased`. */
  readonly words: string;
  /** Of a value: the item it is one of; else null. */
  readonly of: string | null;
  /** The stories of the case pack that exercise it; none where it takes the persons of the pack together. */
  readonly stories: readonly string[];
}

/** What a return did and did not exercise: what exercise.v1.schema.json describes. */
export interface ExerciseAccount {
  readonly format: 1;
  readonly year: number;
  /** Why the year is not final; null where it is. */
  readonly provisional: string | null;
  readonly groups: readonly {
    readonly kind: FeatureKind;
    /** How many there are that a return can exercise. */
    readonly of: number;
    readonly exercised: number;
    readonly missing: readonly Unexercised[];
  }[];
  /** By coded item: its values that were exercised. */
  readonly seen: Readonly<Record<string, readonly string[]>>;
  /** What no return can exercise, with the reason. */
  readonly cannot: readonly { readonly id: FeatureId; readonly why: string }[];
  /** The fewest stories of the case pack that exercise all that it can of what is missing. */
  readonly stories: readonly string[];
}

/**
 * An account of what a return did not exercise, and of the stories that would.
 * @param pack what the stories of a case pack of the year exercise; none where there is no pack
 * @throws RangeError for a year the kit does not know.
 */
export function exerciseAccount(
  year: number,
  exercised: ReadonlySet<FeatureId>,
  pack: readonly StoryCoverage[] = [],
): ExerciseAccount {
  const { groups, cannot } = notExercised(year, exercised);
  const byFeature = storiesByFeature(pack);
  const missing = groups.flatMap((group) => group.missing.map(({ id }) => id));
  return {
    format: 1,
    year,
    provisional: collectionYear(year).provisional ?? null,
    groups: groups.map((group) => ({
      kind: group.kind,
      of: group.of,
      exercised: group.of - group.missing.length,
      missing: group.missing.map(({ id, never, of }) => ({
        id,
        words: never,
        of: of ?? null,
        stories: byFeature.get(id) ?? [],
      })),
    })),
    seen: seenByItem(featuresOf(year), exercised),
    cannot: cannot.map(({ id, cannot: why = '' }) => ({ id, why })),
    stories: fewestStories(missing, pack),
  };
}

function storiesByFeature(pack: readonly StoryCoverage[]): ReadonlyMap<FeatureId, readonly string[]> {
  const stories = new Map<FeatureId, string[]>();
  for (const { name, covers } of pack) {
    for (const id of covers) {
      const list = stories.get(id);
      if (list) list.push(name);
      else stories.set(id, [name]);
    }
  }
  return stories;
}

function seenByItem(
  features: readonly Feature[],
  exercised: ReadonlySet<FeatureId>,
): Readonly<Record<string, readonly string[]>> {
  const seen: Record<string, string[]> = {};
  for (const { id, of } of features) {
    if (of === undefined || !exercised.has(id)) continue;
    (seen[of] ??= []).push(id.slice(id.indexOf('=') + 1));
  }
  return seen;
}
