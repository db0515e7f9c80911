import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeSuite, type SuiteManifest } from '../../../conformance/suite/index.js';
import { writeFolderAtomically } from '../../../output/index.js';
import type { SuiteCommandOptions } from '../commands/suite.js';
import { exitCodes, UsageError, type ExitCode } from '../exit.js';
import { readYear } from '../options.js';
import { print } from '../print.js';
import { remarkIfProvisional } from '../remark.js';
import { makeProgress } from './progress.js';
import { kitVersion } from '../version.js';

/** Builds a suite and writes it. @throws UsageError, OutputError, UnprovedSuiteError */
export async function buildSuite(options: SuiteCommandOptions): Promise<ExitCode> {
  const year = readYear(options.year);
  const { seed, select } = options;
  remarkIfProvisional(year);
  const progress = makeProgress(`building the suite of ${year}`, options.progress);
  let manifest: SuiteManifest | undefined;
  try {
    await writeFolderAtomically(
      options.out,
      (folder) => {
        manifest = writeSuite(folder, {
          year,
          seed,
          kit: kitVersion,
          ...(select && { select }),
          onProgress: (done, total) => {
            progress.update(done, total);
          },
        });
      },
      { mayReplace: (folder) => existsSync(join(folder, 'suite.json')) },
    );
  } catch (error) {
    // The year is known, so it is the selection that is out of range.
    if (!select || !(error instanceof RangeError)) throw error;
    throw new UsageError(`--select: ${error.message}; "sen2kit rules --year ${year}" lists the rules`);
  } finally {
    progress.end();
  }
  if (manifest) await print(`${options.out}: ${describeSuite(manifest)}\n`);
  return exitCodes.conforms;
}

/** The suite in one line. */
function describeSuite({ year, seed, counts, sha256 }: SuiteManifest): string {
  const kinds = (['valid', 'broken', 'near-miss', 'structure'] as const).filter((kind) => counts[kind] > 0);
  const told = kinds.map((kind) => `${counts[kind]} ${kind}`).join(', ');
  return `suite of ${year}, seed ${seed}: ${counts.total} cases (${told}), ${sha256.slice(0, 12)}`;
}
