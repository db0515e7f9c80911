import { nationalFigures as national, type Figures } from '../figures/index.js';
import { sum } from '../fit.js';

/**
 * Brings tables that stayed national to the size of the LA: how many plans are open, issued and ceased has to go
 * together, and so have the places with what is counted of them.
 */
export function toScale(figures: Figures): Figures {
  const ratio = sizeOf(figures);
  const scaled = (counts: readonly number[], all: readonly number[]): readonly number[] =>
    counts === all ? counts.map((n) => n * ratio) : counts;
  const openPlans = scaled(figures.openPlans, national.openPlans);
  return {
    ...figures,
    openPlans,
    newPlans: scaled(figures.newPlans, national.newPlans),
    ceasedPlans:
      figures.ceasedPlans === national.ceasedPlans
        ? mapValues(figures.ceasedPlans, (counts) => counts.map((n) => n * ratio))
        : figures.ceasedPlans,
    placements: figures.placements.map((place, i) => {
      const of = sum(place.open) / (sum(national.placements[i]?.open ?? []) || 1);
      const [a, b] = place.residential;
      return { ...place, residential: [a * of, b * of] };
    }),
    workBased: figures.workBased.map(({ age, S, A, T }) => {
      const able = (of: Figures): number => sum(of.placements.map(({ open }) => open[age - firstAge] ?? 0)) || 1;
      const of = able(figures) / able(national);
      return { age, S: S * of, A: A * of, T: T * of };
    }),
  };
}

/** The first of the ages that tables run over. */
const firstAge = 2;

/** The size of the LA to that of England, by the first table of sizes that is its own. */
function sizeOf(figures: Figures): number {
  for (const key of ['openPlans', 'newPlans'] as const)
    if (figures[key] !== national[key]) return sum(figures[key]) / sum(national[key]);
  if (figures.ceasedPlans === national.ceasedPlans) return 1;
  const ceased = (of: Figures): number => sum(Object.values(of.ceasedPlans).map((counts) => sum(counts)));
  return ceased(figures) / ceased(national);
}

function mapValues<K extends PropertyKey, V>(
  record: Readonly<Record<K, V>>,
  map: (value: V) => V,
): Readonly<Record<K, V>> {
  const result: Record<K, V> = { ...record };
  for (const key of Object.keys(record) as K[]) result[key] = map(record[key]);
  return result;
}
