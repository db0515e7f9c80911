import { escapeMarkup } from '../shape/index.js';
import { accountLines } from '../exercise/index.js';
import { htmlPage } from '../statement/html-page.js';
import { htmlFacts, htmlList, htmlTable } from '../statement/html-text.js';
import { statementStyle } from '../statement/statement-style.js';
import type { CheckDocument, WaivedBy } from './check-document.js';
import { againstInWords, findingsInWords, outcomeInWords, sumInWords, waivedInWords } from './check-words.js';
import { placeOfFinding } from './placed-check.js';
import { personInWords } from './words.js';

/** A check as a page that stands by itself: no script, nothing from elsewhere. It prints well. */
export function checkHtml(document: CheckDocument): string {
  const title = `Check of a SEN2 export${document.year === null ? '' : ` of ${document.year}`}`;
  const sections = [
    section('What was checked', facts(document)),
    warnings(document),
    document.reading.length === 0 ? '' : section('How it was read', htmlList(document.reading)),
    ...(document.expected ? [section('Differences to what is expected', differencesOf(document))] : []),
    section('File and rule checks', findingsOf(document)),
    exerciseOf(document),
    document.notes.length === 0
      ? ''
      : section('How persons were matched', htmlList(document.notes.map(({ text }) => text))),
  ];
  return htmlPage({
    title: `${title}: ${document.right ? 'right' : 'not right'}`,
    kit: document.tool.version,
    style: statementStyle,
    body: `<main>
<h1>${escapeMarkup(title)}</h1>
<p><strong>${document.right ? '✓' : '✕'} ${escapeMarkup(outcomeInWords(document))}</strong></p>
${sections.filter((one) => one !== '').join('\n')}
</main>`,
  });
}

function section(title: string, content: string): string {
  return `<section>\n<h2>${escapeMarkup(title)}</h2>\n${content}\n</section>`;
}

function paragraph(text: string): string {
  return `<p>${escapeMarkup(text)}</p>`;
}

function facts({ file, year, yearFrom, persons, expected, started, tool }: CheckDocument): string {
  const from = { header: 'its header', option: '--year', expected: 'what is expected' };
  return htmlFacts([
    ['Export', file],
    ['Collection year', year === null ? 'not known' : `${year}${yearFrom === null ? '' : `, from ${from[yearFrom]}`}`],
    ['Persons in it', String(persons)],
    ['Held against', expected ? `${expected.name}, ${expected.persons} persons` : 'nothing: the rules alone'],
    ['Checked', `${started.slice(0, 'yyyy-mm-ddThh:mm:ss'.length).replace('T', ' ')} UTC`],
    ['Checked by', `sen2kit ${tool.version}`],
  ]);
}

/** What must be seen before anything else. */
function warnings({ stopped, waiverFaults }: CheckDocument): string {
  const lines = [...(stopped === null ? [] : [`Not all of the export was looked at: ${stopped}.`]), ...waiverFaults];
  return lines.length === 0
    ? ''
    : `<section class="warning">\n<h2>To be known first</h2>\n${htmlList(lines)}\n</section>`;
}

function differencesOf(document: CheckDocument): string {
  const { differences, counts } = document;
  const sum = sumInWords(document);
  const rows = differences.map((one) => [one.text, one.select, one.waived ? waivedInWords(one.waived) : '']);
  return [
    paragraph(`${againstInWords(document) ?? ''}.`),
    ...(sum === undefined ? [] : [paragraph(`${sum}.`)]),
    table(['Difference', 'Place in what is expected', 'Waived'], rows),
    more(counts.differences - differences.length),
  ].join('\n');
}

function findingsOf(document: CheckDocument): string {
  const { findings, counts } = document;
  const rows = findings.map((finding) => {
    const { rule, level, message, person, persons, path, waived, value } = finding;
    return [
      rule,
      waivedLevel(level, waived),
      person ? personInWords(person) : persons ? `Persons ${persons.join(', ')} of the export` : '',
      value === undefined ? message : `${message} (${JSON.stringify(value)})`,
      `${placeOfFinding(finding)}: ${path}`,
    ];
  });
  return [
    paragraph(`${findingsInWords(document)}.`),
    table(['Rule', 'Level', 'Person', 'What is wrong', 'Place in the export'], rows),
    more(counts.errors + counts.queries - findings.length),
  ].join('\n');
}

function exerciseOf({ exercise }: CheckDocument): string {
  if (!exercise) return '';
  const [sum = '', ...lines] = accountLines(exercise).map((line) => line.trim());
  return section('What was not exercised', [paragraph(sum), ...(lines.length > 0 ? [htmlList(lines)] : [])].join('\n'));
}

function waivedLevel(level: string, waived: WaivedBy | undefined): string {
  return waived ? `${level}, ${waivedInWords(waived)}` : level;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return rows.length === 0 ? '' : htmlTable(head, rows, head.length);
}

function more(count: number): string {
  return count > 0 ? paragraph(`${count} more are counted and not listed; --max-listed lists more.`) : '';
}
