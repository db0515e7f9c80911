import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import {
  factsOfSuite,
  makeStatement,
  readResultsOfStatement,
  signStatement,
  statementHtml,
  type ResultsOfStatement,
  type SuiteFacts,
} from '../../../conformance/statement/index.js';
import { readSuite } from '../../../conformance/suite/index.js';
import { OutputError, writeFileAtomically } from '../../../output/index.js';
import { collectionYears, isCollectionYear } from '../../model/index.js';
import type { StatementOptions } from '../commands/statement.js';
import { exitCodes, UsageError, type ExitCode } from '../exit.js';
import { print } from '../print.js';
import { remarkIfProvisional } from '../remark.js';
import { kitVersion } from '../version.js';
import { readSigningKey } from './keys.js';
import { rebuild } from './rebuild.js';

/** Makes, signs and writes a statement. @throws UsageError, ResultsError, SuiteError, OutputError */
export async function writeStatement(options: StatementOptions): Promise<ExitCode> {
  const targets = targetsOf(options);
  const key = readSigningKey(options.key);
  const results = await readResultsOfStatement(options.results);
  checkYear(results);
  const facts = await suiteOf(results, options);
  const { vendor = null, product = null, 'product-version': version = null } = options;
  const statement = makeStatement(results, facts, { name: vendor, product, version }, kitVersion);
  if (statement.partial && !options['allow-partial']) {
    throw new UsageError(
      `no statement is made of part of a suite: ${statement.partial.join(' ')} --allow-partial makes one that says so`,
    );
  }
  const signed = signStatement(statement, key);
  makeFolder(dirname(targets.json));
  // The page first: where it cannot be written there is no statement either.
  for (const [file, text] of [
    [targets.html, statementHtml(signed)],
    [targets.json, `${JSON.stringify(signed, null, 2)}\n`],
  ] as const) {
    await writeFileAtomically(file, (sink) => {
      sink.write(text);
    });
  }
  const what = statement.partial ? 'a partial statement' : 'a statement';
  await print(`${targets.json}: ${what} on ${statement.results.cases} cases of ${statement.suite.year}, signed\n`);
  return exitCodes.conforms;
}

/** @throws UsageError where what is read would be written over */
function targetsOf({ out, results, key }: StatementOptions): { readonly json: string; readonly html: string } {
  if (out === '-') throw new UsageError('--out -: a statement is two files; give a folder or FILE.json');
  const json = out.endsWith('.json') ? out : join(out, 'statement.json');
  const html = json.replace(/\.json$/, '.html');
  for (const target of [json, html]) {
    for (const [option, file] of [
      ['--results', results],
      ['--key', key],
    ] as const) {
      if (resolve(target) === resolve(file))
        throw new UsageError(`--out ${out}: would be written over ${option} ${file}; give another place`);
    }
  }
  return { json, html };
}

function checkYear({ name, results }: ResultsOfStatement): void {
  const { year } = results.header.suite;
  if (!isCollectionYear(year)) {
    throw new UsageError(
      `${name}: is about ${year}, not a known collection year; known years: ${collectionYears.join(', ')}`,
    );
  }
  remarkIfProvisional(year);
}

/** The suite of the results: as it was given, or built again as a whole. @throws UsageError where it is another one */
async function suiteOf(
  { name, results }: ResultsOfStatement,
  { suite: folder, progress }: StatementOptions,
): Promise<SuiteFacts> {
  const { digest, year, seed, kit } = results.header.suite;
  if (folder !== undefined) {
    const facts = factsOfSuite(await readSuite(folder));
    if (facts.manifest.sha256 === digest) return facts;
    throw new UsageError(`--suite ${folder}: is another suite than that of ${name}; their digests differ`);
  }
  const rebuilt = rebuild({ year, seed, kit, select: null, packed: false, algorithm: null }, progress);
  const advice = 'give the folder of the suite with --suite';
  if (rebuilt.kind === 'not-built') {
    throw new UsageError(`${name}: its suite cannot be built again: ${rebuilt.why}; ${advice}`);
  }
  if (rebuilt.facts.manifest.sha256 !== digest) {
    throw new UsageError(
      `${name}: its suite is not the whole suite of ${year} with seed ${seed}, since the digests differ; ${advice}`,
    );
  }
  return rebuilt.facts;
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new OutputError(`cannot write ${folder}: the folder cannot be made`, { cause: error });
  }
}
