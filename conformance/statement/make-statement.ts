import { openQuestions } from '../../scenarios/index.js';
import { collectionYear, isCollectionYear } from '../../src/model/index.js';
import { noVerdicts, type VerdictCounts } from '../judge/index.js';
import { ResultsError, ruleCode, ruleTable, type CaseResult, type RuleNames, type RuleRow } from '../report/index.js';
import { reasonOf } from '../shape/index.js';
import { canonicalJson } from './canonical-json.js';
import { doesNotSay } from './limits.js';
import type { ResultsOfStatement } from './results-file.js';
import type { StatedQuestion, StatedRule, StatedSuite, StatedValidator, Statement, Vendor } from './statement.js';
import type { SuiteFacts } from './suite-facts.js';

/** The part of a statement that follows from the results alone. */
export type ResultsPart = Pick<
  Statement,
  'validator' | 'adapter' | 'results' | 'counts' | 'rules' | 'knownFailures' | 'doesNotSay'
>;

/** The part that takes the suite too. */
export type SuitePart = Pick<Statement, 'suite' | 'partial' | 'openQuestions'>;

/**
 * Makes the statement on results of a suite.
 * @param kit version of this kit
 * @throws ResultsError where the results are not of the suite, or hold a text that cannot be signed
 */
export function makeStatement(results: ResultsOfStatement, facts: SuiteFacts, vendor: Vendor, kit: string): Statement {
  const stray = strayCase(results, facts);
  if (stray !== null) throw new ResultsError(`${results.name}: ${stray}`);
  const statement = { kit, vendor, ...resultsPart(results), ...suitePart(results, facts) };
  try {
    canonicalJson(statement);
  } catch (error) {
    throw new ResultsError(`${results.name}: cannot be stated: ${reasonOf(error)}`);
  }
  return statement;
}

/** What results say by themselves. */
export function resultsPart(file: ResultsOfStatement): ResultsPart {
  const { header, cases, footer } = file.results;
  return {
    validator: validatorOf(file),
    adapter: header.adapter,
    results: {
      sha256: file.sha256,
      kit: header.kit,
      started: header.started,
      ended: footer?.ended ?? null,
      cases: cases.length,
      judged: file.judged,
    },
    counts: countsOf(cases),
    rules: ruleTable(cases).map((row) => withCode(row, header)),
    knownFailures: file.knownFailures,
    doesNotSay,
  };
}

/** What results say with the suite at hand. */
export function suitePart(results: ResultsOfStatement, facts: SuiteFacts): SuitePart {
  const partial = partialReasons(results, facts);
  return {
    suite: suiteOf(results, facts),
    partial: partial.length > 0 ? partial : null,
    openQuestions: questionsOf(results, facts),
  };
}

/** The first case of the results that the suite has not, or has as another one, in words; null where there is none. */
export function strayCase({ results }: ResultsOfStatement, { cases }: SuiteFacts): string | null {
  for (const { id, kind, rule } of results.cases) {
    const known = cases.get(id);
    if (!known) return `the case ${id} is not in the suite`;
    if (known.kind !== kind || known.rule !== rule) return `the case ${id} is another one in the suite`;
  }
  return null;
}

/** Why results are not those of every case of a whole suite, a line each; none where they are. */
export function partialReasons({ results }: ResultsOfStatement, { manifest, cases }: SuiteFacts): readonly string[] {
  const { cases: had, footer } = results;
  const reasons: string[] = [];
  if (!footer) reasons.push('The results were cut short: the run did not come to its end.');
  else if (footer.stopped !== null) reasons.push(`The run was stopped: ${footer.stopped}.`);
  if (had.length !== cases.size)
    reasons.push(`The results have ${had.length} of the ${cases.size} cases of the suite.`);
  if (manifest.select)
    reasons.push(`The suite is a selection of the cases of its year, by ${manifest.select.join(' ')}.`);
  return reasons;
}

function validatorOf({ results, validatorDigest }: ResultsOfStatement): StatedValidator {
  const { kind, name, version = null, granularity, levels } = results.header.validator;
  return { kind, name, version, digest: validatorDigest, granularity, levels };
}

function withCode(row: RuleRow, names: RuleNames): StatedRule {
  const code = ruleCode(names, row.rule);
  return code === undefined ? row : { ...row, dfeCode: code };
}

function countsOf(cases: readonly CaseResult[]): VerdictCounts {
  const counts = noVerdicts();
  for (const { verdict } of cases) counts[verdict] += 1;
  return counts;
}

function suiteOf({ results }: ResultsOfStatement, { manifest }: SuiteFacts): StatedSuite {
  const { digest, year, seed, kit } = results.header.suite;
  return {
    digest,
    year,
    provisional: (isCollectionYear(year) ? collectionYear(year).provisional : undefined) ?? null,
    seed,
    select: manifest.select ?? null,
    packed: manifest.packed === true,
    cases: manifest.counts.total,
    kit,
    algorithm: manifest.algorithm,
  };
}

/** The questions that the notes on the cases name, in the order of the results. */
function questionsOf({ results }: ResultsOfStatement, { cases }: SuiteFacts): readonly StatedQuestion[] {
  const counts = new Map<string, number>();
  for (const { id } of results.cases) {
    const note = cases.get(id)?.note ?? '';
    for (const [, question = ''] of note.matchAll(/Open question ([\w.-]+):/g))
      counts.set(question, (counts.get(question) ?? 0) + 1);
  }
  return [...counts].map(([id, count]) => {
    const known = openQuestions.find((one) => one.id === id);
    return { id, question: known?.question ?? null, reading: known?.reading ?? null, cases: count };
  });
}
