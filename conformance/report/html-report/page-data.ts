import { rulesIn, ruleById } from '../../../src/rules/index.js';
import { isDiscrepancy, isJudged, type ReportedFinding } from '../../judge/index.js';
import type { Case, Expectation, ExpectedFinding, Suite } from '../../suite/index.js';
import { personOf } from '../case-words.js';
import { byModule, moduleOfCase, moduleOfRule } from '../modules.js';
import { replayCommand, unknownSuite, type ReplayTarget } from '../replay-command.js';
import type { CaseResult, KnownFailure, Results, ResultsHeader } from '../results.js';
import { ruleLevel } from '../rule-label.js';
import { ruleTable, type RuleRow } from '../rule-table.js';
import { excerptsOf, type Shown } from './excerpts.js';

/** A finding on the page: what is not known is absent. */
export interface PageFinding {
  readonly rule?: string;
  readonly level?: string;
  readonly path?: string;
  readonly person?: number;
  readonly code?: string;
  readonly message?: string;
}

/** A case on the page. */
export interface PageCase {
  readonly id: string;
  readonly kind: string;
  readonly module: string;
  readonly rule: string | null;
  readonly verdict: string;
  readonly failing: boolean;
  readonly why: string | null;
  readonly ms: number;
  readonly falseAlarms?: readonly string[];
  readonly expected: readonly PageFinding[];
  readonly alternatives?: readonly (readonly PageFinding[])[];
  /** How many alternatives there are, where not all are here. */
  readonly alternativeCount?: number;
  /** At most `reportedShown`. */
  readonly reported: readonly PageFinding[];
  /** Exactly how many findings came. */
  readonly reportedCount: number;
  /** How many of the parent's own were set aside. */
  readonly setAside: number;
  readonly summary?: string;
  readonly path?: string;
  readonly parent?: string;
  readonly file?: string;
  readonly persons?: number;
  readonly status?: string;
  readonly note?: string;
  readonly attempts?: number;
  readonly known?: KnownFailure;
  readonly excerpt?: Shown;
}

/** A rule on the page; its counts are all 0 where no case of it was put. */
export interface PageRule extends RuleRow {
  readonly module: string;
  /** What its cell is called, without the module where that is in the heading. */
  readonly label: string;
  readonly level?: string;
  /** The level that the crosswalk of the run gives it. */
  readonly crosswalkLevel?: string;
  readonly statement?: string;
  readonly message?: string;
  readonly basis?: string;
  /** How many cases are of this rule, near misses too. */
  readonly cases: number;
  /** How many of those count against the validator. */
  readonly failing: number;
}

/** Everything the page shows below its head. */
export interface PageData {
  readonly format: 1;
  readonly modules: readonly { readonly id: string; readonly title: string; readonly rules: readonly PageRule[] }[];
  /** Those that count against the validator first, else in suite order. */
  readonly cases: readonly PageCase[];
  /** The command that puts a case again is these with the case id, quoted, between. */
  readonly replay: readonly [string, string];
  /** By rule, its code in the crosswalk of the run; absent where none is known. */
  readonly codes?: Readonly<Record<string, string>>;
}

/** Findings of one case that are on the page at most. */
export const reportedShown = 50;
const alternativesShown = 10;
/** Id under which valid cases stand among the rules. */
export const validRule = 'valid';

/** @param target how commands name the suite, the adapter and the crosswalk */
export function pageData(
  results: Results,
  suite: Suite | null,
  target: Partial<Pick<ReplayTarget, 'suite' | 'adapter' | 'crosswalk'>>,
): PageData {
  const excerpts = suite ? excerptsOf(results.cases, suite) : new Map<string, Shown>();
  const byId = new Map(suite?.cases.map((one) => [one.id, one]));
  const cases = results.cases.map((result) =>
    pageCase(result, results.header, {
      c: byId.get(result.id),
      expectation: suite?.expectations.get(result.id),
      excerpt: excerpts.get(result.id),
    }),
  );
  const placeholder = 'CASE';
  const command = replayCommand(placeholder, {
    suite: suite?.folder ?? unknownSuite,
    validator: results.header.validator.name,
    ...target,
  });
  const at = command.indexOf(placeholder);
  return {
    format: 1,
    modules: byModule(pageRules(results), (rule) => moduleOfId(rule.rule)).map(([{ id, title }, rules]) => {
      return { id, title, rules };
    }),
    cases: [...cases.filter((one) => one.failing), ...cases.filter((one) => !one.failing)],
    replay: [command.slice(0, at), command.slice(at + placeholder.length)],
    ...(results.header.codes && { codes: results.header.codes }),
  };
}

function moduleOfId(rule: string): ReturnType<typeof moduleOfRule> {
  return rule === validRule ? moduleOfCase({ kind: 'valid', rule: null }) : moduleOfRule(rule);
}

