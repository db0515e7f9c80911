import { globMatcher } from '../suite/index.js';
import type { Adapter } from './adapter.js';
import { compileRegex } from './regex.js';
import { withinTime } from './within-time.js';

/** What an adapter makes of its validator's codes. */
export interface CodeMap {
  /** The codes in what stands in the fields for them, all of one answer. @throws OutputFault where codePattern takes too long */
  codesIn(texts: readonly string[]): readonly string[];
  /** Whether findings of a code are never judged. */
  isIgnored(code: string): boolean;
  /** Every rule that a code may mean in a year, at least one: one that no case expects where the code is not known. */
  rulesOf(code: string, year: number): readonly [string, ...string[]];
  /** Why the validator cannot report a rule; undefined where it can. */
  cannotReport(rule: string, year: number): string | undefined;
}

/** Characters of a text that codePattern is held against. */
const lookedAtMost = 4000;

/** The map of an adapter. Without codes and crosswalk, its codes are the ids of this kit's rules. */
export function codeMap({ settings, crosswalk }: Adapter): CodeMap {
  const { codes, codePattern, ignore = [], rules = {} } = settings;
  const rulesByCode = new Map(Object.entries(codes ?? {}).map(([code, named]) => [code.trim(), [named].flat()]));
  const ignored = ignore.map(globMatcher);
  const isIgnored = (code: string): boolean => ignored.some((fits) => fits(code));
  const coded = new Set([...rulesByCode].flatMap(([code, named]) => (isIgnored(code) ? [] : named)));
  const unsupported = (rules.unsupported ?? []).map(globMatcher);
  const cut = codePattern === undefined ? undefined : compileRegex(codePattern);
  const isMapped = codes !== undefined || crosswalk !== undefined;

  return {
    codesIn: (texts) => {
      if (typeof cut !== 'object' || texts.length === 0) return texts;
      const codeIn = (text: string): string => cut.regex.exec(text.slice(0, lookedAtMost))?.[1]?.trim() ?? text;
      return withinTime('codePattern of the adapter', () => texts.map(codeIn));
    },
    isIgnored,
    rulesOf: (code, year) => {
      const [first, ...others] = rulesByCode.get(code) ?? crosswalk?.rulesOf(code, year) ?? [];
      return first === undefined ? [isMapped ? `(code ${code})` : code] : [first, ...others];
    },
    cannotReport: (rule, year) => {
      if (unsupported.some((fits) => fits(rule))) return `the adapter lists ${rule} as unsupported`;
      if (!isMapped || coded.has(rule)) return undefined;
      const isNamed = crosswalk?.codesOf(rule, year).some((code) => !isIgnored(code)) === true;
      return isNamed ? undefined : `the adapter names no code for ${rule}`;
    },
  };
}
