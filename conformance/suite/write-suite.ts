import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { algorithmVersion } from '../../generators/index.js';
import { buildCases, type SuiteOptions } from './build-suite.js';
import type { BuiltCase, SuiteManifest } from './case.js';
import { sha256, suiteDigest, type SuiteFile } from './digest.js';
import { applyRegisterToAll } from './register.js';

/**
 * Writes a suite into an empty folder and gives back its manifest. Cases that hang on an open question come with the
 * answers that other readings of it give. @throws as `buildCases` does
 */
export function writeSuite(folder: string, options: SuiteOptions): SuiteManifest {
  return writeCases(folder, suiteCases(options), options);
}

/** The cases of a suite as they are written: built, proved, and with the register of open questions applied. */
export function suiteCases({ onProgress, ...options }: SuiteOptions): readonly BuiltCase[] {
  // Each case is worked on twice: when it is made, and when the register is applied to it.
  const built = buildCases({ ...options, onProgress: (done, total) => onProgress?.(done, 2 * total) });
  return applyRegisterToAll(built, (done) => onProgress?.(built.length + done, 2 * built.length));
}

/** How a suite came about, for its manifest. */
export interface WrittenAs extends Pick<SuiteOptions, 'year' | 'seed' | 'kit' | 'select'> {
  readonly packed?: boolean;
}

/** Writes cases into an empty folder as a suite, each file once, and gives back its manifest. */
export function writeCases(
  folder: string,
  built: readonly BuiltCase[],
  { year, seed, kit, select = [], packed = false }: WrittenAs,
): SuiteManifest {
  mkdirSync(join(folder, 'cases'));
  const files: SuiteFile[] = [];
  const write = (name: string, content: string | Uint8Array): void => {
    writeFileSync(join(folder, name), content);
    files.push({ name, sha256: sha256(content) });
  };
  const content = new Map(built.map((one) => [one.case.file, one.file]));
  for (const [name, bytes] of content) write(name, bytes);
  write('cases.ndjson', toLines(built.map((one) => one.case)));
  write('expectations.ndjson', toLines(built.map((one) => one.expectation)));
  const manifest: SuiteManifest = {
    format: 1,
    kit,
    algorithm: algorithmVersion,
    year,
    seed,
    ...(select.length > 0 && { select }),
    ...(packed && { packed }),
    counts: countsOf(built),
    sha256: suiteDigest(files),
  };
  writeFileSync(join(folder, 'suite.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

function toLines(values: readonly object[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('');
}

function countsOf(built: readonly BuiltCase[]): SuiteManifest['counts'] {
  const counts = { valid: 0, broken: 0, 'near-miss': 0, structure: 0, total: built.length };
  for (const { case: one } of built) counts[one.kind] += 1;
  return counts;
}
