import { isCollectionYear } from '../../src/model/index.js';
import { yearDifferences } from '../../src/rules/index.js';
import { isJudged } from '../judge/index.js';
import { ruleTable, type CaseResult, type Results } from '../report/index.js';
import { setKey } from '../suite/index.js';
import { casesById } from './check-results.js';
import type { CaseChange, Comparison, YearCase, YearChanges } from './comparison.js';
import { noticesOf, sideOf } from './head.js';
import { ruleChanges } from './rule-changes.js';
import { changeOf, standingOf, type Change } from './standing.js';
import { kitKnowledge, type YearKnowledge } from './year-cases.js';

/** A results file that was read, and what errors call it. */
export interface NamedResults {
  readonly name: string;
  readonly results: Results;
}

/**
 * Holds two results against each other: two versions of a validator on one suite, or one validator on the suites of two
 * years. Cases that the rules of another year account for are told apart from all others.
 * @param knowledge what is known of the cases of a year; that of this kit where absent
 * @throws ResultsError where a case stands twice or a footer counts what is not there
 */
export function compareResults(
  old: NamedResults,
  current: NamedResults,
  knowledge: YearKnowledge = kitKnowledge,
): Comparison {
  const [before, now] = [casesById(old.results, old.name), casesById(current.results, current.name)];
  const all = [...new Set([...before.keys(), ...now.keys()])].map((id) => pairOf(before.get(id), now.get(id)));
  const year = yearChanges(old.results, current.results, all, knowledge);
  const ofYear = new Set(year?.cases.map(({ id }) => id));
  const rest = all.filter((one) => !ofYear.has(one.change.id));

  const isSameSuite = old.results.header.suite.digest === current.results.header.suite.digest;
  const isWhole = current.results.footer !== null && current.results.footer.stopped === null;
  const sorted: Record<Change, CaseChange[]> = {
    same: [],
    new: [],
    gone: [],
    changed: [],
    'no-longer-judged': [],
    'now-judged': [],
  };
  for (const { change } of rest) {
    const kind = kindOf(change, isSameSuite || !isWhole);
    if (kind !== null) sorted[kind].push(change);
  }
  const changes = rest.map((one) => one.change);
  const lists = {
    new: sorted.new,
    gone: sorted.gone,
    changed: sorted.changed,
    noLongerJudged: sorted['no-longer-judged'],
    nowJudged: sorted['now-judged'],
  };
  const codes = current.results.header.codes ?? old.results.header.codes;
  return {
    format: 1,
    old: sideOf(old.results),
    current: sideOf(current.results),
    notices: noticesOf(old.results, current.results),
    worse: lists.new.length + lists.noLongerJudged.length + (year?.failing ?? 0) > 0,
    ...(codes && { codes }),
    same: sorted.same.length,
    rules: ruleChanges(lists, ruleTable(present(rest, 'before')), ruleTable(present(rest, 'now'))),
    ...lists,
    onlyInOld: changes.filter((one) => one.now === null),
    onlyInNew: changes.filter((one) => one.before === null),
    year,
  };
}

interface Pair {
  readonly before: CaseResult | undefined;
  readonly now: CaseResult | undefined;
  readonly change: CaseChange;
}

function present(pairs: readonly Pair[], side: 'before' | 'now'): readonly CaseResult[] {
  return pairs.flatMap((pair) => pair[side] ?? []);
}

function pairOf(before: CaseResult | undefined, now: CaseResult | undefined): Pair {
  const told = now ?? before;
  if (!told) throw new RangeError('a case that is in neither of the results');
  const { id, kind, rule, why } = told;
  return { before, now, change: { id, kind, rule, before: before?.verdict ?? null, now: now?.verdict ?? null, why } };
}

/**
 * What became of a case; null where it is in one of the results alone and that is all there is to say.
 * @param isMissed whether a case that is not in the newer results should be there: the suite is the same one, or the
 * run did not come to its end
 */
function kindOf({ before, now }: CaseChange, isMissed: boolean): Change | null {
  if (before !== null && now !== null) return changeOf(before, now);
  if (before !== null) return isMissed && isJudged(before) ? 'no-longer-judged' : null;
  return now !== null && standingOf(now) === 'failing' ? 'new' : null;
}

/** What the rules of the year account for; null where both results are of one year. */
function yearChanges(
  { header: { suite: old } }: Results,
  { header: { suite: current } }: Results,
  all: readonly Pair[],
  knowledge: YearKnowledge,
): YearChanges | null {
  const [from, to] = [old.year, current.year];
  if (from === to) return null;
  const differing = all.filter((one) => one.before && one.now && answersDiffer(one.before, one.now));
  const told = knowledge.answeredOtherwise(
    differing.map((one) => one.change.id),
    from,
    to,
  );
  // Of a case that is not known here there is only what the results expect of it.
  const otherwise = new Set(differing.map((one) => one.change.id).filter((id) => told?.get(id) ?? true));
  const cases = all.flatMap(({ change }): YearCase[] => {
    const because = whyOfYear(change, from, to, otherwise, knowledge);
    return because === null ? [] : [{ ...change, because }];
  });
  const isFailing = ({ before, now }: CaseChange): boolean =>
    now !== null && standingOf(now) === 'failing' && (before === null || standingOf(before) !== 'failing');
  return {
    from,
    to,
    differences: isCollectionYear(from) && isCollectionYear(to) ? yearDifferences(from, to) : null,
    cases,
    failing: cases.filter(isFailing).length,
  };
}

/** Results expect what came nearest of several right answers, so this alone does not say that the year differs. */
function answersDiffer(before: CaseResult, now: CaseResult): boolean {
  return setKey(before.expected) !== setKey(now.expected);
}

function whyOfYear(
  { id, rule, before, now }: CaseChange,
  from: number,
  to: number,
  otherwise: ReadonlySet<string>,
  knowledge: YearKnowledge,
): YearCase['because'] | null {
  if (before !== null && now !== null) return otherwise.has(id) ? 'expected-differs' : null;
  const other = before === null ? from : to;
  if (knowledge.exists(id, rule, other) !== false) return null;
  return before === null ? 'only-in-new-year' : 'only-in-old-year';
}
