import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeSuite, type SuiteManifest } from '../../../conformance/suite/index.js';
import { writeFolderAtomically } from '../../../output/index.js';
import { print, type Command } from '../command.js';
import { exitCodes, type ExitCode } from '../exit.js';
import { readYear } from '../options.js';
import { makeProgress } from '../progress.js';
import { kitVersion } from '../version.js';

interface SuiteCommandOptions {
  year: string;
  out: string;
  seed: string;
  select: string[] | undefined;
  progress: boolean;
}

/** `sen2kit suite`. */
export const suite: Command<SuiteCommandOptions> = {
  name: 'suite',
  describe: 'Write the conformance suite: valid returns, and returns broken by one rule each',
  options: (yargs) =>
    yargs
      .option('year', { type: 'string', demandOption: true, describe: 'Collection year' })
      .option('out', {
        type: 'string',
        demandOption: true,
        describe: 'Folder to write; an older suite there is replaced',
      })
      .option('seed', { type: 'string', default: '1', describe: 'Any text; the same seed gives the same suite' })
      .option('select', { type: 'string', array: true, describe: 'Globs over case ids and rules, such as PER-1*' })
      .option('progress', { type: 'boolean', default: false, describe: 'Tell progress when not on a terminal too' })
      .example('$0 suite --year 2025 --out suite-2025', 'the whole suite of 2025'),
  run: buildSuite,
};

/** What the command does, for other commands too. */
export async function buildSuite(options: SuiteCommandOptions): Promise<ExitCode> {
  const year = readYear(options.year);
  const { seed, select } = options;
  const progress = makeProgress(`building the suite of ${year}`, options.progress);
  let manifest: SuiteManifest | undefined;
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
  progress.end();
  if (manifest) print(`${options.out}: ${describeSuite(manifest)}\n`);
  return exitCodes.conforms;
}

/** The suite in one line. */
export function describeSuite({ year, seed, counts, sha256 }: SuiteManifest): string {
  const kinds = (['valid', 'broken', 'near-miss', 'structure'] as const).filter((kind) => counts[kind] > 0);
  const told = kinds.map((kind) => `${counts[kind]} ${kind}`).join(', ');
  return `suite of ${year}, seed ${seed}: ${counts.total} cases (${told}), ${sha256.slice(0, 12)}`;
}
