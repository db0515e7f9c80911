import type { Level } from '../../src/validate/index.js';

/** One line of a crosswalk: what a rule is called, and how grave it is, in the list of somebody else in one year. */
export interface CrosswalkRow {
  /** Id of the rule in this kit. */
  readonly rule: string;
  readonly year: number;
  /** Undefined where it is not known yet. */
  readonly code: string | undefined;
  /** Undefined where the crosswalk does not say. */
  readonly level: Level | undefined;
}

/** From this kit's rules to the codes of a list of rules that the user holds, and back, by collection year. */
export interface Crosswalk {
  /** The code of a rule, the first where it has several; undefined where none is known. */
  codeOf(rule: string, year: number): string | undefined;
  /** Every code of a rule, in the order of the file; none where none is known. */
  codesOf(rule: string, year: number): readonly string[];
  /** Every rule that a code stands for, in the order of the file; none where the code is not known. */
  rulesOf(code: string, year: number): readonly string[];
  /** The level of a rule; undefined where the crosswalk does not say. */
  levelOf(rule: string, year: number): Level | undefined;
}

/** A crosswalk of rows that were found in order. */
export function makeCrosswalk(rows: readonly CrosswalkRow[]): Crosswalk {
  const codes = new Map<string, string[]>();
  const rules = new Map<string, string[]>();
  const levels = new Map<string, Level>();
  for (const { rule, year, code, level } of rows) {
    const ruleKey = keyOf(rule, year);
    if (level !== undefined) levels.set(ruleKey, level);
    if (code === undefined) continue;
    add(codes, ruleKey, code);
    add(rules, keyOf(code, year), rule);
  }
  return {
    codeOf: (rule, year) => codes.get(keyOf(rule, year))?.[0],
    codesOf: (rule, year) => codes.get(keyOf(rule, year)) ?? [],
    rulesOf: (code, year) => rules.get(keyOf(code, year)) ?? [],
    levelOf: (rule, year) => levels.get(keyOf(rule, year)),
  };
}

function add(lists: Map<string, string[]>, key: string, one: string): void {
  const known = lists.get(key);
  if (known) known.push(one);
  else lists.set(key, [one]);
}

function keyOf(name: string, year: number): string {
  return `${year} ${name}`;
}
