import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { algorithmVersion } from '../../generators/index.js';
import { buildCases, type SuiteOptions } from './build-suite.js';
import type { BuiltCase, SuiteManifest } from './case.js';
import { sha256, suiteDigest } from './digest.js';
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
export function writeCases(folder: string, built: readonly BuiltCase[], as: WrittenAs): SuiteManifest {
  const files = filesOf(built);
  mkdirSync(join(folder, 'cases'));
  for (const [name, content] of files) writeFileSync(join(folder, name), content);
  const manifest = manifestOf(built, files, as);
  writeFileSync(join(folder, 'suite.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/** The manifest that a suite of these cases has, without writing it. */
export function manifestOfCases(built: readonly BuiltCase[], as: WrittenAs): SuiteManifest {
  return manifestOf(built, filesOf(built), as);
}

/** Every file that the digest is over, by its name. */
function filesOf(built: readonly BuiltCase[]): ReadonlyMap<string, string | Uint8Array> {
  return new Map<string, string | Uint8Array>([
    ...built.map((one): [string, Uint8Array] => [one.case.file, one.file]),
    ['cases.ndjson', toLines(built.map((one) => one.case))],
    ['expectations.ndjson', toLines(built.map((one) => one.expectation))],
  ]);
}

function manifestOf(
  built: readonly BuiltCase[],
  files: ReadonlyMap<string, string | Uint8Array>,
  { year, seed, kit, select = [], packed = false }: WrittenAs,
): SuiteManifest {
  return {
    format: 1,
    kit,
    algorithm: algorithmVersion,
    year,
    seed,
    ...(select.length > 0 && { select }),
    ...(packed && { packed }),
    counts: countsOf(built),
    sha256: suiteDigest([...files].map(([name, content]) => ({ name, sha256: sha256(content) }))),
  };
}

function toLines(values: readonly object[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('');
}

function countsOf(built: readonly BuiltCase[]): SuiteManifest['counts'] {
  const counts = { valid: 0, broken: 0, 'near-miss': 0, structure: 0, total: built.length };
  for (const { case: one } of built) counts[one.kind] += 1;
  return counts;
}
