import { createHash } from 'node:crypto';
import { constants } from 'node:buffer';
import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { isAbsolute, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { UnreadableFileError } from '../../src/validate/index.js';
import {
  LineError,
  errorCode,
  parseNdjson,
  plainFileFlags,
  readPlainFile,
  reasonOf,
  type PlainFile,
} from '../shape/index.js';
import type { Case, Expectation, SuiteManifest } from './case.js';
import { sha256, suiteDigest, type SuiteFile } from './digest.js';
import { caseKinds, parseCase, parseExpectation, parseManifest } from './parse-records.js';
import { SuiteError } from './suite-error.js';

/** A suite on disk, read and found undamaged. */
export interface Suite {
  /** Absolute. */
  readonly folder: string;
  readonly manifest: SuiteManifest;
  /** In the order of cases.ndjson. */
  readonly cases: readonly Case[];
  /** By case id; every case has one. */
  readonly expectations: ReadonlyMap<string, Expectation>;
}

/** The absolute path of a case's file. */
export function caseFile(suite: Suite, c: Case): string {
  return join(suite.folder, c.file);
}

/**
 * Reads a suite and checks all of it: the form of every line, that cases, expectations and parents belong
 * together, the counts, the sha256 of every case file and the digest over all of them.
 * @throws UnreadableFileError where there is no such folder, SuiteError where anything in it is damaged or missing.
 */
export async function readSuite(folder: string): Promise<Suite> {
  const root = resolve(folder);
  if (!existsSync(root)) throw new UnreadableFileError(`${folder}: there is no such folder; that of a suite is needed`);
  const manifestText = await readText(root, 'suite.json');
  const manifest = parseManifestText(manifestText);
  const casesText = await readText(root, 'cases.ndjson');
  const expectationsText = await readText(root, 'expectations.ndjson');
  const cases = parseLines('cases.ndjson', casesText, parseCase);
  const expectations = parseLines('expectations.ndjson', expectationsText, parseExpectation);

  checkCases(cases, manifest);
  const byId = checkExpectations(cases, expectations);
  const files: SuiteFile[] = [
    { name: 'cases.ndjson', sha256: sha256(casesText) },
    { name: 'expectations.ndjson', sha256: sha256(expectationsText) },
  ];
  files.push(...(await checkCaseFiles(root, cases)));
  if (suiteDigest(files) !== manifest.sha256) {
    throw new SuiteError(
      'suite.json: its sha256 is not that of the files of the suite; the suite was changed after it was built',
    );
  }
  return { folder: root, manifest, cases, expectations: byId };
}

async function readText(root: string, name: string): Promise<string> {
  const refused = (why: string): SuiteError =>
    new SuiteError(`${join(root, name)}: cannot be read (${why}); is this the folder of a suite?`);
  let found: PlainFile;
  try {
    found = await readPlainFile(join(root, name), { atMost: constants.MAX_STRING_LENGTH, links: 'followed' });
  } catch (error) {
    throw refused(whyNot(error));
  }
  switch (found.kind) {
    case 'read':
      return found.bytes.toString('utf8');
    case 'missing':
      throw refused('no such file');
    case 'no-file':
      throw refused('it is no file');
    case 'too-large':
      throw refused('it is far too large');
  }
}

function whyNot(error: unknown): string {
  const code = errorCode(error);
  return code === 'ENOENT' ? 'no such file' : (code ?? reasonOf(error));
}

function parseManifestText(text: string): SuiteManifest {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new SuiteError('suite.json: is not JSON');
  }
  try {
    return parseManifest(value);
  } catch (error) {
    throw new SuiteError(`suite.json: ${reasonOf(error)}`);
  }
}

function parseLines<T>(name: string, text: string, parse: (value: unknown) => T): T[] {
  try {
    return parseNdjson(text, parse);
  } catch (error) {
    if (error instanceof LineError) throw new SuiteError(`${name} line ${error.line}: ${error.message}`);
    throw error;
  }
}

