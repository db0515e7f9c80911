import { buildCases, type BuiltCase } from '../suite/index.js';

/** How many cases of a rule are put at most: enough to meet each of the codes that a rule may come under. */
const mostOfRule = 12;

/** A case that breaks one rule and no other, and the valid case it was made from. */
export interface Probe {
  readonly rule: string;
  readonly built: BuiltCase;
  readonly parent: BuiltCase | undefined;
}

/** The cases that a map is learned from. */
export interface ProbeCases {
  readonly probes: readonly Probe[];
  /** All that is to be put: the probes and their parents, each once. */
  readonly all: readonly BuiltCase[];
}

/**
 * Chooses, for every rule of a year, cases in which it alone is broken, evenly from all there are. Which those are
 * depends on the year and the seed alone.
 */
export function probeCases(options: {
  readonly year: number;
  readonly seed: string;
  readonly kit: string;
}): ProbeCases {
  const built = buildCases(options);
  const byId = new Map(built.map((one) => [one.case.id, one]));
  const byRule = new Map<string, BuiltCase[]>();
  for (const one of built) {
    const { rule } = one.case;
    if (rule === null || !isAlone(one, rule)) continue;
    byRule.set(rule, [...(byRule.get(rule) ?? []), one]);
  }
  const probes = [...byRule].flatMap(([rule, cases]) =>
    evenly(cases, mostOfRule).map((one) => ({ rule, built: one, parent: byId.get(one.case.parent ?? '') })),
  );
  const all = new Set(probes.flatMap((probe) => [...(probe.parent ? [probe.parent] : []), probe.built]));
  return { probes, all: [...all] };
}

function isAlone({ expectation: { findings } }: BuiltCase, rule: string): boolean {
  return findings.length > 0 && findings.every((finding) => finding.rule === rule);
}

function evenly<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list;
  return Array.from({ length: most }, (_, i) => list[Math.floor((i * list.length) / most)]).filter(
    (one) => one !== undefined,
  );
}
