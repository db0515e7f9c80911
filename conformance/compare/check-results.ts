import { noVerdicts, verdicts } from '../judge/index.js';
import { ResultsError, type CaseResult, type Results } from '../report/index.js';

/**
 * The cases of results by their id, once it is sure that the results are in order: no case stands twice, and the footer
 * counts what there is.
 * @param name what errors call the results
 * @throws ResultsError
 */
export function casesById({ cases, footer }: Results, name: string): ReadonlyMap<string, CaseResult> {
  const byId = new Map<string, CaseResult>();
  const counts = noVerdicts();
  for (const one of cases) {
    if (byId.has(one.id)) throw new ResultsError(`${name}: the case ${one.id} stands twice`);
    byId.set(one.id, one);
    counts[one.verdict] += 1;
  }
  const wrong = footer && verdicts.find((verdict) => footer.counts[verdict] !== counts[verdict]);
  if (wrong) {
    throw new ResultsError(
      `${name}: ${counts[wrong]} cases are ${wrong}, but its footer counts ${footer.counts[wrong]}`,
    );
  }
  return byId;
}
