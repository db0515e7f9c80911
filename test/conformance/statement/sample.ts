import { generateKeyPairSync } from 'node:crypto';
import { runSuite, referenceValidator, type Validator } from '../../../conformance/run/index.js';
import { ndjsonSink } from '../../../conformance/report/index.js';
import {
  factsOfSuite,
  makeStatement,
  rebuildSuite,
  resultsOfStatement,
  signStatement,
  type Rebuilt,
  type ResultsOfStatement,
  type SignedStatement,
  type SuiteFacts,
} from '../../../conformance/statement/index.js';
import { readSuite, writeSuite, type Suite } from '../../../conformance/suite/index.js';
import { algorithmVersion } from '../../../generators/index.js';
import { fileSource, validate } from '../../../src/validate/index.js';
import { temporaryFolder } from '../tiny-suite.js';

export const kit = '0.0.0';
export const recipe = {
  year: 2025,
  seed: 'x',
  select: ['PER-09.*', 'REQ-19.second-as-first'],
  packed: false,
  kit,
  algorithm: algorithmVersion,
};
export const keys = generateKeyPairSync('ed25519');
export const otherKeys = generateKeyPairSync('ed25519');

/** Everything a statement and its check need, made once: a small suite, the results of a validator, a statement. */
export interface Sample {
  readonly suite: Suite;
  readonly bytes: Uint8Array;
  readonly results: ResultsOfStatement;
  readonly facts: SuiteFacts;
  readonly rebuilt: Rebuilt;
  readonly signed: SignedStatement;
}

const vendor = { name: 'A Vendor', product: 'A Product', version: '7' };

/** A validator that is right but for one rule, which it never reports. */
const faulty: Validator = {
  ...referenceValidator((file, year) =>
    Promise.resolve(validate(fileSource(file), { year }).findings.filter(({ rule }) => rule !== 'PER-09')),
  ),
  identity: { kind: 'cmd', name: 'cmd:check {file}', version: '1.2' },
};

export async function makeSample(): Promise<Sample> {
  const folder = temporaryFolder();
  writeSuite(folder, recipe);
  const suite = await readSuite(folder);
  const bytes = await resultsOf(suite);
  const results = resultsOfStatement(bytes, 'results.ndjson');
  const facts = factsOfSuite(suite);
  const signed = signStatement(makeStatement(results, facts, vendor, kit), keys.privateKey);
  return { suite, bytes, results, facts, rebuilt: rebuildSuite(recipe, kit), signed };
}

async function resultsOf(suite: Suite): Promise<Uint8Array> {
  let text = '';
  const sink = ndjsonSink((line) => void (text += line));
  await runSuite(suite, faulty, { kit, jobs: 1, timeoutMs: 60_000 }, sink);
  return Buffer.from(text);
}
