import { caseSelector, type Case, type Suite } from '../../suite/index.js';
import { ValidatorUsageError } from '../validator.js';

/** What a run has to do. */
export interface RunPlan {
  /** The cases to judge, in suite order. */
  readonly selected: readonly Case[];
  /** The cases that are parents of selected ones, chosen or not, in suite order. */
  readonly parents: readonly Case[];
}

/** @throws ValidatorUsageError where the globs choose no case, since a run of nothing must not pass */
export function planRun(suite: Suite, globs: readonly string[]): RunPlan {
  const selected = suite.cases.filter(caseSelector(globs));
  if (selected.length === 0) {
    throw new ValidatorUsageError(`no case of the suite has an id or rule that fits ${globs.join(', ') || 'a glob'}`);
  }
  const wanted = new Set(selected.map((c) => c.parent));
  return { selected, parents: suite.cases.filter((c) => wanted.has(c.id)) };
}
