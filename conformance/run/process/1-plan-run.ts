import { caseSelector, type Case, type Suite } from '../../suite/index.js';
import { ValidatorUsageError } from '../validator.js';

/** What a run has to do. */
export interface RunPlan {
  /** The cases that are still to be judged, in suite order. */
  readonly selected: readonly Case[];
  /** The cases that are parents of selected ones, chosen or not, in suite order. */
  readonly parents: readonly Case[];
}

/**
 * @param earlier results of the first chosen cases, which are not judged again
 * @throws ValidatorUsageError where a glob chooses no case, since a run of nothing must not pass, or the earlier
 * results are of other cases
 */
export function planRun(suite: Suite, globs: readonly string[], earlier: readonly { readonly id: string }[]): RunPlan {
  const chosen = suite.cases.filter(caseSelector(globs));
  // A glob that fits nothing would leave rules out unseen, and the run could still pass.
  const idle = globs.find((glob) => !suite.cases.some(caseSelector([glob])));
  if (idle !== undefined || chosen.length === 0) {
    throw new ValidatorUsageError(
      `no case of the suite has an id, rule or file that fits ${idle ?? 'a glob'} (* stands for any characters, ? for one)`,
    );
  }
  const other = earlier.find(({ id }, at) => chosen[at]?.id !== id);
  if (other)
    throw new ValidatorUsageError(`the earlier results are of another choice of cases: ${other.id} is out of turn`);
  const selected = chosen.slice(earlier.length);
  const wanted = new Set(selected.map((c) => c.parent));
  return { selected, parents: suite.cases.filter((c) => wanted.has(c.id)) };
}
