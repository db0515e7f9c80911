import { createHash, createPublicKey } from 'node:crypto';
import { verdicts } from '../judge/index.js';
import { escapeMarkup } from '../shape/index.js';
import { htmlPage } from './html-page.js';
import { htmlFacts, htmlList, htmlTable } from './html-text.js';
import type { SignedStatement, Statement } from './statement.js';
import { statementStyle } from './statement-style.js';

/**
 * A statement as a page to read and print. It stands by itself: no script, nothing from elsewhere. It is a rendering;
 * what is signed and verified is `statement.json`.
 */
export function statementHtml(signed: SignedStatement): string {
  const { statement } = signed;
  const title = `SEN2 ${statement.suite.year} conformance statement`;
  const blocks = [
    `<h1>${escapeMarkup(title)}</h1>`,
    warnings(statement),
    section('Product', productOf(statement)),
    section('Suite', suiteOf(statement)),
    section('Result', resultOf(statement)),
    section('What this statement does not say', htmlList(statement.doesNotSay)),
    section('By rule', rulesOf(statement)),
    section('Known failures', knownOf(statement)),
    section('Open questions', questionsOf(statement)),
    section('Results file', resultsFileOf(statement)),
    section('Signature', signatureOf(signed)),
  ];
  const body = blocks.filter((block) => block !== '').join('\n');
  return htmlPage({ title, kit: statement.kit, style: statementStyle, body });
}

function section(title: string, content: string): string {
  return `<section>\n<h2>${escapeMarkup(title)}</h2>\n${content}\n</section>`;
}

function paragraph(text: string): string {
  return `<p>${escapeMarkup(text)}</p>`;
}

const notKnown = 'not known';

/** What must be seen before anything else. */
function warnings({ partial, suite, results }: Statement): string {
  const lines = [
    ...(partial ?? []),
    ...(suite.provisional === null ? [] : [`The collection year ${suite.year} is provisional: ${suite.provisional}.`]),
    ...(results.judged === 0 ? ['No case could be judged.'] : []),
  ];
  if (lines.length === 0) return '';
  const title = partial ? 'This is a partial statement' : 'To be known first';
  return `<section class="warning">\n<h2>${title}</h2>\n${htmlList(lines)}\n</section>`;
}

function productOf({ vendor, validator, adapter }: Statement): string {
  return htmlFacts([
    ['Vendor', vendor.name ?? 'not named'],
    ['Product', vendor.product ?? 'not named'],
    ['Version of the product', vendor.version ?? 'not named'],
    ['Validator', validator.name],
    ['Reached as', validator.kind],
    ['Version of the validator', validator.version ?? notKnown],
    ['Digest of the validator', validator.digest ?? notKnown],
    ['Judged at', `${validator.granularity}${validator.levels ? '' : ', without levels'}`],
    ['Adapter (sha256)', adapter ?? 'none'],
  ]);
}

function resultOf({ rules, counts, results }: Statement): string {
  const sum = (figure: 'caught' | 'missed' | 'falseAlarms'): number => rules.reduce((all, row) => all + row[figure], 0);
  const caught = sum('caught');
  return [
    paragraph(
      `${caught} of ${caught + sum('missed')} faults caught; ${sum('falseAlarms')} false alarms; ` +
        `${results.judged} of ${results.cases} cases judged.`,
    ),
    htmlTable(
      ['Verdict', 'cases'],
      verdicts.filter((verdict) => counts[verdict] > 0).map((verdict) => [verdict, String(counts[verdict])]),
      1,
    ),
  ].join('\n');
}

function rulesOf({ rules }: Statement): string {
  return htmlTable(
    ['Rule', 'caught', 'missed', 'false alarms', 'rightly quiet', 'not judged'],
    rules.map((row) => [
      row.dfeCode === undefined ? row.rule : `${row.rule} (${row.dfeCode})`,
      ...[row.caught, row.missed, row.falseAlarms, row.rightlyQuiet, row.notJudged].map(String),
    ]),
    1,
  );
}

function knownOf({ knownFailures }: Statement): string {
  if (knownFailures.length === 0) return paragraph('None is declared.');
  return htmlTable(
    ['Case', 'verdict', 'owner', 'reason', 'until'],
    knownFailures.map((one) => [one.case, one.verdict, one.owner, one.reason, one.until]),
    5,
  );
}

function questionsOf({ openQuestions }: Statement): string {
  if (openQuestions.length === 0) return paragraph('No case of these results hangs on one.');
  return htmlTable(
    ['Question', 'reading taken', 'cases'],
    openQuestions.map((one) => [one.question ?? one.id, one.reading ?? notKnown, String(one.cases)]),
    2,
  );
}

function suiteOf({ suite }: Statement): string {
  return htmlFacts([
    ['Collection year', `${suite.year}${suite.provisional === null ? '' : ' (provisional)'}`],
    ['Digest', suite.digest],
    ['Seed', suite.seed],
    ['Cases', String(suite.cases)],
    ['Chosen by', suite.select === null ? 'nothing: the whole suite' : suite.select.join(' ')],
    ['Packed', suite.packed ? 'yes' : 'no'],
    ['Built by', `sen2kit ${suite.kit}, algorithm ${suite.algorithm}`],
  ]);
}

function resultsFileOf({ results }: Statement): string {
  return htmlFacts([
    ['sha256', results.sha256],
    ['Run begun', results.started],
    ['Run ended', results.ended ?? 'it did not come to its end'],
    ['Judged by', `sen2kit ${results.kit}`],
  ]);
}

function signatureOf({ signature, statement }: SignedStatement): string {
  return [
    htmlFacts([
      ['Algorithm', signature.algorithm],
      ['Fingerprint of the key (sha256)', fingerprint(signature.publicKey)],
      ['Made by', `sen2kit ${statement.kit}`],
    ]),
    `<pre>${signature.publicKey.trimEnd().split('\n').map(escapeMarkup).join('\n')}</pre>`,
    paragraph(
      'What is signed is statement.json, of which this page is a rendering. To verify it: ' +
        'sen2kit verify statement.json --results RESULTS --public-key KEY',
    ),
  ].join('\n');
}

/** The sha256 of the key as DER, which `openssl pkey -pubin -outform DER | sha256sum` gives too. */
function fingerprint(pem: string): string {
  return createHash('sha256')
    .update(createPublicKey(pem).export({ type: 'spki', format: 'der' }))
    .digest('hex');
}
