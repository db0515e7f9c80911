import { verdicts } from '../judge/index.js';
import { expectedInWords, knownInWords, plural, reportedInWords } from './case-words.js';
import { codeInMarkdown, escapeMarkdown } from './escape-markdown.js';
import { openInWords } from './open-questions.js';
import { validatorInWords, type CaseResult, type Results, type ResultsHeader } from './results.js';
import { ruleCode } from './rule-label.js';
import type { RuleRow } from './rule-table.js';
import { isGood, summarise, type Summary } from './summary.js';

/** Longest report in characters; GitHub refuses a comment of more than 65,536. */
const atMost = 60_000;
const maxRules = 30;
const maxFailures = 50;
const maxKnown = 10;

/**
 * The results for a comment on a pull request, in GitHub's markdown: the headline, the rules with something missed or
 * falsely raised, the worst first, and the cases that failed, folded away. At most 60,000 characters; what is too much
 * is cut between lines, and the report says so.
 */
export function markdownReport(results: Results): string {
  const summary = summarise(results, maxFailures);
  const blocks = [
    headline(summary),
    remarks(results, summary),
    ruleBlock(summary),
    failureBlock(summary),
    knownBlock(results.cases),
  ];
  return fitted(blocks.filter(({ lines }) => lines.length > 0));
}

/** Lines that belong together, of which those at the end can be left out. */
interface Block {
  readonly lines: readonly string[];
  /** What must follow however many of the lines there are. */
  readonly end: readonly string[];
}

const block = (lines: readonly string[], end: readonly string[] = []): Block => ({ lines, end });

function headline(summary: Summary): Block {
  const { header, counts, total, judged, rules, failureCount, footer } = summary;
  const { validator, suite } = header;
  const told = verdicts.filter((v) => counts[v] > 0).map((v) => `${counts[v]} ${v}`);
  const sum = (pick: (row: RuleRow) => number): number => rules.reduce((all, row) => all + pick(row), 0);
  const caught = sum((row) => row.caught);
  const aimed = caught + sum((row) => row.missed);
  const isFine = isGood(summary);
  const hasListFaults = (footer?.listFaults ?? []).length > 0;
  const verdict = isFine
    ? 'as expected'
    : failureCount > 0
      ? `${plural(failureCount, 'case')} failed`
      : hasListFaults
        ? 'a list of known cases is out of date'
        : 'not conclusive';
  return block([
    `### ${isFine ? '✅' : failureCount > 0 || hasListFaults ? '❌' : '⚠️'} SEN2 ${suite.year} conformance: ${verdict}`,
    '',
    `Validator ${codeInMarkdown(validatorInWords(validator))}, judged at ${validator.granularity}, on suite ` +
      `${codeInMarkdown(suite.digest.slice(0, 12))} (seed ${codeInMarkdown(suite.seed)}).`,
    '',
    `**${caught} of ${aimed} faults caught, ${plural(
      sum((row) => row.falseAlarms),
      'false alarm',
    )}.** ` + `${plural(total, 'case')}, ${judged} judged: ${told.join(', ') || 'none'}.`,
  ]);
}

function remarks({ cases, footer }: Results, { open }: Summary): Block {
  const lines: string[] = [];
  if (!footer) lines.push('⚠️ **These results were cut short: the run did not come to its end.**');
  else if (footer.stopped !== null) lines.push(`⚠️ **The run was stopped:** ${escapeMarkdown(footer.stopped)}.`);
  for (const note of footer?.notes ?? []) lines.push(`Note: ${escapeMarkdown(note)}`);
  for (const fault of footer?.listFaults ?? []) lines.push(`❌ **The run fails:** ${escapeMarkdown(fault)}.`);

  const known = cases.filter((one) => one.verdict === 'known-failing').length;
  if (known > 0) lines.push(`Known failures: ${plural(known, 'case')}, which do not count.`);
  const passed = cases.filter((one) => one.verdict === 'unexpected-pass').length;
  if (passed > 0)
    lines.push(`Known failures that pass, and so must be struck from the list: ${plural(passed, 'case')}.`);

  const retried = cases.filter(({ attempts = 1 }) => attempts > 1);
  const puts = retried.reduce((sum, { attempts = 1 }) => sum + attempts, 0);
  if (retried.length > 0) lines.push(`Flaky: ${plural(retried.length, 'case')} put ${puts} times in all.`);

  const asked = openInWords(open);
  if (asked !== undefined) lines.push(`Open questions: ${escapeMarkdown(asked)}.`);
  return block(lines.map((line) => `- ${line}`));
}

