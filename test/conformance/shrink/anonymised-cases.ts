import { shrink } from '../../../conformance/shrink/index.js';
import { buildCases, type BuiltCase } from '../../../conformance/suite/index.js';
import { askerOf, reference, referenceSays } from '../asking.js';
import { leftIn, personalValues } from './searching.js';

/** One broken case of each of some rules. */
export function brokenCases(year: number, rules: readonly string[]): readonly BuiltCase[] {
  const byRule = new Map<string, BuiltCase>();
  for (const one of buildCases({ year, seed: 'shrink', kit: '0.0.0', select: rules })) {
    const { rule, kind } = one.case;
    if (rule !== null && kind !== 'near-miss' && !byRule.has(rule)) byRule.set(rule, one);
  }
  return [...byRule.values()];
}

/** What is wrong with a case after it was made small and anonymous; undefined where nothing is. */
export async function faultOf({ case: { id, rule, year }, file }: BuiltCase): Promise<string | undefined> {
  const small = await shrink(file, {
    asker: askerOf(reference, year),
    goal: { kind: 'reports', rule: rule ?? '' },
    maxMs: 60_000,
    anonymise: { seed: id },
  });
  const text = Buffer.from(small.file).toString('latin1');
  const left = leftIn(text, personalValues(Buffer.from(file).toString('latin1'), year));
  if (left.length > 0) return `${id}: ${left.join(', ')} is left in ${text}`;
  if (!small.isSmallest) return `${id}: is not the smallest`;
  if (small.file.length > file.length) return `${id}: is larger`;
  return referenceSays(small.file, year).some((one) => one.rule === rule) ? undefined : `${id}: ${rule ?? ''} is gone`;
}
