import { verdicts } from '../judge/index.js';
import { plainText, withoutControls } from '../shape/index.js';
import { expectedInWords, plural, reportedInWords } from './case-words.js';
import { openInWords } from './open-questions.js';
import { replayCommand, unknownSuite, type ReplayTarget } from './replay-command.js';
import { validatorInWords, type CaseResult, type ResultsHeader } from './results.js';
import { ruleLabel } from './rule-label.js';
import type { RuleRow } from './rule-table.js';
import type { Summary } from './summary.js';

export interface ConsoleOptions {
  /** Rows of the table by rule at most; Infinity for all. Default 25. */
  readonly maxRules?: number;
  /** Failing cases listed at most; the summary may hold fewer. Default 20. */
  readonly maxFailures?: number;
  /** Where the suite is, the adapter and the crosswalk, for the commands that put a case again. */
  readonly replay?: Replay;
}

type Replay = Partial<Pick<ReplayTarget, 'suite' | 'adapter' | 'crosswalk'>>;

/**
 * The report for people: the headline, the table by rule with the worst first, and the cases that failed. Nothing from
 * elsewhere in it is obeyed by a terminal.
 */
export function consoleReport(summary: Summary, options: ConsoleOptions = {}): string {
  const { maxRules = 25, maxFailures = 20, replay = {} } = options;
  const blocks = [headline(summary), ruleBlock(summary, maxRules), failureBlock(summary, maxFailures, replay)];
  const told = blocks.filter((block) => block.length > 0).map((block) => block.map(withoutControls).join('\n'));
  return `${told.join('\n\n')}\n`;
}

function headline({ header, counts, total, judged, rules, open, footer }: Summary): string[] {
  const { validator, suite } = header;
  const told = verdicts.filter((v) => counts[v] > 0).map((v) => `${counts[v]} ${v}`);
  const sum = (pick: (row: RuleRow) => number): number => rules.reduce((all, row) => all + pick(row), 0);
  const caught = sum((row) => row.caught);
  const aimed = caught + sum((row) => row.missed);
  const lines = [
    `Validator  ${validatorInWords(validator)}, judged at ${validator.granularity}${validator.levels ? '' : ', without levels'}`,
    `Suite      ${suite.year}, seed ${suite.seed}, ${suite.digest.slice(0, 12)}`,
    `Cases      ${total}, ${judged} judged: ${told.join(', ') || 'none'}`,
    `Faults     ${caught} of ${aimed} caught, ${plural(
      sum((row) => row.falseAlarms),
      'false alarm',
    )}`,
  ];
  if (judged === 0) lines.push('No case could be judged.');
  if (!footer) lines.push('These results were cut short: the run did not come to its end.');
  else if (footer.stopped !== null) lines.push(`The run was stopped: ${footer.stopped}.`);
  lines.push(...(footer?.notes ?? []));
  lines.push(...(footer?.listFaults ?? []).map((fault) => `The run fails: ${fault}.`));
  const asked = openInWords(open);
  if (asked !== undefined) lines.push(`Open       ${asked}; "sen2kit rules show ID" tells more`);
  return lines;
}

function ruleBlock({ rules: all, header }: Summary, maxRules: number): string[] {
  const rules = all.length > maxRules ? mostTellingFirst(all) : all;
  const shown = rules.slice(0, maxRules);
  if (shown.length === 0) return [];
  const withUnjudged = shown.some((row) => row.notJudged > 0);
  const head = ['Rule', 'caught', 'missed', 'false alarms', 'rightly quiet', ...(withUnjudged ? ['not judged'] : [])];
  const rows = shown.map((row) => [
    plainText(ruleLabel(header, row.rule)),
    ...[row.caught, row.missed, row.falseAlarms, row.rightlyQuiet].map(String),
    ...(withUnjudged ? [String(row.notJudged)] : []),
  ]);
  const lines = alignColumns([head, ...rows]);
  if (rules.length > shown.length) lines.push(moreRules(rules.slice(maxRules)));
  return lines;
}

/** A rule that never came up: the validator may not have it at all. */
function isNeverRaised({ caught, missed, falseAlarms }: RuleRow): boolean {
  return caught === 0 && falseAlarms === 0 && missed > 0;
}

function isFine({ missed, falseAlarms }: RuleRow): boolean {
  return missed === 0 && falseAlarms === 0;
}

/** Where not all are shown: rules that are raised, and not always rightly, tell more than those that are not known. */
function mostTellingFirst(rules: readonly RuleRow[]): readonly RuleRow[] {
  const rank = (row: RuleRow): number => (isFine(row) ? 2 : isNeverRaised(row) ? 1 : 0);
  return rules.toSorted((a, b) => rank(a) - rank(b));
}

function moreRules(rest: readonly RuleRow[]): string {
  const never = rest.filter(isNeverRaised).length;
  const fine = rest.filter(isFine).length;
  const parts = [
    ...(never > 0 ? [`${never} never raised`] : []),
    ...(fine > 0 ? [`${fine} with nothing missed and no false alarm`] : []),
  ];
  const which = parts.length > 0 ? ` (${parts.join(', ')})` : '';
  return `and ${plural(rest.length, 'more rule')}${which}; --all-rules lists them`;
}

/** The first column to the left, the others, which are numbers, to the right. */
function alignColumns(table: readonly (readonly string[])[]): string[] {
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((row) => (row[column] ?? '').length)));
  return table.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  );
}

function failureBlock({ header, failures, failureCount }: Summary, maxFailures: number, replay: Replay): string[] {
  const shown = failures.slice(0, maxFailures);
  if (shown.length === 0) return [];
  const target = { suite: unknownSuite, validator: header.validator.name, ...replay };
  const lines = [
    'Cases that failed',
    ...shown.flatMap((one) => [...failureLines(one, header), `      ${replayCommand(one.id, target)}`]),
  ];
  if (failureCount > shown.length) lines.push(`and ${failureCount - shown.length} more`);
  return lines;
}

function failureLines(result: CaseResult, header: ResultsHeader): string[] {
  const head = `  ${result.verdict.padEnd(13)} ${result.id}`;
  if (result.verdict === 'could-not-run' || result.verdict === 'unexpected-pass')
    return [head, `      ${result.why ?? ''}`];
  const lines = [
    head,
    `      expected ${expectedInWords(result, header)}`,
    `      reported ${reportedInWords(result, header)}`,
  ];
  if (result.verdict === 'wrong-level' && result.why !== null) lines.push(`      ${result.why}`);
  return lines;
}
