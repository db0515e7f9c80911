import type { Case } from './case.js';

/**
 * A test of whether a case is chosen by any of the globs. A glob is held against the whole case id and the
 * whole rule id, letter case counting; `*` stands for any characters and `?` for one. No globs choose every case.
 */
export function caseSelector(globs: readonly string[]): (c: Pick<Case, 'id' | 'rule'>) => boolean {
  if (globs.length === 0) return () => true;
  const patterns = globs.map(globPattern);
  return (c) => patterns.some((pattern) => pattern.test(c.id) || (c.rule !== null && pattern.test(c.rule)));
}

/** What a glob fits, held against the whole of a text: `*` stands for any characters and `?` for one. */
export function globPattern(glob: string): RegExp {
  const escaped = glob.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 's');
}
