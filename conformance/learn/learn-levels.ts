import type { Level } from '../../src/validate/index.js';
import { codeOf, type Observation } from './observe.js';
import type { LearnedCodes } from './learn-codes.js';

/** The share of findings under a word that must be of one level for the word to mean it. */
const agreesEnough = 0.9;

/**
 * What the validator's words for levels mean; undefined where it has none, or where they do not go with the levels of
 * the rules, so that it does not tell errors from queries.
 */
export function learnLevels(
  observations: readonly Observation[],
  { codes }: LearnedCodes,
): Readonly<Record<string, Level>> | undefined {
  const counts = new Map<string, Record<Level, number>>();
  for (const { rule, expected, own } of observations) {
    const level = expected[0]?.level;
    for (const one of own) {
      const isMeant = codes.get(codeOf(one))?.some((meant) => meant.rule === rule) === true;
      if (!isMeant || level === undefined || one.level === undefined) continue;
      const count = counts.get(one.level) ?? { error: 0, query: 0 };
      counts.set(one.level, count);
      count[level] += 1;
    }
  }
  const words = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  const levels = words.map(([word, { error, query }]): [string, Level | undefined] => {
    const most: Level = error >= query ? 'error' : 'query';
    return [word, Math.max(error, query) / (error + query) >= agreesEnough ? most : undefined];
  });
  const told = new Set(levels.map(([, level]) => level));
  if (told.has(undefined) || told.size < 2) return undefined;
  return Object.fromEntries(levels.flatMap(([word, level]) => (level === undefined ? [] : [[word, level] as const])));
}
