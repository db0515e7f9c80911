import type { Case } from './case.js';
import { globMatcher } from './glob.js';

/** What of a case a glob is held against; a case that is still to be made has no file. */
export type Selectable = Pick<Case, 'id' | 'rule'> & Partial<Pick<Case, 'file'>>;

/**
 * A test of whether a case is chosen by any of the globs. A glob is held against the whole case id, the whole rule id
 * and the whole name of the file in the suite, such as `cases/packed-1.xml`, letter case counting; `*` stands for any
 * characters and `?` for one. No globs choose every case.
 */
export function caseSelector(globs: readonly string[]): (c: Selectable) => boolean {
  if (globs.length === 0) return () => true;
  const matchers = globs.map(globMatcher);
  return ({ id, rule, file }) =>
    matchers.some((fits) => [id, rule, file].some((text) => typeof text === 'string' && fits(text)));
}