function ruleBlock({ rules, header }: Summary): Block {
  const bad = rules.filter((row) => row.missed + row.falseAlarms > 0);
  if (bad.length === 0) return block([]);
  const rows = bad
    .slice(0, maxRules)
    .map(
      ({ rule, caught, missed, falseAlarms, rightlyQuiet }) =>
        `| ${ruleCell(rule, header)} | ${caught} | ${missed} | ${falseAlarms} | ${rightlyQuiet} |`,
    );
  const rest = [
    ...(bad.length > maxRules ? [`and ${plural(bad.length - maxRules, 'more rule')} with something wrong`] : []),
    ...(rules.length > bad.length
      ? [`${plural(rules.length - bad.length, 'other rule')} with nothing missed and no false alarm`]
      : []),
  ];
  return block(
    ['| Rule | caught | missed | false alarms | rightly quiet |', '| --- | ---: | ---: | ---: | ---: |', ...rows],
    rest.length > 0 ? ['', `${rest.join('; ')}.`] : [],
  );
}

function ruleCell(rule: string, header: ResultsHeader): string {
  const code = ruleCode(header, rule);
  return code === undefined ? codeInMarkdown(rule) : `${codeInMarkdown(rule)} (${escapeMarkdown(code)})`;
}

function failureBlock({ failures, failureCount, header }: Summary): Block {
  const shown = failures.slice(0, maxFailures);
  if (shown.length === 0) return block([]);
  const more = failureCount - shown.length;
  return block(
    [
      `<details><summary>${plural(failureCount, 'case')} that failed</summary>`,
      '',
      ...shown.map((one) => failureLine(one, header)),
      ...(more > 0 ? [`- and ${more} more`] : []),
    ],
    ['', '</details>'],
  );
}

function failureLine(result: CaseResult, header: ResultsHeader): string {
  const head = `- **${result.verdict}** ${codeInMarkdown(result.id)}`;
  if (result.verdict === 'could-not-run' || result.verdict === 'unexpected-pass')
    return `${head}: ${escapeMarkdown(result.why ?? '')}`;
  const parts = [
    `${head}: expected ${escapeMarkdown(expectedInWords(result, header))}`,
    `reported ${escapeMarkdown(reportedInWords(result, header))}`,
  ];
  if (result.verdict === 'wrong-level' && result.why !== null) parts.push(escapeMarkdown(result.why));
  return parts.join('; ');
}

function knownBlock(cases: readonly CaseResult[]): Block {
  const known = cases.filter((one) => one.verdict === 'known-failing' && one.known !== undefined);
  if (known.length === 0) return block([]);
  const shown = known.slice(0, maxKnown);
  const more = known.length - shown.length;
  return block(
    [
      '<details><summary>Known failures</summary>',
      '',
      ...shown.map((one) => `- ${codeInMarkdown(one.id)} ${one.known ? escapeMarkdown(knownInWords(one.known)) : ''}`),
      ...(more > 0 ? [`- and ${more} more`] : []),
    ],
    ['', '</details>'],
  );
}

const cutNote = ['', '_This report was cut: the whole would be longer than GitHub takes._'];

/** Blocks with an empty line between them, as many lines as fit. */
function fitted(blocks: readonly Block[]): string {
  const lines: string[] = [];
  let left = atMost - lengthOf(cutNote);
  for (const { lines: own, end } of blocks) {
    const before = lines.length > 0 ? [''] : [];
    const fixed = lengthOf([...before, ...end]);
    const fitting = leading(own, left - fixed);
    const isWhole = fitting.length === own.length;
    if (fitting.length > 0) {
      lines.push(...before, ...fitting, ...end);
      left -= fixed + lengthOf(fitting);
    }
    if (!isWhole) return `${[...lines, ...cutNote].join('\n')}\n`;
  }
  return `${lines.join('\n')}\n`;
}

/** As many of the first lines as fit into a length. */
function leading(lines: readonly string[], length: number): readonly string[] {
  let left = length;
  const end = lines.findIndex((line) => (left -= line.length + 1) < 0);
  return end < 0 ? lines : lines.slice(0, end);
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length + 1, 0);
}
