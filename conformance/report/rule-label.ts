import type { Level } from '../../src/validate/index.js';
import type { ResultsHeader } from './results.js';

/** What of a header says how rules are shown. */
export type RuleNames = Pick<ResultsHeader, 'codes' | 'levels'>;

/** How a rule is shown: its id, and its code in brackets where a crosswalk gave one. */
export function ruleLabel(names: RuleNames, rule: string): string {
  const code = ruleCode(names, rule);
  return code === undefined ? rule : `${rule} (${code})`;
}

/** The code of a rule in the crosswalk of the run; undefined where none is known. */
export function ruleCode({ codes }: RuleNames, rule: string): string | undefined {
  return ownValue(codes, rule);
}

/** The level that the crosswalk of the run gives a rule; undefined where it gives none. */
export function ruleLevel({ levels }: RuleNames, rule: string): Level | undefined {
  return ownValue(levels, rule);
}

/** Validators report rules under any name, such as those that every object has. */
function ownValue<T>(values: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return values && Object.hasOwn(values, name) ? values[name] : undefined;
}
