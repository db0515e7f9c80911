import { rulesIn } from '../../../src/rules/index.js';
import type { Feature } from '../feature.js';

/** Every rule of a year: exercised where it had something to look at (see `RuleSight`). */
export function ruleFeatures(year: number): readonly Feature[] {
  return rulesIn(year).map(({ id, statement }) => ({
    id: `rule:${id}`,
    kind: 'rule',
    words: `${id}: ${statement}`,
    never: `${id} had nothing to look at`,
  }));
}
