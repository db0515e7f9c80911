import type { Crosswalk } from './crosswalk.js';

/** Two crosswalks as one: whatever the first says of a rule or a code counts, and the second is asked about the rest. */
export function bothCrosswalks(first: Crosswalk, second: Crosswalk): Crosswalk {
  const either = (one: readonly string[], other: () => readonly string[]): readonly string[] =>
    one.length > 0 ? one : other();
  return {
    codeOf: (rule, year) => first.codeOf(rule, year) ?? second.codeOf(rule, year),
    codesOf: (rule, year) => either(first.codesOf(rule, year), () => second.codesOf(rule, year)),
    rulesOf: (code, year) => either(first.rulesOf(code, year), () => second.rulesOf(code, year)),
    levelOf: (rule, year) => first.levelOf(rule, year) ?? second.levelOf(rule, year),
  };
}
