import { isDiscrepancy, verdicts, type Verdict } from '../../judge/index.js';
import { plural } from '../case-words.js';
import { escapeMarkup } from '../../shape/index.js';
import { openInWords } from '../open-questions.js';
import { validatorInWords, type Results } from '../results.js';
import { isGood, summarise, type Summary } from '../summary.js';

/** How a verdict looks: good, bad (it counts against the validator) or neither. */
export function toneOf(verdict: Verdict): 'good' | 'bad' | 'still' {
  if (verdict === 'match') return 'good';
  return isDiscrepancy(verdict) ? 'bad' : 'still';
}

/** What the verdicts mean, for those who do not live with them. */
export const verdictMeanings: Readonly<Record<Verdict, string>> = {
  match: 'Exactly what is expected was reported.',
  missed: 'An expected finding was not reported.',
  'false-alarm': 'Something was reported that is not expected.',
  'wrong-code': 'A finding was reported under another rule.',
  'wrong-place': 'A finding of the expected rule was reported at another place.',
  'wrong-level': 'A finding has the wrong level, error or query.',
  unsupported: 'The validator does not do this; it does not count.',
  disputed: 'Nobody has settled what is right; it does not count.',
  'could-not-run': 'There was no answer to judge: a crash, a time-out or an answer that cannot be read.',
  'known-failing': 'It fails, as the list of known failures says; it does not count.',
  'unexpected-pass': 'It stands on the list of known failures and passes, or its time there has ended.',
};

/** The head of the page as HTML: the outcome, the counts, and what was run when on what. Works without script. */
export function pageHead(results: Results): string {
  const summary = summarise(results, 0);
  return [banner(summary), outcome(summary), verdictBar(summary), facts(results)].join('\n');
}

/** The outcome in a few words. */
export function outcomeInWords({ total, judged, failureCount, footer }: Summary): string {
  if (judged === 0) return 'No case could be judged';
  if (failureCount > 0) return `${number(failureCount)} of ${number(total)} cases failed`;
  if (!footer) return 'No failure so far';
  if ((footer.listFaults ?? []).length > 0) return 'A list of known cases is out of date';
  return footer.stopped === null ? 'Conforms to the suite' : 'No failure in what was run';
}

function banner({ footer, open, total }: Summary): string {
  const text =
    footer === null
      ? `These results were cut short: the run did not come to its end. ${plural(total, 'case')} came before it ended.`
      : footer.stopped === null
        ? undefined
        : `The run was stopped: ${footer.stopped}.`;
  const asked = openInWords(open);
  const notes = [...(footer?.notes ?? []), ...(asked === undefined ? [] : [`Open questions: ${asked}.`])]
    .map((note) => `<p class="note">${escapeMarkup(note)}</p>`)
    .join('');
  const faults = (footer?.listFaults ?? [])
    .map((fault) => `<p class="banner" role="alert">⚠ The run fails: ${escapeMarkup(fault)}.</p>`)
    .join('');
  return (text === undefined ? '' : `<p class="banner" role="alert">⚠ ${escapeMarkup(text)}</p>`) + faults + notes;
}

function outcome(summary: Summary): string {
  const { judged, rules, failureCount, footer } = summary;
  const hasListFaults = (footer?.listFaults ?? []).length > 0;
  const caught = rules.reduce((sum, row) => sum + row.caught, 0);
  const aimed = rules.reduce((sum, row) => sum + row.caught + row.missed, 0);
  const alarms = rules.reduce((sum, row) => sum + row.falseAlarms, 0);
  const tone = failureCount > 0 || hasListFaults ? 'bad' : isGood(summary) ? 'good' : 'still';
  const sign = { good: '✓', bad: '✕', still: '–' }[tone];
  const share = aimed === 0 ? '' : ` <small>${percent(caught, aimed)}</small>`;
  const tiles: readonly (readonly [string, string])[] = [
    ['Faults caught', `${number(caught)} of ${number(aimed)}${share}`],
    ['False alarms', number(alarms)],
    ['Cases judged', `${number(judged)} of ${number(summary.total)}`],
  ];
  return `<div class="outcome">
<p class="verdict ${tone}"><span aria-hidden="true">${sign}</span> ${escapeMarkup(outcomeInWords(summary))}</p>
<dl class="tiles">${tiles.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`).join('')}</dl>
</div>`;
}

/** Rounded so that 100% means all. */
function percent(part: number, whole: number): string {
  const tenths = Math.floor((part / whole) * 1000);
  return `${(tenths / 10).toFixed(tenths === 1000 ? 0 : 1)}%`;
}

/** A bar of the verdicts, with the numbers below it. Only attributes of SVG: the policy of the page allows no style. */
function verdictBar({ counts, total }: Summary): string {
  const present = verdicts.filter((verdict) => counts[verdict] > 0);
  let x = 0;
  const parts = present.map((verdict) => {
    const width = (counts[verdict] / total) * 1000;
    const part = `<rect class="${toneOf(verdict)} ${verdict}" x="${x.toFixed(2)}" y="0" width="${width.toFixed(2)}" height="12"><title>${verdict}: ${number(counts[verdict])}</title></rect>`;
    x += width;
    return part;
  });
  const rows = present.map(
    (verdict) =>
      `<li class="${toneOf(verdict)}" title="${escapeMarkup(verdictMeanings[verdict])}"><b>${number(counts[verdict])}</b> ${verdict}</li>`,
  );
  return `<svg class="bar" viewBox="0 0 1000 12" preserveAspectRatio="none" aria-hidden="true">${parts.join('')}</svg>
<ul class="counts" aria-label="Cases by verdict">${rows.join('')}</ul>`;
}

function facts({ header, footer }: Results): string {
  const { validator, suite, machine } = header;
  const given: readonly (readonly [string, string])[] = [
    ['Validator', validatorInWords(validator)],
    ['Judged at', `${validator.granularity}${validator.levels ? ', with levels' : ', without levels'}`],
    ...(header.adapter === null ? [] : [['Adapter', header.adapter.slice(0, 12)] as const]),
    ['Suite', `${suite.year}, seed ${suite.seed}, ${suite.digest.slice(0, 12)}, made by sen2kit ${suite.kit}`],
    ['Started', time(header.started)],
    ['Ended', footer ? `${time(footer.ended)}${lasted(header.started, footer.ended)}` : 'cut short'],
    ['Run by', `sen2kit ${header.kit}, Node.js ${machine.node}, ${machine.platform} ${machine.arch}`],
  ];
  const rows = given.map(([name, value]) => `<div><dt>${name}</dt><dd>${escapeMarkup(value)}</dd></div>`);
  return `<dl class="facts">${rows.join('')}</dl>`;
}

/** An ISO time in UTC, to the second, for people. */
function time(iso: string): string {
  return `${iso.slice(0, 'yyyy-mm-ddThh:mm:ss'.length).replace('T', ' ')} UTC`;
}

function lasted(started: string, ended: string): string {
  const seconds = Math.round((Date.parse(ended) - Date.parse(started)) / 1000);
  if (!(seconds >= 0)) return '';
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  return ` (${minutes > 0 ? `${minutes}\u00a0min ` : ''}${rest}\u00a0s)`;
}

function number(value: number): string {
  return value.toLocaleString('en-GB');
}
