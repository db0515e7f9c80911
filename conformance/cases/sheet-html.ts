import { escapeMarkup } from '../shape/index.js';
import { htmlPage } from '../statement/html-page.js';
import { htmlFacts } from '../statement/html-text.js';
import { statementStyle } from '../statement/statement-style.js';
import type { CaseSheet, SheetPerson, SheetStep } from './sheet.js';

/**
 * A case sheet as a page to type from and to print: each person begins a new sheet of paper, with a box to tick for each
 * value. It stands by itself: no script, nothing from elsewhere, and nothing is told by colour.
 */
export function sheetHtml(sheet: CaseSheet): string {
  const { year, la, seed, kit, provisional, header, persons } = sheet;
  const title = `SEN2 ${year} case sheet`;
  const body = [
    '<header>',
    `<h1>${escapeMarkup(title)}</h1>`,
    ...(provisional === null
      ? []
      : [`<p class="warning">${escapeMarkup(`The collection year ${year} is provisional: ${provisional}.`)}</p>`]),
    `<p>Enter these ${persons.length} cases in the system under test, export its return, and compare that with return.xml.
Enter a value as it stands; where a code is chosen from a list, its meaning stands beside it. Leave out what is not
here. Everybody in this sheet is made up.</p>`,
    htmlFacts([
      ['Collection year', String(year)],
      ['LA', la],
      ['Seed', seed],
      ['Made by', `sen2kit ${kit}`],
    ]),
    '</header>',
    `<section>\n<h2>The return</h2>\n${header.map((step, index) => stepTable(step, `header-${index + 1}`)).join('\n')}\n</section>`,
    `<nav aria-labelledby="contents">\n<h2 id="contents">Cases</h2>\n<ol>\n${persons.map(contentsLine).join('\n')}\n</ol>\n</nav>`,
    '<main>',
    ...persons.map(personSection),
    '</main>',
  ];
  return htmlPage({ title, kit, style: `${statementStyle}${sheetStyle}`, body: body.join('\n') });
}

function contentsLine({ person, name, description }: SheetPerson): string {
  return `<li><a href="#person-${person}">${escapeMarkup(name)}</a>: ${escapeMarkup(description)}</li>`;
}

function personSection({ person, name, description, steps }: SheetPerson): string {
  const id = `person-${person}`;
  return [
    `<section class="person" aria-labelledby="${id}">`,
    `<h2 id="${id}">Person ${person}: ${escapeMarkup(name)}</h2>`,
    `<p>${escapeMarkup(description)}</p>`,
    ...steps.map((step, index) => stepTable(step, `${id}-${index + 1}`)),
    '</section>',
  ].join('\n');
}

/** One step: the name of each item, the value to enter and what it means. */
function stepTable({ title, facts }: SheetStep, id: string): string {
  const rows = facts.map(({ item, label, value, meaning }) => {
    const tag = label === item ? '' : ` <small>${escapeMarkup(item)}</small>`;
    return (
      `<tr><td class="tick" aria-hidden="true">&#9744;</td><th scope="row">${escapeMarkup(label)}${tag}</th>` +
      `<td class="value">${escapeMarkup(value)}</td><td>${escapeMarkup(meaning ?? '')}</td></tr>`
    );
  });
  return `<table id="${id}">
<caption>${escapeMarkup(title)}</caption>
<thead><tr><td class="tick"></td><th scope="col" class="item">Item</th><th scope="col">Value</th><th scope="col">Meaning</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`;
}

const sheetStyle = `
caption { text-align: left; font-weight: 600; padding: .8rem .5rem .2rem; }
table { table-layout: fixed; } .tick { width: 1.6rem; padding-right: 0; } .item { width: 45%; }
th[scope=row] { font-weight: 400; } small { color: var(--faint); }
.value { font-family: ui-monospace, monospace; }
@media print {
  .person { break-before: page; } nav { break-before: page; }
  table { break-inside: avoid; } caption { break-after: avoid; padding-top: .4rem; }
  th, td { padding-top: .1rem; padding-bottom: .1rem; line-height: 1.25; }
  /* The columns are named once a person; to those who have the page read out, at each table. */
  .person table ~ table thead { position: absolute; clip-path: inset(50%); }
  a { color: inherit; text-decoration: none; }
}
@page { size: A4; margin: 15mm; }
`;
