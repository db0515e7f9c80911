import { bothCrosswalks, readCrosswalk, yearCodes, type Crosswalk } from '../../../conformance/crosswalk/index.js';
import { listInWords } from '../../../conformance/judge/index.js';
import type { Adapter } from '../../../conformance/adapt/index.js';
import { ruleById } from '../../rules/index.js';
import { remark } from '../remark.js';

/** The crosswalk of a command: that of its adapter first, then the one that `--crosswalk` names. @throws CrosswalkError, UnreadableFileError */
export async function crosswalkFor(
  file: string | undefined,
  adapter: Adapter | undefined,
): Promise<Crosswalk | undefined> {
  const given = file === undefined ? undefined : await readCrosswalk(file);
  const own = adapter?.crosswalk;
  return own && given ? bothCrosswalks(own, given) : (own ?? given);
}

/** Says what a crosswalk changes in a year: levels that are not this kit's, or that it has nothing to say at all. */
export function remarkOnCrosswalk(file: string, crosswalk: Crosswalk, year: number): void {
  const { codes, levels } = yearCodes(crosswalk, year);
  const other = Object.entries(levels).filter(([rule, level]) => level !== ruleById(rule)?.level);
  if (other.length > 0) {
    const told = listInWords(other.map(([rule, level]) => `${rule} ${level}`));
    remark(`${file}: levels of ${year} are the crosswalk's where it gives one; not the kit's: ${told}`);
  } else if (Object.keys(codes).length === 0 && Object.keys(levels).length === 0) {
    remark(`${file}: has no code and no level for any rule of ${year}`);
  }
}