function checkCases(cases: readonly Case[], manifest: SuiteManifest): void {
  const byId = new Map<string, Case>();
  for (const [index, c] of cases.entries()) {
    const where = `cases.ndjson line ${index + 1}`;
    if (byId.has(c.id)) throw new SuiteError(`${where}: the case id ${c.id} stands twice`);
    if (c.year !== manifest.year)
      throw new SuiteError(`${where}: year ${c.year} is not that of the suite, ${manifest.year}`);
    if (!staysInside(c.file)) throw new SuiteError(`${where}: the file ${c.file} is not in the suite folder`);
    if (c.packed && (c.packed.person < 1 || c.packed.person > c.persons))
      throw new SuiteError(`${where}: the file has ${c.persons} persons, and so no person ${c.packed.person}`);
    byId.set(c.id, c);
  }
  for (const [index, c] of cases.entries()) {
    if (c.parent === null) continue;
    const parent = byId.get(c.parent);
    if (parent?.kind !== 'valid') {
      throw new SuiteError(`cases.ndjson line ${index + 1}: the parent ${c.parent} is no valid case of the suite`);
    }
    if ((parent.packed === undefined) !== (c.packed === undefined)) {
      throw new SuiteError(`cases.ndjson line ${index + 1}: of the case and its parent only one is packed`);
    }
  }
  for (const kind of [...caseKinds, 'total'] as const) {
    const found = kind === 'total' ? cases.length : cases.filter((c) => c.kind === kind).length;
    if (found !== manifest.counts[kind]) {
      throw new SuiteError(`cases.ndjson: ${found} cases (${kind}), but suite.json counts ${manifest.counts[kind]}`);
    }
  }
}

function staysInside(file: string): boolean {
  return file !== '' && !isAbsolute(file) && !file.includes('\\') && !file.split('/').includes('..');
}

function checkExpectations(
  cases: readonly Case[],
  expectations: readonly Expectation[],
): ReadonlyMap<string, Expectation> {
  const ids = new Set(cases.map((c) => c.id));
  const byId = new Map<string, Expectation>();
  for (const [index, expectation] of expectations.entries()) {
    const where = `expectations.ndjson line ${index + 1}`;
    if (!ids.has(expectation.id)) throw new SuiteError(`${where}: ${expectation.id} is no case of the suite`);
    if (byId.has(expectation.id)) throw new SuiteError(`${where}: the case ${expectation.id} has two expectations`);
    byId.set(expectation.id, expectation);
  }
  const without = cases.find((c) => !byId.has(c.id));
  if (without) throw new SuiteError(`expectations.ndjson: the case ${without.id} has no expectation`);
  return byId;
}

async function checkCaseFiles(root: string, cases: readonly Case[]): Promise<SuiteFile[]> {
  const files: SuiteFile[] = [];
  const known = new Map<string, string>();
  for (const [index, c] of cases.entries()) {
    const where = `cases.ndjson line ${index + 1}`;
    let found: string;
    try {
      // Many cases may share a file, and it is large then.
      found = known.get(c.file) ?? (await sha256OfFile(join(root, c.file)));
    } catch (error) {
      throw new SuiteError(`${where}: the file ${c.file} cannot be read (${whyNot(error)})`);
    }
    if (found !== c.sha256)
      throw new SuiteError(`${where}: the file ${c.file} is not the one the suite was built with (sha256 differs)`);
    if (!known.has(c.file)) files.push({ name: c.file, sha256: found });
    known.set(c.file, found);
  }
  return files;
}

async function sha256OfFile(path: string): Promise<string> {
  const handle = await open(path, plainFileFlags);
  try {
    // A pipe would be waited for, for ever.
    if (!(await handle.stat()).isFile()) throw new Error('it is no file');
    const hash = createHash('sha256');
    await pipeline(handle.createReadStream({ autoClose: false }), hash);
    return hash.digest('hex');
  } finally {
    await handle.close();
  }
}