/** The rules of the year in the order of the catalogue, then others that the results name, then the valid cases. */
function pageRules({ header, cases }: Results): PageRule[] {
  const rows = new Map(ruleTable(cases).map((row) => [row.rule, row]));
  const valid = validRow(cases);
  if (valid) rows.set(validRule, valid);
  const counts = new Map<string, { cases: number; failing: number }>();
  for (const { rule, kind, verdict } of cases) {
    const id = rule ?? (kind === 'valid' ? validRule : undefined);
    if (id === undefined) continue;
    const count = counts.get(id) ?? { cases: 0, failing: 0 };
    count.cases += 1;
    if (isDiscrepancy(verdict)) count.failing += 1;
    counts.set(id, count);
  }
  const inYear = rulesIn(header.suite.year).map((entry) => entry.id);
  const others = [...rows.keys()].filter((id) => !inYear.includes(id)).sort();
  return [...inYear, ...others].map((id) => {
    const entry = ruleById(id);
    const crosswalkLevel = ruleLevel(header, id);
    return {
      ...(rows.get(id) ?? { rule: id, caught: 0, missed: 0, falseAlarms: 0, rightlyQuiet: 0, notJudged: 0 }),
      ...(counts.get(id) ?? { cases: 0, failing: 0 }),
      module: moduleOfId(id).id,
      label: id.replace(/^VAL-/, ''),
      ...(entry && {
        level: entry.level,
        statement: entry.statement,
        message: entry.message,
        basis: entry.basis,
      }),
      ...(crosswalkLevel !== undefined && { crosswalkLevel }),
      ...(id === validRule && { statement: 'A return that breaks no rule gives no finding.' }),
    };
  });
}

/** Valid cases as if of a rule that nothing is to be found. */
function validRow(cases: readonly CaseResult[]): RuleRow | undefined {
  const valid = cases.filter((one) => one.rule === null && one.kind === 'valid');
  if (valid.length === 0) return undefined;
  const judged = valid.filter((one) => isJudged(one.verdict));
  const quiet = judged.filter((one) => one.verdict === 'match').length;
  return {
    rule: validRule,
    caught: 0,
    missed: 0,
    falseAlarms: judged.filter((one) => isDiscrepancy(one.verdict)).length,
    rightlyQuiet: quiet,
    notJudged: valid.length - judged.length,
  };
}

/** What the suite has of a case. */
interface OfSuite {
  readonly c: Case | undefined;
  readonly expectation: Expectation | undefined;
  readonly excerpt: Shown | undefined;
}

function pageCase(result: CaseResult, header: ResultsHeader, { c, expectation, excerpt }: OfSuite): PageCase {
  const expectedFinding = ({ rule, level, path, person }: ExpectedFinding): PageFinding => {
    return { rule, level: ruleLevel(header, rule) ?? level, path, ...(person !== null && { person }) };
  };
  const { id, kind, rule, verdict, why, ms, expected, reported, falseAlarms, attempts, known } = result;
  const alternatives = expectation?.alternatives ?? [];
  return {
    id,
    kind,
    module: moduleOfCase(result).id,
    rule,
    verdict,
    failing: isDiscrepancy(verdict),
    why,
    ms,
    ...(falseAlarms.length > 0 && { falseAlarms }),
    expected: (expectation?.findings ?? expected).map(expectedFinding),
    ...(alternatives.length > 0 && {
      alternatives: alternatives.slice(0, alternativesShown).map((set) => set.map(expectedFinding)),
      alternativeCount: alternatives.length,
    }),
    reported: reported.slice(0, reportedShown).map(reportedFinding),
    reportedCount: result.reportedCount ?? reported.length,
    setAside: result.parentReported?.length ?? 0,
    ...(c?.mutation && { summary: c.mutation.summary, path: c.mutation.path }),
    ...(c && { file: c.file, persons: c.persons }),
    ...(c && c.parent !== null && { parent: c.parent }),
    ...(expectation && expectation.status !== 'agreed' && { status: expectation.status }),
    ...(expectation && expectation.note !== null && { note: expectation.note }),
    ...(attempts !== undefined && attempts > 1 && { attempts }),
    ...(known && { known }),
    ...(excerpt && { excerpt }),
  };
}

function reportedFinding(finding: ReportedFinding): PageFinding {
  const { rule, level, path, code, message } = finding;
  const person = personOf(finding);
  return {
    ...(rule !== undefined && { rule }),
    ...(level !== undefined && { level }),
    ...(path !== undefined && { path }),
    ...(person !== undefined && { person }),
    ...(code !== undefined && { code }),
    ...(message !== undefined && { message: message.slice(0, messageShown) }),
  };
}

/** Characters of a validator's message that are on the page. */
const messageShown = 500;
