import { rulesIn } from '../../src/rules/index.js';
import type { Level } from '../../src/validate/index.js';
import type { Crosswalk } from './crosswalk.js';

/** What a crosswalk says of the rules of one collection year, by rule, in the order of the catalogue. */
export interface YearCodes {
  /** Rules whose code is known, several codes with a comma between. */
  readonly codes: Readonly<Record<string, string>>;
  /** Rules whose level is given. */
  readonly levels: Readonly<Record<string, Level>>;
}

/** The codes and levels of the rules in force in a year. */
export function yearCodes(crosswalk: Crosswalk, year: number): YearCodes {
  const codes: [string, string][] = [];
  const levels: [string, Level][] = [];
  for (const { id } of rulesIn(year)) {
    const code = codeText(crosswalk, id, year);
    if (code !== undefined) codes.push([id, code]);
    const level = crosswalk.levelOf(id, year);
    if (level !== undefined) levels.push([id, level]);
  }
  return { codes: Object.fromEntries(codes), levels: Object.fromEntries(levels) };
}

/** Every code of a rule in one line, as they are shown; undefined where none is known. */
export function codeText(crosswalk: Crosswalk, rule: string, year: number): string | undefined {
  const codes = crosswalk.codesOf(rule, year);
  return codes.length === 0 ? undefined : codes.join(', ').replace(/\s+/g, ' ');
}
