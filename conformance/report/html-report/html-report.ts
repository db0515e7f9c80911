import { verdicts } from '../../judge/index.js';
import { caseKinds, type Suite } from '../../suite/index.js';
import { escapeMarkup } from '../../shape/index.js';
import { unknownSuite, type ReplayTarget } from '../replay-command.js';
import type { Results } from '../results.js';
import { pageAssets } from './assets.js';
import { pageData } from './page-data.js';
import { pageHead, toneOf, verdictMeanings } from './page-head.js';

/** What the commands on the page name beside the case. */
export type HtmlOptions = Partial<Pick<ReplayTarget, 'suite' | 'adapter' | 'crosswalk'>>;

/**
 * The results as one HTML file that needs nothing else: no network, no server. Its data stands in it as JSON, and rows
 * are made as they are looked at, so that many thousands of findings open at once.
 *
 * @param suite where the cases lie, for what they change and excerpts of their files; the page does without
 */
export function htmlReport(results: Results, suite: Suite | null, options: HtmlOptions = {}): string {
  const { script, style, scriptHash, styleHash } = pageAssets();
  const policy = [
    "default-src 'none'",
    `script-src '${scriptHash}'`,
    `style-src '${styleHash}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const { validator, suite: of } = results.header;
  const target = suite || options.suite !== undefined ? options : { ...options, suite: unknownSuite };
  const named = results.header.codes ? '; codes in brackets are from the crosswalk of the run' : '';
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="sen2kit ${escapeMarkup(results.header.kit)}">
<title>SEN2 ${of.year} conformance: ${escapeMarkup(validator.name)}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header>
<div class="top"><h1><a href="#">SEN2 ${of.year} conformance report</a></h1>
<button type="button" id="theme">Dark</button></div>
<div id="head">${pageHead(results)}</div>
</header>
<main id="main" tabindex="-1">
<noscript><p class="banner">The rules and cases below need JavaScript, which this file brings along; nothing is loaded from anywhere.</p></noscript>
${overview}
<section id="rule" hidden></section>
<section id="case" hidden></section>
</main>
<footer><p>Rule ids are those of sen2kit, not of DfE${named}. All persons in the cases are made up.</p></footer>
<script type="application/json" id="data">${jsonForScript(pageData(results, suite, target))}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** JSON in which no character can end the script element or begin another. */
function jsonForScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

const meanings = verdicts
  .map((v) => `<dt class="${toneOf(v)}">${v}</dt><dd>${escapeMarkup(verdictMeanings[v])}</dd>`)
  .join('');

function choice(id: string, label: string, all: string, values: readonly string[]): string {
  const options = values.map((value) => `<option value="${value}">${value}</option>`).join('');
  return `<label for="${id}">${label}<select id="${id}"><option value="">${all}</option>${options}</select></label>`;
}

const overview = `<div id="overview">
<section aria-labelledby="rules-title">
<h2 id="rules-title">Rules</h2>
<p class="legend"><span class="cell-key good">✓ all caught</span> <span class="cell-key bad">✕ missed</span> <span class="cell-key alarm">! falsely raised</span> <span class="cell-key still">– not judged</span></p>
<p class="hint" id="matrix-hint">Each rule shows how many of its faults were caught, as in 5/6. Arrow keys move between rules, Enter opens one.</p>
<div id="matrix"></div>
</section>
<section aria-labelledby="cases-title">
<h2 id="cases-title">Cases</h2>
<form id="filters" role="search" aria-label="Cases">
<label for="search" class="wide">Search<input id="search" type="search" autocomplete="off" spellcheck="false" placeholder="Case, rule, summary or path"></label>
${choice('verdict', 'Verdict', 'All verdicts', verdicts)}
${choice('kind', 'Kind', 'All kinds', caseKinds)}
${choice('module', 'Module', 'All modules', [])}
<label for="failing" class="check"><input id="failing" type="checkbox"> Only failing</label>
<button type="reset">Clear</button>
</form>
<p id="count" role="status"></p>
<div id="list"></div>
</section>
<details class="meanings"><summary>What the verdicts mean</summary><dl>${meanings}</dl></details>
</div>`;
