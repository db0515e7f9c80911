import { yearCodes, type Crosswalk, type YearCodes } from '../../../conformance/crosswalk/index.js';
import { ruleById } from '../../rules/index.js';
import type { Finding, Validation } from '../../validate/index.js';

/** A finding with the code of its rule in a crosswalk, where that is known. */
export interface CodedFinding extends Finding {
  readonly dfeCode?: string;
}

/** What came of a return, by the codes and levels of a crosswalk. */
export interface CodedValidation extends Validation {
  readonly findings: readonly CodedFinding[];
  /** What the crosswalk says of the year. */
  readonly names?: YearCodes;
}

/**
 * Findings with their codes, at the levels of a crosswalk where it gives one; the counts follow the levels. Where no
 * year is known nothing changes, since a crosswalk goes by the year.
 */
export function recoded(result: Validation, crosswalk: Crosswalk): CodedValidation {
  const { year, findings, summary } = result;
  if (year === null) return result;
  const names = yearCodes(crosswalk, year);
  let { errors, queries } = summary;
  for (const [rule, count] of Object.entries(summary.byRule)) {
    const level = names.levels[rule];
    if (level === undefined || level === ruleById(rule)?.level) continue;
    const more = level === 'error' ? count : -count;
    errors += more;
    queries -= more;
  }
  return {
    ...result,
    names,
    findings: findings.map(({ rule, level, ...rest }) => {
      const code = names.codes[rule];
      return { rule, ...(code !== undefined && { dfeCode: code }), level: names.levels[rule] ?? level, ...rest };
    }),
    summary: { ...summary, errors, queries },
  };
}
