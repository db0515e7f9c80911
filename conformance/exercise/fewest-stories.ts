import { coverOf } from './cover.js';
import type { StoryCoverage } from './account.js';
import type { FeatureId } from './feature.js';

/** As few stories as exercise all of some features that any of them does, in the order of the pack. */
export function fewestStories(wanted: readonly FeatureId[], pack: readonly StoryCoverage[]): readonly string[] {
  const all = new Set(wanted);
  const chosen = coverOf(pack.map(({ covers }) => new Set(covers.filter((id) => all.has(id)))));
  return chosen.flatMap((place) => pack[place]?.name ?? []);
}
